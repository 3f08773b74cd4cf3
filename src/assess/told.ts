import { figureWords, isFull, isTold, type PublishedFill } from '../customs/published-fill.ts';
import { Decimal, type Decimal as Amount, greatest, zero } from '../exact/decimal.ts';
import { type Balances, contentOf, limitOf, withinYear, wholeOf, yearContent } from './balances.ts';
import type { Pot } from './pots.ts';

/** More than any line asks for: there was room, and nobody knows how much. */
const allAsked = new Decimal(Number.POSITIVE_INFINITY);

/**
 * What figures and balances of a day say of a line that was presented before that day was over. `room`: the pot was not full yet, so all that was
 * presented fitted. `silent`: it was full, and nobody can say of when. `nothing`: there is none of such a day.
 */
type Told = 'room' | 'silent' | 'nothing';

/**
 * What a line finds that is part of what a published figure or a dated balance tells of, and of which no ledger knows. Null: what was published does
 * not say whether it found room. Undefined: nothing was published of a day by whose end the line had been presented.
 */
export function foundBefore(pot: Pot, balances: Balances, presented: string): Amount | null | undefined {
  const found = wholesOf(pot, balances, presented).map(([id, whole]) => told(id, whole, balances, presented));
  if (found.includes('silent')) return null;
  if (found[0] === 'nothing') return undefined;
  const limit = limitOf(pot, balances);
  if (limit === null) return allAsked;
  const left = greatest(zero, limit.minus(balances.drawn.get(pot.id) ?? zero));
  return withinYear(left, pot, balances, presented);
}

function told(id: string, whole: Amount | null, balances: Balances, presented: string): Told {
  const given = balances.given.get(id);
  if (given) {
    if (given.asOf === null || !isTold({ asOf: given.asOf }, presented)) return 'nothing';
    return given.amount.isZero() ? 'silent' : 'room';
  }
  const [before, after] = around(id, balances, presented);
  const full = after ? isFull(after, whole) : null;
  if (full === null) return 'nothing';
  const wasFull = before !== undefined && isFull(before, whole) === true;
  // Full before and after: the day before tells all. Full, then not full: something was given back, and nobody can say of when.
  if (full) return wasFull ? 'nothing' : 'silent';
  return wasFull ? 'silent' : 'room';
}

/** The last figure of a day before the line was presented, and the first of a day by whose end it had been. */
function around(
  id: string,
  { published }: Balances,
  presented: string,
): readonly [before: PublishedFill | undefined, after: PublishedFill | undefined] {
  const figures = published?.get(id) ?? [];
  return [figures.findLast((one) => !isTold(one, presented)), figures.find((one) => isTold(one, presented))];
}

/** "9903.80.67/DE/2022-Q1 was 87% full at the end of 2022-02-14": the figure that a line rests on; null: none. */
export function publishedWords(pot: Pot, balances: Balances, presented: string): string | null {
  for (const [id, whole] of wholesOf(pot, balances, presented)) {
    if (balances.given.has(id)) return null;
    const [before, after] = around(id, balances, presented);
    const fill = told(id, whole, balances, presented) === 'nothing' ? (before ?? after) : after;
    if (fill) return `${id} was ${figureWords(fill)}`;
  }
  return null;
}

/** A pot, and the year that it takes from: what a percentage of each is a part of. */
function wholesOf(
  pot: Pot,
  balances: Balances,
  presented: string,
): readonly (readonly [id: string, whole: Amount | null])[] {
  const own = [pot.id, wholeOf(pot, balances, presented)] as const;
  return pot.year ? [own, [pot.year.id, yearContent(pot.year, balances)]] : [own];
}

/** What keeps anybody from saying whether a line found room; null: not known is what the pot holds. */
export function silentWords(pot: Pot, balances: Balances, presented: string): string | null {
  for (const [id, whole] of wholesOf(pot, balances, presented)) {
    if (told(id, whole, balances, presented) !== 'silent') continue;
    const given = balances.given.get(id);
    if (given) return `nothing was left of ${id} at the end of ${given.asOf ?? ''}`;
    const words = around(id, balances, presented).flatMap((one) => (one ? [figureWords(one)] : []));
    return `${id} was ${words.join(', and ')}`;
  }
  return null;
}

/** What a pot held as far as it bears on a line: what was left at the end of a day says nothing of lines presented before. */
export function limitMet(pot: Pot, balances: Balances, presented: string): Amount | null {
  const given = balances.given.get(pot.id);
  return given?.asOf != null && isTold({ asOf: given.asOf }, presented)
    ? limitOf(pot, balances)
    : contentOf(pot, balances);
}
