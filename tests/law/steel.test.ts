import { describe, expect, test } from 'vitest';
import { createCalculator } from '../../src/library.ts';
import { assess, decided } from './officer.ts';

// Hot-rolled coil, cold-rolled sheet, rebar, hollow sections, heavy plate.
const coil = { hts: '7208.39.0030' };
const sheet = { hts: '7209.17.0060' };
const rebar = { hts: '7214.20.0000' };
const hollow = { hts: '7306.61.7060' };
const plate = { hts: '7208.51.0045' };

describe('the general rate', () => {
  decided([
    {
      line: { ...coil, origin: 'JP', date: '2018-03-23', value: '412500.00' },
      owes: [['9903.80.01', '25%', '103125.00']],
      why: 'Japan on the first day, Proc. 9705, 83 FR 11625: 412,500.00 × 25% = 103,125.00',
    },
    {
      line: { ...coil, origin: 'CN', date: '2025-03-11', value: '98700.00' },
      owes: [['9903.80.01', '25%', '24675.00']],
      why: 'China on the last day of heading 9903.80.01, Proc. 9705: 98,700.00 × 25% = 24,675.00',
    },
    {
      line: { hts: '7219.33.0038', origin: 'IN', date: '2019-11-05', value: '205200.00' },
      owes: [['9903.80.01', '25%', '51300.00']],
      why: 'stainless sheet of India, Proc. 9705, the article list runs through 7229: 205,200.00 × 25% = 51,300.00',
    },
    {
      line: { hts: '7302.10.1010', origin: 'CN', date: '2020-05-06', value: '40000.00' },
      owes: [['9903.80.01', '25%', '10000.00']],
      why: 'rails, 7302.10 of Proc. 9705 clause (1): 40,000.00 × 25% = 10,000.00',
    },
    {
      line: { hts: '7304.11.0050', origin: 'CN', date: '2018-04-02', value: '80000.00' },
      owes: [['9903.80.01', '25%', '20000.00']],
      why: 'stainless line pipe, 7304.11 as Proc. 9711 corrected 7304.10: 80,000.00 × 25% = 20,000.00',
    },
    {
      line: { ...coil, origin: 'TW', date: '2021-03-02', value: '1234.57' },
      owes: [['9903.80.01', '25%', '308.64']],
      why: 'to the nearest cent: 1,234.57 × 25% = 308.6425 → 308.64',
    },
    {
      line: { ...coil, origin: 'TW', date: '2021-03-02', value: '1234.58' },
      owes: [['9903.80.01', '25%', '308.65']],
      why: 'half a cent goes up (usual practice, no text): 1,234.58 × 25% = 308.645 → 308.65',
    },
    {
      line: { ...coil, origin: 'TW', date: '2021-03-02', value: '0' },
      owes: [['9903.80.01', '25%', '0.00']],
      why: 'no value, no duty, and the heading all the same: 0 × 25% = 0.00',
    },
  ]);
});

describe('goods outside the list', () => {
  decided([
    {
      line: { hts: '7201.10.0000', origin: 'BR', date: '2021-03-02', value: '50000.00' },
      owes: [],
      why: 'pig iron, 7201, before the range of Proc. 9705 that begins at 7206.10: nothing',
    },
    {
      line: { hts: '7216.61.0000', origin: 'CN', date: '2021-03-02', value: '50000.00' },
      owes: [],
      why: 'cold-formed angles, 7216.61, between 7216.50 and 7216.99 of Proc. 9705: nothing',
    },
    {
      line: { hts: '7302.30.0000', origin: 'CN', date: '2021-03-02', value: '50000.00' },
      owes: [],
      why: 'switch blades, 7302.30, between 7302.10 and 7302.40 of Proc. 9705: nothing',
    },
    {
      line: { hts: '7307.91.5010', origin: 'CN', date: '2021-03-02', value: '50000.00' },
      owes: [],
      why: 'flanges, 7307.91, after 7306.90 of Proc. 9705 and no derivative before 2025-03-12: nothing',
    },
    {
      line: { ...coil, origin: 'JP', date: '2018-03-22', value: '412500.00' },
      owes: [],
      why: 'the day before Proc. 9705: nothing',
    },
  ]);
});

describe('Canada and Mexico', () => {
  decided([
    {
      line: { ...sheet, origin: 'CA', date: '2018-03-23', value: '473000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Canada, exempt at first, Proc. 9705, 9711 and 9740: 473,000.00 × 0% = 0.00',
    },
    {
      line: { ...sheet, origin: 'CA', date: '2018-05-31', value: '473000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Canada, last day of the first exemption, Proc. 9740: 0.00',
    },
    {
      line: { ...sheet, origin: 'CA', date: '2018-06-01', value: '473000.00' },
      owes: [['9903.80.01', '25%', '118250.00']],
      why: 'Canada, exemption not renewed, Proc. 9759: 473,000.00 × 25% = 118,250.00',
    },
    {
      line: { ...sheet, origin: 'CA', date: '2019-05-19', value: '473000.00' },
      owes: [['9903.80.01', '25%', '118250.00']],
      why: 'Canada, last day of the duty, Proc. 9894: 473,000.00 × 25% = 118,250.00',
    },
    {
      line: { ...sheet, origin: 'CA', date: '2019-05-20', value: '473000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Canada, exempt again, Proc. 9894, CSMS 19-000271: 0.00',
    },
    {
      line: { ...sheet, origin: 'CA', date: '2025-03-11', value: '473000.00', melt_pour_country: 'CN' },
      owes: [[null, 'Free', '0.00']],
      why: 'Canada, exempt to the end wherever the steel was melted, Proc. 9894: the test of Proc. 10783 is for Mexico alone: 0.00',
    },
    {
      line: { ...hollow, origin: 'MX', date: '2019-02-14', value: '96250.00' },
      owes: [['9903.80.01', '25%', '24062.50']],
      why: 'Mexico, Proc. 9759: 96,250.00 × 25% = 24,062.50',
    },
    {
      line: { ...hollow, origin: 'MX', date: '2019-05-20', value: '96250.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Mexico, exempt again, Proc. 9894: 0.00',
    },
    {
      line: { ...hollow, origin: 'MX', date: '2024-07-09', value: '96250.00', melt_pour_country: 'BR' },
      owes: [[null, 'Free', '0.00']],
      why: 'Mexico, Brazilian melt, the day before Proc. 10783: 0.00',
    },
    {
      line: { ...hollow, origin: 'MX', date: '2024-07-10', value: '96250.00', melt_pour_country: 'BR' },
      owes: [['9903.81.85', '25%', '24062.50']],
      why: 'Mexico, Brazilian melt, Proc. 10783, 89 FR 57347: 96,250.00 × 25% = 24,062.50',
    },
    {
      line: { ...hollow, origin: 'MX', date: '2024-07-10', value: '96250.00', melt_pour_country: 'MX' },
      owes: [[null, 'Free', '0.00']],
      why: 'Mexico, Mexican melt, Proc. 10783: 0.00',
    },
    {
      line: { ...hollow, origin: 'MX', date: '2025-03-11', value: '96250.00', melt_pour_country: 'US' },
      owes: [[null, 'Free', '0.00']],
      why: 'Mexico, melted in the United States, Proc. 10783: 0.00',
    },
    {
      line: { ...hollow, origin: 'MX', date: '2024-12-02', value: '96250.00', melt_pour_country: 'CA' },
      owes: [[null, 'Free', '0.00']],
      why: 'Mexico, melted in Canada, Proc. 10783: 0.00',
    },
  ]);

  test('Mexico, melt not declared: both ways, 0.00 or 96,250.00 × 25% = 24,062.50 (Proc. 10783; CSMS 62095799)', () => {
    const answer = assess({ ...hollow, origin: 'MX', date: '2024-07-10', value: '96250.00' });
    expect(answer.status).toBe('unknown');
    expect(answer.totals).toBeNull();
    expect(answer.outcomes?.map(({ duty }) => duty).toSorted()).toEqual(['0.00', '24062.50']);
    expect(answer.problems).toContainEqual(
      expect.objectContaining({ code: 'fact-undeclared', severity: 'error', column: 'melt_pour_country' }),
    );
  });
});

describe('the European Union and the United Kingdom before the quotas', () => {
  decided([
    {
      line: { ...sheet, origin: 'DE', date: '2018-05-31', value: '261300.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Germany, exempt for a time, Proc. 9711 and 9740: 0.00',
    },
    {
      line: { ...sheet, origin: 'GB', date: '2018-05-31', value: '261300.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'the United Kingdom, a member state in 2018, Proc. 9711 and 9740: 0.00',
    },
    {
      line: { ...sheet, origin: 'DE', date: '2018-06-01', value: '269700.00' },
      owes: [['9903.80.01', '25%', '67425.00']],
      why: 'Germany, Proc. 9759: 269,700.00 × 25% = 67,425.00',
    },
    {
      line: { ...sheet, origin: 'GB', date: '2018-06-01', value: '269700.00' },
      owes: [['9903.80.01', '25%', '67425.00']],
      why: 'the United Kingdom, Proc. 9759: 269,700.00 × 25% = 67,425.00',
    },
    {
      line: { ...sheet, origin: 'GB', date: '2020-02-01', value: '269700.00' },
      owes: [['9903.80.01', '25%', '67425.00']],
      why: 'the United Kingdom, out of the Union, pays on, Proc. 9705: 269,700.00 × 25% = 67,425.00',
    },
    {
      line: { ...sheet, origin: 'HR', date: '2021-12-31', value: '100000.00', melt_pour_country: 'HR' },
      owes: [['9903.80.01', '25%', '25000.00']],
      why: 'Croatia, the day before Proc. 10328: 100,000.00 × 25% = 25,000.00',
    },
    {
      line: { ...sheet, origin: 'GB', date: '2022-05-31', value: '100000.00', melt_pour_country: 'GB' },
      owes: [['9903.80.01', '25%', '25000.00']],
      why: 'the United Kingdom, the day before Proc. 10406: 100,000.00 × 25% = 25,000.00',
    },
    {
      line: { ...sheet, origin: 'JP', date: '2022-03-31', value: '100000.00', melt_pour_country: 'JP' },
      owes: [['9903.80.01', '25%', '25000.00']],
      why: 'Japan, the day before Proc. 10356: 100,000.00 × 25% = 25,000.00',
    },
    {
      line: { ...sheet, origin: 'NO', date: '2022-02-01', value: '100000.00', melt_pour_country: 'DE' },
      owes: [['9903.80.01', '25%', '25000.00']],
      why: 'Norway is no member state; German melt changes nothing, Proc. 10328: 100,000.00 × 25% = 25,000.00',
    },
  ]);
});

describe('countries exempt before their quota, and Australia', () => {
  decided([
    {
      line: { ...sheet, origin: 'KR', date: '2018-04-30', value: '100000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'South Korea, exempt through April, Proc. 9711: 0.00',
    },
    {
      line: { ...sheet, origin: 'AR', date: '2018-05-31', value: '100000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Argentina, exempt through May, Proc. 9740: 0.00',
    },
    {
      line: { ...sheet, origin: 'BR', date: '2018-05-31', value: '100000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Brazil, exempt through May, Proc. 9740: 0.00',
    },
    {
      line: { ...sheet, origin: 'AU', date: '2018-06-01', value: '100000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Australia, exempt without a quota, Proc. 9759: 0.00',
    },
    {
      line: { ...sheet, origin: 'AU', date: '2025-03-11', value: '100000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Australia, exempt to the day before Proc. 10896 took effect: 0.00',
    },
    {
      line: { ...sheet, origin: 'NZ', date: '2020-06-01', value: '100000.00' },
      owes: [['9903.80.01', '25%', '25000.00']],
      why: 'New Zealand was never exempt, Proc. 9705: 100,000.00 × 25% = 25,000.00',
    },
  ]);
});

describe('Turkey', () => {
  decided([
    {
      line: { ...rebar, origin: 'TR', date: '2018-08-12', value: '900000.00' },
      owes: [['9903.80.01', '25%', '225000.00']],
      why: 'the day before Proc. 9772: 900,000.00 × 25% = 225,000.00',
    },
    {
      line: { ...rebar, origin: 'TR', date: '2018-08-13', value: '900000.00' },
      owes: [['9903.80.02', '50%', '450000.00']],
      why: 'doubled, Proc. 9772, 83 FR 40429: 900,000.00 × 50% = 450,000.00',
    },
    {
      line: { ...rebar, origin: 'TR', date: '2019-05-20', value: '900000.00' },
      owes: [['9903.80.02', '50%', '450000.00']],
      why: 'last day at 50%, Proc. 9886, CSMS 19-000257: 900,000.00 × 50% = 450,000.00',
    },
    {
      line: { ...rebar, origin: 'TR', date: '2019-05-21', value: '864000.00' },
      owes: [['9903.80.01', '25%', '216000.00']],
      why: 'back to the general rate, Proc. 9886, 84 FR 23421: 864,000.00 × 25% = 216,000.00',
    },
    {
      line: { ...rebar, origin: 'SY', date: '2018-09-03', value: '900000.00' },
      owes: [['9903.80.01', '25%', '225000.00']],
      why: 'a neighbour is not doubled, Proc. 9705: 900,000.00 × 25% = 225,000.00',
    },
  ]);
});

describe('Ukraine', () => {
  decided([
    {
      line: { ...plate, origin: 'UA', date: '2022-05-31', value: '264000.00' },
      owes: [['9903.80.01', '25%', '66000.00']],
      why: 'the day before the suspension, Proc. 9705: 264,000.00 × 25% = 66,000.00',
    },
    {
      line: { ...plate, origin: 'UA', date: '2022-06-01', value: '264000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'suspended, Proc. 10403, 87 FR 33407: 0.00',
    },
    {
      line: { ...plate, origin: 'UA', date: '2023-05-31', value: '264000.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'no certificate is asked for in the first year, Proc. 10403: 0.00',
    },
    {
      line: { ...plate, origin: 'UA', date: '2023-06-01', value: '264000.00', certificate_of_origin: 'no' },
      owes: [['9903.81.83', '25%', '66000.00']],
      why: 'without certificate of origin, Proc. 10588, HTS 9903.81.83: 264,000.00 × 25% = 66,000.00',
    },
    {
      line: { ...plate, origin: 'UA', date: '2023-06-01', value: '264000.00', certificate_of_origin: 'yes' },
      owes: [[null, 'Free', '0.00']],
      why: 'with certificate of origin, Proc. 10588: 0.00',
    },
    {
      line: { ...plate, origin: 'UA', date: '2025-03-11', value: '264000.00', certificate_of_origin: 'yes' },
      owes: [[null, 'Free', '0.00']],
      why: 'renewed by Proc. 10771 and ended by Proc. 10896 the day after: 0.00',
    },
  ]);

  test('certificate not declared: both ways, 0.00 or 264,000.00 × 25% = 66,000.00 (Proc. 10588)', () => {
    const answer = assess({ ...plate, origin: 'UA', date: '2023-06-01', value: '264000.00' });
    expect(answer.status).toBe('unknown');
    expect(answer.outcomes?.map(({ duty }) => duty).toSorted()).toEqual(['0.00', '66000.00']);
    expect(answer.problems).toContainEqual(
      expect.objectContaining({ code: 'fact-undeclared', severity: 'error', column: 'certificate_of_origin' }),
    );
  });
});

describe('numbers of fewer digits, and classes', () => {
  decided([
    {
      line: { hts: '7208', origin: 'CN', date: '2021-03-02', value: '100000.00' },
      owes: [['9903.80.01', '25%', '25000.00']],
      why: 'all of 7208 pays alike from China, Proc. 9705: 100,000.00 × 25% = 25,000.00',
    },
    {
      line: { hts: '7306.30.50', origin: 'TR', date: '2018-12-03', value: '100000.00' },
      owes: [['9903.80.02', '50%', '50000.00']],
      why: 'all of 7306.30.50 pays alike from Turkey, Proc. 9772: 100,000.00 × 50% = 50,000.00',
    },
  ]);

  test('7216 from China: the numbers in and out of Proc. 9705 clause (1) differ', () => {
    const answer = assess({ hts: '7216', origin: 'CN', date: '2021-03-02', value: '100000.00' });
    expect(answer.status).toBe('unknown');
    expect(answer.problems).toContainEqual(expect.objectContaining({ code: 'differs-below', severity: 'error' }));
  });
});

describe('days the table does not reach', () => {
  test.each(['CN', 'CA', 'DE', 'KR', 'AU'])('%s on 2026-04-06: Proc. 11021 ended every rate', (origin) => {
    const line = { ...coil, origin, date: '2026-04-06', value: '100000.00' };
    const { duties } = assess(line);
    expect(duties.map(({ regime }) => regime)).toEqual(['us-232-metals']);
    // Without the law that took its place the table says that it ended: unknown, not free.
    const alone = createCalculator({ regimes: ['us-232-steel'] }).assess(line);
    expect([alone.status, alone.totals]).toEqual(['unknown', null]);
  });
});
