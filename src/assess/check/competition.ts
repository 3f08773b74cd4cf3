import { printCode } from '../../customs/commodity-code.ts';
import type { Problem } from '../../customs/problem.ts';
import type { DatedRate } from '../../customs/measure.ts';
import type { Schedule } from '../../customs/schedule.ts';
import { type IsoDate, firstDay } from '../../exact/iso-date.ts';
import { rangesIn } from '../goods.ts';
import { originsOn, hasOrigin } from '../origins.ts';
import type { Candidate, Docket } from '../candidate.ts';
import { choiceBetween } from '../docket.ts';
import type { Regime } from '../regime.ts';
import { compareTests, excludeEachOther } from '../width.ts';
import { type Finding, placeOf } from './finding.ts';

/** Findings of one kind that are listed; a table with more is wrong in one way many times. */
const mostListed = 20;

/**
 * Walks every kind of goods, class of origins and stretch of days once: finds pairs of measures of which neither goes first,
 * and rates that something else always beats.
 */
export function checkCompetition(regime: Regime, schedule: Schedule, finding: Finding): readonly Problem[] {
  const ties = new Map<string, Problem>();
  const reached = new Set<string>();
  const seen = new Set<string>();
  const all = representatives(regime, schedule);
  for (const date of [firstDay, ...regime.days]) {
    const codes = thatFareApart(all, regime, date);
    for (const origin of originClasses(regime, schedule, date)) {
      for (const code of codes) {
        const docket = regime.docket(code, origin, date);
        const key = docket.candidates.map((one) => `${nameOf(one)}@${one.goodsWidth}`).join();
        if (docket.candidates.length === 0 || seen.has(`${date}|${key}`)) continue;
        seen.add(`${date}|${key}`);
        for (const [a, b] of tiesIn(docket, regime)) {
          const pair = [nameOf(a), nameOf(b)].toSorted().join('|');
          if (!ties.has(pair))
            ties.set(pair, tie(a, b, printCode(code, schedule.jurisdiction.code), origin, date, finding));
        }
        const circle = circleIn(docket, regime);
        const ring = circle.map(nameOf).toSorted().join('|');
        if (circle.length > 0 && !ties.has(ring))
          ties.set(ring, aCircle(circle, printCode(code, schedule.jurisdiction.code), origin, date, finding));
        for (const one of docket.candidates) if (!alwaysBeaten(one, docket, regime)) reached.add(nameOf(one));
      }
    }
  }
  const unreachable = regime.table.measures.flatMap((measure) =>
    measure.rates.flatMap((rate, index) =>
      reached.has(`${measure.id}#${index}`) || rate.endedBy !== null || isWithdrawn(rate)
        ? []
        : [
            finding(
              'unreachable',
              'warning',
              `${placeOf(measure)}.rates[${index}]`,
              `${rate.charge.printed.text} can never apply: no goods, origins and days are left for it`,
            ),
          ],
    ),
  );
  return [...[...ties.values()].slice(0, mostListed), ...unreachable.slice(0, mostListed)];
}

/** Law until an act took it back from its first day on. */
function isWithdrawn({ from, before }: DatedRate): boolean {
  return from === before;
}

function nameOf(candidate: Candidate): string {
  return `${candidate.measure.id}#${candidate.measure.rates.indexOf(candidate.rate)}`;
}

/** One code of each kind. A prefix stands for the codes under it that no longer prefix names. */
function representatives(regime: Regime, schedule: Schedule): readonly string[] {
  const kinds = new Map<string, string>();
  const full = schedule.jurisdiction.code.full;
  const named = [...regime.kinds.prefixes(), ...coveredBy(regime)];
  const prefixes = named.length > 0 ? named : ['0'];
  for (const prefix of prefixes) {
    const known = schedule.numbersBelow(prefix);
    for (const code of known.length > 0 ? known : [prefix.padEnd(full, '0'), prefix]) {
      const kind = regime.kinds.kindOf(code);
      if (!kinds.has(kind)) kinds.set(kind, code);
    }
  }
  return [...kinds.values()];
}

/** One code of those that fare alike on a day, the first. */
function thatFareApart(codes: readonly string[], regime: Regime, date: IsoDate): readonly string[] {
  const first = new Map<string, string>();
  for (const code of codes) {
    const key = regime.goodsKey(code, date);
    if (!first.has(key)) first.set(key, code);
  }
  return [...first.values()];
}

/** Goods that nothing but the cover of the table names. */
function coveredBy({ table: { covers, lists } }: Regime): readonly string[] {
  const entries = (covers ?? []).flatMap((entry) =>
    entry.what.kind === 'list' ? (lists[entry.what.list] ?? []) : [entry],
  );
  return [...rangesIn(entries)].map(({ first }) => first);
}

/** One origin of each class: origins that the same measures reach on the day. */
function originClasses(regime: Regime, schedule: Schedule, date: IsoDate): readonly string[] {
  const { codes } = schedule.countries;
  const sets = regime.table.measures.map((measure) => originsOn(measure.origins, date, regime.groups, codes));
  const classes = new Map<string, string>();
  for (const origin of codes) {
    const key = sets.map((set) => (hasOrigin(set, origin) ? '1' : '0')).join('');
    if (!classes.has(key)) classes.set(key, origin);
  }
  return [...classes.values()];
}

function* tiesIn(docket: Docket, regime: Regime): Generator<readonly [Candidate, Candidate]> {
  for (const [index, a] of docket.candidates.entries()) {
    for (const b of docket.candidates.slice(index + 1)) {
      if (docket.beats(a, b) || docket.beats(b, a) || choiceBetween([a, b], regime.table)) continue;
      if (excludeEachOther(a.rate.when, b.rate.when, docket.date, regime.groups)) continue;
      const settled = docket.candidates.some(
        (one) =>
          one.quota === null && docket.beats(one, a) && docket.beats(one, b) && follows([a, b], one, docket, regime),
      );
      if (!settled) yield [a, b];
    }
  }
}

/** Candidates of which each is beaten by another of them, so that none goes first: narrowness says one thing, the order of the table another. */
function circleIn(docket: Docket, regime: Regime): readonly Candidate[] {
  let left: readonly Candidate[] = docket.candidates;
  for (;;) {
    const beaten = left.filter((one) =>
      left.some(
        (other) =>
          other !== one &&
          docket.beats(other, one) &&
          !excludeEachOther(other.rate.when, one.rate.when, docket.date, regime.groups),
      ),
    );
    if (beaten.length === left.length) return beaten;
    left = beaten;
  }
}

/** Whether the candidate applies whenever the others do. */
function follows(others: readonly Candidate[], candidate: Candidate, docket: Docket, regime: Regime): boolean {
  const width = compareTests(
    others.flatMap((one) => one.rate.when),
    candidate.rate.when,
    docket.date,
    regime.groups,
  );
  return width === 'narrower' || width === 'equal';
}

function alwaysBeaten(candidate: Candidate, docket: Docket, regime: Regime): boolean {
  return docket.candidates.some(
    (one) => one.quota === null && docket.beats(one, candidate) && follows([candidate], one, docket, regime),
  );
}

function aCircle(
  circle: readonly Candidate[],
  number: string,
  origin: string,
  date: IsoDate,
  finding: Finding,
): Problem {
  const day = date === firstDay ? 'any day' : date;
  const names = [...new Set(circle.map(({ measure }) => `"${measure.id}"`))];
  return finding(
    'ambiguous-rate',
    'error',
    circle[0] ? placeOf(circle[0].measure) : 'measures',
    `${names.join(', ')} go before each other in a circle for ${number} from ${origin} on ${day}`,
    'One is narrower, and "order" puts it after another that gives way to it: change "order".',
  );
}

function tie(a: Candidate, b: Candidate, number: string, origin: string, date: IsoDate, finding: Finding): Problem {
  const day = date === firstDay ? 'any day' : date;
  const [first, second] = [a, b].map((one) => `"${one.measure.id}" (${one.rate.charge.printed.text})`);
  const hint =
    a.measure === b.measure
      ? 'Give each rate its own days, or tests that tell them apart.'
      : 'Say which goes first in "order", or take the goods of one out of the other with "except".';
  return finding(
    'ambiguous-rate',
    'error',
    placeOf(a.measure),
    `${first} and ${second} fit ${number} from ${origin} on ${day} equally well`,
    hint,
  );
}
