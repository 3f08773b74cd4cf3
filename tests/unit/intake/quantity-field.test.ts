import { expect, test } from 'vitest';
import type { Unit } from '../../../src/customs/unit.ts';
import { parseQuantity } from '../../../src/intake/quantity-field.ts';

function told(text: string, unit: Unit): string {
  const field = parseQuantity(text, unit);
  return field.ok ? field.value.toFixed() : `${field.error.message} | ${field.error.hint ?? ''}`;
}

test.each<[string, Unit, string]>([
  ['1200', 'liter', '1200'],
  ['1,200.5', 'liter', '1200.5'],
  ["'12", 'liter', '12'],
  ['1200 liters', 'liter', '1200'],
  ['12hl', 'liter', '1200'],
  ['2.5 m3', 'liter', '2500'],
  ['1,500 l', 'm3', '1.5'],
  ['5 doz.', 'no', '60'],
  ['60 pcs', 'doz', '5'],
  ['2 gross', 'doz', '24'],
  ['3 dozen pairs', 'pr', '36'],
  ['5 g', 'carat', '25'],
  ['100 cm2', 'm2', '0.01'],
])('%j in %s is %s', (text, unit, expected) => {
  expect(told(text, unit)).toBe(expected);
});

test.each<[string, Unit, RegExp]>([
  ['100 pcs', 'gross', /is no round number of gross \| Declare it in pieces\./],
  ['50t', 'liter', /has the unit "t"; this column is in liters \| 50 liter\?/],
  ['50 kg', 'no', /has the unit "kg"; this column is in pieces/],
  ['50 liters', 'proof-liter', /has the unit "liters"; this column is in proof liters/],
  ['50 widgets', 'no', /has the unit "widgets"/],
  ['1e9', 'no', /scientific notation/],
  ['0x1F', 'no', /hexadecimal/],
  ['-5', 'no', /negative/],
  ['', 'no', /no number/],
  ['liters', 'liter', /not a number/],
  ['1.000,5 liters', 'liter', /decimal comma/],
])('%j in %s is refused, and why', (text, unit, why) => {
  expect(told(text, unit)).toMatch(why);
});
