import type { DecimalText } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { Citation } from './citation.ts';
import type { GoodsEntry } from './goods.ts';

/** A limited quantity at another rate. One pot for each category, each origin, or both, as `cell` says. */
export interface Quota {
  readonly id: string;
  readonly title: string;
  /** The unit of every amount here. */
  readonly unit: string;
  readonly cell: readonly ('category' | 'origin')[];
  /** Parts of the year, in order; empty: the year is one period. */
  readonly periods: readonly QuotaPeriod[];
  readonly limits: readonly QuotaLimit[];
  readonly categories: readonly QuotaCategory[];
  /** Moments at which periods opened: what was presented before counts at the opening, together. */
  readonly openings: readonly Opening[];
  /** Unused quantity that moves on. Stated, so that an answer can say a later period may hold more. */
  readonly rollover: readonly Rollover[];
  readonly citation: Citation | null;
  readonly note: string | null;
}

/** `at`: a moment in local time, "2022-01-03T08:30". */
export interface Opening {
  readonly day: IsoDate;
  readonly at: string;
  readonly citation: Citation | null;
}

export interface QuotaCategory {
  readonly heading: string;
  readonly title: string | null;
  readonly goods: readonly GoodsEntry[];
}

/** A period begins on a day of the year ("04-01") and ends where the next begins. A period can be worded differently in different years. */
export interface QuotaPeriod {
  readonly name: string;
  readonly begins: string;
  readonly cap: PeriodCap;
  readonly from: IsoDate | null;
  readonly before: IsoDate | null;
}

/**
 * How much of the year's amount a period holds: a fixed `share` of it; `at-most` a share (or `orIfMore` units, whichever is
 * more) of what the year still has; the `rest` of the year; or not known.
 */
export type PeriodCap =
  | { readonly kind: 'share'; readonly percent: DecimalText }
  | { readonly kind: 'at-most'; readonly percent: DecimalText; readonly orIfMore: DecimalText | null }
  | { readonly kind: 'rest' }
  | { readonly kind: 'unknown' };

/** An amount for a calendar year, for each period, or for exactly its days. `amount: null`: exists, not known. */
export interface QuotaLimit {
  /** Headings from `first` to `last`: more than one share one pot. Null: every category. */
  readonly categories: { readonly first: string; readonly last: string } | null;
  /** A country or a group; null: every origin. */
  readonly origin: string | null;
  readonly per: 'year' | 'period' | 'its days';
  readonly amount: DecimalText | null;
  readonly from: IsoDate | null;
  readonly before: IsoDate | null;
  readonly citation: Citation | null;
}

export interface Rollover {
  readonly leftIn: string;
  readonly goesTo: string;
  readonly atMost: DecimalText | null;
}
