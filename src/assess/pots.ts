import type { Citation } from '../customs/citation.ts';
import type { PeriodCap, Quota, QuotaCategory, QuotaLimit, QuotaPeriod } from '../customs/quota.ts';
import { type Decimal, decimal, greatest, groupedText, least, plainText, zero } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { type Groups, membersOn } from './origins.ts';
import type { RecordedLines } from './recorded.ts';

/** A quantity that lines draw on, by name: "9903.80.67/DE/2022-Q1". `capacity: null`: not known. */
export interface Pot {
  readonly id: string;
  readonly capacity: Decimal | null;
  /** The year's own pot, where a period may only take what the year still has. */
  readonly year: { readonly id: string; readonly capacity: Decimal } | null;
  /** Unused quantity of an earlier period may have been added. */
  readonly mayHoldMore: boolean;
  /** The text that fixes the capacity. */
  readonly citation: Citation | null;
}

/** What customs or the user says is left in a pot, as of a day. */
export interface GivenBalance {
  readonly amount: Decimal;
  readonly asOf: string | null;
  readonly source: string | null;
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
      mayHoldMore: false,
      citation,
    };
  const id = name(period ? `${year}-${period.name}` : year);
  const mayHoldMore = quota.rollover.some((move) => move.goesTo === period?.name);
  if (amount === null) return { id, capacity: null, year: null, mayHoldMore, citation };
  if (limit?.per === 'period' || !period) return { id, capacity: amount, year: null, mayHoldMore, citation };
  const capacity = capacityOf(period.cap, amount);
  // Where a period takes what the year still has, every period counts against the year.
  const fromYear = quota.periods.some(({ cap }) => cap.kind === 'at-most' || cap.kind === 'rest');
  return { id, capacity, year: fromYear ? { id: name(year), capacity: amount } : null, mayHoldMore, citation };
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

/** What a pot still holds for this run; null where neither a limit nor a balance is known. */
export function availableIn(pot: Pot, balances: Balances): Decimal | null {
  const left = (id: string, capacity: Decimal | null): Decimal | null => {
    const start = balances.given.get(id)?.amount ?? capacity;
    return start === null ? null : greatest(zero, start.minus(balances.drawn.get(id) ?? zero));
  };
  const own = left(pot.id, pot.capacity);
  if (!pot.year || (balances.given.has(pot.id) && !balances.given.has(pot.year.id))) return own;
  const year = left(pot.year.id, pot.year.capacity);
  return own === null || year === null ? own : least(own, year);
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
}

export function openBalances({ given, drawn, presented, undecided, recorded }: Balances): OpenBalances {
  return {
    given,
    drawn: new Map(drawn),
    presented: new Map(presented),
    undecided: new Set(undecided),
    ...(recorded && { recorded }),
  };
}

/** Takes the draws out of the balances; those that a ledger holds are out already. What is asked counts where there is a ledger. */
export function recordDraws(balances: OpenBalances, draws: readonly (Draw | Ask)[]): void {
  for (const { pot, requested, presented, isRecorded, ...draw } of draws) {
    if (isRecorded || (draw.drawn === null && !balances.recorded)) continue;
    const drawn = draw.drawn ?? requested;
    for (const id of pot.year ? [pot.id, pot.year.id] : [pot.id])
      balances.drawn.set(id, (balances.drawn.get(id) ?? zero).plus(drawn));
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
