import { printCode } from '../../customs/commodity-code.ts';
import type { GoodsWords } from '../../customs/described-goods.ts';
import type { Schedule } from '../../customs/schedule.ts';
import type { FoundGoods, Listed, SearchAnswer, SearchQuestion } from '../../customs/search.ts';
import { nearest } from '../../exact/suggest.ts';
import { actEntries } from './acts-found.ts';
import { type NamedGoods, goodsByNumber, goodsEntries } from './goods-found.ts';
import { headingEntries, regimeEntries } from './headings-found.ts';
import { laidOn } from './laid-on.ts';
import { type Entry, type Ranked, type Sought, isPrefix, rank, soughtIn, worthTelling } from './rank.ts';
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
  const sought = soughtIn(question.text, readTerms, vocabulary);
  const digits = numberIn(question.text);
  const ranked = {
    goods:
      digits === null
        ? rank(all.goods, sought)
        : everyOne(goodsByNumber(all.goods, digits, schedule.numbersBelow), sought.length),
    regimes: rank(all.regimes, sought),
    headings: rank(all.headings, sought),
    acts: rank(all.acts, sought),
  };
  const isWhole = Object.values(ranked).some(([first]) => first?.count === sought.length);
  const tell = <Item>(kind: readonly Ranked<Item>[]): Listed<Item> =>
    listed(worthTelling(kind, sought.length, isWhole), sought.length, question.limit);
  const isEmpty = Object.values(ranked).every((kind) => kind.length === 0);
  const laid = laidOn(schedule, question.date);
  const goods = tell<NamedGoods>(ranked.goods);
  return {
    question,
    taken: isEmpty ? [] : digits === null ? takenOtherwise(sought) : takenNumber(question, digits, goods, schedule),
    goods: { ...goods, items: goods.items.map((one) => ({ ...one, regimes: laid(one.number) }) satisfies FoundGoods) },
    regimes: tell(ranked.regimes),
    headings: tell(ranked.headings),
    acts: tell(ranked.acts),
    nearest: isEmpty ? alike(sought, vocabulary).map((one) => printed(one, schedule)) : [],
  };
}

/** The digits of a question that is a number and nothing else; null: it is words. */
function numberIn(text: string): string | null {
  return /^\s*\d[\d.]*\s*$/.test(text) ? text.replaceAll(/\D/g, '') : null;
}

function everyOne(goods: readonly NamedGoods[], count: number): readonly Ranked<NamedGoods>[] {
  return goods.map((item) => ({ item, count }));
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
  const found = sought.flatMap(({ term }) => (/\d/.test(term) ? beginningLike(term, known) : nearest(term, known, 3)));
  return [...new Set(found)].slice(0, 8);
}

/** Those with the most digits in common, four at least. */
function beginningLike(term: string, known: readonly string[]): readonly string[] {
  for (let length = term.length; length >= 4; length--) {
    const begins = known.filter((one) => isPrefix(term.slice(0, length), one));
    if (begins.length > 0) return begins.slice(0, 3);
  }
  return [];
}
