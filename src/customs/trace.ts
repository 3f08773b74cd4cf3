import type { Decimal } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { Citation } from './citation.ts';

/** Why a regime laid on a line what it did, or nothing. */
export interface RegimeTrace {
  readonly regime: string;
  readonly title: string;
  readonly outcome: RegimeOutcome;
  /** In plain words, a sentence without its subject: "does not name these goods". */
  readonly words: string;
  readonly citation: Citation | null;
  /** Rates that fit goods, origin and day: what applies, and what might have. */
  readonly rates: readonly RateTrace[];
}

/** `no-rate`: it names the goods, and nothing fits; `not-on-hand`: it may name them, but the table does not hold them. */
export const regimeOutcomes = [
  'charged',
  'free',
  'undecided',
  'gives-way',
  'no-rate',
  'not-yet',
  'replaced',
  'ended',
  'other-goods',
  'not-on-hand',
] as const;

export type RegimeOutcome = (typeof regimeOutcomes)[number];

/** A rate that fits goods, origin and day, and what became of it. */
export interface RateTrace {
  readonly measure: string;
  readonly title: string | null;
  readonly headings: readonly string[];
  /** As the law prints it. */
  readonly rate: string;
  readonly from: IsoDate;
  readonly before: IsoDate | null;
  readonly outcome: RateOutcome;
  /** Why, in plain words; null where it applies without a condition. */
  readonly words: string | null;
  /** Columns that could be declared to change the outcome. */
  readonly facts: readonly string[];
  /** By how much the duty of the line would change with it; below zero: less. Null: not known, or it applies. */
  readonly stake: Decimal | null;
  readonly citation: Citation | null;
}

/**
 * `not-met`: a declared fact speaks against it; `undeclared`: a fact it asks for was not declared; `goes-second`: another one goes
 * first; `no-room`: its quota; `not-chosen`: the declarant may choose, and another one is lower.
 */
export const rateOutcomes = [
  'applies',
  'may-apply',
  'not-met',
  'undeclared',
  'goes-second',
  'no-room',
  'not-chosen',
] as const;

export type RateOutcome = (typeof rateOutcomes)[number];
