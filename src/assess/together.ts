import type { EntryLine } from '../customs/entry-line.ts';
import { keyOf, keyText } from '../customs/ledger-record.ts';
import { Decimal, greatest, least, zero } from '../exact/decimal.ts';
import { assessLine } from './assess-line.ts';
import type { Law } from './law.ts';
import { type Balances, type Draw, availableIn } from './balances.ts';
import { foundBefore } from './told.ts';

/** What a line asks of a pot. */
interface Request {
  readonly line: EntryLine;
  readonly draw: Draw;
}

/** What each line of a group may draw, by pot; a line that is not named draws what it finds. */
export type Allotments = ReadonlyMap<EntryLine, ReadonlyMap<string, Decimal>>;

/** Prorates what a pot holds among lines that were presented at one moment, if together they ask for more. 19 CFR 132.12(c). */
export function prorate(lines: readonly EntryLine[], law: Law, balances: Balances): Allotments {
  const allotted = new Map<EntryLine, Map<string, Decimal>>();
  for (const group of groupsIn(requestsOf(lines, law, balances)).values()) {
    for (const [line, pot, share] of sharesOf(group, balances)) {
      const own = allotted.get(line) ?? new Map<string, Decimal>();
      allotted.set(line, own.set(pot, share));
    }
  }
  return allotted;
}

/** What each line would draw if there were room; lines that a ledger holds, or that customs said to be over, do not compete. */
function requestsOf(lines: readonly EntryLine[], law: Law, balances: Balances): readonly Request[] {
  const seen = new Set<string>();
  return lines.flatMap((line): readonly Request[] => {
    if (line.quotaTier === 'over-quota') return [];
    const key = balances.recorded ? keyOf(line) : null;
    // A line that stands twice is counted once.
    if (key !== null && seen.has(keyText(key))) return [];
    if (key !== null) seen.add(keyText(key));
    const { draws } = assessLine(line, law, { ...balances, isAsking: true });
    return draws.flatMap((draw): readonly Request[] =>
      draw.drawn === null || draw.isRecorded ? [] : [{ line, draw }],
    );
  });
}

function groupsIn(requests: readonly Request[]): ReadonlyMap<string, readonly Request[]> {
  const groups = new Map<string, Request[]>();
  for (const request of requests) {
    const { pot, presented } = request.draw;
    const key = `${pot.id} ${presented}`;
    const group = groups.get(key);
    if (group) group.push(request);
    else groups.set(key, [request]);
  }
  return groups;
}

type Share = readonly [line: EntryLine, pot: string, share: Decimal];

function sharesOf(group: readonly Request[], balances: Balances): readonly Share[] {
  const [first] = group;
  if (!first) return [];
  const { pot, presented } = first.draw;
  const early = foundBefore(pot, balances, presented);
  const found = early === undefined ? availableIn(pot, balances, presented) : early;
  const wanted = group.map(({ draw }) => draw.requested);
  if (found === null || group.length < 2 || sumOf(wanted).lte(found)) return [];
  // What customs accepted of the moment is gone, wherever it stands among the lines.
  const accepted = group.filter(({ line }) => line.quotaTier === 'in-quota');
  const others = group.filter(({ line }) => line.quotaTier === null);
  const available = greatest(zero, found.minus(sumOf(accepted.map(({ draw }) => draw.requested))));
  const shares = apportionWhole(
    available,
    others.map(({ draw }) => draw.requested),
  );
  return others.map(({ line }, index) => [line, pot.id, shares[index] ?? zero]);
}

function sumOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce<Decimal>((sum, amount) => sum.plus(amount), zero);
}

/**
 * Divides an amount in proportion to requests that exceed it. Each gets the whole kilograms of its share; what is left over goes, a kilogram
 * at a time, to those that lost the largest parts, the earlier line first. The shares add up to the amount, and none exceeds its request.
 */
export function apportionWhole(amount: Decimal, requests: readonly Decimal[]): readonly Decimal[] {
  const whole = sumOf(requests);
  if (whole.isZero()) return requests.map(() => zero);
  const exact = requests.map((request) => amount.times(request).div(whole));
  const shares = exact.map((share) => share.floor());
  let left = amount.minus(sumOf(shares));
  const order = exact
    .map((share, index) => ({ index, lost: share.minus(share.floor()) }))
    .toSorted((a, b) => b.lost.comparedTo(a.lost) || a.index - b.index);
  while (left.gt(0)) {
    const before = left;
    for (const { index } of order) {
      const share = shares[index] ?? zero;
      const more = least(new Decimal(1), least(left, (requests[index] ?? zero).minus(share)));
      shares[index] = share.plus(more);
      left = left.minus(more);
    }
    if (left.eq(before)) break;
  }
  return shares;
}
