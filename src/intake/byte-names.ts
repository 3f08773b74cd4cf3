/**
 * Gives each different run of bytes a number, from 0 on, without making a text of it: fields repeat, and a number is quicker to look up with.
 * It forgets nothing, so it says how many there are.
 */
export class ByteNames {
  count = 0;
  private slots = new Int32Array(1024).fill(-1);
  private hashes = new Int32Array(512);
  private starts = new Int32Array(513);
  private bytes = new Uint8Array(8192);

  /** The number of the bytes from `start` to `end`; a new one the first time. */
  nameOf(block: Uint8Array, start: number, end: number): number {
    const hash = hashOf(block, start, end);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const name = this.slots[slot] as number;
      if (name < 0) return this.add(block, start, end, hash, slot);
      if (this.hashes[name] === hash && this.isSame(name, block, start, end)) return name;
    }
  }

  private isSame(name: number, block: Uint8Array, start: number, end: number): boolean {
    const from = this.starts[name] as number;
    if ((this.starts[name + 1] as number) - from !== end - start) return false;
    for (let at = start; at < end; at += 1) if (this.bytes[from + at - start] !== block[at]) return false;
    return true;
  }

  private add(block: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const name = this.count;
    const from = this.starts[name] as number;
    while (from + end - start > this.bytes.length) this.bytes = larger(this.bytes, Uint8Array);
    for (let at = start; at < end; at += 1) this.bytes[from + at - start] = block[at] as number;
    if (name + 2 > this.starts.length - 1) {
      this.starts = larger(this.starts, Int32Array);
      this.hashes = larger(this.hashes, Int32Array);
    }
    this.starts[name + 1] = from + end - start;
    this.hashes[name] = hash;
    this.slots[slot] = name;
    this.count = name + 1;
    if (this.count * 2 > this.slots.length) this.spread();
    return name;
  }

  /** Twice as many slots, so that half of them stay free. */
  private spread(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let name = 0; name < this.count; name += 1) {
      let slot = (this.hashes[name] as number) & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = name;
    }
    this.slots = slots;
  }
}

/** Four bytes at a time, as long as there are four. */
function hashOf(block: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const four =
      (block[at] as number) |
      ((block[at + 1] as number) << 8) |
      ((block[at + 2] as number) << 16) |
      ((block[at + 3] as number) << 24);
    hash = Math.imul(hash ^ four, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at += 1) hash = Math.imul(hash ^ (block[at] as number), 0x01000193);
  return hash ^ (hash >>> 13);
}

function larger<Numbers extends Uint8Array | Int32Array>(
  array: Numbers,
  Kind: new (length: number) => Numbers,
): Numbers {
  const copy = new Kind(array.length * 2);
  copy.set(array);
  return copy;
}
