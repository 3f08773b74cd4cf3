import type { FactValue } from '../customs/entry-line.ts';

/** Facts of a line that remember which of them were asked for, declared or not. */
export class HeardFacts extends Map<string, FactValue> {
  readonly asked = new Set<string>();
  /** Somebody looked at all of them. */
  askedForAll = false;

  /** Copies facts without hearing of it. */
  static of(facts: ReadonlyMap<string, FactValue>): HeardFacts {
    const heard = new HeardFacts();
    for (const [name, value] of facts) heard.set(name, value);
    heard.asked.clear();
    heard.askedForAll = false;
    return heard;
  }

  override get(name: string): FactValue | undefined {
    this.asked.add(name);
    return super.get(name);
  }

  override has(name: string): boolean {
    this.asked.add(name);
    return super.has(name);
  }

  override [Symbol.iterator](): MapIterator<[string, FactValue]> {
    this.askedForAll = true;
    return super[Symbol.iterator]();
  }

  override entries(): MapIterator<[string, FactValue]> {
    this.askedForAll = true;
    return super.entries();
  }

  override keys(): MapIterator<string> {
    this.askedForAll = true;
    return super.keys();
  }

  override values(): MapIterator<FactValue> {
    this.askedForAll = true;
    return super.values();
  }

  override forEach(each: (value: FactValue, name: string, facts: Map<string, FactValue>) => void): void {
    this.askedForAll = true;
    super.forEach(each);
  }
}
