import { type Decimal, amountText, decimal, groupedText } from '../exact/decimal.ts';
import type { Rounding } from '../exact/money.ts';

/** Plain digits, for programs: every one there is, and at least as many decimals as the currency's unit has. */
export function plainMoney(rounding: Rounding): (amount: Decimal) => string {
  const places = decimal(rounding.to).decimalPlaces();
  return (amount) => amountText(amount, places);
}

/** For people: $1,250.00. */
export function printedMoney(style: {
  readonly currencySign: string;
  readonly rounding: Rounding;
}): (amount: Decimal) => string {
  const plain = plainMoney(style.rounding);
  return (amount) => `${amount.isNegative() ? '-' : ''}${style.currencySign}${groupedText(plain(amount.abs()))}`;
}

/** 50000 and kg → 50,000 kg */
export function printedQuantity(digits: string, unit: string): string {
  return `${groupedText(digits)} ${unit}`;
}
