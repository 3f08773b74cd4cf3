import { expect, test } from 'vitest';
import { computeDuty } from '../../../src/assess/duty.ts';
import { factsOfRates } from '../../../src/customs/rate-facts.ts';
import { Decimal } from '../../../src/exact/decimal.ts';
import { parseRate } from '../../../src/intake/rate-text.ts';

test.each<[string, readonly string[]]>([
  ['25%', []],
  ['74¢/t', []],
  ['90¢/pr. + 20%', ['quantity_doz_pr', 'quantity_pr']],
  ['8.3¢/liter MAX 5%', ['quantity_liter', 'quantity_m3']],
  [
    '43¢ each + 2.8¢/jewel over 7',
    [...'doz gross hundred no thousand'.split(' ').map((unit) => `quantity_${unit}`), 'quantity_jewel_over'].toSorted(),
  ],
  ['Free (AU) 5.9¢/kg on drained weight + 3% on the case (PA)', ['case_value', 'drained_weight_kg']],
  ['6.5% on the entire set', []],
  [
    '3.6606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in proportion) but not less than 3.143854¢/kg',
    ['sugar_degrees'],
  ],
])('%j asks for %j, and has what it needs with them', (text, names) => {
  const rate = parseRate(text);
  if (rate === undefined) throw new Error(text);
  const facts = factsOfRates([rate]);
  expect(Object.keys(facts).toSorted()).toEqual(names);
  const known = new Set([...names, 'weight_kg']);
  const duty = computeDuty(rate, {
    amount: new Decimal(1),
    currency: 'USD',
    currencySign: '$',
    declared: (fact) => (known.has(fact) ? new Decimal(1) : null),
    baseDuty: null,
    program: 'PA',
  });
  expect(duty).toBeInstanceOf(Decimal);
});
