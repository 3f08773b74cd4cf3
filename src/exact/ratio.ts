import { Decimal, zero } from './decimal.ts';

/** A number not yet divided: thirds of a percent and prices per gross stay exact until the last step. `under` is above zero. */
export interface Ratio {
  readonly over: Decimal;
  readonly under: Decimal;
}

const one = new Decimal(1);

export const nought: Ratio = { over: zero, under: one };

export function ratio(over: Decimal, under: Decimal = one): Ratio {
  return { over, under };
}

export function plus(a: Ratio, b: Ratio): Ratio {
  if (a.over.isZero()) return b;
  if (a.under.eq(b.under)) return { over: a.over.plus(b.over), under: a.under };
  return { over: a.over.times(b.under).plus(b.over.times(a.under)), under: a.under.times(b.under) };
}

export function larger(a: Ratio, b: Ratio): Ratio {
  return a.over.times(b.under).gte(b.over.times(a.under)) ? a : b;
}

export function smaller(a: Ratio, b: Ratio): Ratio {
  return larger(a, b) === a ? b : a;
}

/** The one division, done last. */
export function quotient({ over, under }: Ratio): Decimal {
  return over.div(under);
}
