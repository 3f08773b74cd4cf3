import type { DecimalText } from '../exact/decimal.ts';

/** Free; a percentage of a value; an amount of the jurisdiction's currency per so many units of a quantity. */
export type SimpleRate =
  | { readonly form: 'free' }
  | { readonly form: 'ad-valorem'; readonly percent: DecimalText }
  | { readonly form: 'specific'; readonly amount: DecimalText; readonly per: DecimalText; readonly unit: string };

/**
 * A rate as the law prints it. `compound` adds its parts. `unknown`: the law exists, its rate is not on hand.
 * `unsupported`: cannot be computed from what a line declares; gives a problem, never a number.
 */
export type DutyRate =
  | SimpleRate
  | { readonly form: 'compound'; readonly parts: readonly SimpleRate[] }
  | { readonly form: 'unknown' }
  | { readonly form: 'unsupported'; readonly reason: string };

/** The words of the law beside their meaning. */
export interface PrintedRate {
  readonly text: string;
  readonly rate: DutyRate;
}
