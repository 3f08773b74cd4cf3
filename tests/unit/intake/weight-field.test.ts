import { expect, test } from 'vitest';
import { parseWeight } from '../../../src/intake/weight-field.ts';

function told(text: string): string {
  const field = parseWeight(text);
  return field.ok ? field.value.toFixed() : `${field.error.message} | ${field.error.hint ?? ''}`;
}

/** NIST Handbook 44, appendix C: 1 lb = 0.45359237 kg; short ton = 2,000 lb; long ton = 2,240 lb; all exact. */
test.each([
  ['50000', '50000'],
  ['0', '0'],
  ['50000kg', '50000'],
  ['50,000 KG', '50000'],
  ['1,000.5 kg', '1000.5'],
  ['50t', '50000'],
  ['50 t', '50000'],
  ['50 MT', '50000'],
  ['1.5 metric tons', '1500'],
  ['1.5 metric_tons', '1500'],
  ['2 tonnes', '2000'],
  ['500 g', '0.5'],
  ['1 lb', '0.45359237'],
  ['110231 lb', '49999.94053747'], // 110231 × 0.45359237
  ['110,231lbs.', '49999.94053747'],
  ['3 pounds', '1.36077711'],
  ['1 short ton', '907.18474'], // 2000 × 0.45359237
  ['2 short-tons', '1814.36948'],
  ['1 long ton', '1016.0469088'], // 2240 × 0.45359237
])('%j is %s kg', (text, kilograms) => {
  expect(told(text)).toBe(kilograms);
});

test.each([
  ['50 ton', /three kinds of ton \| 50 t \(1,000 kg\), 50 short ton \(2,000 lb\) or 50 long ton/],
  ['50tons', /three kinds of ton/],
  ['50 cwt', /has the unit "cwt", which is not known \| Known are/],
  ['50 kilo grams', /unit "kilo grams"/],
  ['-50kg', /negative/],
  ['kg', /not a number/],
  ['', /has no number/],
  ['1e9', /scientific notation/],
  ['1e9 kg', /not a number|scientific/],
  ['0x1F', /hexadecimal/],
  ['NaN', /not a number/],
  ['50.000,5 kg', /decimal comma/],
  ['50 kg 20', /not a number/],
  ['9999999999999999 kg', /16 digits/],
])('%j is refused, and why', (text, why) => {
  expect(told(text)).toMatch(why);
});
