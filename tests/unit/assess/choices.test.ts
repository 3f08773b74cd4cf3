import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessLine } from '../../../src/assess/assess-line.ts';
import { openBalances } from '../../../src/assess/balances.ts';
import type { AssessedLine } from '../../../src/customs/assessment.ts';
import { Decimal } from '../../../src/exact/decimal.ts';
import { type SmallLaw, mistakesIn, said, smallLaw } from '../../support/small-law.ts';

/** Rates by value and by weight between which the law lets the declarant choose; the general one is wider than both. */
const table = (of: readonly string[] = ['value', 'weight']): object => ({
  regime: 'choice',
  choices: [{ of, citation: 'a law made for this test' }],
  measures: [
    { id: 'general', goods: 'all', rates: [{ rate: '20%' }] },
    { id: 'value', goods: ['72'], rates: [{ rate: '10%' }] },
    { id: 'weight', goods: ['7208'], rates: [{ rate: '5¢/kg' }] },
  ],
});

function explained(law: SmallLaw, columns: Readonly<Record<string, string>>): AssessedLine {
  const balances = openBalances({ given: new Map(), drawn: new Map(), presented: new Map() });
  return assessLine(law.line(columns), law.law, balances, true).line;
}

describe('a choice that the law gives', () => {
  test.each([
    ['by value', '1900', '5¢/kg 95.00'],
    ['even: the one named first in the table', '2000', '10% 100.00'],
    ['by weight', '2100', '10% 100.00'],
  ])('the lowest is laid, %s', (_, weight_kg, duty) => {
    expect(said(smallLaw(table()).assess({ value: '1000.00', weight_kg }))).toBe(duty);
  });

  test('one that gives no number is told, and not waited for', () => {
    const line = smallLaw(table()).assess({ value: '1000.00' });
    expect(said(line)).toBe('10% 100.00');
    expect(line.problems).toContainEqual(
      expect.objectContaining({ code: 'missing-quantity', severity: 'notice', column: 'weight_kg' }),
    );
  });

  test('whoever asks why sees the others, and what they come to', () => {
    const [trace] = explained(smallLaw(table()), { value: '1000.00', weight_kg: '3000' }).trace ?? [];
    expect(trace?.rates.map(({ measure, outcome, words }) => [measure, outcome, words])).toEqual([
      ['value', 'applies', null],
      ['general', 'goes-second', '"value" is narrower'],
      ['weight', 'not-chosen', 'the declarant may choose; this one comes to $150.00'],
    ]);
  });

  test('without the choice the narrower one goes first', () => {
    expect(said(smallLaw(table(['general', 'value'])).assess({ value: '1000.00', weight_kg: '3000' }))).toBe(
      '5¢/kg 150.00',
    );
  });

  test.each([
    ['unknown', ['value', 'volume'], 'choices[0].of[1]'],
    ['twice', ['value', 'value'], 'choices[0].of[1]'],
  ])('%s measures are refused', (_, of, column) => {
    expect(mistakesIn([table(of)])).toMatchObject([{ column }]);
  });

  test('it is no tie', () => {
    expect(mistakesIn([table()]).map(({ code }) => code)).not.toContain('ambiguous-rate');
  });

  test('no candidate is ever lower than what was laid', () => {
    const law = smallLaw(table());
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (cents, grams) => {
        const value = new Decimal(cents).div(100);
        const kilograms = new Decimal(grams).div(1000);
        const line = law.assess({ value: value.toFixed(), weight_kg: kilograms.toFixed() });
        const lowest = Decimal.min(value.times('0.1'), kilograms.times('0.05')).toDecimalPlaces(
          2,
          Decimal.ROUND_HALF_UP,
        );
        expect(line.totals?.duty.toFixed(2)).toBe(lowest.toFixed(2));
      }),
    );
  });
});
