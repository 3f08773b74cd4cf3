import type { DescribedGoods, GoodsWords } from '../../customs/described-goods.ts';
import type { FoundGoods } from '../../customs/search.ts';
import type { Table } from '../../customs/table.ts';
import { byText } from '../../exact/by-text.ts';
import { type IsoDate, holdsOn } from '../../exact/iso-date.ts';
import { isNamed } from './named-numbers.ts';
import type { Entry } from './rank.ts';
import type { ReadTerms } from './terms.ts';

/** Goods before it is asked what is laid on them. */
export type NamedGoods = Omit<FoundGoods, 'regimes'>;

/** Described goods: what comes with the program, and the rows of tables that say what their goods are on the day. */
export function goodsEntries(
  { goods }: GoodsWords,
  tables: readonly Table[],
  date: IsoDate,
  readTerms: ReadTerms,
): readonly Entry<NamedGoods>[] {
  const own = new Map(goods.map((one) => [one.number, one]));
  const above = (number: string): readonly string[] =>
    [6, 4].flatMap((digits) => (number.length > digits ? (own.get(number.slice(0, digits))?.words ?? []) : []));
  const bundled = goods.map((one) => entryOf(one, above(one.number), null, readTerms));
  const brought = tables.flatMap(({ schedule, title }) =>
    (schedule?.rows ?? []).flatMap((row) =>
      row.words === undefined || !holdsOn(row, date)
        ? []
        : [entryOf({ number: row.number, words: row.words, also: [] }, above(row.number), title, readTerms)],
    ),
  );
  return [...bundled, ...brought].toSorted((a, b) => byText(a.item.number, b.item.number));
}

/** What is told not to belong there is not found by: nails; not with heads of copper. */
const excluded = /; not .*$/;

function entryOf(
  { number, words, also }: DescribedGoods,
  above: readonly string[],
  from: string | null,
  readTerms: ReadTerms,
): Entry<NamedGoods> {
  return {
    item: { number, words: [words, ...above], also, from },
    // A number stands first: it is found by its own digits, and by those it begins with.
    terms: [number, ...readTerms(words.replace(excluded, ''))],
    beside: [...also, ...(from === null ? [] : above)].flatMap(readTerms),
  };
}

/** What is known of numbers beside their descriptions. */
export interface KnownNumbers {
  readonly numbersBelow: (prefix: string) => readonly string[];
  /** Those that the law on hand names. */
  readonly named: readonly string[];
}

/**
 * The number itself where it is known or described, what it stands under, the narrowest first, and what is below it: what is described, or
 * else the full numbers. A number that the law names and nothing describes has no words.
 */
export function goodsByNumber(
  entries: readonly Entry<NamedGoods>[],
  digits: string,
  known: KnownNumbers,
): readonly NamedGoods[] {
  const described = entries.map(({ item }) => item);
  const above = described
    .filter(({ number }) => digits.startsWith(number) && number.length >= Math.min(4, digits.length))
    .toSorted((a, b) => b.number.length - a.number.length);
  const below = described.filter(({ number }) => number.startsWith(digits) && number !== digits);
  const [nearest] = above;
  if (nearest === undefined && below.length === 0) return namedOnly(digits, known.named);
  if (nearest === undefined || below.length > 0) return [...above, ...below];
  const full = known.numbersBelow(digits);
  const own = full.length > 0 && nearest.number !== digits ? [{ ...nearest, number: digits }] : [];
  return [...own, ...above, ...full.filter((one) => one !== digits).map((number) => ({ ...nearest, number }))];
}

function namedOnly(digits: string, named: readonly string[]): readonly NamedGoods[] {
  if (!isNamed(digits, named)) return [];
  const below = named.filter((one) => one.startsWith(digits) && one !== digits);
  return [digits, ...below].map((number) => ({ number, words: [], also: [], from: null }));
}
