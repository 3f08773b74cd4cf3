import { describe, expect, test } from 'vitest';
import { Decimal, groupedText } from '../../../src/exact/decimal.ts';
import { plainMoney, printedMoney, printedQuantity } from '../../../src/present/amounts.ts';
import { digits, rounding } from '../../support/nouns.ts';

describe('money', () => {
  test.each([
    ['0', '0.00', '$0.00'],
    ['1250', '1250.00', '$1,250.00'],
    ['1234567.5', '1234567.50', '$1,234,567.50'],
    ['1234.5678', '1234.5678', '$1,234.5678'],
    ['-5', '-5.00', '-$5.00'],
    ['99999999999999999999999.99', '99999999999999999999999.99', '$99,999,999,999,999,999,999,999.99'],
  ])('%s', (amount, plain, printed) => {
    expect(plainMoney(rounding)(new Decimal(amount))).toBe(plain);
    expect(printedMoney({ currencySign: '$', rounding })(new Decimal(amount))).toBe(printed);
  });

  test('has the decimals of its currency', () => {
    expect(plainMoney({ to: digits('1'), how: 'down' })(new Decimal('1250'))).toBe('1250');
  });
});

test('quantities', () => {
  expect(printedQuantity('1234000', 'kg')).toBe('1,234,000 kg');
  expect(groupedText('100')).toBe('100');
  expect(groupedText('1000.0001')).toBe('1,000.0001');
});
