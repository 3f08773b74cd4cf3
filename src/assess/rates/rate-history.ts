import type { CountryCode } from '../../customs/country.ts';
import type { RateHistory, RateStep, RatesDue, RatesQuestion } from '../../customs/rates-due.ts';
import type { Table } from '../../customs/table.ts';
import { type IsoDate, dayAfter, dayBefore, firstDay } from '../../exact/iso-date.ts';
import { isCoarse } from '../coarse.ts';
import { codesBelow } from '../numbers-below.ts';
import type { Law } from '../law.ts';
import type { Regime } from '../regime.ts';
import { ratesDue } from './rates-due.ts';
import { waysKey } from './ways-key.ts';

/** Goods whose rate is followed, with the facts that are known of them. */
export type HistoryQuestion = Omit<RatesQuestion, 'origin' | 'date'>;

/** From the first day to the last, both included. */
export interface HistorySpan {
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/**
 * From the first day on which any regime on hand has a rate for the goods to the last for which all that lay one are documented. A
 * schedule seldom says since when its rates hold: for goods that have no other, from the first day of any other law on hand.
 */
export function documentedSpan(question: HistoryQuestion, law: Law): HistorySpan | undefined {
  const concerned = regimesFor(question, law);
  const additional = concerned.filter(({ table }) => table.role !== 'base');
  const begins = (regimes: readonly Regime[]): readonly IsoDate[] =>
    numbersOf(question, law).flatMap((code) => regimes.flatMap((regime) => firstChange(regime, code) ?? []));
  const known = concerned.flatMap(({ days }) => days.filter((day) => day > firstDay));
  const from = (
    additional.length > 0 ? begins(additional) : firstRates(law).length > 0 ? firstRates(law) : known
  ).toSorted()[0];
  const standing = concerned.filter((regime) => !isReplacedEver(regime, law));
  const until = standing.flatMap(({ table }) => table.documentedThrough ?? []).toSorted()[0] ?? known.toSorted().at(-1);
  if (from === undefined || until === undefined) return undefined;
  return { from, until: until < from ? from : until };
}

/** The first day on which the regime has a rate for goods; of one that always had, the first on which anything in it changed. */
function firstChange({ reach, days }: Regime, code: string): IsoDate | undefined {
  const from = reach(code)?.from;
  return from === firstDay ? days.find((day) => day > firstDay) : from;
}

function firstRates({ regimes }: Law): readonly IsoDate[] {
  const days = regimes.flatMap(({ table }) => table.measures.flatMap(({ rates }) => rates.map(({ from }) => from)));
  return days
    .filter((day) => day > firstDay)
    .toSorted()
    .slice(0, 1);
}

/** What was due from each of the origins over time; those that fared alike together. */
export function rateHistories(
  question: HistoryQuestion,
  origins: readonly CountryCode[],
  span: HistorySpan,
  law: Law,
): readonly RateHistory[] {
  const days = changesWithin(span, question, law);
  const alike = new Map<string, RateHistory>();
  for (const origin of origins) {
    const steps = stepsOf((date) => withoutFees(ratesDue({ ...question, origin, date }, law)), days, span.until, law);
    const key = steps.map((step) => `${step.from} ${keyOf(step.due, step.undocumented)}`).join('\n\n\n');
    const known = alike.get(key);
    alike.set(key, { origins: [...(known?.origins ?? []), origin], steps: known?.steps ?? steps });
  }
  return [...alike.values()];
}

/** Bounds of fees change every year, and concern entries: they are no step in the rate on goods. */
function withoutFees(due: RatesDue): RatesDue {
  const ways = due.ways.map((way) => ({ ...way, rates: way.rates.filter(({ role }) => role !== 'fee') }));
  return { ...due, ways };
}

function stepsOf(
  dueOn: (date: IsoDate) => RatesDue,
  days: readonly IsoDate[],
  until: IsoDate,
  law: Law,
): readonly RateStep[] {
  const begun: Omit<RateStep, 'to'>[] = [];
  let key = '';
  for (const from of days) {
    const due = dueOn(from);
    const undocumented = undocumentedIn(due, law);
    const own = keyOf(due, undocumented);
    if (own !== key) begun.push({ from, due, undocumented });
    key = own;
  }
  return begun.map((step, index) => {
    const next = begun[index + 1];
    return { ...step, to: next ? dayBefore(next.from) : until };
  });
}

/** Equal where nothing differs that a reader would call a change. */
function keyOf({ status, ways, problems }: RatesDue, undocumented: readonly string[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return [status, waysKey(ways), ...errors, ...undocumented].join('\n\n');
}

/** Titles of the tables behind the rates that do not reach the day. */
function undocumentedIn({ ways, question }: RatesDue, law: Law): readonly string[] {
  const laying = new Set(ways.flatMap(({ rates }) => rates.map(({ regime }) => regime)));
  return law.regimes.flatMap(({ table }) =>
    laying.has(table.regime) && isUndocumented(table, question.date) ? [table.title] : [],
  );
}

function isUndocumented({ documentedFrom, documentedThrough }: Table, date: IsoDate): boolean {
  return (documentedFrom !== null && date < documentedFrom) || (documentedThrough !== null && documentedThrough < date);
}

/** The first day, and each day on which anything changes that may concern the goods. */
function changesWithin({ from, until }: HistorySpan, question: HistoryQuestion, law: Law): readonly IsoDate[] {
  const days = new Set<IsoDate>();
  for (const { table, days: own } of regimesFor(question, law)) {
    for (const day of own) days.add(day);
    if (table.replaced) days.add(table.replaced.from);
    if (table.documentedFrom) days.add(table.documentedFrom);
    if (table.documentedThrough) days.add(dayAfter(table.documentedThrough));
    for (const one of table.yields) for (const day of [one.from, one.before]) if (day) days.add(day);
  }
  for (const program of Object.values(law.schedule.jurisdiction.programs))
    for (const day of [program.from, program.before]) if (day) days.add(day);
  return [from, ...[...days].filter((day) => from < day && day <= until).toSorted()];
}

function regimesFor(question: HistoryQuestion, law: Law): readonly Regime[] {
  const numbers = numbersOf(question, law);
  const isClass = question.goods.kind === 'class';
  return law.regimes.filter(
    ({ table, reach }) =>
      table.role !== 'fee' && !(isClass && table.role === 'base') && numbers.some((code) => reach(code) !== undefined),
  );
}

function numbersOf(question: HistoryQuestion, law: Law): readonly string[] {
  if (isCoarse(question, law)) return codesBelow(question, law);
  return question.goods.kind === 'number' ? [question.goods.code] : [];
}

function isReplacedEver({ table: { replaced } }: Regime, law: Law): boolean {
  return replaced !== null && law.regimes.some(({ table }) => table.regime === replaced.by);
}
