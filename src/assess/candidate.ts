import type { DatedRate, Measure } from '../customs/measure.ts';
import type { Quota, QuotaCategory } from '../customs/quota.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { OriginSet } from './origins.ts';

/** A measure's rate that fits a line's goods, origin and day. Whether its tests hold is asked line by line. */
export interface Candidate {
  readonly measure: Measure;
  readonly rate: DatedRate;
  readonly goodsWidth: number;
  readonly origins: OriginSet;
  readonly quota: CandidateQuota | null;
}

/** The quota a candidate holds within. More than one category: the table's categories overlap for these goods. */
export interface CandidateQuota {
  readonly quota: Quota;
  readonly categories: readonly QuotaCategory[];
}

/** All candidates for goods from an origin on a day, and which of each pair goes first. Where the candidates are the same, so is the docket. */
export interface Docket {
  /** A number for each docket of a regime. */
  readonly id: number;
  /** Equal on days on which groups have the same members, where any candidate asks for facts; null: none does. */
  readonly members: number | null;
  /** One of the days on which it holds. */
  readonly date: IsoDate;
  readonly candidates: readonly Candidate[];
  /** `beats(a, b)`: a is narrower, or the table's order says so. */
  readonly beats: (a: Candidate, b: Candidate) => boolean;
  /** Rates an overlay took away; they tell that an answer rests on it. */
  readonly ended: readonly Candidate[];
  /** Columns that any of the candidates asks for: lines that agree in them are decided alike. */
  readonly facts: readonly string[];
  /** What was found for lines that agree in the facts; bounded. */
  readonly memory: Map<string, unknown>;
}
