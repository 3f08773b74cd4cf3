import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssessedLine } from '../../src/customs/assessment.ts';
import { Decimal, decimal } from '../../src/exact/decimal.ts';
import { type SmallLaw, everythingIn, smallLaw } from '../support/small-law.ts';
import { someLine, someTable } from '../support/tables-at-random.ts';

const grams = fc.bigInt({ min: 0n, max: 200_000n }).map((count) => new Decimal(String(count)).div(1000));

function quotaOf(limit: Decimal, whenFull: string, periods: readonly object[]): SmallLaw {
  return smallLaw({
    regime: 'mine',
    order: ['quota'],
    quotas: { pot: { title: 'Pot', unit: 'kg', limits: [{ amount: limit.toFixed() }], periods } },
    measures: [
      { id: 'general', goods: 'all', rates: [{ heading: '9999.10', rate: '25%' }] },
      { id: 'quota', goods: 'all', quota: 'pot', whenFull, rates: [{ heading: '9999.00', rate: 'Free' }] },
    ],
  });
}

const plans: readonly (readonly object[])[] = [
  [],
  ['01-01', '04-01', '07-01', '10-01'].map((begins, index) => ({ name: `Q${index}`, begins, share: '25%' })),
  ['01-01', '04-01', '07-01', '10-01'].map((begins, index) => ({
    name: `Q${index}`,
    begins,
    atMost: '30%',
    orIfMore: '10',
  })),
  [
    { name: 'H1', begins: '01-01', share: '60%' },
    { name: 'H2', begins: '07-01' },
  ],
];

const dates = ['2022-01-05', '2022-02-01', '2022-04-01', '2022-06-30', '2022-07-01', '2022-11-11', '2023-01-02'];

const run = fc.record({
  limit: grams,
  whenFull: fc.constantFrom('next', 'refused', 'admitted'),
  periods: fc.constantFrom(...plans),
  lines: fc.array(
    fc.record({
      kg: grams.filter((kg) => kg.gt(0)), // zero is not counted on a quota
      date: fc.constantFrom(...dates),
    }),
    { minLength: 1, maxLength: 15 },
  ),
});

function drawn(line: AssessedLine): Decimal {
  return line.duties.reduce((sum, { quota }) => sum.plus(quota ? decimal(quota.drawn) : 0), new Decimal(0));
}

describe('drawing on a quota', () => {
  test('in + over = requested; no balance below zero; no year above its limit; the values add up', () =>
    fc.assert(
      fc.property(run, ({ limit, whenFull, periods, lines: some }) => {
        const law = quotaOf(limit, whenFull, periods);
        const declared = some
          .toSorted((a, b) => (a.date < b.date ? -1 : 1))
          .map(({ kg, date }) => law.line({ weight_kg: kg.toFixed(), date, value: '1000.01' }));
        const { lines } = law.run(declared);
        const years = new Map<string, Decimal>();
        for (const { line, duties, status } of lines) {
          const year = line.date.slice(0, 4);
          for (const { quota } of duties) {
            if (!quota) continue;
            years.set(year, (years.get(year) ?? new Decimal(0)).plus(decimal(quota.drawn)));
            expect(decimal(quota.remaining ?? decimalZero).gte(0)).toBe(true);
            expect(decimal(quota.drawn).lte(decimal(quota.requested))).toBe(true);
          }
          expect(status === 'assessed' || (status === 'refused' && whenFull === 'refused')).toBe(true);
          const value = duties.reduce((sum, { basisAmount }) => sum.plus(basisAmount), new Decimal(0));
          if (status === 'assessed') expect(value.toFixed(2)).toBe('1000.01');
          else expect(value.lt('1000.01')).toBe(true);
        }
        for (const total of years.values()) expect(total.lte(limit)).toBe(true);
      }),
    ));

  test('with room for all, nothing is over; with none, nothing is in', () =>
    fc.assert(
      fc.property(run, ({ limit, lines: some }) => {
        const law = quotaOf(limit, 'next', []);
        const declared = some.map(({ kg }) => law.line({ weight_kg: kg.toFixed() }));
        const wanted = some.reduce((sum, { kg }) => sum.plus(kg), new Decimal(0));
        const { lines } = law.run(declared);
        const taken = lines.reduce((sum, line) => sum.plus(drawn(line)), new Decimal(0));
        expect(taken.eq(Decimal.min(limit, wanted))).toBe(true);
      }),
    ));

  test('a line draws no more than one line of the sum of its kilograms would', () =>
    fc.assert(
      fc.property(grams, grams, grams, (limit, first, second) => {
        const law = quotaOf(limit, 'next', []);
        const weight = (kg: Decimal): ReturnType<SmallLaw['line']> => law.line({ weight_kg: kg.toFixed() });
        const apart = law.run([weight(first), weight(second)]).lines.map(drawn);
        const together = law.run([weight(first.plus(second))]).lines.map(drawn);
        expect(Decimal.sum(...apart).eq(Decimal.sum(...together))).toBe(true);
      }),
    ));
});

describe('batch size', () => {
  test('changes no answer and no total', () =>
    fc.assert(
      fc.property(
        someTable,
        fc.array(someLine, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (table, columns, batch) => {
          const law = smallLaw(table);
          const lines = columns.map((one) => law.line(one));
          const whole = law.run(lines);
          const parts = law.run(lines, { batch });
          expect(parts.lines.map(everythingIn)).toEqual(whole.lines.map(everythingIn));
          expect(parts.state.totals).toEqual(whole.state.totals);
        },
      ),
      { numRuns: 200 },
    ));
});

const decimalZero = '0' as Parameters<typeof decimal>[0];
