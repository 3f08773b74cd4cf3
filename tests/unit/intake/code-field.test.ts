import { expect, test } from 'vitest';
import { parseCode } from '../../../src/intake/code-field.ts';
import { jurisdiction } from './law.ts';

function told(text: string): string {
  const field = parseCode(text, jurisdiction.code);
  return field.ok ? field.value : `${field.error.message} | ${field.error.hint ?? ''}`;
}

test.each([
  ['7208.10.15.00', '7208101500'],
  ['7208.10.1500', '7208101500'],
  ['7208101500', '7208101500'],
  [' 7208 10 15 00 ', '7208101500'],
  ['7208-10-15-00', '7208101500'],
  ["'7208101500", '7208101500'],
  ['0101.21.00.00', '0101210000'],
  ['72081015', '72081015'],
  ['7208.10', '720810'],
  ['7208', '7208'],
  ['72081015.00', '7208101500'],
])('%j is %s', (text, code) => {
  expect(told(text)).toBe(code);
});

const asText = 'Format the column as text, or quote it.';

test.each([
  [
    '101210000',
    `"101210000" has 9 digits; a leading zero may have been lost in a spreadsheet | 0101.21.00.00? ${asText}`,
  ],
  ['1012100', `"1012100" has 7 digits; a leading zero may have been lost in a spreadsheet | 0101.21.00? ${asText}`],
  ['10121', `"10121" has 5 digits; a leading zero may have been lost in a spreadsheet | 0101.21? ${asText}`],
  ['101.21', `"101.21" has 5 digits; a leading zero may have been lost in a spreadsheet | 0101.21? ${asText}`],
  ['7208.10.15.0', '"7208.10.15.0" has 9 digits; an HTS number has 10, or 8, 6 or 4 for an estimate | '],
  ['72', '"72" has 2 digits; an HTS number has 10, or 8, 6 or 4 for an estimate | '],
  ['7', '"7" has 1 digit; an HTS number has 10, or 8, 6 or 4 for an estimate | '],
  ['72081015001', '"72081015001" has 11 digits; an HTS number has 10, or 8, 6 or 4 for an estimate | '],
  [
    '7.20810E+09',
    '"7.20810E+09" was turned into scientific notation by a spreadsheet, which lost digits | Restore the HTS number and format the column as text.',
  ],
  ['7208101500.0', `"7208101500.0" was turned into a decimal number by a spreadsheet | 7208.10.15.00? ${asText}`],
  ['720810150.0', `"720810150.0" was turned into a decimal number by a spreadsheet | 0720.81.01.50? ${asText}`],
  ['7208.10.15.OO', '"7208.10.15.OO" is not an HTS number: digits and dots only | Such as 1234.56.78.90'],
  ['steel', '"steel" is not an HTS number: digits and dots only | Such as 1234.56.78.90'],
  ['', '"" is not an HTS number: digits and dots only | Such as 1234.56.78.90'],
  ['...', '"..." is not an HTS number: digits and dots only | Such as 1234.56.78.90'],
  ['７２０８', '"７２０８" is not an HTS number: digits and dots only | Such as 1234.56.78.90'],
])('%j is refused, and why', (text, why) => {
  expect(told(text)).toBe(why);
});

test('another jurisdiction has other lengths and another label', () => {
  const rule = { label: 'CN code', full: 8, lengths: [4, 6, 8], groups: [4, 2, 2] };
  expect(parseCode('7208 10 15', rule)).toEqual({ ok: true, value: '72081015' });
  const long = parseCode('7208101500', rule);
  expect(long.ok ? '' : long.error.message).toBe(
    '"7208101500" has 10 digits; a CN code has 8, or 6 or 4 for an estimate',
  );
});
