import type { IsoDate } from '../exact/iso-date.ts';
import type { Amending, Ending } from './act.ts';
import type { Citation } from './citation.ts';
import type { GoodsEntry } from './goods.ts';
import type { Measure } from './measure.ts';
import type { Quota } from './quota.ts';
import type { Refund } from './refund.ts';
import type { TariffSchedule } from './tariff-schedule.ts';

/** One regime, read and checked. Plain data: the build keeps bundled tables as JSON of exactly this shape. */
export interface Table {
  readonly regime: string;
  readonly title: string;
  readonly jurisdiction: string;
  readonly role: Role;
  /** First and last day for which the law was read; null: not said. */
  readonly documentedFrom: IsoDate | null;
  readonly documentedThrough: IsoDate | null;
  readonly citation: Citation | null;
  readonly lists: Readonly<Record<string, readonly GoodsEntry[]>>;
  readonly groups: Readonly<Record<string, readonly GroupMember[]>>;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly quotas: Readonly<Record<string, Quota>>;
  readonly order: readonly OrderEntry[];
  readonly choices: readonly Choice[];
  readonly measures: readonly Measure[];
  /** Base rates in the form of a tariff schedule; null: none. */
  readonly schedule: TariffSchedule | null;
  readonly yields: readonly Yield[];
  /** The goods it can answer for; null: all. Of others nothing is said to be due, and nothing to be free. */
  readonly covers: readonly GoodsEntry[] | null;
  /** What was assessed under it may have to be paid back; null: it stays. */
  readonly refund: Refund | null;
  /** The day on which it ended altogether; null: it goes on, or each rate has its own end. */
  readonly ended: End | null;
  /** The regime that took its place, and the day; null: none did. */
  readonly replaced: Replacement | null;
  /** Acts that ended all rates which end on a day. */
  readonly endings: readonly Ending[];
  /** Acts that changed its lists. */
  readonly amendings: readonly Amending[];
  /** What nobody can say of it on the day that is asked about: whether an act was public that changed these goods. Empty: nothing, or no day was asked. */
  readonly unsaid?: readonly Unsaid[];
  readonly source: TableSource;
}

/** Goods (null: all) on which, from a day on, an act counts of which nobody can say when it became public. */
export interface Unsaid {
  readonly goods: readonly GoodsEntry[] | null;
  readonly from: IsoDate;
  readonly words: string;
}

/** The act that ended a regime. From the day on it lays nothing, and that is no gap. */
export interface End {
  readonly from: IsoDate;
  readonly citation: Citation | null;
}

/** From the day on another regime lays what this one laid, so this one lays nothing where that one is on hand. */
export interface Replacement {
  readonly by: string;
  readonly from: IsoDate;
  readonly citation: Citation | null;
}

/**
 * `base`: the duty of the goods' own subheading, laid first and always on the full value; `additional`: owed beside it; `fee`: charged
 * once for all lines of an entry.
 */
export const roles = ['base', 'additional', 'fee'] as const;

export type Role = (typeof roles)[number];

/** Where a table was read, and the digest of its text: what an answer names as its law. */
export interface TableSource {
  readonly file: string;
  readonly sha256: string;
  readonly bundled: boolean;
  /** Overlays applied, in order. */
  readonly overlays: readonly { readonly title: string; readonly file: string; readonly sha256: string }[];
}

/** A country (or another group) in a group, on its days. */
export interface GroupMember {
  readonly member: string;
  readonly from: IsoDate | null;
  readonly before: IsoDate | null;
}

/** A declared column and the question it answers. */
export interface Fact {
  readonly type: FactType;
  readonly question: string;
  readonly choices: readonly string[];
}

export type FactType = 'country' | 'percent' | 'money' | 'quantity' | 'yes-no' | 'date' | 'choice' | 'text' | 'rate';

/** Which measure goes first where each of two is narrower in its own way. */
export interface OrderEntry {
  readonly id: string;
  readonly citation: Citation | null;
}

/** Measures among which the law lets the declarant choose: none goes before another, and the lowest duty is laid. */
export interface Choice {
  readonly of: readonly string[];
  readonly citation: Citation | null;
}

/** Where one of `to` (regimes or headings) charges more than zero, this regime charges nothing, or only on the value they left. */
export interface Yield {
  readonly to: readonly YieldTarget[];
  readonly extent: 'whole' | 'covered';
  /** What the entry reports where nothing is left for the regime; null: nothing. */
  readonly heading: string | null;
  readonly from: IsoDate | null;
  readonly before: IsoDate | null;
  /** The day on which the act became public; null: that of the acts its citation names. */
  readonly published: IsoDate | null;
  readonly citation: Citation | null;
  /** As of a rate. */
  readonly unsaid?: string;
}

export type YieldTarget =
  | { readonly kind: 'regime'; readonly regime: string }
  | { readonly kind: 'headings'; readonly first: string; readonly last: string };
