import type { DecimalText } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { Citation } from './citation.ts';
import type { CountryCode } from './country.ts';
import type { DeclaredGoods, FactValue, QuotaTier, Where } from './entry-line.ts';
import type { Problem } from './problem.ts';
import type { Refund } from './refund.ts';
import type { Role } from './table.ts';
import type { RegimeOutcome } from './trace.ts';

/** Goods from an origin on a day, without a shipment; facts are those that are known of the goods all the same. */
export interface RatesQuestion {
  readonly where: Where;
  readonly goods: DeclaredGoods;
  readonly origin: CountryCode;
  readonly date: IsoDate;
  readonly facts: ReadonlyMap<string, FactValue>;
}

/** `depends`: on facts that were not declared; every way is told. `invalid`: the facts contradict each other or the law. */
export const ratesStatuses = ['known', 'depends', 'unknown', 'invalid'] as const;

export type RatesStatus = (typeof ratesStatuses)[number];

/** What is due on goods whatever is shipped of them: rates, never amounts. */
export interface RatesDue {
  readonly kind: 'rates';
  readonly question: RatesQuestion;
  readonly status: RatesStatus;
  /** One; or one for each tier of a quota; or more where it depends on what was not declared. Empty: nothing can be said. */
  readonly ways: readonly RateWay[];
  readonly conditional: readonly ConditionalRate[];
  /** Regimes that name the goods, or may, and lay nothing on them. */
  readonly silent: readonly SilentRegime[];
  readonly notCovered: readonly string[];
  readonly problems: readonly Problem[];
}

/** A number in a list that could not be read as one: never lost, always named. */
export interface UnreadNumber {
  readonly kind: 'unread';
  readonly where: Where;
  /** As it was written. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

export type RatesAnswer = RatesDue | UnreadNumber;

/** `refused`: the goods cannot be entered, an absolute quota is full. */
export const wayStatuses = ['due', 'refused', 'unknown'] as const;

export interface RateWay {
  /** Null: no quota applies. */
  readonly tier: QuotaTier | null;
  /** Completes "if …"; empty: without a condition. */
  readonly when: string;
  readonly status: (typeof wayStatuses)[number];
  /** In the order in which they are laid: base duty first. */
  readonly rates: readonly RateDue[];
  readonly total: RateTotal;
}

/** All rates together in percent of the value, exact; or why they are no percentage of it. */
export type RateTotal = { readonly percent: DecimalText } | { readonly percent: null; readonly why: string };

export interface RateDue {
  readonly regime: string;
  readonly regimeTitle: string;
  readonly role: Role;
  readonly measure: string;
  readonly measureTitle: string | null;
  readonly headings: readonly string[];
  readonly tier: QuotaTier | null;
  /** As the law prints it. */
  readonly rate: string;
  /** "up-to": lifts base duty and this one together to the rate. */
  readonly charge: 'added' | 'up-to';
  /** "entered-value"; "value-left": what other duties leave of it; or what the rate is laid upon, by its column. */
  readonly basis: string;
  /** What it adds, in percent of the value; null: it is no percentage of the value. */
  readonly percent: DecimalText | null;
  /** What a quota asks for before it takes the goods; null: nothing, or it was declared. */
  readonly asks: string | null;
  readonly from: IsoDate;
  readonly before: IsoDate | null;
  readonly citation: Citation | null;
  readonly refund: Refund | null;
  readonly overlay: string | null;
}

/** A rate that declaring facts would bring. `when` completes "if …". */
export interface ConditionalRate {
  readonly regime: string;
  readonly regimeTitle: string;
  readonly measure: string;
  readonly measureTitle: string | null;
  readonly headings: readonly string[];
  readonly rate: string;
  readonly inQuota: boolean;
  readonly when: string;
  /** Columns to declare. */
  readonly facts: readonly string[];
  readonly from: IsoDate;
  readonly before: IsoDate | null;
  readonly citation: Citation | null;
}

/** `words` continue a sentence that begins with the title. */
export interface SilentRegime {
  readonly regime: string;
  readonly title: string;
  readonly outcome: RegimeOutcome;
  readonly words: string;
}

/** Days on which the same is due. */
export interface RateStep {
  readonly from: IsoDate;
  /** The last day. */
  readonly to: IsoDate;
  readonly due: RatesDue;
  /** Titles of tables that are not documented for these days: what is due holds only if the law has not changed. */
  readonly undocumented: readonly string[];
}

/** The rate on some goods over time, from one origin or from several that fare alike. */
export interface RateHistory {
  readonly origins: readonly CountryCode[];
  readonly steps: readonly RateStep[];
}
