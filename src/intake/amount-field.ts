import { type Decimal, type DecimalText, decimal, decimalText } from '../exact/decimal.ts';
import { ok } from '../exact/result.ts';
import { type Fault, type Field, fault, trimField } from './field.ts';

/** The currency amounts are declared in: "USD" and the sign written before an amount, "$". */
export interface Currency {
  readonly currency: string;
  readonly currencySign: string;
}

/** More would be a mistake, and arithmetic stays exact within them. */
const integerDigits = 15;
const decimals = 10;

/** An amount of the currency, zero or more: `100000`, `$100,000.00`, `USD 100000`. Unrounded. */
export function parseMoney(text: string, currency: Currency): Field<Decimal> {
  const usual = plainAmount(text);
  if (usual) return ok(usual);
  const trimmed = trimField(text);
  const bare = withoutCurrency(trimmed, currency);
  const foreign = /^(?:[A-Z]{3}(?![A-Z])|\p{Sc})|(?:(?<![A-Z])[A-Z]{3}|\p{Sc})$/iu.exec(bare)?.[0];
  if (foreign !== undefined && /\d/.test(bare) && !/^nan$/i.test(foreign)) {
    return fault(
      text,
      `is in ${foreign}; values are read in ${currency.currency}`,
      'Name its currency in the column currency, and give a rate of exchange.',
    );
  }
  return parseAmount(bare, text);
}

/** Digits and nothing else, not too many: how nearly all amounts are written. Undefined: look closer. */
export function plainAmount(text: string): Decimal | undefined {
  // Lengths are compared outside the pattern: a bounded repetition takes longer to compile than a shipment to assess.
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!parts || (parts[1] ?? '').length > integerDigits || (parts[2] ?? '').length > decimals) return undefined;
  const checked = decimalText(text);
  return checked && decimal(checked);
}

/** A percentage from 0 to 100: `95%`, `95`. Between 0 and 1 the sign is needed, since a fraction may be meant. */
export function parsePercent(text: string): Field<Decimal> {
  const trimmed = trimField(text);
  const signed = trimmed.endsWith('%');
  const amount = parseAmount(signed ? trimmed.slice(0, -1).trimEnd() : trimmed, text);
  if (!amount.ok) return amount;
  if (amount.value.gt(100)) return fault(text, 'is more than 100%');
  if (!signed && amount.value.gt(0) && amount.value.lte(1)) {
    const whole = amount.value.times(100).toFixed();
    return fault(text, 'may be a fraction or a percentage', `${whole}% or ${amount.value.toFixed()}%? Write the sign.`);
  }
  return amount;
}

/** A currency by its code, in any case, or the jurisdiction's own by its sign. */
export function parseCurrency(text: string, { currency, currencySign }: Currency): Field<string> {
  const trimmed = trimField(text);
  if (trimmed.toUpperCase() === currency || trimmed === currencySign) return ok(currency);
  const code = trimmed.toUpperCase();
  if (/^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code)) return ok(code);
  return fault(text, 'is not the code of a currency', `Three letters, such as ${currency}.`);
}

/**
 * A plain number of zero or more, with a point for decimals and, if any, a comma before each group of three digits.
 * `written` is what a message quotes.
 */
export function parseAmount(text: string, written: string): Field<Decimal> {
  const plain = /^(?:\d+(?:\.\d+)?|\.\d+)$/.test(text)
    ? text
    : /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(text)
      ? text.replaceAll(',', '')
      : '';
  const checked = decimalText(plain.startsWith('.') ? `0${plain}` : plain);
  if (checked === undefined) return { ok: false, error: whyNoAmount(text, written) };
  const tooLong = tooManyDigits(checked);
  return tooLong === undefined ? ok(decimal(checked)) : fault(written, tooLong, 'Is it a number of another kind?');
}

function tooManyDigits(text: DecimalText): string | undefined {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '').length;
  if (digits > integerDigits) return `has ${digits} digits before the point; at most ${integerDigits} are read`;
  return fraction.length > decimals ? `has ${fraction.length} decimals; at most ${decimals} are read` : undefined;
}

function withoutCurrency(text: string, { currency, currencySign }: Currency): string {
  for (const name of [currency, `${currency.slice(0, 2)}${currencySign}`, currencySign]) {
    const upper = text.toUpperCase();
    if (upper.startsWith(name)) return text.slice(name.length).trimStart();
    if (upper.endsWith(name)) return text.slice(0, -name.length).trimEnd();
  }
  return text;
}

/** Ways numbers go wrong, most telling first. */
function whyNoAmount(text: string, written: string): Fault {
  const say = (message: string, hint: string | null = null): Fault => fault(written, message, hint).error;
  if (text === '') return say('has no number in it', 'Such as 100000.00');
  if (/^[-−–]\s*\D{0,3}\d|^\(.*\d.*\)$|\d\s*[-−]$/.test(text)) return say('is negative; it must be zero or more');
  if (/^[+]?[\d.,]+e[+-]?\d+$/i.test(text))
    return say('is in scientific notation, which may have lost digits', 'Write all digits, such as 1200000 for 1.2e6.');
  if (/^0x[\da-f]+$/i.test(text)) return say('is hexadecimal; amounts are read in decimal digits');
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text))
    return say(
      'seems to have a decimal comma',
      `${text.replaceAll('.', '').replace(',', '.')}? Write a point for decimals.`,
    );
  if (/^\d+,\d{1,2}$|^\d{4,},\d+$|^0+,\d+$/.test(text))
    return say('seems to have a decimal comma', `${text.replace(',', '.')}? Write a point for decimals.`);
  if (/^\d[\d,]*(?:\.\d+)?$/.test(text))
    return say('has misplaced thousands separators', `${text.replaceAll(',', '')}?`);
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return say('has points between thousands', `${text.replaceAll('.', '')}?`);
  if (/^\d{1,3}(?:[\s'’_]\d{3})+(?:[.,]\d+)?$/.test(text))
    return say('has other thousands separators than commas', `${text.replaceAll(/[\s'’_]/g, '').replace(',', '.')}?`);
  return say('is not a number', 'Digits, with a point for decimals: 100000.00');
}
