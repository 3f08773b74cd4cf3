import type { Table } from '../../customs/table.ts';
import { rangesIn } from '../goods.ts';

/** Four digits and more: a chapter or all goods name no number. */
const shortest = 4;

/** The numbers that lists of goods name, on whatever day; of spans the first and the last. Ascending. */
export function namedNumbers(tables: readonly Table[]): readonly string[] {
  const lists = tables.flatMap(({ measures, lists: own, covers }) => [
    ...measures.map(({ goods }) => goods),
    ...Object.values(own),
    ...(covers === null ? [] : [covers]),
  ]);
  const named = lists.flatMap((entries) => [...rangesIn(entries)].flatMap(({ first, last }) => [first, last]));
  return [...new Set(named.filter((number) => number.length >= shortest))].toSorted();
}

/** Whether a number is among them, begins one of them or stands under one of them. */
export function isNamed(digits: string, named: readonly string[]): boolean {
  return digits.length >= shortest && named.some((one) => one.startsWith(digits) || digits.startsWith(one));
}
