/** How many numbers a key has. */
const width = 4;

/** A number for each key of four whole numbers from 0 on; quick to look up with, and never asked to forget. */
export class KeyTable {
  count = 0;
  /** Five for each entry: the key, and what stands for it plus one; zero: free. */
  private entries = new Int32Array(1024 * (width + 1));
  private mask = 1023;

  /** What stands for the key; -1: nothing yet. */
  get(a: number, b: number, c: number, d: number): number {
    const { entries, mask } = this;
    for (let slot = mixed(a, b, c, d) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * (width + 1);
      const found = entries[at + width] as number;
      if (found === 0) return -1;
      if (entries[at] === a && entries[at + 1] === b && entries[at + 2] === c && entries[at + 3] === d)
        return found - 1;
    }
  }

  /** `found` is zero or more. */
  set(a: number, b: number, c: number, d: number, found: number): void {
    if ((this.count + 1) * 2 > this.mask) this.spread();
    const { entries, mask } = this;
    let slot = mixed(a, b, c, d) & mask;
    for (; entries[slot * (width + 1) + width] !== 0; slot = (slot + 1) & mask) {
      const at = slot * (width + 1);
      if (entries[at] === a && entries[at + 1] === b && entries[at + 2] === c && entries[at + 3] === d) break;
    }
    const at = slot * (width + 1);
    if (entries[at + width] === 0) this.count += 1;
    entries[at] = a;
    entries[at + 1] = b;
    entries[at + 2] = c;
    entries[at + 3] = d;
    entries[at + width] = found + 1;
  }

  private spread(): void {
    const old = this.entries;
    this.mask = this.mask * 2 + 1;
    this.entries = new Int32Array((this.mask + 1) * (width + 1));
    this.count = 0;
    for (let at = 0; at < old.length; at += width + 1) {
      const found = old[at + width] as number;
      if (found !== 0)
        this.set(old[at] as number, old[at + 1] as number, old[at + 2] as number, old[at + 3] as number, found - 1);
    }
  }
}

function mixed(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
