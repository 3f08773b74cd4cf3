import type { Citation } from '../customs/citation.ts';
import { type PublishedFill, isTold, publishedQuantity } from '../customs/published-fill.ts';
import type { PeriodCap, Quota, QuotaCategory, QuotaLimit, QuotaPeriod } from '../customs/quota.ts';
import { type Decimal, decimal, greatest, groupedText, least, plainText, zero } from '../exact/decimal.ts';
import { type IsoDate, dayBefore, isoDate } from '../exact/iso-date.ts';
import { type Groups, membersOn } from './origins.ts';
import type { RecordedLines } from './recorded.ts';

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
  /** The text that fixes the capacity. */
  readonly citation: Citation | null;
}

/** A year, and the periods that take from it. */
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

/** What customs or the user says is left in a pot, as of a day. */
export interface GivenBalance {
  readonly amount: Decimal;
  readonly asOf: string | null;
  readonly source: string | null;
}

/** A percentage of each request, of lines presented up to a moment; null: up to the opening that the table has. */
export interface Proration {
  readonly percent: Decimal;
  readonly at: string | null;
}

/** Balances of a run. A balance is the given amount, or the limit, less what the run drew; it is never stored. */
export interface Balances {
  readonly given: ReadonlyMap<string, GivenBalance>;
  readonly drawn: ReadonlyMap<string, Decimal>;
  /** When the last line that drew on a pot was presented. */
  readonly presented: ReadonlyMap<string, string>;
  /** Pots that a line without an answer may have drawn on. */
  readonly undecided?: ReadonlySet<string>;
  /** Lines that a ledger holds; left out: there is no ledger. */
  readonly recorded?: RecordedLines;
  /** The share of the line at hand in what lines presented together find, by quota period; left out: it came alone. */
  readonly allotted?: ReadonlyMap<string, Decimal>;
  /** Asks what the line would draw if there were room. */
  readonly isAsking?: boolean;
  /** What part of each request customs accepted at an opening, by quota period. */
  readonly prorated?: ReadonlyMap<string, Proration>;
  /** Figures that customs published, by quota period. */
  readonly published?: ReadonlyMap<string, PublishedFill>;
}

export const untouched: Balances = { given: new Map(), drawn: new Map(), presented: new Map() };

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
      citation,
    };
  const id = name(period ? `${year}-${period.name}` : year);
  const next = (): IsoDate | null => nextStart(quota, date);
  const mayHoldMore = quota.rollover.some((move) => move.goesTo === period?.name);
  const rollover =
    period && mayHoldMore
      ? { mayHoldMore, carried: () => carriedTo(quota, period, category, label, origin, date, groups) }
      : without;
  if (amount === null) return { id, capacity: null, year: null, ...rollover, next, citation };
  if (limit?.per === 'period' || !period) return { id, capacity: amount, year: null, ...rollover, next, citation };
  const capacity = capacityOf(period.cap, amount);
  // Where a period takes what the year still has, every period counts against the year.
  const periods: YearPot['periods'] = () =>
    quota.periods
      .filter(({ from, before }) => (from === null || from <= date) && (before === null || date < before))
      .map((one) => ({ id: name(`${year}-${one.name}`), capacity: capacityOf(one.cap, amount) }));
  const fromYear = quota.periods.some(({ cap }) => cap.kind === 'at-most' || cap.kind === 'rest');
  return {
    id,
    capacity,
    year: fromYear ? { id: name(year), capacity: amount, periods } : null,
    ...rollover,
    next,
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

/** What is known to have been moved to a pot; null: what earlier periods left is not known, as no figure of their last day was published. */
export function carriedInto({ mayHoldMore, carried }: Pot, balances: Balances): Decimal | null {
  const { published } = balances;
  if (!mayHoldMore) return zero;
  if (!published || published.size === 0) return null;
  let sum: Decimal = zero;
  for (const { pot, capacity, lastDay, atMost } of carried()) {
    const fill = published.get(pot.id);
    if (!fill || !isTold(fill, lastDay)) return null;
    // The period's own quantity counts as drawn first, so that what was moved to it does not move on.
    const unused = greatest(zero, capacity.minus(countedOn(pot.id, contentOf(pot, balances), balances)));
    sum = sum.plus(atMost === null ? unused : least(unused, atMost));
  }
  return sum;
}

/** What a pot holds at the outset: a balance that was given, or its limit with what was moved to it. Null: not known. */
export function contentOf(pot: Pot, balances: Balances): Decimal | null {
  const given = balances.given.get(pot.id);
  if (given) return given.amount;
  return pot.capacity === null ? null : pot.capacity.plus(carriedInto(pot, balances) ?? zero);
}

/** What counts on a period or a year: what was drawn here, or what customs published with what was drawn here since, if that is more. */
export function countedOn(id: string, content: Decimal | null, { given, drawn, published }: Balances): Decimal {
  const own = drawn.get(id) ?? zero;
  const fill = given.has(id) ? undefined : published?.get(id);
  const all = fill ? publishedQuantity(fill, content) : null;
  return fill && all ? greatest(own, all.plus(own).minus(fill.own)) : own;
}

/** What a pot still holds for this run; null where neither a limit nor a balance is known. */
export function availableIn(pot: Pot, balances: Balances): Decimal | null {
  const own = leftOf(pot.id, contentOf(pot, balances), balances);
  return own === null ? null : withinYear(own, pot, balances);
}

function leftOf(id: string, content: Decimal | null, balances: Balances): Decimal | null {
  return content === null ? null : greatest(zero, content.minus(countedOn(id, content, balances)));
}

/** A period takes no more than its year still has, unless it was given what is left in it. */
function withinYear(amount: Decimal, { id, year }: Pot, balances: Balances): Decimal {
  if (!year || (balances.given.has(id) && !balances.given.has(year.id))) return amount;
  const content = balances.given.get(year.id)?.amount ?? year.capacity;
  // What was published of its periods is part of the year too.
  const byPeriods = year
    .periods()
    .reduce<Decimal>((total, period) => total.plus(countedOn(period.id, period.capacity, balances)), zero);
  const counted = greatest(countedOn(year.id, content, balances), byPeriods);
  return least(amount, greatest(zero, content.minus(counted)));
}

/**
 * What a line finds that was presented before the day of the published figure, and of which no ledger knows: if the quota was not full that
 * day, all of it fitted. Null: it was full, so the figure does not tell. Undefined: there is no such figure.
 */
export function foundBefore(pot: Pot, balances: Balances, presented: string): Decimal | null | undefined {
  const fill = balances.given.has(pot.id) ? undefined : balances.published?.get(pot.id);
  const content = contentOf(pot, balances);
  if (!fill || content === null || !isTold(fill, presented)) return undefined;
  const all = publishedQuantity(fill, content);
  if (all === null) return undefined;
  if (all.gte(content)) return null;
  return withinYear(greatest(zero, content.minus(balances.drawn.get(pot.id) ?? zero)), pot, balances);
}

/** First come, first served: takes what is left, perhaps nothing; the rest is over quota. 19 CFR 132.11(a). */
export interface Draw {
  readonly pot: Pot;
  readonly requested: Decimal;
  readonly drawn: Decimal;
  readonly presented: string;
  /** The ledger holds it already: it counts in the balances. */
  readonly isRecorded: boolean;
}

/** The same where nobody can say how much it gets: the requested quantity counts until a limit is known. */
export type Ask = Omit<Draw, 'drawn'> & { readonly drawn: null };

/** Balances that one batch may change; whoever handed in the originals keeps them as they were. */
export interface OpenBalances extends Balances {
  readonly drawn: Map<string, Decimal>;
  readonly presented: Map<string, string>;
  readonly undecided: Set<string>;
  readonly published: Map<string, PublishedFill>;
}

export function openBalances(balances: Balances): OpenBalances {
  const { given, drawn, presented, undecided, recorded, published, prorated } = balances;
  return {
    given,
    drawn: new Map(drawn),
    presented: new Map(presented),
    undecided: new Set(undecided),
    ...(recorded && { recorded }),
    ...(prorated && { prorated }),
    published: new Map(published),
  };
}

/** Takes the draws out of the balances; those that a ledger holds are out already. What is asked counts where there is a ledger. */
export function recordDraws(balances: OpenBalances, draws: readonly (Draw | Ask)[]): void {
  for (const { pot, requested, presented, isRecorded, ...draw } of draws) {
    if (isRecorded || (draw.drawn === null && !balances.recorded)) continue;
    const drawn = draw.drawn ?? requested;
    for (const id of pot.year ? [pot.id, pot.year.id] : [pot.id]) {
      balances.drawn.set(id, (balances.drawn.get(id) ?? zero).plus(drawn));
      const fill = balances.published.get(id);
      if (fill && isTold(fill, presented)) balances.published.set(id, { ...fill, own: fill.own.plus(drawn) });
    }
    if (!drawn.isZero()) balances.presented.set(pot.id, presented);
  }
}

/** Whether a moment lies before another, as exactly as both were declared: a day, or a day and a time. */
export function isBefore(moment: string, other: string): boolean {
  const digits = Math.min(moment.length, other.length);
  return moment.slice(0, digits) < other.slice(0, digits);
}

/** A quantity in words: "50,000 kg". */
export function quantityText(amount: Decimal, unit: string): string {
  return `${groupedText(plainText(amount))} ${unit}`;
}
