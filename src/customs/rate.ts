import type { DecimalText } from '../exact/decimal.ts';
import type { Part } from './rate-part.ts';
import type { Unit } from './unit.ts';

/** A percentage of a value, in percent: `percent`, divided by `over` where a third is no decimal (7 2/3% is 23 over 3). */
export interface AdValorem {
  readonly form: 'ad-valorem';
  readonly percent: DecimalText;
  readonly over?: DecimalText;
  /** The parts whose values count together; left out: the value the charge is laid upon. */
  readonly on?: readonly Part[];
}

/** An amount of money per so many units of a quantity. */
export interface Specific {
  readonly form: 'specific';
  readonly amount: DecimalText;
  /** ISO 4217; left out: the jurisdiction's own currency, written $ or ¢. */
  readonly currency?: string;
  readonly per: DecimalText;
  readonly unit: Unit;
  /** The part whose quantity counts; left out: the goods. */
  readonly on?: readonly Part[];
  /** Only what each article has beyond so many is counted: "per jewel over 7". */
  readonly beyond?: DecimalText;
}

/** The duty that the goods' own subheading lays. `where`: the law's words for it, "the applicable subheading". */
export interface BaseDuty {
  readonly form: 'base';
  readonly where: string;
}

/** One term of a sum. An amount below zero is taken off. */
export type SimpleRate = { readonly form: 'free' } | AdValorem | Specific | BaseDuty;

export type SumRate = SimpleRate | { readonly form: 'compound'; readonly parts: readonly SimpleRate[] };

/** Raw sugar: `amount` per kilogram, less `less` for each degree under 100 degrees of polarization, at least `least`. */
export interface SugarDegrees {
  readonly form: 'sugar-degrees';
  readonly amount: DecimalText;
  readonly less: DecimalText;
  readonly least: DecimalText;
}

/** What a special column prints: a rate for each group of preference programs. */
export interface ProgramRates {
  readonly form: 'programs';
  readonly groups: readonly { readonly programs: readonly string[]; readonly rate: OneRate }[];
}

/**
 * Why a rate is no number of its own: it stands in another article's subheading, in another country's column, in a note, in
 * another heading; it is worked out from more than the entry; it is limited by another article's duty; its unit, part,
 * component or condition is not one a line can declare.
 */
export type Unsupported =
  | 'other-article'
  | 'other-country'
  | 'note'
  | 'heading'
  | 'computation'
  | 'limit'
  | 'unit'
  | 'part'
  | 'component'
  | 'condition';

/** Cannot be computed from what a line declares; gives a problem, never a number. `text`: the law's words, cleaned. */
export interface UnsupportedRate {
  readonly form: 'unsupported';
  readonly why: Unsupported;
  readonly reason: string;
  readonly text: string;
}

/** A rate that does not ask which program a line claims. */
export type OneRate =
  | SumRate
  /** Free on a condition the law names ("under bond"): who enters under it claims it. */
  | { readonly form: 'conditional-free'; readonly condition: string }
  /** Of an additional duty: none. */
  | { readonly form: 'no-additional-duty' }
  /** The subheading's own duty, which this heading leaves as it is. */
  | { readonly form: 'no-change' }
  | { readonly form: 'bounded'; readonly rate: SumRate; readonly atLeast?: SumRate; readonly atMost?: SumRate }
  | SugarDegrees
  | UnsupportedRate;

/** A rate as the law prints it. `unknown`: the law exists, its rate is not on hand. */
export type DutyRate = OneRate | ProgramRates | { readonly form: 'unknown' };

/** The words of the law beside their meaning. */
export interface PrintedRate {
  readonly text: string;
  readonly rate: DutyRate;
}

/** The rate a special column gives to a program's symbol, such as KR or A+. */
export function rateForProgram(rates: ProgramRates, program: string): OneRate | undefined {
  return rates.groups.find(({ programs }) => programs.includes(program))?.rate;
}
