import { describe, expect, test } from 'vitest';
import { type OutputLine, createCalculator } from '../../src/library.ts';
import type { Shipment } from './officer.ts';

const calculator = createCalculator({ regimes: ['us-mpf', 'us-hmf'] });
const coils: Shipment = { hts: '7208.10.15.00', origin: 'DE', date: '2026-03-02', value: '10000', mode: 'air' };

function assess(rest: Shipment): OutputLine {
  return calculator.assess({ ...coils, ...rest });
}

/** "499 0.3464% 34.64" */
function feesOf(rest: Shipment): readonly string[] {
  return assess(rest).fees.map(({ heading, rate, amount }) => `${String(heading)} ${rate} ${amount}`);
}

describe('Merchandise Processing Fee, 0.3464% of the entry', () => {
  test.each([
    // Fiscal year 2026, 90 FR 34665: $33.58 to $651.50. $33.58 / 0.003464 = $9,694.00 (9,694 × 0.003464 = 33.580016)
    ['$9,693.99: 33.5799…, rounds to the least itself', '9693.99', '33.58'],
    ['$9,694.00: on the least', '9694.00', '33.58'],
    ['$9,000.00: 31.176, held at the least', '9000.00', '33.58'],
    ['$1.00: held at the least', '1.00', '33.58'],
    ['$9,697.00: 33.590408', '9697.00', '33.59'],
    ['$10,000.00', '10000.00', '34.64'],
    // $651.50 / 0.003464 = $188,077.37 (188,077.37 × 0.003464 = 651.50000968)
    ['$188,077.00: 651.498728', '188077.00', '651.50'],
    ['$188,075.00: 651.4918', '188075.00', '651.49'],
    ['$188,077.37: on the most', '188077.37', '651.50'],
    ['$188,100.00: 651.5784, held at the most', '188100.00', '651.50'],
    ['$5,000,000.00: held at the most', '5000000.00', '651.50'],
  ])('%s', (_, value, fee) => {
    expect(feesOf({ value })).toEqual([`499 0.3464% ${fee}`]);
  });

  test.each([
    ['2017-12-31', '25.00', '485.00'],
    ['2018-01-01', '25.67', '497.99'],
    ['2018-09-30', '25.67', '497.99'],
    ['2018-10-01', '26.22', '508.70'],
    ['2019-10-01', '26.79', '519.76'],
    ['2020-10-01', '27.23', '528.33'],
    ['2021-10-01', '27.75', '538.40'],
    ['2022-10-01', '29.66', '575.35'],
    ['2023-10-01', '31.67', '614.35'],
    ['2024-09-30', '31.67', '614.35'],
    ['2024-10-01', '32.71', '634.62'],
    ['2025-09-30', '32.71', '634.62'],
    ['2025-10-01', '33.58', '651.50'],
    ['2026-09-30', '33.58', '651.50'],
    ['2026-10-01', '34.58', '670.86'],
  ])('on %s: from $%s to $%s (19 CFR 24.23 and the notice of each fiscal year)', (date, least, most) => {
    expect(feesOf({ date, value: '100' })).toEqual([`499 0.3464% ${least}`]);
    expect(feesOf({ date, value: '1000000' })).toEqual([`499 0.3464% ${most}`]);
  });

  test.each([
    ['returned goods of the United States', '9801.00.1010', []],
    ['repairs abroad', '9802.00.5060', []],
    ['assembly abroad, on what the line declares as its value', '9802.00.8040', ['499 0.3464% 34.64']],
    ['metal processed abroad', '9802.00.6000', ['499 0.3464% 34.64']],
  ])('of chapter 98, 19 U.S.C. 58c(b)(8): %s', (_, hts, fees) => {
    expect(feesOf({ hts }).filter((fee) => !fee.includes('Free'))).toEqual(fees);
  });

  test('of days before the first rate on hand is not covered, not free', () => {
    const line = assess({ date: '2013-12-31' });
    expect([line.fees, line.notCovered.includes('us-mpf')]).toEqual([[], true]);
  });

  test.each<[string, Shipment, string]>([
    ['USMCA claimed, 19 CFR 24.23(c)(3)', { origin: 'CA', spi: 'S' }, 'null Free 0.00'],
    ['USMCA not claimed', { origin: 'CA' }, '499 0.3464% 34.64'],
    ['NAFTA, before 2020-07-01', { origin: 'MX', spi: 'MX', date: '2020-06-30' }, 'null Free 0.00'],
    ['Korea, 19 CFR 24.23(c)(12)', { origin: 'KR', spi: 'KR' }, 'null Free 0.00'],
    ['Jordan: its agreement waives nothing', { origin: 'JO', spi: 'JO' }, '499 0.3464% 34.64'],
    ['Israel, claimed or not, 19 CFR 24.23(c)(5)', { origin: 'IL' }, 'null Free 0.00'],
    ['an informal entry, fiscal year 2026', { informal_entry: 'yes', value: '2000' }, '311 0.3464% 2.69'],
  ])('%s', (_, line, fee) => {
    expect(feesOf(line)).toEqual([fee]);
  });
});

describe('Harbor Maintenance Fee, 0.125% of cargo by sea', () => {
  test('by vessel', () => {
    // $10,000.00 × 0.125% = $12.50
    expect(feesOf({ mode: 'vessel' })).toEqual(['501 0.125% 12.50', '499 0.3464% 34.64']);
  });

  test('by air there is none, and that is an answer', () => {
    expect(assess({}).notCovered).not.toContain('us-hmf');
  });

  test('where the mode was not declared it is not covered, and the column is named', () => {
    const line = assess({ mode: '' });
    expect(line.notCovered).toContain('us-hmf');
    expect(line.totals?.fees).toBe('34.64');
    expect(line.problems).toContainEqual(expect.objectContaining({ code: 'fact-undeclared', column: 'mode' }));
  });
});
