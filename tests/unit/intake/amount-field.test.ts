import { describe, expect, test } from 'vitest';
import { parseCurrency, parseMoney, parsePercent } from '../../../src/intake/amount-field.ts';
import type { Field } from '../../../src/intake/field.ts';
import { jurisdiction } from './law.ts';

/** The value in digits, or the message and the hint. */
function told(field: Field<{ toFixed: () => string }>): string {
  return field.ok ? field.value.toFixed() : `${field.error.message} | ${field.error.hint ?? ''}`;
}

describe('money', () => {
  test.each([
    ['100000', '100000'],
    ['100000.00', '100000'],
    ['0', '0'],
    ['0.00', '0'],
    ['.5', '0.5'],
    ['007', '7'],
    [' 100000\u00A0', '100000'],
    ["'100000", '100000'],
    ['100,000', '100000'],
    ['$100,000.00', '100000'],
    ['$ 1,234,567.89', '1234567.89'],
    ['100.50 $', '100.5'],
    ['US$100', '100'],
    ['USD 100000', '100000'],
    ['usd100000', '100000'],
    ['100000 USD', '100000'],
    ['100.000', '100'],
    ['999999999999999', '999999999999999'],
    ['000000000000000000000012', '12'],
    ['0.0123456789', '0.0123456789'],
  ])('%j is %s', (text, value) => {
    expect(told(parseMoney(text, jurisdiction))).toBe(value);
  });

  test.each([
    ['', /^"" has no number in it/],
    ['$', /^"\$" has no number in it/],
    ['-5', /^"-5" is negative/],
    ['-$5.00', /is negative/],
    ['$-5.00', /is negative/],
    ['−5', /is negative/],
    ['(1,000.00)', /is negative/],
    ['1,000.00-', /is negative/],
    ['1e9', /scientific notation.*\| Write all digits/],
    ['1.5E+06', /scientific notation/],
    ['0x1F', /hexadecimal/],
    ['NaN', /^"NaN" is not a number/],
    ['Infinity', /is not a number/],
    ['#REF!', /is not a number/],
    ['n/a', /is not a number/],
    ['1,00,000', /misplaced thousands separators \| 100000\?/],
    ['1,0000', /decimal comma|misplaced/],
    [',000', /is not a number/],
    ['12,34,567.00', /misplaced thousands separators \| 1234567\.00\?/],
    ['100.000,00', /decimal comma \| 100000\.00\? Write a point for decimals/],
    ['1.234.567,8', /decimal comma \| 1234567\.8\?/],
    ['100,00', /decimal comma \| 100\.00\?/],
    ['100000,5', /decimal comma \| 100000\.5\?/],
    ['1.234.567', /points between thousands \| 1234567\?/],
    ['100 000', /thousands separators than commas \| 100000\?/],
    ["100'000.50", /thousands separators than commas \| 100000\.50\?/],
    ['1_000', /thousands separators than commas \| 1000\?/],
    ['1.2.3', /is not a number/],
    ['100.', /is not a number/],
    ['+100', /is not a number/],
    ['１００', /is not a number/],
    ['1234567890123456', /has 16 digits before the point; at most 15/],
    ['1'.repeat(40), /has 40 digits/],
    ['1'.repeat(400), /^"1{59}…" has 400 digits/],
    ['1.12345678901', /has 11 decimals; at most 10/],
    ['€100', /is in €; values are read in USD \| Name its currency/],
    ['EUR 100', /is in EUR/],
    ['100,00 EUR', /is in EUR/],
    ['100 kg', /is not a number/],
    ['0 items', /is not a number/],
  ])('%j is refused, and why', (text, why) => {
    expect(told(parseMoney(text, jurisdiction))).toMatch(why);
  });
});

describe('a percentage', () => {
  test.each([
    ['95%', '95'],
    ['95', '95'],
    ['95.5 %', '95.5'],
    ['0', '0'],
    ['0%', '0'],
    ['100', '100'],
    ['0.95%', '0.95'],
    ['1%', '1'],
  ])('%j is %s', (text, value) => {
    expect(told(parsePercent(text))).toBe(value);
  });

  test.each([
    ['0.95', /fraction or a percentage \| 95% or 0\.95%\?/],
    ['1', /fraction or a percentage \| 100% or 1%\?/],
    ['100.01', /more than 100%/],
    ['-1%', /negative/],
    ['%', /has no number/],
    ['95%%', /not a number/],
    ['half', /not a number/],
  ])('%j is refused, and why', (text, why) => {
    expect(told(parsePercent(text))).toMatch(why);
  });
});

describe('a currency', () => {
  test.each(['USD', 'usd', ' USD ', '$'])('%j is the one values are in', (text) => {
    expect(parseCurrency(text, jurisdiction)).toEqual({ ok: true, value: 'USD' });
  });

  test.each(['EUR', 'eur', ' jpy '])('%j is another one', (text) => {
    expect(parseCurrency(text, jurisdiction)).toEqual({ ok: true, value: text.trim().toUpperCase() });
  });

  test.each(['€', 'US', 'dollars', 'EUX'])('%j is refused', (text) => {
    const read = parseCurrency(text, jurisdiction);
    expect(read.ok ? '' : read.error.message).toBe(`"${text}" is not the code of a currency`);
  });
});
