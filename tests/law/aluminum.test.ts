import { describe, expect, test } from 'vitest';
import { createCalculator } from '../../src/library.ts';
import { assess, decided } from './officer.ts';

// Ingot, alloyed and not; hollow profiles; sheet; clad sheet; foil; castings.
const ingot = { hts: '7601.10.6090' };
const alloy = { hts: '7601.20.9045' };
const profile = { hts: '7604.21.0010' };
const sheet = { hts: '7606.12.3091' };
const clad = { hts: '7606.12.6000' };
const foil = { hts: '7607.11.6010' };
const casting = { hts: '7616.99.5160' };

describe('the general rate', () => {
  decided([
    {
      line: { ...foil, origin: 'CN', date: '2018-10-03', value: '158340.00' },
      owes: [['9903.85.01', '10%', '15834.00']],
      why: 'foil of China, Proc. 9704, 83 FR 11619: 158,340.00 × 10% = 15,834.00',
    },
    {
      line: { ...profile, origin: 'AE', date: '2021-06-30', value: '147600.00' },
      owes: [['9903.85.01', '10%', '14760.00']],
      why: 'the Emirates paid throughout, the quota of January 2021 never applied (Proc. 10144): 147,600.00 × 10% = 14,760.00',
    },
    {
      line: { ...casting, origin: 'CN', date: '2025-02-11', value: '58500.00', primary_smelt_country: 'CN' },
      owes: [['9903.85.01', '10%', '5850.00']],
      why: 'castings, 7616.99.5160 of Proc. 9704 clause (1): 58,500.00 × 10% = 5,850.00',
    },
    {
      line: { ...foil, origin: 'CN', date: '2018-10-03', value: '1000.05' },
      owes: [['9903.85.01', '10%', '100.01']],
      why: 'half a cent goes up (usual practice, no text): 1,000.05 × 10% = 100.005 → 100.01',
    },
  ]);
});

describe('goods outside the list', () => {
  decided([
    {
      line: { hts: '7616.99.5130', origin: 'CN', date: '2021-03-02', value: '50000.00' },
      owes: [],
      why: 'other articles, 7616.99.5130: of 7616.99.51 only castings and forgings are articles, Proc. 9704: nothing',
    },
    {
      line: { hts: '7603.10.0000', origin: 'CN', date: '2021-03-02', value: '50000.00' },
      owes: [],
      why: 'powders, 7603, between 7601 and 7604 of Proc. 9704: nothing',
    },
    {
      line: { hts: '7610.10.0010', origin: 'CN', date: '2021-03-02', value: '50000.00' },
      owes: [],
      why: 'doors and windows, 7610, after 7609 of Proc. 9704: nothing',
    },
  ]);
});

describe('Canada and Mexico', () => {
  decided([
    {
      line: { ...ingot, origin: 'CA', date: '2018-05-31', value: '1150000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Canada, exempt at first, Proc. 9704, 9710 and 9739: 0.00',
    },
    {
      line: { ...ingot, origin: 'CA', date: '2018-06-01', value: '1150000.00' },
      owes: [['9903.85.01', '10%', '115000.00']],
      why: 'Canada, Proc. 9758: 1,150,000.00 × 10% = 115,000.00',
    },
    {
      line: { ...alloy, origin: 'MX', date: '2019-05-19', value: '612500.00' },
      owes: [['9903.85.01', '10%', '61250.00']],
      why: 'Mexico, last day of the duty, Proc. 9758 and 9893: 612,500.00 × 10% = 61,250.00',
    },
    {
      line: { ...alloy, origin: 'CA', date: '2019-05-20', value: '612500.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Canada, exempt again, Proc. 9893, 84 FR 23983: 0.00',
    },
    {
      line: { ...ingot, origin: 'CA', date: '2020-08-15', value: '935000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Canada, the day before Proc. 10060: 0.00',
    },
    {
      line: { ...ingot, origin: 'CA', date: '2020-08-16', value: '935000.00' },
      owes: [['9903.85.21', '10%', '93500.00']],
      why: 'Canada, 7601.10, Proc. 10060, U.S. note 19(a)(iv): 935,000.00 × 10% = 93,500.00',
    },
    {
      line: { ...alloy, origin: 'CA', date: '2020-08-16', value: '612500.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Canada, alloyed metal of 7601.20 stays exempt, Proc. 10060 reaches 7601.10 alone: 0.00',
    },
    {
      line: { ...ingot, origin: 'MX', date: '2020-08-20', value: '935000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Mexico stays exempt in August 2020, Proc. 9893: 0.00',
    },
    {
      line: { ...ingot, origin: 'CA', date: '2020-08-31', value: '935000.00' },
      owes: [['9903.85.21', '10%', '93500.00']],
      why: 'Canada, last day before the withdrawal, Proc. 10060 and 10106: 935,000.00 × 10% = 93,500.00',
    },
    {
      line: { ...ingot, origin: 'CA', date: '2020-09-01', value: '947500.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Canada, withdrawn in October back to this day, Proc. 10106: 0.00',
    },
    {
      line: { ...profile, origin: 'MX', date: '2024-07-09', value: '98600.00', primary_smelt_country: 'CN' },
      owes: [[null, 'Free', '0.00']],
      why: 'Mexico, Chinese metal, the day before Proc. 10782: 0.00',
    },
    {
      line: { ...profile, origin: 'MX', date: '2024-07-10', value: '98600.00', primary_smelt_country: 'CN' },
      owes: [['9903.85.71', '10%', '9860.00']],
      why: 'Mexico, Chinese metal, Proc. 10782, 89 FR 57339: 98,600.00 × 10% = 9,860.00',
    },
    {
      line: {
        ...profile,
        origin: 'MX',
        date: '2024-08-01',
        value: '98600.00',
        primary_smelt_country: 'CA',
        secondary_smelt_country: 'IR',
      },
      owes: [['9903.85.71', '10%', '9860.00']],
      why: 'Mexico, the second smelter counts, Iranian, Proc. 10782: 98,600.00 × 10% = 9,860.00',
    },
    {
      line: {
        ...profile,
        origin: 'MX',
        date: '2024-08-01',
        value: '98600.00',
        primary_smelt_country: 'CA',
        cast_country: 'BY',
      },
      owes: [['9903.85.71', '10%', '9860.00']],
      why: 'Mexico, last cast in Belarus, Proc. 10782: 98,600.00 × 10% = 9,860.00',
    },
    {
      line: {
        ...profile,
        origin: 'MX',
        date: '2024-08-01',
        value: '98600.00',
        primary_smelt_country: 'CA',
        cast_country: 'MX',
      },
      owes: [[null, 'Free', '0.00']],
      why: 'Mexico, Canadian metal cast in Mexico, Proc. 9893 and 10782: 0.00',
    },
    {
      line: {
        ...profile,
        origin: 'MX',
        date: '2024-08-01',
        value: '98600.00',
        primary_smelt_country: 'RU',
        cast_country: 'MX',
      },
      owes: [['9903.85.67', '200%', '197200.00']],
      why: 'Mexico, Russian metal goes to 200%, not to 10%, U.S. note 19(a)(viii), 19(m): 98,600.00 × 200% = 197,200.00',
    },
  ]);

  test('Mexico, smelter and caster not declared: both ways, 0.00 or 98,600.00 × 10% = 9,860.00 (Proc. 10782)', () => {
    const answer = assess({ ...profile, origin: 'MX', date: '2024-07-10', value: '98600.00' });
    expect(answer.status).toBe('unknown');
    expect(answer.outcomes?.map(({ duty }) => duty).toSorted()).toEqual(['0.00', '9860.00']);
  });
});

describe('countries exempt for a time', () => {
  decided([
    {
      line: { ...sheet, origin: 'KR', date: '2018-04-30', value: '86400.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'South Korea, exempt through April, Proc. 9710: 0.00',
    },
    {
      line: { ...sheet, origin: 'KR', date: '2018-05-01', value: '86400.00' },
      owes: [['9903.85.01', '10%', '8640.00']],
      why: 'South Korea got a quota for steel, not for aluminum, Proc. 9739: 86,400.00 × 10% = 8,640.00',
    },
    {
      line: { ...alloy, origin: 'BR', date: '2018-05-31', value: '86400.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Brazil, exempt through May, Proc. 9739: 0.00',
    },
    {
      line: { ...alloy, origin: 'BR', date: '2018-06-01', value: '86400.00' },
      owes: [['9903.85.01', '10%', '8640.00']],
      why: 'Brazil took the duty, not a quota, Proc. 9758: 86,400.00 × 10% = 8,640.00',
    },
    {
      line: { ...alloy, origin: 'AR', date: '2018-05-31', value: '86400.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Argentina, exempt through May, Proc. 9739: 0.00',
    },
    {
      line: { ...alloy, origin: 'AU', date: '2024-11-20', value: '86400.00', primary_smelt_country: 'AU' },
      owes: [[null, 'Free', '0.00']],
      why: 'Australia, exempt without a quota, Proc. 9758: 0.00',
    },
    {
      line: { ...sheet, origin: 'GB', date: '2018-05-31', value: '86400.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'the United Kingdom, a member state in 2018, Proc. 9710 and 9739: 0.00',
    },
    {
      line: { ...sheet, origin: 'DE', date: '2018-06-01', value: '86400.00' },
      owes: [['9903.85.01', '10%', '8640.00']],
      why: 'Germany, Proc. 9758: 86,400.00 × 10% = 8,640.00',
    },
    {
      line: { ...sheet, origin: 'DE', date: '2021-12-31', value: '86400.00' },
      owes: [['9903.85.01', '10%', '8640.00']],
      why: 'Germany, the day before Proc. 10327: 86,400.00 × 10% = 8,640.00',
    },
    {
      line: { ...alloy, origin: 'UA', date: '2022-06-01', value: '86400.00' },
      owes: [['9903.85.01', '10%', '8640.00']],
      why: 'Ukraine was freed for steel alone, Proc. 10403: 86,400.00 × 10% = 8,640.00',
    },
    {
      line: { ...alloy, origin: 'JP', date: '2022-04-01', value: '86400.00' },
      owes: [['9903.85.01', '10%', '8640.00']],
      why: 'Japan got a quota for steel alone, Proc. 10356: 86,400.00 × 10% = 8,640.00',
    },
  ]);
});

describe('Russian metal', () => {
  decided([
    {
      line: { ...sheet, origin: 'RU', date: '2023-03-09', value: '105000.00' },
      owes: [['9903.85.01', '10%', '10500.00']],
      why: 'Russia, the day before Proc. 10522: 105,000.00 × 10% = 10,500.00',
    },
    {
      line: { ...sheet, origin: 'RU', date: '2023-03-10', value: '105000.00' },
      owes: [['9903.85.67', '200%', '210000.00']],
      why: 'Russia, Proc. 10522, 88 FR 13267: 105,000.00 × 200% = 210,000.00',
    },
    {
      line: { ...profile, origin: 'AE', date: '2023-04-09', value: '118800.00', primary_smelt_country: 'RU' },
      owes: [['9903.85.01', '10%', '11880.00']],
      why: 'the Emirates, Russian smelter, a day before that test, Proc. 10522: 118,800.00 × 10% = 11,880.00',
    },
    {
      line: { ...profile, origin: 'AE', date: '2023-04-10', value: '118800.00', primary_smelt_country: 'RU' },
      owes: [['9903.85.67', '200%', '237600.00']],
      why: 'the Emirates, Russian smelter, Proc. 10522, U.S. note 19(m): 118,800.00 × 200% = 237,600.00',
    },
    {
      line: {
        ...profile,
        origin: 'AE',
        date: '2023-04-10',
        value: '118800.00',
        primary_smelt_country: 'AE',
        secondary_smelt_country: 'RU',
      },
      owes: [['9903.85.67', '200%', '237600.00']],
      why: 'any Russian primary metal counts, also the lesser part, U.S. note 19(m): 118,800.00 × 200% = 237,600.00',
    },
    {
      line: {
        ...profile,
        origin: 'AE',
        date: '2023-04-10',
        value: '118800.00',
        primary_smelt_country: 'AE',
        cast_country: 'RU',
      },
      owes: [['9903.85.67', '200%', '237600.00']],
      why: 'cast in Russia, U.S. note 19(m): 118,800.00 × 200% = 237,600.00',
    },
    {
      line: { ...ingot, origin: 'CA', date: '2023-05-02', value: '118800.00', primary_smelt_country: 'RU' },
      owes: [['9903.85.67', '200%', '237600.00']],
      why: 'Canada is exempt, Russian metal is not, U.S. note 19(a)(vii): 118,800.00 × 200% = 237,600.00',
    },
    {
      line: { ...alloy, origin: 'AU', date: '2023-05-02', value: '118800.00', cast_country: 'RU' },
      owes: [['9903.85.67', '200%', '237600.00']],
      why: 'nor is it from Australia, U.S. note 19(a)(vii): 118,800.00 × 200% = 237,600.00',
    },
    {
      line: { ...sheet, origin: 'DE', date: '2023-05-02', value: '118800.00', primary_smelt_country: 'RU' },
      owes: [['9903.85.67', '200%', '237600.00']],
      why: 'nor has it room in the quota of the Union, U.S. note 19(a)(vii): 118,800.00 × 200% = 237,600.00',
    },
    {
      line: { ...alloy, origin: 'AR', date: '2023-05-02', value: '118800.00', primary_smelt_country: 'RU' },
      owes: [['9903.85.67', '200%', '237600.00']],
      why: 'nor in that of Argentina, U.S. note 19(a)(vii): 118,800.00 × 200% = 237,600.00',
    },
    {
      line: {
        ...sheet,
        origin: 'RU',
        date: '2024-05-02',
        value: '118800.00',
        primary_smelt_country: 'NO',
        cast_country: 'NO',
      },
      owes: [['9903.85.67', '200%', '237600.00']],
      why: 'a product of Russia pays whoever smelted, Proc. 10522: 118,800.00 × 200% = 237,600.00',
    },
  ]);

  test('smelter not declared: 10%, and the 200% at stake is named: 118,800.00 × (200% - 10%) = 225,720.00', () => {
    const answer = assess({ ...profile, origin: 'AE', date: '2023-04-10', value: '118800.00' });
    expect(answer.status).toBe('assessed');
    expect(answer.totals?.duty).toBe('11880.00');
    const named = answer.problems.find(({ code }) => code === 'fact-undeclared');
    expect(named?.column).toBe('primary_smelt_country');
    expect(named?.message.replaceAll(',', '')).toContain('225720.00');
  });
});

describe('the United Kingdom', () => {
  decided([
    {
      line: {
        ...clad,
        origin: 'GB',
        date: '2024-10-08',
        value: '92000.00',
        primary_smelt_country: 'NO',
        cast_country: 'GB',
      },
      owes: [['9903.85.01', '10%', '9200.00']],
      why: 'clad sheet, 7606.12.6000, is in no category of the UK quota: 92,000.00 × 10% = 9,200.00',
    },
    {
      line: { ...sheet, origin: 'GB', date: '2022-06-01', value: '92000.00', primary_smelt_country: 'CN' },
      owes: [['9903.85.01', '10%', '9200.00']],
      why: 'wrought goods of Chinese metal, U.S. note 19(a)(vi): 92,000.00 × 10% = 9,200.00',
    },
    {
      line: {
        ...sheet,
        origin: 'GB',
        date: '2022-06-01',
        value: '92000.00',
        primary_smelt_country: 'NO',
        secondary_smelt_country: 'BY',
      },
      owes: [['9903.85.01', '10%', '9200.00']],
      why: 'wrought goods with some Belarusian metal, U.S. note 19(a)(vi): 92,000.00 × 10% = 9,200.00',
    },
    {
      line: {
        ...alloy,
        origin: 'GB',
        date: '2022-06-01',
        value: '67500.00',
        primary_smelt_country: 'CN',
        quota_tier: 'in-quota',
      },
      owes: [['9903.85.52', 'Free', '0.00']],
      why: 'unwrought goods have no such test, U.S. note 19(a)(vi): 0.00',
    },
    {
      line: { ...sheet, origin: 'GB', date: '2022-05-31', value: '92000.00', primary_smelt_country: 'NO' },
      owes: [['9903.85.01', '10%', '9200.00']],
      why: 'the day before Proc. 10405: 92,000.00 × 10% = 9,200.00',
    },
  ]);
});

describe('days the table does not reach', () => {
  test.each(['CN', 'CA', 'DE', 'KR', 'AU', 'RU'])(
    '%s on 2026-04-06: Proc. 11021 put one law for three metals in place of these rates',
    (origin) => {
      const line = { ...sheet, origin, date: '2026-04-06', value: '100000.00' };
      const { duties } = assess(line);
      expect(duties.map(({ regime }) => regime)).toEqual(['us-232-metals']);
      // Without the law that took its place the table says that it ended: unknown, not free.
      const alone = createCalculator({ regimes: ['us-232-aluminum'] }).assess(line);
      expect([alone.status, alone.totals]).toEqual(['unknown', null]);
    },
  );
});
