import { Decimal as Library } from 'decimal.js';
import type { Brand } from './brand.ts';

/**
 * The only door to decimal.js. The library rounds every result to `precision` digits: 120 is more than any product of
 * accepted inputs needs (a value of at most 25 digits, times rates and shares), so multiplication and addition are exact;
 * only division can round, and it is done last.
 */
export const Decimal = Library.clone({
  precision: 120,
  rounding: Library.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type Decimal = Library;

/** Exact plain notation, `-?digits(.digits)?`: what tables keep and JSON prints. Never `1e9`, `0x1F` or `Infinity`. */
export type DecimalText = Brand<string, 'DecimalText'>;

const plainShape = /^-?\d+(?:\.\d+)?$/;

/** Undefined for anything but plain digits; the library itself would also take `1e3`, `0x1F` and `Infinity`. */
export function decimalText(text: string): DecimalText | undefined {
  return plainShape.test(text) ? (text as DecimalText) : undefined;
}

/** The exact number a checked text stands for. */
export function decimal(text: DecimalText): Decimal {
  return new Decimal(text);
}

export const zero = new Decimal(0);

/** All digits, no exponent: `toString()` of the library would say `1.2e-9`. */
export function plainText(value: Decimal): DecimalText {
  return value.toFixed() as DecimalText;
}

/**
 * Marks in a text, with a number between them, that stand for what differs from line to line: a figure, plain or with its digits in threes, or a
 * name. No input can hold them.
 */
export const figureMark = { plain: '\uE000', grouped: '\uE001', end: '\uE002', name: '\uE003' } as const;

/** `decimals`: how many are written; null: as many as the amount has. */
type WriteFigure = (amount: Decimal, decimals: number | null) => string | undefined;

let writeFigure: WriteFigure | null = null;

/** What stands in texts for amounts, where `write` gives anything, until it is taken back with null: a worksheet puts marks there. */
export function writeFiguresBy(write: WriteFigure | null): void {
  writeFigure = write;
}

/** All digits, and at least so many decimals. */
export function amountText(amount: Decimal, decimals: number): string {
  return writeFigure?.(amount, decimals) ?? amount.toFixed(Math.max(decimals, amount.decimalPlaces()));
}

/** The amount with as many decimals as it has, for people to read. */
export function numberText(amount: Decimal): string {
  return writeFigure?.(amount, null) ?? amount.toFixed();
}

/** Digits in threes for people: 1234567.5 → "1,234,567.5". */
export function groupedText(plain: string): string {
  if (plain.startsWith(figureMark.plain)) return `${figureMark.grouped}${plain.slice(1)}`;
  const [whole = '', fraction] = plain.split('.');
  const sign = whole.startsWith('-') ? 1 : 0;
  let grouped = whole;
  for (let at = whole.length - 3; at > sign; at -= 3) grouped = `${grouped.slice(0, at)},${grouped.slice(at)}`;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** One of the values themselves, the first of equal ones. */
export function least(...values: readonly [Decimal, ...Decimal[]]): Decimal {
  return values.reduce((found, one) => (one.lt(found) ? one : found));
}

/** One of the values themselves, the first of equal ones. */
export function greatest(...values: readonly [Decimal, ...Decimal[]]): Decimal {
  return values.reduce((found, one) => (one.gt(found) ? one : found));
}
