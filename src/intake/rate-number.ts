import { Decimal, type DecimalText, decimal, decimalText, plainText } from '../exact/decimal.ts';

/** More would be a mistake, and arithmetic stays exact within them. */
const digits = 12;

/** `6.58170`, `.5`: plain notation without needless zeros. A comma is none: in other countries it begins the decimals. */
export function readNumber(text: string): DecimalText | undefined {
  const read = decimalText(text.startsWith('.') ? `0${text}` : text);
  return read === undefined || text.startsWith('-') || text.length > digits ? undefined : plainText(decimal(read));
}

/** How many units a rate is laid per: `100`, `1,000`; above zero. */
export function readCount(text: string): DecimalText | undefined {
  const plain = /^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
  const read = plain.length > 6 || plain.includes('.') ? undefined : readNumber(plain);
  return read === '0' ? undefined : read;
}

/** A number, or one with a common fraction: `8 1/3`, `7-2/3`, `1/2`. What is no decimal stays a fraction: 8 1/3 is 25 over 3. */
export function readFraction(text: string): { number: DecimalText; over?: DecimalText } | undefined {
  const [, whole = '0', numerator = '', denominator = ''] = /^(?:(\d+)[ -])?(\d+)\/(\d+)$/.exec(text) ?? [];
  if (numerator === '') {
    const number = readNumber(text);
    return number === undefined ? undefined : { number };
  }
  if (whole.length > 6 || numerator.length > 2 || denominator.length > 2) return undefined;
  const under = new Decimal(denominator);
  // `81/3` is no fraction of a percent: more likely 8 1/3 whose space was lost.
  if (under.lte(numerator)) return undefined;
  const over = under.times(whole).plus(numerator);
  const divided = over.div(under);
  // Two digits below the line give a short decimal, or one without end.
  return divided.decimalPlaces() < 10
    ? { number: plainText(divided) }
    : { number: plainText(over), over: plainText(under) };
}
