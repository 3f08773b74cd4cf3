import { printCode } from '../../customs/commodity-code.ts';
import type { GoodsWords } from '../../customs/described-goods.ts';
import type { Schedule } from '../../customs/schedule.ts';
import type { FoundGoods, FoundHeading, Listed, SearchAnswer, SearchQuestion } from '../../customs/search.ts';
import { nearest } from '../../exact/suggest.ts';
import { actKinds, actNumbers, actsNear, actsNumbered, isActsOnly, withSpaces } from './act-numbers.ts';
import { actEntries } from './acts-found.ts';
import { type NamedGoods, goodsByNumber, goodsEntries } from './goods-found.ts';
import { headingEntries, regimeEntries } from './headings-found.ts';
import { laidOn } from './laid-on.ts';
import { type Entry, type Ranked, type Sought, isPrefix, rank, soughtIn, worthTelling } from './rank.ts';
import { namedNumbers } from './named-numbers.ts';
import { numberAsked } from './number-asked.ts';
import { termReader } from './terms.ts';

/** Finds goods, regimes, headings and acts by words or by a number. Pure. */
export function searchLaw(question: SearchQuestion, schedule: Schedule, described: GoodsWords): SearchAnswer {
  const readTerms = termReader(described.same);
  const { tables } = schedule;
  const headings = headingEntries(tables, readTerms);
  const all = {
    goods: goodsEntries(described, tables, question.date, readTerms),
    regimes: regimeEntries(tables, headings, readTerms),
    headings,
    acts: actEntries(schedule, readTerms),
  };
  const vocabulary = vocabularyOf(Object.values(all));
  const kinds = actKinds(all.acts);
  const text = withSpaces(question.text, kinds);
  const digits = numberAsked(text);
  const numbered = digits === null ? actNumbers(readTerms(text), kinds) : [];
  const sought = soughtIn(digits ?? text, readTerms, vocabulary);
  const named = namedNumbers(tables);
  const acts = rank(actsNumbered(all.acts, numbered, kinds), sought);
  // An act that is not on hand is not answered by something else that has its number by chance.
  const least = numbered.length > 0 && acts.length === 0 && isActsOnly(readTerms(text), kinds) ? sought.length : 1;
  const enough = <Item>(kind: readonly Ranked<Item>[]): readonly Ranked<Item>[] =>
    kind.filter(({ count }) => count >= least);
  const whole = <Item>(items: readonly Item[]): readonly Ranked<Item>[] =>
    items.map((item) => ({ item, count: sought.length }));
  const own = digits === null ? [] : headingsUnder(headings, digits);
  const isChapter = digits?.length === 2;
  const ranked = {
    goods: enough(
      digits === null
        ? rank(all.goods, sought)
        : whole(goodsByNumber(all.goods, digits, { ...schedule, named: own.length > 0 ? [] : named })),
    ),
    regimes: isChapter ? [] : enough(rank(all.regimes, sought)),
    headings: own.length > 0 || isChapter ? whole(own) : enough(rank(headings, sought)),
    acts: isChapter ? [] : acts,
  };
  const most = Math.max(0, ...Object.values(ranked).map(([first]) => first?.count ?? 0));
  const tell = <Item>(kind: readonly Ranked<Item>[]): Listed<Item> =>
    listed(worthTelling(kind, sought.length, most), sought.length, question.limit);
  const isEmpty = Object.values(ranked).every((kind) => kind.length === 0);
  const laid = laidOn(schedule, question.date, named);
  const goods = tell<NamedGoods>(ranked.goods);
  return {
    question,
    taken: isEmpty ? [] : digits === null ? takenOtherwise(sought) : takenNumber(question, digits, goods, schedule),
    goods: { ...goods, items: goods.items.map((one) => ({ ...one, regimes: laid(one.number) }) satisfies FoundGoods) },
    regimes: tell(ranked.regimes),
    headings: tell(ranked.headings),
    acts: tell(ranked.acts),
    nearest: isEmpty
      ? numbered.length > 0
        ? actsNear(all.acts, numbered, kinds)
        : alike(sought, vocabulary).map((one) => printed(one, schedule))
      : [],
  };
}

function headingsUnder(headings: readonly Entry<FoundHeading>[], digits: string): readonly FoundHeading[] {
  return headings.map(({ item }) => item).filter(({ heading }) => heading.replaceAll('.', '').startsWith(digits));
}

function listed<Item>(ranked: readonly Ranked<Item>[], all: number, limit: number): Listed<Item> {
  return {
    items: ranked.slice(0, limit).map(({ item, count }) => ({ ...item, match: count === all ? 'all' : 'some' })),
    total: ranked.length,
  };
}

function vocabularyOf(lists: readonly (readonly Entry<unknown>[])[]): ReadonlySet<string> {
  return new Set(lists.flatMap((entries) => entries.flatMap(({ terms, beside }) => [...terms, ...beside])));
}

/** A number with its dots. */
function printed(term: string, { jurisdiction }: Schedule): string {
  return /^\d{6,}$/.test(term) ? printCode(term, jurisdiction.code) : term;
}

function takenOtherwise(sought: readonly Sought[]): SearchAnswer['taken'] {
  return sought.filter(({ term, as }) => as[0] !== term).map(({ word, as }) => ({ word, as }));
}

/** A number that nothing has: what it would stand under is given in its place. */
function takenNumber(
  { text }: SearchQuestion,
  digits: string,
  { items: [first] }: Listed<NamedGoods>,
  schedule: Schedule,
): SearchAnswer['taken'] {
  if (first === undefined || first.number.length >= digits.length) return [];
  return [{ word: text, as: [printCode(first.number, schedule.jurisdiction.code)] }];
}

/** Words that are spelt alike, and numbers that begin alike. */
function alike(sought: readonly Sought[], vocabulary: ReadonlySet<string>): readonly string[] {
  const known = [...vocabulary].toSorted();
  const found = sought.flatMap(({ term }) => (/\d/.test(term) ? numberedLike(term, known) : nearest(term, known, 3)));
  return [...new Set(found)].slice(0, 8);
}

/** Those with the most digits in common, four at least; else the nearest heading of the chapter. */
function numberedLike(term: string, known: readonly string[]): readonly string[] {
  for (let length = term.length; length >= 4; length--) {
    const begins = known.filter((one) => isPrefix(term.slice(0, length), one));
    if (begins.length > 0) return begins.slice(0, 3);
  }
  if (!/^\d{4,}$/.test(term)) return [];
  const distance = (one: string): number => Math.abs(Number(one) - Number(term.slice(0, 4)));
  return known
    .filter((one) => /^\d{4}$/.test(one) && one.startsWith(term.slice(0, 2)))
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, 1);
}
