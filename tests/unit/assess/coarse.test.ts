import { describe, expect, test } from 'vitest';
import { said, smallLaw } from '../../support/small-law.ts';

const numbers = ['7208390015', '7208390030', '7208403030', '7209170060'];
const table = {
  regime: 'mine',
  measures: [
    { id: 'chapter', goods: ['72'], rates: [{ heading: '9999.01', rate: '10%' }] },
    { id: 'coil', goods: ['7208.39.0030'], origins: ['JP'], rates: [{ heading: '9999.02', rate: '5%' }] },
  ],
};
const { assess } = smallLaw(table, { numbers });

describe('a number of fewer digits than an entry needs', () => {
  test.each(['7208', '7208.39', '7208.39.00', '7209'])('%s is enough where all below it agree', (hts) => {
    const line = assess({ hts, origin: 'IN' });
    expect(said(line)).toBe('10% 100.00');
    expect(line.problems).toMatchObject([{ code: 'coarse-goods', severity: 'notice', column: 'hts' }]);
  });

  test.each(['7208', '7208.39', '7208.39.00'])('%s is not, where they differ', (hts) => {
    const line = assess({ hts, origin: 'JP' });
    expect(said(line)).toBe('unknown (differs-below)');
    const [{ message } = { message: '' }] = line.problems;
    expect(message).toContain('7208.39.00.30: 9999.02 5%');
    expect(message).toContain('7208.39.00.15');
    expect(message).toContain('9999.01 10%');
  });

  test('the answer of numbers below that do not differ is not theirs elsewhere', () => {
    expect(said(assess({ hts: '7209', origin: 'JP' }))).toBe('10% 100.00');
    expect(said(assess({ hts: '7208.40', origin: 'JP' }))).toBe('10% 100.00');
  });

  test('without a list of numbers, what the tables tell apart is looked at', () => {
    const alone = smallLaw(table);
    expect(said(alone.assess({ hts: '7208.39', origin: 'JP' }))).toBe('unknown (differs-below)');
    expect(said(alone.assess({ hts: '7208.39', origin: 'IN' }))).toBe('10% 100.00');
    expect(said(alone.assess({ hts: '7209', origin: 'JP' }))).toBe('10% 100.00');
  });

  test('draws on a quota where all below it are in one category, and on none where they are in two', () => {
    const quota = (second: string): object => ({
      regime: 'mine',
      order: ['quota'],
      quotas: {
        pot: {
          title: 'Pot',
          unit: 'kg',
          limits: [{ amount: '10' }],
          categories: { '9999.01': { goods: ['7208.39.0015'] }, '9999.02': { goods: [second] } },
        },
      },
      measures: [
        { id: 'general', goods: ['72'], rates: [{ rate: '10%' }] },
        { id: 'quota', goods: ['72'], quota: 'pot', rates: [{ rate: 'Free' }] },
      ],
    });
    const columns = { hts: '7208.39', weight_kg: '5' };
    const two = smallLaw(quota('7208.39.0030'), { numbers });
    expect(said(two.assess(columns))).toBe('unknown (differs-below)');
    const one = smallLaw(
      {
        ...quota('7209'),
        quotas: {
          pot: {
            title: 'Pot',
            unit: 'kg',
            limits: [{ amount: '10' }],
            categories: { '9999.01': { goods: ['7208.39'] } },
          },
        },
      },
      { numbers },
    );
    const lines = one.run([one.line(columns), one.line({ ...columns, hts: '7208.39.0015', weight_kg: '6' })]).lines;
    expect(lines.map(said)).toEqual(['Free 0.00 in-quota', 'Free 0.00 in-quota + 10% 16.67 over-quota']);
  });
});

describe('a class of goods', () => {
  const classed = smallLaw(table, { numbers: [...numbers, '7601103000'] });

  test('is enough where all of it agree', () => {
    expect(said(classed.assess({ hts: '', goods: 'steel', origin: 'IN' }))).toBe('10% 100.00');
  });

  test('is not, where they differ', () => {
    expect(said(classed.assess({ hts: '', goods: 'steel', origin: 'JP' }))).toBe('unknown (differs-below)');
  });

  test('that no table names is said so', () => {
    const { problems, totals } = classed.assess({ hts: '', goods: 'aluminum', origin: 'JP' });
    expect(totals?.duty.toFixed(2)).toBe('0.00');
    expect(problems.map(({ code }) => code)).toContain('not-listed');
  });
});
