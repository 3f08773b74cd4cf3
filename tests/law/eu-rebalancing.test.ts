import { describe, expect, test } from 'vitest';
import { type OutputLine, createCalculator } from '../../src/library.ts';
import type { Shipment } from './officer.ts';

const calculator = createCalculator({ jurisdiction: 'eu' });
/** Sweetcorn, on the first annex of Regulation (EU) 2018/886. */
const corn: Shipment = { hts: '0710.40.00', origin: 'US', date: '2019-03-01', value: '1000.00' };

function assess(rest: Shipment): OutputLine {
  return calculator.assess({ ...corn, ...rest });
}

/** "25% 250.00", or what keeps it from being one. */
function answer(rest: Shipment): string {
  const { status, duties, problems } = assess(rest);
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return [status === 'assessed' ? '' : status, ...duties.map(({ rate, amount }) => `${rate} ${amount}`), ...errors]
    .filter((text) => text !== '')
    .join(' ');
}

describe('additional duties on goods of the United States', () => {
  test.each<[string, Shipment, string]>([
    ['the day before, Regulation 2018/886', { date: '2018-06-21' }, 'Free 0.00'],
    ['the first day: 1,000.00 × 25%', { date: '2018-06-22' }, '25% 250.00'],
    ['the last day of collection', { date: '2021-12-31' }, '25% 250.00'],
    ['suspended by Regulation 2021/2083', { date: '2022-01-01' }, 'Free 0.00'],
    ['suspended by Regulation 2023/2882', { date: '2024-01-01' }, 'Free 0.00'],
    ['suspended by Regulation 2025/664', { date: '2025-04-01' }, 'Free 0.00'],
    ['suspended by Regulation 2025/786', { date: '2025-04-15' }, 'Free 0.00'],
    ['suspended by Regulation 2025/1446', { date: '2025-07-15' }, 'Free 0.00'],
    ['suspended by Regulation 2025/1727', { date: '2025-08-07' }, 'Free 0.00'],
    ['maize, 1005 90 00', { hts: '1005.90.00' }, '25% 250.00'],
    ['playing cards: 1,000.00 × 10%', { hts: '9504.40.00' }, '10% 100.00'],
    ['lighters, Regulation 2020/502, the day before', { hts: '9613.80.00', date: '2020-05-07' }, 'Free 0.00'],
    ['lighters: 1,000.00 × 20%', { hts: '9613.80.00', date: '2020-05-08' }, '20% 200.00'],
    ['plastic fittings: 1,000.00 × 7%', { hts: '3926.30.00', date: '2020-05-08' }, '7% 70.00'],
    ['plastic fittings, suspended', { hts: '3926.30.00', date: '2022-01-01' }, 'Free 0.00'],
    ['another chapter', { hts: '0901.11.00' }, ''],
    ['another origin', { origin: 'CA' }, ''],
    ['exported before the duties, Article 4 of Regulation 2018/724', { exported_before_duties: 'yes' }, 'Free 0.00'],
    ['steel of a listed chapter: the list is not whole', { hts: '7208.10.00' }, 'unknown rate-unknown'],
    ['the same before the duties', { hts: '7208.10.00', date: '2018-06-21' }, 'Free 0.00'],
    ['the same after them', { hts: '7208.10.00', date: '2022-01-01' }, 'Free 0.00'],
  ])('%s', (_, line, expected) => {
    expect(answer(line)).toBe(expected);
  });

  test('are laid on the value with freight and insurance', () => {
    // (1,000.00 + 90.50 + 9.50) × 25% = 275.00
    const line = assess({ freight: '90.50', insurance: '9.50' });
    expect([line.enteredValue, line.totals?.duty]).toEqual(['1100.00', '275.00']);
    expect(line.problems).toContainEqual(expect.objectContaining({ code: 'customs-value' }));
  });

  test('say that the list is incomplete', () => {
    expect(assess({ hts: '7208.10.00' }).problems[0]?.message).toMatch(/list incomplete/);
  });

  test('every zero has its act', () => {
    for (const date of ['2018-06-21', '2022-01-01', '2024-06-01', '2025-05-01', '2026-03-01'])
      expect(assess({ date }).duties[0]?.citation?.source).toMatch(/Regulation|press/);
  });

  test('past the last suspension that was found, the answer warns', () => {
    const line = assess({ date: '2026-08-07' });
    expect(line.problems).toContainEqual(expect.objectContaining({ code: 'outside-documented', severity: 'warning' }));
    expect(line.duties[0]?.citation?.confidence).toBe('unverified');
  });

  test('a number of another length is refused with the label of the territory', () => {
    expect(assess({ hts: '0710.40.00.10' }).problems[0]?.message).toMatch(/CN code|digits/);
  });
});
