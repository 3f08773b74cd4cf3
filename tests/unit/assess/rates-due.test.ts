import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallLaw } from '../../support/small-law.ts';
import { ratesOf, wholeLaw, waysSaid } from '../../support/rates.ts';

/** Base duty and Section 232; other programmes have tests of their own. */
const bundled = wholeLaw(['us-base', 'us-232-steel', 'us-232-aluminum', 'us-232-copper', 'us-232-metals']);

/** Worked out from the cited texts, not from output. */
const cases = [
  {
    why: 'Japan pays the general rate until its quota opens on 2022-04-01: 25%, Proclamation 9705',
    ask: { hts: '7208.10.15.00', origin: 'JP', date: '2021-11-12' },
    ways: ['base Free + 9903.80.01 25% = 25'],
  },
  {
    why: 'German steel in 2022: Free in quota, 25% over it, Proclamation 10328',
    ask: { hts: '7208.10.15.00', origin: 'DE', date: '2022-02-01' },
    ways: ['in-quota: base Free + 9903.80.67 Free = 0', 'over-quota: base Free + 9903.80.01 25% = 25'],
  },
  {
    why: 'steel melted in China is not in the quota of the EU',
    ask: { hts: '7208.10.15.00', origin: 'DE', date: '2022-02-01', melt_pour_country: 'CN' },
    ways: ['base Free + 9903.80.01 25% = 25'],
  },
  {
    why: 'Korea: an absolute quota, beyond which the goods are refused, Proclamation 9740',
    ask: { hts: '7208.10.15.00', origin: 'KR', date: '2020-02-01' },
    ways: ['in-quota: base Free + 9903.80.07 Free = 0', 'over-quota: nothing = refused'],
  },
  {
    why: 'United Kingdom stays at 25% when others go to 50%, Proclamation 10947',
    ask: { hts: '7208.10.15.00', origin: 'GB', date: '2025-06-04' },
    ways: ['base Free + 9903.81.94 25% = 25'],
  },
  {
    why: '2026: one law for the three metals, 50%, Proclamation 11021 clause (2)',
    ask: { hts: '7208.10.15.00', origin: 'DE', date: '2026-05-01' },
    ways: ['base Free + 9903.82.02 50% = 50'],
  },
  {
    why: 'a declared antidumping rate adds to the total: 19 CFR 351.212',
    ask: { hts: '7208.10.15.00', origin: 'DE', date: '2026-05-01', ad_rate: '12.5%' },
    ways: ['base Free + 9903.82.02 50% + - 12.5% = 62.5'],
  },
  {
    why: 'Cuba is in column 2, whose rate counts kilograms: told as it is printed, and no percentage',
    ask: { hts: '7208.10.15.00', origin: 'CU', date: '2021-11-12' },
    ways: ['base 0.4¢/kg + 20% + 9903.80.01 25% = Base duty: 0.4¢/kg + 20% is no percentage of the whole value'],
  },
  {
    why: 'Russian aluminum pays 70% in place of column 2 (HTS 9903.90.09), and 200% beside it (9903.85.67)',
    ask: { hts: '7601.10.30.00', origin: 'RU', date: '2026-05-01' },
    ways: ['9903.90.09 70% + 9903.85.67 200% = 270'],
  },
  {
    why: 'Mexico from 2024-07-10 turns on where the steel was melted, Proclamation 10783',
    ask: { hts: '7208.10.15.00', origin: 'MX', date: '2024-08-01' },
    ways: [
      'if melt_pour_country is one of US, MX, CA: base Free + - Free = 0',
      'if melt_pour_country is none of US, MX, CA: base Free + 9903.81.85 25% = 25',
    ],
  },
  {
    why: 'derivatives of 2025: 50% on the steel alone is no percentage of the value',
    ask: { hts: '7318.15.20', origin: 'DE', date: '2025-07-01' },
    ways: ['base Free + 9903.81.90 50% on steel_content_value = 9903.81.90: 50% is laid on the steel content value'],
  },
  {
    why: 'four digits are enough where all numbers below have the same rates; headings of the quota differ',
    ask: { hts: '7208', origin: 'DE', date: '2022-02-01' },
    ways: ['in-quota: base Free + 9903.80.65 … 9903.80.71 Free = 0', 'over-quota: base Free + 9903.80.01 25% = 25'],
  },
] as const;

describe('rates due', () => {
  test.each(cases)('$why', ({ ask, ways }) => {
    expect(waysSaid(ratesOf(bundled, ask))).toEqual(ways);
  });

  test('of a class of goods are those of every number of it', () => {
    const due = ratesOf(bundled, { goods: 'aluminum', origin: 'DE', date: '2026-05-01' });
    expect(waysSaid(due)).toEqual(['9903.82.02 50% = 50']);
    expect(due.problems.map(({ code }) => code)).toContain('coarse-goods');
  });

  test('differ below a number: it is told how, and nothing is due', () => {
    const due = ratesOf(bundled, { hts: '7616', origin: 'DE', date: '2022-02-01' });
    expect({ status: due.status, ways: due.ways }).toEqual({ status: 'unknown', ways: [] });
    expect(due.problems.map(({ code, message }) => [code, message.includes('7616.10.30.00: 4.7%')])).toEqual([
      ['differs-below', true],
    ]);
  });

  test('past the end of a law are unknown, never zero', () => {
    const steel = wholeLaw(['us-232-steel']);
    const due = ratesOf(steel, { hts: '7208.10.15.00', origin: 'DE', date: '2026-05-01' });
    expect(due.status).toBe('unknown');
    expect(due.ways.map(({ total }) => total.percent)).toEqual([null]);
    expect(due.problems.map(({ code }) => code)).toContain('not-on-hand');
  });

  test('of goods that no table names are unknown', () => {
    const due = ratesOf(bundled, { hts: '0101.21.00.10', origin: 'DE', date: '2022-02-01' });
    expect(due.status).toBe('unknown');
    expect(due.ways.every(({ total }) => total.percent === null)).toBe(true);
  });

  test('name what declaring a fact would bring, without an amount of a shipment nobody made', () => {
    const due = ratesOf(bundled, { hts: '7318.15.20', origin: 'DE', date: '2025-07-01' });
    expect(due.conditional.map(({ headings, rate, when }) => [headings.join(), rate, when])).toEqual([
      ['9903.81.92', 'Free', 'melt_pour_country is US'],
      ['', 'Free', 'other_section_232 is yes'],
    ]);
    expect(JSON.stringify(due)).not.toMatch(/\$|1000000000000/);
  });

  test('say why the regime that was replaced lays nothing', () => {
    const { silent } = ratesOf(bundled, { hts: '7208.10.15.00', origin: 'DE', date: '2026-05-01' });
    expect(silent.map(({ regime, outcome }) => [regime, outcome])).toEqual([['us-232-steel', 'replaced']]);
  });

  test('a program that does not fit is invalid', () => {
    const due = ratesOf(bundled, { hts: '7601.20.30.00', origin: 'DE', date: '2026-05-01', spi: 'KR' });
    expect({ status: due.status, ways: due.ways }).toEqual({ status: 'invalid', ways: [] });
  });
});

describe('rates together', () => {
  const base = (rate: string): object => ({
    regime: 'base',
    role: 'base',
    measures: [{ id: 'base', goods: ['7208'], rates: [{ from: '2020-01-01', rate }] }],
  });
  const upTo = {
    regime: 'deal',
    measures: [{ id: 'deal', goods: ['7208'], rates: [{ from: '2020-01-01', heading: '9903.99.01', total: '15%' }] }],
  };
  const ask = { hts: '7208.39.0030', origin: 'IN', date: '2022-02-01' };

  test.each([
    ['Free', '15'],
    ['2.5%', '15'],
    ['15%', '15'],
    ['18.75%', '18.75'],
  ])('a total of 15%% is completed by a base duty of %s: %s', (rate, percent) => {
    const due = ratesOf(smallLaw([base(rate), upTo]), ask);
    expect(due.ways.map(({ total }) => total.percent)).toEqual([percent]);
  });

  test.each([
    ['$1.05/kg', 'base'],
    ['$1.05/kg + 2.3%', 'base'],
    ['unknown', 'base'],
    ['7 2/3%', 'base'],
    ['3.4¢/liter', 'base'],
    ['See additional U.S. note 1', 'base'],
  ])('no percentage with a base duty of %s', (rate) => {
    const law = smallLaw([
      base(rate),
      { regime: 'more', measures: [{ goods: ['7208'], rates: [{ from: '2020-01-01', rate: '25%' }] }] },
    ]);
    const [way] = ratesOf(law, ask).ways;
    expect(way?.total.percent).toBeNull();
    expect(way?.rates.map((one) => one.rate)).toEqual([rate, '25%']);
  });

  test('a rate that asks what base duty comes to is told both ways where that counts kilograms', () => {
    const deal = {
      regime: 'deal',
      measures: [
        {
          id: 'low',
          goods: ['7208'],
          when: { base_rate: { under: '15' } },
          rates: [{ from: '2020-01-01', heading: '9903.99.02', rate: '10%' }],
        },
        {
          id: 'high',
          goods: ['7208'],
          when: { base_rate: { atLeast: '15' } },
          rates: [{ from: '2020-01-01', heading: '9903.99.03', rate: 'Free' }],
        },
      ],
    };
    const due = ratesOf(smallLaw([base('$1.05/kg'), deal]), ask);
    expect(due.status).toBe('depends');
    expect(due.ways.map(({ when, rates }) => [when.includes('high'), rates.at(-1)?.rate])).toEqual([
      [true, '10%'],
      [false, 'Free'],
    ]);
    expect(ratesOf(smallLaw([base('16%'), deal]), ask).ways.map(({ total }) => total.percent)).toEqual(['16']);
  });

  test('percentages of added rates add up exactly', () => {
    const percent = fc.integer({ min: 0, max: 99999 }).map((thousandths) => (thousandths / 1000).toString());
    fc.assert(
      fc.property(fc.array(percent, { minLength: 1, maxLength: 4 }), (rates) => {
        const tables = rates.map((rate, index) => ({
          regime: `regime-${index}`,
          measures: [{ id: 'one', goods: ['7208'], rates: [{ from: '2020-01-01', rate: `${rate}%` }] }],
        }));
        const [way] = ratesOf(smallLaw(tables), ask).ways;
        const thousandths = rates.reduce((sum, rate) => sum + Math.round(Number(rate) * 1000), 0);
        expect(Math.round(Number(way?.total.percent) * 1000)).toBe(thousandths);
      }),
      { numRuns: 30 },
    );
  });
});
