import type { Citation } from '../customs/citation.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { DatedRate } from '../customs/measure.ts';
import type { PeriodCap, Quota, QuotaCategory, QuotaLimit, QuotaPeriod } from '../customs/quota.ts';
import { type Decimal, decimal, greatest, least } from '../exact/decimal.ts';
import { type IsoDate, dayBefore, isoDate } from '../exact/iso-date.ts';
import { type Groups, membersOn } from './origins.ts';

/** A quantity that lines draw on, by name: "9903.80.67/DE/2022-Q1". `capacity: null`: not known. */
export interface Pot {
  readonly id: string;
  readonly capacity: Decimal | null;
  /** The year's own pot, where a period may only take what the year still has. */
  readonly year: YearPot | null;
  /** Whether unused quantity of earlier periods is added; `carried` finds what it may be. */
  readonly mayHoldMore: boolean;
  readonly carried: () => readonly Carried[];
  /** The first day of the period after it; null: there is none. */
  readonly next: () => IsoDate | null;
  /** Whether nothing of the quota changes within the period: what is not known of it on one day is not known on any. */
  readonly isSteady: () => boolean;
  /** The text that fixes the capacity. */
  readonly citation: Citation | null;
}

/** A year, and the periods that take from it, in order. */
export interface YearPot {
  readonly id: string;
  readonly capacity: Decimal;
  readonly periods: () => readonly { readonly id: string; readonly capacity: Decimal | null }[];
}

/** What an earlier period may leave to a later one. */
export interface Carried {
  readonly pot: Pot;
  readonly capacity: Decimal;
  readonly lastDay: IsoDate;
  /** The most that moves on; null: all of it. */
  readonly atMost: Decimal | null;
}

/** The pot that a line draws on under a rate within a quota. Of several categories the first counts. */
export function potHeld(
  { quota, categories: [category] }: { readonly quota: Quota; readonly categories: readonly QuotaCategory[] },
  { headings }: Pick<DatedRate, 'headings'>,
  line: Pick<EntryLine, 'origin' | 'date'>,
  groups: Groups,
): Pot {
  const label = category?.heading ?? headings[0] ?? quota.id;
  const find: FindPot = ({ origin, date }) => potOf(quota, category ?? null, label, origin, date, groups);
  const pot = find(line);
  return namePot ? { ...pot, id: namePot(pot, find) } : pot;
}

/** The pot in the same place of the law that goods of another origin, or of another day, draw on. */
export type FindPot = (line: Pick<EntryLine, 'origin' | 'date'>) => Pot;

let namePot: ((pot: Pot, find: FindPot) => string) | null = null;

/** What pots that lines draw on are named, until it is taken back with null: who keeps an answer for other lines puts marks in place of names. */
export function namePotsBy(name: typeof namePot): void {
  namePot = name;
}

/** The pot that goods of a category from an origin draw on, on a day. */
export function potOf(
  quota: Quota,
  category: QuotaCategory | null,
  label: string,
  origin: string,
  date: IsoDate,
  groups: Groups,
): Pot {
  const limit = limitOf(quota, category, origin, date, groups);
  const period = periodOf(quota, date);
  const year = date.slice(0, 4);
  const joint =
    limit?.categories && limit.categories.first !== limit.categories.last
      ? `${limit.categories.first}-${limit.categories.last}`
      : label;
  const cell = quota.cell.includes('category') ? joint : label;
  const name = (time: string): string => [cell, ...(quota.cell.includes('origin') ? [origin] : []), time].join('/');
  const amount = limit?.amount == null ? null : decimal(limit.amount);
  const citation = limit?.citation ?? quota.citation;
  if (limit?.per === 'its days')
    return {
      id: name(`${limit.from ?? ''}..${limit.before ?? ''}`),
      capacity: amount,
      year: null,
      ...without,
      next: () => limit.before,
      isSteady: () => true,
      citation,
    };
  const id = name(period ? `${year}-${period.name}` : year);
  const next = (): IsoDate | null => nextStart(quota, date);
  const isSteady = (): boolean => !changesBetween(quota, periodStart(quota, date), next());
  const mayHoldMore = quota.rollover.some((move) => move.goesTo === period?.name);
  const rollover =
    period && mayHoldMore
      ? { mayHoldMore, carried: () => carriedTo(quota, period, category, label, origin, date, groups) }
      : without;
  if (amount === null) return { id, capacity: null, year: null, ...rollover, next, isSteady, citation };
  if (limit?.per === 'period' || !period)
    return { id, capacity: amount, year: null, ...rollover, next, isSteady, citation };
  const capacity = capacityOf(period.cap, amount);
  // Where a period takes what the year still has, every period counts against the year.
  const periods: YearPot['periods'] = () =>
    quota.periods
      .filter(({ from, before }) => (from === null || from <= date) && (before === null || date < before))
      .toSorted((a, b) => (a.begins < b.begins ? -1 : 1))
      .map((one) => ({ id: name(`${year}-${one.name}`), capacity: capacityOf(one.cap, amount) }));
  const fromYear = quota.periods.some(({ cap }) => cap.kind === 'at-most' || cap.kind === 'rest');
  return {
    id,
    capacity,
    year: fromYear ? { id: name(year), capacity: amount, periods } : null,
    ...rollover,
    next,
    isSteady,
    citation,
  };
}

/** The first day of the period after that of a day. */
function nextStart({ periods }: Quota, date: IsoDate): IsoDate | null {
  const begins = periods.map((period) => period.begins).toSorted();
  const later = begins.find((day) => day > date.slice(5));
  const year = Number(date.slice(0, 4));
  return isoDate(later === undefined ? `${year + 1}-${begins[0] ?? '01-01'}` : `${year}-${later}`) ?? null;
}

const without: Pick<Pot, 'mayHoldMore' | 'carried'> = { mayHoldMore: false, carried: () => [] };

/** Earlier periods whose unused quantity moves to this one. What was moved to them does not move on again. */
function carriedTo(
  quota: Quota,
  period: QuotaPeriod,
  category: QuotaCategory | null,
  label: string,
  origin: string,
  date: IsoDate,
  groups: Groups,
): readonly Carried[] {
  return quota.rollover.flatMap(({ leftIn, goesTo, atMost }): readonly Carried[] => {
    const source = quota.periods.find(({ name }) => name === leftIn);
    if (goesTo !== period.name || !source) return [];
    const year = Number(date.slice(0, 4)) - (source.begins < period.begins ? 0 : 1);
    const from = isoDate(`${String(year).padStart(4, '0')}-${source.begins}`);
    const then = quota.periods.map(({ begins }) => begins).filter((begins) => begins > source.begins);
    const end = isoDate(
      then.length > 0 ? `${from?.slice(0, 4) ?? ''}-${then.toSorted()[0] ?? ''}` : `${String(year + 1)}-01-01`,
    );
    if (!from || !end) return [];
    const pot = potOf(quota, category, label, origin, dayBefore(end), groups);
    if (pot.capacity === null) return [];
    const most = atMost === null ? null : pot.capacity.times(decimal(atMost)).div(100);
    return [{ pot, capacity: pot.capacity, lastDay: dayBefore(end), atMost: most }];
  });
}

function capacityOf(cap: PeriodCap, annual: Decimal): Decimal | null {
  switch (cap.kind) {
    case 'share':
      return annual.times(decimal(cap.percent)).div(100);
    case 'at-most': {
      const part = annual.times(decimal(cap.percent)).div(100);
      return least(annual, cap.orIfMore === null ? part : greatest(part, decimal(cap.orIfMore)));
    }
    case 'rest':
      return annual;
    default:
      return null;
  }
}

/** The period a day falls into: the last one that has begun, in the wording of that day. */
function periodOf(quota: Quota, date: IsoDate): QuotaPeriod | undefined {
  return quota.periods
    .filter(
      (one) =>
        one.begins <= date.slice(5) &&
        (one.from === null || one.from <= date) &&
        (one.before === null || date < one.before),
    )
    .toSorted((a, b) => (a.begins < b.begins ? -1 : 1))
    .at(-1);
}

const bounds = new WeakMap<Quota, readonly IsoDate[]>();

/** Days on which limits of a quota, or the wording of its periods, begin and end; found once. */
function boundsOf(quota: Quota): readonly IsoDate[] {
  const known = bounds.get(quota);
  if (known) return known;
  const days = [...quota.limits, ...quota.periods].flatMap((one) => [one.from, one.before]);
  const found = [...new Set(days.filter((day) => day !== null))];
  bounds.set(quota, found);
  return found;
}

function changesBetween(quota: Quota, first: IsoDate | undefined, next: IsoDate | null): boolean {
  return boundsOf(quota).some((day) => (first === undefined || first < day) && (next === null || day < next));
}

/** A number for each span of days on which goods of an origin draw on the same pots of the quotas. */
export function potDays(quotas: readonly Quota[]): (date: IsoDate) => number {
  if (quotas.length === 0) return () => 0;
  const begins = [
    ...new Set(['01-01', ...quotas.flatMap(({ periods }) => periods.map((one) => one.begins))]),
  ].toSorted();
  const days = [...new Set(quotas.flatMap(boundsOf))].toSorted();
  return (date) => {
    const period = begins.findLastIndex((day) => day <= date.slice(5));
    const bound = days.findLastIndex((day) => day <= date) + 1;
    return (Number(date.slice(0, 4)) * begins.length + period) * (days.length + 1) + bound;
  };
}

/** The first day of the period that a day falls into; undefined: the quota has none. */
export function periodStart(quota: Quota, date: IsoDate): IsoDate | undefined {
  const year = date.slice(0, 4);
  return quota.periods.length === 0
    ? isoDate(`${year}-01-01`)
    : isoDate(`${year}-${periodOf(quota, date)?.begins ?? ''}`);
}

/** The most specific limit in force: one heading before a range, a country before a group. */
function limitOf(
  quota: Quota,
  category: QuotaCategory | null,
  origin: string,
  date: IsoDate,
  groups: Groups,
): QuotaLimit | undefined {
  const fits = (limit: QuotaLimit): boolean =>
    (limit.from === null || limit.from <= date) &&
    (limit.before === null || date < limit.before) &&
    (limit.categories === null ||
      (category !== null && limit.categories.first <= category.heading && category.heading <= limit.categories.last)) &&
    (limit.origin === null || membersOn([limit.origin], date, groups).has(origin));
  const precision = (limit: QuotaLimit): number =>
    (limit.per === 'its days' ? 100 : limit.per === 'period' ? 50 : 0) +
    (limit.categories === null ? 0 : limit.categories.first === limit.categories.last ? 20 : 10) +
    (limit.origin === null ? 0 : limit.origin === origin ? 2 : 1);
  const [first, second] = quota.limits.filter(fits).toSorted((a, b) => precision(b) - precision(a));
  const contradicted = first && second && precision(first) === precision(second) && first.amount !== second.amount;
  return contradicted ? { ...first, amount: null } : first; // `tariff check` tells of it
}
