import type { DutyRate } from '../customs/rate.ts';
import { Decimal, decimal, zero } from '../exact/decimal.ts';
import { unreachable } from '../exact/unreachable.ts';

/** What a rate is laid upon: an amount of money and, where declared, kilograms. */
export interface DutyBasis {
  readonly amount: Decimal;
  readonly kilograms: Decimal | null;
}

/** Why a rate gave no number. */
export type NoDuty = 'rate-unknown' | 'unsupported-rate' | 'missing-quantity';

/** The duty before rounding, in the jurisdiction's currency. */
export function computeDuty(rate: DutyRate, basis: DutyBasis): Decimal | NoDuty {
  switch (rate.form) {
    case 'free':
      return zero;
    case 'ad-valorem':
      return basis.amount.times(decimal(rate.percent)).div(100);
    case 'specific':
      return basis.kilograms === null
        ? 'missing-quantity'
        : basis.kilograms.times(decimal(rate.amount)).div(decimal(rate.per));
    case 'compound': {
      let sum: Decimal = new Decimal(0);
      for (const part of rate.parts) {
        const duty = computeDuty(part, basis);
        if (typeof duty === 'string') return duty;
        sum = sum.plus(duty);
      }
      return sum;
    }
    case 'unknown':
      return 'rate-unknown';
    case 'unsupported':
      return 'unsupported-rate';
    default:
      return unreachable(rate);
  }
}
