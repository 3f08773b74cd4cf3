import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assess, owedBy } from './officer.ts';

/** One ten-digit number and the heading that each quota gives it; empty where the quota has none. */
interface Row {
  readonly number: string;
  readonly metal: 'steel' | 'aluminum';
  readonly headings: { readonly eu: string; readonly japanUk: string; readonly absolute: string };
}

const text = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'trq-category-by-hts10.csv'), 'utf8');
const rows: readonly Row[] = text
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [number = '', metal, eu = '', japanUk = '', absolute = ''] = line.split(',');
    return { number, metal: metal === 'steel' ? 'steel' : 'aluminum', headings: { eu, japanUk, absolute } };
  });

/** Lines that customs accepted in quota, of each group, on a day when its quota was open. */
const groups = [
  { name: 'the EU', heading: 'eu', metals: ['steel', 'aluminum'], line: { origin: 'DE', date: '2022-02-01' } },
  { name: 'Japan', heading: 'japanUk', metals: ['steel'], line: { origin: 'JP', date: '2022-05-02' } },
  {
    name: 'the United Kingdom',
    heading: 'japanUk',
    metals: ['steel', 'aluminum'],
    line: { origin: 'GB', date: '2022-07-01' },
  },
  { name: 'South Korea', heading: 'absolute', metals: ['steel'], line: { origin: 'KR', date: '2019-03-01' } },
  { name: 'Brazil', heading: 'absolute', metals: ['steel'], line: { origin: 'BR', date: '2023-03-01' } },
  { name: 'Argentina', heading: 'absolute', metals: ['steel', 'aluminum'], line: { origin: 'AR', date: '2025-03-11' } },
] as const;

describe('every number of the article lists falls into the one category its headings name', () => {
  test('the list is whole: 746 and 66 numbers of the 2025 schedule, and four that ended in 2024', () => {
    expect(rows.filter(({ metal }) => metal === 'steel')).toHaveLength(750);
    expect(rows.filter(({ metal }) => metal === 'aluminum')).toHaveLength(66);
  });

  test.each(groups)('in the quota of $name', ({ heading, metals, line }) => {
    const named = rows.filter(
      ({ metal, headings }) => (metals as readonly string[]).includes(metal) && headings[heading] !== '',
    );
    const wrong = named.flatMap(({ number, headings }) => {
      const owed = owedBy({ hts: number, value: '1000', quota_tier: 'in-quota', ...line });
      const right = owed.length === 1 && owed[0]?.[0] === headings[heading] && owed[0][1] === 'Free';
      return right ? [] : [`${number}: ${headings[heading]}, not ${JSON.stringify(owed)}`];
    });
    expect(named.length).toBeGreaterThan(60);
    expect(wrong).toEqual([]);
  });

  test('and without a category pays the general rate: UK clad sheet', () => {
    const without = rows.filter(({ headings }) => headings.japanUk === '').map(({ number }) => number);
    expect(without).toEqual(['7606.11.6000', '7606.12.6000']);
    for (const hts of without) {
      const line = { hts, origin: 'GB', date: '2022-07-01', value: '1000', primary_smelt_country: 'NO' };
      expect(owedBy(line)).toEqual([['9903.85.01', '10%', '100.00']]);
    }
  });
});

describe('a quota line without its own number', () => {
  test('of eight digits is decided where one category has them all: 7208.39 of Germany', () => {
    expect(owedBy({ hts: '7208.39', origin: 'DE', date: '2022-02-01', value: '1000', quota_tier: 'in-quota' })).toEqual(
      [['9903.80.65', 'Free', '0.00']],
    );
  });

  test('names the numbers that differ where several have them: 7306.30.50 of Germany', () => {
    const answer = assess({
      hts: '7306.30.50',
      origin: 'DE',
      date: '2022-02-01',
      value: '1000',
      quota_tier: 'in-quota',
    });
    expect(answer.status).toBe('unknown');
    expect(answer.problems.find(({ code }) => code === 'differs-below')?.message).toMatch(
      /9903\.80\.82[^]*9903\.80\.84|9903\.80\.84[^]*9903\.80\.82/,
    );
  });
});
