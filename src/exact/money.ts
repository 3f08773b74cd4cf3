import type { Brand } from './brand.ts';
import { Decimal, type DecimalText, amountText, decimal } from './decimal.ts';

/** An amount at a payable unit (the cent) of the jurisdiction's currency. Arithmetic on it gives a bare Decimal: only rounding brings you back. */
export type Money = Brand<Decimal, 'Money'>;

/** How a jurisdiction rounds: to which unit ("0.01"), and what becomes of a half, or of any remainder. */
export interface Rounding {
  readonly to: DecimalText;
  readonly how: 'half up' | 'down';
}

/** Rounds once, where the law says: at the duty line. */
export function toMoney(amount: Decimal, rounding: Rounding): Money {
  const mode = rounding.how === 'half up' ? Decimal.ROUND_HALF_UP : Decimal.ROUND_DOWN;
  // A unit such as 0.01 is a number of decimals, which spares a division; 0.05 is not.
  if (/^0\.0*1$/.test(rounding.to)) return amount.toDecimalPlaces(rounding.to.length - 2, mode) as Money;
  return amount.toNearest(decimal(rounding.to), mode) as Money;
}

/** Nothing to pay. */
export const nothing = new Decimal(0) as Money;

/** A sum of payable amounts is payable. */
export function sum(amounts: readonly Money[]): Money {
  let total = amounts[0] ?? nothing;
  for (let index = 1; index < amounts.length; index++) total = total.plus(amounts[index] ?? nothing) as Money;
  return total;
}

/** What one payable amount is more than another. */
export function difference(amount: Money, other: Money): Money {
  return amount.minus(other) as Money;
}

/** Splits `total` in the proportion part : whole. The second share is what is left, so nothing is lost. */
export function apportion(
  total: Decimal,
  part: Decimal,
  whole: Decimal,
  rounding: Rounding,
): readonly [Decimal, Decimal] {
  if (part.eq(whole)) return [total, new Decimal(0)];
  const share = toMoney(total.times(part).div(whole), rounding);
  return [share, total.minus(share)];
}

/** Splits a payable amount in the proportion of the weights: the shares are payable and add up to it, each to less than a unit its proportion. */
export function apportionAmong(total: Money, weights: readonly Decimal[], rounding: Rounding): readonly Money[] {
  const whole = weights.reduce((sumOf, weight) => sumOf.plus(weight), new Decimal(0));
  let weighed = new Decimal(0);
  let given: Decimal = new Decimal(0);
  return weights.map((weight, index) => {
    weighed = weighed.plus(weight);
    const last = index === weights.length - 1;
    const upTo = last || whole.isZero() ? total : toMoney(total.times(weighed).div(whole), rounding);
    const share = upTo.minus(given) as Money;
    given = upTo;
    return share;
  });
}

/** "1234.50": at least as many decimals as the currency's unit has, and every digit there is: nothing is rounded to print. */
export function moneyText(amount: Decimal, rounding: Rounding): string {
  return amountText(amount, decimal(rounding.to).decimalPlaces());
}
