import { countSlips, nearest } from '../../exact/suggest.ts';
import { isSmall, type ReadTerms } from './terms.ts';

/** Something that can be found, by terms that name it and by terms that stand beside it. */
export interface Entry<Item> {
  readonly item: Item;
  readonly terms: readonly string[];
  readonly beside: readonly string[];
}

export interface Ranked<Item> {
  readonly item: Item;
  /** How many of the terms it has. */
  readonly count: number;
}

/** A term that is looked for: itself, or what is spelt like it where nothing has it. */
export interface Sought {
  readonly term: string;
  /** As the question wrote it. */
  readonly word: string;
  readonly as: readonly string[];
}

/** The terms of a question. Of those that no entry has, the ones that are spelt most alike; numbers are never taken for others. */
export function soughtIn(text: string, readTerms: ReadTerms, vocabulary: ReadonlySet<string>): readonly Sought[] {
  const terms = [...new Set(readTerms(text))];
  const telling = terms.filter((term) => !isSmall(term));
  const known = [...vocabulary];
  return (telling.length > 0 ? telling : terms).map((term) => {
    const isKnown = vocabulary.has(term) || known.some((one) => isPrefix(term, one));
    const as = isKnown ? [term] : /\d/.test(term) ? [] : closestAll(term, known.filter(isWord));
    return { term, word: wordOf(text, term, readTerms), as };
  });
}

/** Up to three that are as near as any: one slip away, or two in a long word that begins alike. */
function closestAll(term: string, known: readonly string[]): readonly string[] {
  const near = known.filter((one) => countSlips(term, one) <= (term.length >= longWord && one[0] === term[0] ? 2 : 1));
  const [first, ...others] = nearest(term, near, 3);
  if (first === undefined) return [];
  const least = countSlips(term, first);
  return [first, ...others.filter((one) => countSlips(term, one) === least)];
}

const longWord = 8;

/** The word of the text that was read as the term. */
function wordOf(text: string, term: string, readTerms: ReadTerms): string {
  return text.split(/\s+/).find((word) => readTerms(word).includes(term)) ?? term;
}

function isWord(term: string): boolean {
  return !/\d/.test(term);
}

/** Four letters or digits may begin a longer word or number: cans are not Canada. */
export function isPrefix(term: string, of: string): boolean {
  return term.length >= 4 && of.length > term.length && of.startsWith(term);
}

/**
 * Those that have any of the terms: those with more of them first; of equals those in which whole words and rarer words match, then as they
 * stood.
 */
export function rank<Item>(entries: readonly Entry<Item>[], sought: readonly Sought[]): readonly Ranked<Item>[] {
  const weights = sought.map((one) => rarity(entries, one));
  return entries
    .map((entry) => {
      const qualities = sought.map(({ as }) => Math.max(0, ...as.map((term) => qualityIn(entry, term))));
      const count = qualities.filter((quality) => quality > 0).length;
      const weight = qualities.reduce((sum, quality, index) => sum + quality * (weights[index] ?? 0), 0);
      return { item: entry.item, count, weight };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || b.weight - a.weight)
    .map(({ item, count }) => ({ item, count }));
}

/**
 * Those worth telling of: beside some that have all the terms, none that has fewer; else those with more than half of them. Those with fewer
 * only where nothing has more. `most`: how many the best of any kind has.
 */
export function worthTelling<Item>(
  ranked: readonly Ranked<Item>[],
  all: number,
  most: number,
): readonly Ranked<Item>[] {
  const whole = ranked.filter(({ count }) => count === all);
  if (whole.length > 0) return whole;
  const more = ranked.filter(({ count }) => count * 2 > all);
  return more.length > 0 || most * 2 > all ? more : ranked;
}

/** A whole word of the name counts most, the beginning of a word beside it least. */
function qualityIn({ terms, beside }: Entry<unknown>, term: string): number {
  if (terms.includes(term)) return 4;
  if (beside.includes(term)) return 3;
  if (terms.some((one) => isPrefix(term, one))) return 2;
  return beside.some((one) => isPrefix(term, one)) ? 1 : 0;
}

/** A term that few entries have tells more. */
function rarity(entries: readonly Entry<unknown>[], { as }: Sought): number {
  const having = entries.filter((entry) => as.some((term) => qualityIn(entry, term) > 0)).length;
  return having === 0 ? 0 : 1 + Math.log(entries.length / having);
}
