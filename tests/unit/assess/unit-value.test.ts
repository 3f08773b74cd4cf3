import { describe, expect, test } from 'vitest';
import { mistakesIn, said, smallLaw } from '../../support/small-law.ts';

/** A break as column 2 once had it for many goods: by the piece below so many cents each, by value from there on. */
const byPiece = {
  regime: 'by-piece',
  measures: [
    {
      id: 'all',
      goods: ['72'],
      rates: [
        { rate: '5¢ each', when: { unit_value_no: { under: '$0.40' } } },
        { rate: '10%', when: { unit_value_no: { atLeast: '$0.40' } } },
      ],
    },
  ],
};

describe('a rate that depends on what one piece is worth', () => {
  test.each([
    // $1,000.00 / 2,501 pieces = 39.98 cents: 2,501 × 5¢
    ['below the break', { quantity_no: '2501' }, '5¢ each 125.05'],
    // $1,000.00 / 2,500 pieces = 40 cents sharp: 10%
    ['on the break', { quantity_no: '2500' }, '10% 100.00'],
    ['above it', { quantity_no: '10' }, '10% 100.00'],
    // 208 dozen = 2,496 pieces: 40.06 cents
    ['declared in dozens', { quantity_doz: '208' }, '10% 100.00'],
    ['declared in dozens, below', { quantity_doz: '209' }, '5¢ each 125.40'],
  ])('%s', (_, columns, duty) => {
    expect(said(smallLaw(byPiece).assess({ value: '1000.00', ...columns }))).toBe(duty);
  });

  test('without the number nothing applies, and the column to declare is named', () => {
    const line = smallLaw(byPiece).assess({ value: '1000.00' });
    expect(said(line)).toBe('nothing');
    expect(line.problems).toContainEqual(expect.objectContaining({ code: 'fact-undeclared', column: 'quantity_no' }));
  });

  test('a table that asks leaves the line open', () => {
    const [measure] = byPiece.measures;
    const rates = [
      { rate: '5%', when: { unit_value_kg: { under: '1', ifUndeclared: 'ask' } } },
      { rate: '10%', when: { unit_value_kg: { atLeast: '1', ifUndeclared: 'ask' } } },
    ];
    const line = smallLaw({ ...byPiece, measures: [{ ...measure, rates }] }).assess({ value: '1000.00' });
    expect(said(line)).toBe('unknown (fact-undeclared): 50.00 or 100.00');
    expect(line.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { column: 'weight_kg', hint: 'Declare weight_kg.' },
      { column: 'weight_kg' },
    ]);
  });
});

describe('a rate that depends on the quantity', () => {
  const light = {
    regime: 'light',
    measures: [
      { id: 'all', goods: 'all', rates: [{ rate: '10%' }] },
      { id: 'small', goods: 'all', when: { weight_kg: { under: '20' } }, rates: [{ rate: 'Free' }] },
    ],
  };

  test.each([
    [{ weight_kg: '19.999' }, 'Free 0.00'],
    [{ weight_kg: '20' }, '10% 100.00'],
    [{ weight_kg: '44 lb' }, 'Free 0.00'],
    [{ weight_kg: '45 lb' }, '10% 100.00'],
    [{}, '10% 100.00'],
  ])('%o', (columns, duty) => {
    expect(said(smallLaw(light).assess({ value: '1000.00', ...columns }))).toBe(duty);
  });
});

test('the name of a supplied fact cannot be declared', () => {
  const facts = { unit_value_kg: { type: 'money', question: 'What is a kilogram worth?' } };
  expect(mistakesIn([{ ...byPiece, facts }])).toMatchObject([{ column: 'facts.unit_value_kg' }]);
});
