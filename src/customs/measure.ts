import type { DecimalText } from '../exact/decimal.ts';
import type { Days, IsoDate } from '../exact/iso-date.ts';
import type { Enactment } from './act.ts';
import type { Citation } from './citation.ts';
import type { FeeBounds } from './fee.ts';
import type { GoodsEntry } from './goods.ts';
import type { PrintedRate } from './rate.ts';
import type { Refund } from './refund.ts';

/** What a regime lays on which goods, from where, if what. All of it is plain data, so that a table can be kept as JSON. */
export interface Measure {
  /** Unique name within the regime, or `#3` (its place) where the table gives none. */
  readonly id: string;
  readonly title: string | null;
  readonly goods: readonly GoodsEntry[];
  readonly origins: Origins;
  readonly when: readonly Test[];
  readonly quota: string | null;
  /** What becomes of goods for which the quota has no room: the next measure, a refusal, or admission all the same. */
  readonly whenFull: 'next' | 'refused' | 'admitted';
  readonly rates: readonly DatedRate[];
  /** Title of the overlay that brought it; null: the table itself. */
  readonly overlay: string | null;
}

/** Country codes and names of groups. `of: null` is every origin. */
export interface Origins {
  readonly of: readonly string[] | null;
  readonly except: readonly string[];
}

/** One rate and its days. `headings`: the numbers reported on the entry; empty where the law gives none. */
export interface DatedRate extends Days {
  readonly published: IsoDate | null;
  readonly headings: readonly string[];
  readonly charge: Charge;
  /** What a fee is held between for a whole entry; null: the rate alone. */
  readonly bounds: FeeBounds | null;
  readonly basis: Basis;
  readonly when: readonly Test[];
  readonly citation: Citation | null;
  /** Null: that of the table, if it has one. */
  readonly refund: Refund | null;
  /** Title of the overlay that took this rate away. Kept so that an answer can say that it rests on that; never applied. */
  readonly endedBy: string | null;
  /** The act that ended it, where that is another than the one that laid it; null: not said. */
  readonly ending: Enactment | null;
  /** Words for the act of which nobody can say whether it was public on the day that is asked about. Such a rate gives no number. */
  readonly unsaid?: string;
}

/** `added` to the rest, or lifting base duty plus this one `up-to` a total. */
export interface Charge {
  readonly kind: 'added' | 'up-to';
  readonly printed: PrintedRate;
}

/** Upon what a rate is laid. `less`: the value without a declared share of it, counted only from `atLeast` and up to `atMost` percent. */
export type Basis =
  | { readonly kind: 'entered-value' }
  | { readonly kind: 'declared'; readonly fact: string }
  | {
      readonly kind: 'less';
      readonly fact: string;
      readonly atLeast: DecimalText | null;
      readonly atMost: DecimalText | null;
    };

/** Holds if any of the facts meets every condition; on an undeclared fact `ifUndeclared` decides. */
export interface Test {
  readonly facts: readonly string[];
  readonly conditions: readonly Condition[];
  readonly ifUndeclared: 'not-met' | 'met' | 'ask';
}

export type Condition =
  | { readonly op: 'in' | 'not-in'; readonly values: readonly string[] }
  | { readonly op: 'is'; readonly value: boolean }
  | { readonly op: 'at-least' | 'under'; readonly value: DecimalText }
  | { readonly op: 'from' | 'before'; readonly date: IsoDate };
