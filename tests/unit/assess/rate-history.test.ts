import { describe, expect, test } from 'vitest';
import { documentedSpan, rateHistories } from '../../../src/assess/rates/rate-history.ts';
import type { CountryCode } from '../../../src/customs/country.ts';
import type { RateHistory } from '../../../src/customs/rates-due.ts';
import { type IsoDate, dayAfter, dayBefore, dayNumber, isoDate, monthStart } from '../../../src/exact/iso-date.ts';
import { questionOf, waysSaid, wholeLaw } from '../../support/rates.ts';
import { date } from '../../support/nouns.ts';

const metals = wholeLaw(['us-232-steel', 'us-232-metals']);
const { where, goods, facts } = questionOf(metals, { hts: '7208.10.15.00', origin: 'DE', date: '2022-02-01' });
const question = { where, goods, facts };

function histories(origins: readonly string[], from?: string, until?: string): readonly RateHistory[] {
  const documented = documentedSpan(question, metals.law);
  if (!documented) throw new Error('no law');
  const span = { from: from ? date(from) : documented.from, until: until ? date(until) : documented.until };
  return rateHistories(question, origins as readonly CountryCode[], span, metals.law);
}

function told({ steps }: RateHistory): readonly string[] {
  return steps.map(({ from, to, due }) => `${from}..${to} ${waysSaid(due).join(' | ')}`);
}

describe('the staircase of steel', () => {
  test('from the EU: exempt, 25%, quota, 25%, 50%', () => {
    const [history] = histories(['DE']);
    expect(history && told(history)).toEqual([
      '2018-03-23..2018-05-31 - Free = 0',
      '2018-06-01..2021-12-31 9903.80.01 25% = 25',
      '2022-01-01..2025-03-11 in-quota: 9903.80.67 Free = 0 | over-quota: 9903.80.01 25% = 25',
      '2025-03-12..2025-06-03 9903.81.87 25% = 25',
      '2025-06-04..2026-04-05 9903.81.87 50% = 50',
      '2026-04-06..2026-10-07 9903.82.02 50% = 50',
    ]);
  });

  test('origins that fared alike are one', () => {
    expect(histories(['DE', 'FR', 'CN']).map(({ origins }) => origins)).toEqual([['DE', 'FR'], ['CN']]);
  });

  test('steps follow each other without gaps, and no two neighbours are the same', () => {
    for (const { steps } of histories(['DE', 'JP', 'GB', 'MX', 'KR', 'TR', 'UA'])) {
      for (const [index, step] of steps.entries()) {
        const next = steps[index + 1];
        if (!next) continue;
        expect(next.from).toBe(dayAfter(step.to));
        expect(told({ origins: [], steps: [next] })[0]?.slice(22)).not.toBe(
          told({ origins: [], steps: [step] })[0]?.slice(22),
        );
      }
    }
  });

  test('past the documented days nothing is sure', () => {
    const [history] = histories(['DE'], '2026-09-01', '2026-12-31');
    expect(history?.steps.map(({ from, undocumented }) => [from, undocumented.length])).toEqual([
      ['2026-09-01', 0],
      ['2026-10-08', 1],
    ]);
  });

  test('before the first law there is no rate, not a rate of zero', () => {
    const [history] = histories(['DE'], '2017-01-01', '2018-04-01');
    expect(history?.steps.map(({ due }) => due.ways.map(({ total }) => total.percent))).toEqual([[null], ['0']]);
  });
});

describe('days', () => {
  const days = ['2019-12-31', '2020-02-28', '2020-02-29', '2021-02-28', '2100-02-28', '2024-12-01'].map(
    (text) => isoDate(text) as IsoDate,
  );

  test.each(days)('the day after %s is one day later, and the day before that is it again', (day) => {
    expect(dayBefore(dayAfter(day))).toBe(day);
    expect(dayNumber(dayAfter(day)) - dayNumber(day)).toBe(1);
  });

  test('are counted as the calendar has them', () => {
    for (const day of days)
      expect((Date.parse(day) - Date.parse('1970-01-01')) / 86_400_000).toBe(
        dayNumber(day) - dayNumber(date('1970-01-01')),
      );
  });

  test('months begin in order, over the end of years', () => {
    expect([0, 1, 12, -12].map((ahead) => monthStart(date('2020-12-15'), ahead))).toEqual([
      '2020-12-01',
      '2021-01-01',
      '2021-12-01',
      '2019-12-01',
    ]);
  });
});
