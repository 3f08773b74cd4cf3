import type { GoodsEntry } from '../customs/goods.ts';

/** Shorter lists are walked through sooner than looked up. */
const shortest = 16;

/** Look-ups in a list before an index of it is worth its while: one shipment asks for one number. */
const withoutIndex = 8;

interface Index {
  readonly byNumber: ReadonlyMap<string, readonly GoodsEntry[]>;
  /** Lengths of the numbers, each once. */
  readonly lengths: readonly number[];
  /** Spans, other lists, all goods: they are looked at one by one. */
  readonly others: readonly GoodsEntry[];
}

const indexes = new WeakMap<readonly GoodsEntry[], Index>();
const asked = new WeakMap<readonly GoodsEntry[], number>();

/** Of entries those that may name a code, and perhaps more; in another order than they were written in. */
export function entriesNear(entries: readonly GoodsEntry[], code: string): Iterable<GoodsEntry> {
  if (entries.length < shortest) return entries;
  const index = indexes.get(entries);
  if (index) return lookUp(index, code);
  const times = (asked.get(entries) ?? 0) + 1;
  asked.set(entries, times);
  if (times > withoutIndex) indexes.set(entries, makeIndex(entries));
  return entries;
}

function lookUp({ byNumber, lengths, others }: Index, code: string): readonly GoodsEntry[] {
  const near = lengths.flatMap((length) => (length > code.length ? [] : (byNumber.get(code.slice(0, length)) ?? [])));
  return others.length === 0 ? near : [...near, ...others];
}

function makeIndex(entries: readonly GoodsEntry[]): Index {
  const byNumber = new Map<string, GoodsEntry[]>();
  const others: GoodsEntry[] = [];
  for (const entry of entries) {
    const number = entry.what.kind === 'numbers' && entry.what.first === entry.what.last ? entry.what.first : undefined;
    const same = number === undefined ? others : byNumber.get(number);
    if (same) same.push(entry);
    else if (number !== undefined) byNumber.set(number, [entry]);
  }
  return { byNumber, lengths: [...new Set([...byNumber.keys()].map((number) => number.length))], others };
}
