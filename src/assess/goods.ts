import type { GoodsEntry } from '../customs/goods.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { entriesNear } from './goods-index.ts';

export type Lists = Readonly<Record<string, readonly GoodsEntry[]>>;

/** Goods outside the entries. */
export const outside = -1;

/**
 * How narrowly the entries name a code on a day: the digits of the longest number that reaches it, 0 for "all", -1 where
 * none does. A longer number is narrower. Trailing pairs of zeros do not count: 7302.90.00 says "undivided".
 */
export function goodsWidth(entries: readonly GoodsEntry[], code: string, date: IsoDate, lists: Lists): number {
  let width = outside;
  for (const entry of entriesNear(entries, code)) {
    if (!isMember(entry, date)) continue;
    const reached = subjectWidth(entry, code, date, lists);
    if (reached <= width) continue;
    if (entry.within && goodsWidth(entry.within, code, date, lists) === outside) continue;
    if (entry.except && goodsWidth(entry.except, code, date, lists) !== outside) continue;
    width = reached;
  }
  return width;
}

function isMember(entry: GoodsEntry, date: IsoDate): boolean {
  return (entry.from === undefined || entry.from <= date) && (entry.before === undefined || date < entry.before);
}

function subjectWidth(entry: GoodsEntry, code: string, date: IsoDate, lists: Lists): number {
  switch (entry.what.kind) {
    case 'all':
      return 0;
    case 'list':
      return goodsWidth(lists[entry.what.list] ?? [], code, date, lists);
    default: {
      const { first, last } = entry.what;
      if (first === last) return code.startsWith(first) ? significant(first, last) : outside;
      const head = code.slice(0, first.length);
      return first <= head && head <= last && head.length === first.length ? significant(first, last) : outside;
    }
  }
}

function significant(first: string, last: string): number {
  return first === last ? significantDigits(first) : first.length;
}

/** The digits of a number, less pairs of zeros at its end. */
export function significantDigits(number: string): number {
  let digits = number.length;
  while (digits > 2 && digits % 2 === 0 && number.endsWith('00', digits)) digits -= 2;
  return digits;
}

/** Every number range the entries name anywhere, also in `within` and `except`. */
export function* rangesIn(
  entries: readonly GoodsEntry[],
): Generator<{ readonly first: string; readonly last: string }> {
  for (const entry of entries) {
    if (entry.what.kind === 'numbers') yield entry.what;
    if (entry.within) yield* rangesIn(entry.within);
    if (entry.except) yield* rangesIn(entry.except);
  }
}

/** Every day on which membership changes. */
export function* goodsDays(entries: readonly GoodsEntry[]): Generator<IsoDate> {
  for (const entry of entries) {
    if (entry.from) yield entry.from;
    if (entry.before) yield entry.before;
  }
}
