import { describe, expect, test } from 'vitest';
import { type Shipment, assess, codesOf, decided, owedBy } from './officer.ts';

const coil = { hts: '7208.39.0030' };
const coiledPlate = { hts: '7208.37.0060' };
const oilPipe = { hts: '7304.29.2010', origin: 'IT', melt_pour_country: 'IT' };
const piling = { hts: '7301.10.0000', origin: 'DE', melt_pour_country: 'DE' };
const plate = { hts: '7208.51.0045' };

/** Ways an undecided line may turn out, as status and duty. */
function waysOf(line: Shipment): string[] {
  return (assess(line).outcomes ?? []).map(({ status, duty }) => `${status} ${duty ?? ''}`.trim()).toSorted();
}

describe('the EU steel quota', () => {
  decided([
    {
      line: {
        ...coil,
        origin: 'NL',
        melt_pour_country: 'NL',
        date: '2022-02-03',
        value: '1312500.00',
        weight: '1250 t',
      },
      owes: [['9903.80.65', 'Free', '0.00']],
      why: 'Dutch coil, Proc. 10328: a quarter of 122,529,000 kg = 30,632,250 kg, room for 1,250,000 kg: 0.00',
    },
    {
      line: { ...oilPipe, date: '2022-01-04', value: '10000000.00', weight: '5000000 kg' },
      owes: [
        ['9903.80.78', 'Free', '0.00'],
        ['9903.80.01', '25%', '500000.00'],
      ],
      why: 'Italian oil pipe, 4,000,000 of 5,000,000 kg in quota (2022-Q1): 10,000,000.00 × 1/5 = 2,000,000.00 × 25% = 500,000.00',
    },
    {
      line: { ...oilPipe, date: '2022-01-04', value: '7600000.00', weight: '4000000 kg' },
      owes: [['9903.80.78', 'Free', '0.00']],
      why: 'Italian oil pipe, 4,000,000 kg fill the quarter to the kilogram: 0.00',
    },
    {
      line: { ...oilPipe, date: '2022-01-04', value: '100.00', weight: '6000000 kg' },
      owes: [
        ['9903.80.78', 'Free', '0.00'],
        ['9903.80.01', '25%', '8.33'],
      ],
      why: 'a third over: in quota 100.00 × 4/6 = 66.67, over 33.33 × 25% = 8.3325 → 8.33',
    },
    {
      line: {
        ...coiledPlate,
        origin: 'DE',
        melt_pour_country: 'DE',
        date: '2022-02-04',
        value: '143000.00',
        quota_tier: 'in-quota',
      },
      owes: [['9903.80.67', 'Free', '0.00']],
      why: 'customs accepted German coiled plate in quota, Proc. 10328: 0.00',
    },
    {
      line: { ...coiledPlate, origin: 'DE', date: '2023-02-06', value: '143000.00', quota_tier: 'in-quota' },
      owes: [['9903.80.67', 'Free', '0.00']],
      why: 'accepted in quota, melt not repeated on the line: the quota of the Union, 0.00',
    },
    {
      line: {
        ...coiledPlate,
        origin: 'DE',
        melt_pour_country: 'DE',
        date: '2022-02-04',
        value: '143000.00',
        quota_tier: 'over-quota',
      },
      owes: [['9903.80.01', '25%', '35750.00']],
      why: 'refiled over quota under the general heading, Proc. 10328: 143,000.00 × 25% = 35,750.00',
    },
    {
      line: {
        ...plate,
        origin: 'FR',
        melt_pour_country: 'TR',
        date: '2022-02-15',
        value: '171600.00',
        weight: '120 t',
      },
      owes: [['9903.80.01', '25%', '42900.00']],
      why: 'French plate of Turkish melt has no quota, Proc. 10328: 171,600.00 × 25% = 42,900.00',
    },
    {
      line: {
        ...plate,
        origin: 'FR',
        melt_pour_country: 'PL',
        date: '2022-02-15',
        value: '171600.00',
        weight: '120 t',
      },
      owes: [['9903.80.71', 'Free', '0.00']],
      why: 'any member state may have melted it; a quarter of 73,869,000 kg has room for 120,000 kg, Proc. 10328: 0.00',
    },
    {
      line: { ...piling, date: '2022-11-30', value: '120000.00', weight: '100 t' },
      owes: [['9903.80.01', '25%', '30000.00']],
      why: 'German sheet piling, its amount given to Luxembourg, limit 0: 120,000.00 × 25% = 30,000.00',
    },
    {
      line: {
        hts: '7306.30.5032',
        origin: 'IT',
        melt_pour_country: 'IT',
        date: '2024-06-28',
        value: '73600.00',
        quota_tier: 'in-quota',
      },
      owes: [['9903.80.82', 'Free', '0.00']],
      why: '7306.30.5032, ended two days later, is standard pipe, not tubing: 9903.80.82, 0.00',
    },
    {
      line: {
        hts: '7213.91.4500',
        origin: 'PL',
        melt_pour_country: 'PL',
        date: '2023-10-02',
        value: '66300.00',
        quota_tier: 'in-quota',
      },
      owes: [['9903.81.07', 'Free', '0.00']],
      why: '7213.91.45, misprinted as 9213.91.45 in heading 9903.81.07: 0.00',
    },
  ]);

  test('four lines of Italian oil pipe, first come first served: each alone has room for 1,800,000 kg of 4,000,000', () => {
    const { duties } = assess({ ...oilPipe, date: '2022-01-04', value: '3420000.00', weight: '1800000 kg' });
    expect(duties[0]?.quota).toMatchObject({
      id: '9903.80.78/IT/2022-Q1',
      requested: '1800000',
      drawn: '1800000',
      remaining: '2200000',
    });
    expect(duties[0]?.citation).toMatchObject({ confidence: 'documented' });
  });

  test('Italian oil pipe in April: no limit of that quarter is known, so both ways: 0.00 or 3,420,000.00 × 25% = 855,000.00', () => {
    const line = { ...oilPipe, date: '2022-04-01', value: '3420000.00', weight: '1800000 kg' };
    expect(assess(line).status).toBe('unknown');
    expect(waysOf(line)).toEqual(['assessed 0.00', 'assessed 855000.00']);
    expect(codesOf(line)).toContain('limit-unknown');
  });

  test('German coiled plate: its limit is not known, both ways: 0.00 or 286,000.00 × 25% = 71,500.00', () => {
    const line = {
      ...coiledPlate,
      origin: 'DE',
      melt_pour_country: 'DE',
      date: '2022-02-01',
      value: '286000.00',
      weight: '200 t',
    };
    expect(assess(line).status).toBe('unknown');
    expect(waysOf(line)).toEqual(['assessed 0.00', 'assessed 71500.00']);
  });

  test('German sheet piling the day before it went to Luxembourg: not known, both ways', () => {
    const line = { ...piling, date: '2022-11-29', value: '120000.00', weight: '100 t' };
    expect(waysOf(line)).toEqual(['assessed 0.00', 'assessed 30000.00']);
  });

  test('melt not declared: no quota, and what declaring it would save is named: 1,312,500.00 × 25% = 328,125.00', () => {
    const line = { ...coil, origin: 'NL', date: '2022-02-03', value: '1312500.00', weight: '1250 t' };
    expect(owedBy(line)).toEqual([['9903.80.01', '25%', '328125.00']]);
    const named = assess(line).problems.find(
      ({ code, column }) => code === 'fact-undeclared' && column === 'melt_pour_country',
    );
    expect(named?.message.replaceAll(',', '')).toContain('328125.00');
  });

  test('weight not declared: a quota in kilograms cannot be drawn on', () => {
    const line = { ...coil, origin: 'NL', melt_pour_country: 'NL', date: '2022-02-03', value: '1312500.00' };
    expect(assess(line).status).toBe('unknown');
    expect(codesOf(line)).toContain('missing-quantity');
  });

  test('a tier declared where no quota applies contradicts the rest', () => {
    const line = { ...coil, origin: 'CN', date: '2022-02-03', value: '1312500.00', quota_tier: 'in-quota' };
    expect(assess(line).status).toBe('invalid');
    expect(codesOf(line)).toContain('no-quota');
  });
});

describe('EU goods melted elsewhere', () => {
  decided([
    {
      line: {
        ...plate,
        origin: 'BE',
        melt_pour_country: 'GB',
        date: '2023-02-01',
        value: '198000.00',
        weight: '165 t',
      },
      owes: [['9903.81.81', 'Free', '0.00']],
      why: 'Belgian plate of UK melt, Proc. 10406: a quarter of 37,800,000 kg = 9,450,000 kg, room for 165,000 kg: 0.00',
    },
    {
      line: {
        ...plate,
        origin: 'BE',
        melt_pour_country: 'GB',
        date: '2023-02-01',
        value: '12000000.00',
        weight: '12600000 kg',
      },
      owes: [
        ['9903.81.81', 'Free', '0.00'],
        ['9903.80.01', '25%', '750000.00'],
      ],
      why: 'a quarter over 9,450,000 kg: 12,000,000.00 × 1/4 = 3,000,000.00 × 25% = 750,000.00',
    },
    {
      line: {
        ...plate,
        origin: 'FR',
        melt_pour_country: 'GB',
        date: '2023-02-01',
        value: '198000.00',
        weight: '165 t',
      },
      owes: [['9903.80.01', '25%', '49500.00']],
      why: 'France is not among the seven member states of 9903.81.81, Proc. 10406: 198,000.00 × 25% = 49,500.00',
    },
    {
      line: {
        ...plate,
        origin: 'BE',
        melt_pour_country: 'GB',
        date: '2022-05-31',
        value: '198000.00',
        weight: '165 t',
      },
      owes: [['9903.80.01', '25%', '49500.00']],
      why: 'UK melt the day before Proc. 10406: 198,000.00 × 25% = 49,500.00',
    },
    {
      line: {
        ...plate,
        origin: 'PL',
        melt_pour_country: 'UA',
        certificate_of_origin: 'yes',
        date: '2023-06-01',
        value: '66300.00',
      },
      owes: [['9903.81.82', 'Free', '0.00']],
      why: 'Polish plate of Ukrainian melt, free and outside the quota, Proc. 10588 clause 2(b)(ix): 0.00',
    },
    {
      line: {
        ...plate,
        origin: 'PL',
        melt_pour_country: 'UA',
        certificate_of_origin: 'no',
        date: '2023-06-01',
        value: '66300.00',
      },
      owes: [['9903.80.01', '25%', '16575.00']],
      why: 'the same without certificate of origin: 66,300.00 × 25% = 16,575.00',
    },
    {
      line: {
        ...plate,
        origin: 'PL',
        melt_pour_country: 'UA',
        certificate_of_origin: 'yes',
        date: '2023-05-31',
        value: '66300.00',
      },
      owes: [['9903.80.01', '25%', '16575.00']],
      why: 'Ukrainian melt the day before Proc. 10588: 66,300.00 × 25% = 16,575.00',
    },
  ]);

  test('UK melt in June 2022: the share of the first month was not seen, both ways', () => {
    const line = {
      ...plate,
      origin: 'BE',
      melt_pour_country: 'GB',
      date: '2022-06-08',
      value: '198000.00',
      weight: '165 t',
    };
    expect(waysOf(line)).toEqual(['assessed 0.00', 'assessed 49500.00']);
  });
});

describe('the quotas of Japan and the United Kingdom', () => {
  decided([
    {
      line: {
        hts: '7210.49.0091',
        origin: 'JP',
        melt_pour_country: 'JP',
        date: '2022-04-04',
        value: '345000.00',
        quota_tier: 'in-quota',
      },
      owes: [['9903.81.32', 'Free', '0.00']],
      why: 'coated sheet of Japan in quota, Proc. 10356: 0.00',
    },
    {
      line: {
        hts: '7210.49.0091',
        origin: 'JP',
        melt_pour_country: 'JP',
        date: '2022-04-05',
        value: '330000.00',
        quota_tier: 'over-quota',
      },
      owes: [['9903.80.01', '25%', '82500.00']],
      why: 'over quota, Proc. 10356: 330,000.00 × 25% = 82,500.00',
    },
    {
      line: { hts: '7210.49.0091', origin: 'JP', melt_pour_country: 'CN', date: '2022-04-05', value: '330000.00' },
      owes: [['9903.80.01', '25%', '82500.00']],
      why: 'Japanese coating of Chinese melt has no quota, Proc. 10356: 330,000.00 × 25% = 82,500.00',
    },
    {
      line: {
        hts: '7228.30.8015',
        origin: 'GB',
        melt_pour_country: 'GB',
        date: '2022-06-06',
        value: '87780.00',
        quota_tier: 'in-quota',
      },
      owes: [['9903.81.68', 'Free', '0.00']],
      why: 'hot-rolled bars of the United Kingdom in quota, Proc. 10406: 0.00',
    },
    {
      line: { hts: '7228.30.8015', origin: 'GB', melt_pour_country: 'DE', date: '2022-06-06', value: '87780.00' },
      owes: [['9903.80.01', '25%', '21945.00']],
      why: 'UK bars of German melt have no quota, Proc. 10406: 87,780.00 × 25% = 21,945.00',
    },
  ]);

  test.each(['JP', 'GB'])(
    '%s: no limit of a category is known, both ways: 0.00 or 100,000.00 × 25% = 25,000.00',
    (origin) => {
      const line = {
        ...coil,
        origin,
        melt_pour_country: origin,
        date: '2023-02-06',
        value: '100000.00',
        weight: '80 t',
      };
      expect(assess(line).status).toBe('unknown');
      expect(waysOf(line)).toEqual(['assessed 0.00', 'assessed 25000.00']);
    },
  );
});

describe('the absolute steel quotas', () => {
  const coldBar = { hts: '7222.20.0001', origin: 'KR' };
  decided([
    {
      line: { hts: '7213.91.3011', origin: 'KR', date: '2018-09-10', value: '19250.00', weight: '25000 kg' },
      owes: [['9903.80.46', 'Free', '0.00']],
      why: 'wire rod of South Korea, Proc. 9740: 30% of 56,474,925 kg = 16,942,477.5 kg, room for 25,000 kg: 0.00',
    },
    {
      line: { ...coil, origin: 'KR', date: '2021-03-15', value: '840000.00', weight: '800 t' },
      owes: [['9903.80.05', 'Free', '0.00']],
      why: 'coil of South Korea, 30% of 404,694,000 kg = 121,408,200 kg, room for 800,000 kg: 0.00',
    },
    {
      line: { hts: '7207.12.0050', origin: 'BR', date: '2020-10-12', value: '17500000.00', weight: '25000 t' },
      owes: [['9903.80.57', 'Free', '0.00']],
      why: 'slab of Brazil, Proc. 10064: 60,000,000 kg from 2020-08-28 to the end of the year, room for 25,000,000 kg: 0.00',
    },
    {
      line: { ...coldBar, date: '2018-06-15', value: '150000.00', weight: '60000 kg' },
      owes: [['9903.80.37', 'Free', '0.00']],
      why: 'stainless bars of South Korea, second quarter: 30% of 223,622 kg = 67,086.6 kg, room for 60,000 kg: 0.00',
    },
    {
      line: { ...coldBar, date: '2018-07-02', value: '175000.00', weight: '70000 kg' },
      owes: [['9903.80.37', 'Free', '0.00']],
      why: 'third quarter: 500,000 kg are more than 30%, as far as the year has them: 223,622 kg, room for 70,000 kg: 0.00',
    },
    {
      line: { ...coil, origin: 'AR', date: '2018-06-01', value: '100000.00', quota_tier: 'in-quota' },
      owes: [['9903.80.05', 'Free', '0.00']],
      why: 'Argentina, accepted in quota, Proc. 9759: 0.00',
    },
    {
      line: { hts: '7306.30.5032', origin: 'KR', date: '2024-06-28', value: '73600.00', quota_tier: 'in-quota' },
      owes: [['9903.80.22', 'Free', '0.00']],
      why: '7306.30.5032 of South Korea is standard pipe, 9903.80.22: 0.00',
    },
  ]);

  test.each([
    [
      'stainless wire rod, limit 0 in 2018 (QB 18-119)',
      { hts: '7221.00.0017', origin: 'KR', date: '2018-05-02', value: '62400.00', weight: '24000 kg' },
    ],
    [
      'sheet piling, limit 0 in 2018 (QB 18-119)',
      { hts: '7301.10.0000', origin: 'KR', date: '2018-08-02', value: '62400.00', weight: '24000 kg' },
    ],
    [
      'second quarter of 2018, 70,000 kg where 67,086.6 kg have room (Proc. 9740)',
      { ...coldBar, date: '2018-06-15', value: '175000.00', weight: '70000 kg' },
    ],
    [
      'Brazilian slab, 65,000,000 kg where 60,000,000 kg have room (Proc. 10064)',
      { hts: '7207.12.0050', origin: 'BR', date: '2020-10-12', value: '45500000.00', weight: '65000 t' },
    ],
    [
      'over quota as customs says (Proc. 9759)',
      { ...coil, origin: 'AR', date: '2018-06-01', value: '100000.00', quota_tier: 'over-quota' },
    ],
  ])('refused, no rate applies: %s', (_, line) => {
    const answer = assess(line);
    expect(answer.status).toBe('refused');
    expect(answer.totals).toBeNull();
    expect(codesOf(line)).toContain('quota-full');
  });

  test.each(['AR', 'BR', 'KR'])('%s, limit not known: free or refused, never 25%%', (origin) => {
    const line = { ...coil, origin, date: '2019-03-01', value: '100000.00', weight: '80 t' };
    expect(assess(line).status).toBe('unknown');
    expect(waysOf(line)).toEqual(['assessed 0.00', 'refused']);
  });

  test('Brazilian slab the day before Proc. 10064: the limit of 2020 is not known', () => {
    const line = { hts: '7207.12.0050', origin: 'BR', date: '2020-08-27', value: '17500000.00', weight: '25000 t' };
    expect(waysOf(line)).toEqual(['assessed 0.00', 'refused']);
  });
});

describe('the aluminum quotas', () => {
  decided([
    {
      line: { hts: '7601.20.9045', origin: 'DE', date: '2022-01-01', value: '86400.00', quota_tier: 'in-quota' },
      owes: [['9903.85.29', 'Free', '0.00']],
      why: 'German alloy in quota, Proc. 10327: 0.00',
    },
    {
      line: {
        hts: '7606.12.6000',
        origin: 'DE',
        date: '2024-10-08',
        value: '86400.00',
        quota_tier: 'in-quota',
        primary_smelt_country: 'NO',
      },
      owes: [['9903.85.37', 'Free', '0.00']],
      why: 'German clad sheet has a category where UK clad sheet has none, HTS 9903.85.37: 0.00',
    },
    {
      line: { hts: '7601.20.9045', origin: 'DE', date: '2022-01-01', value: '86400.00', quota_tier: 'over-quota' },
      owes: [['9903.85.01', '10%', '8640.00']],
      why: 'German alloy over quota, Proc. 10327: 86,400.00 × 10% = 8,640.00',
    },
    {
      line: {
        hts: '7606.12.3091',
        origin: 'GB',
        date: '2022-07-01',
        value: '86400.00',
        quota_tier: 'in-quota',
        primary_smelt_country: 'NO',
      },
      owes: [['9903.85.59', 'Free', '0.00']],
      why: 'UK sheet in quota, Proc. 10405: 0.00',
    },
    {
      line: {
        hts: '7607.11.6010',
        origin: 'GB',
        date: '2022-07-01',
        value: '86400.00',
        quota_tier: 'over-quota',
        primary_smelt_country: 'NO',
      },
      owes: [['9903.85.01', '10%', '8640.00']],
      why: 'UK foil over quota, Proc. 10405: 86,400.00 × 10% = 8,640.00',
    },
    {
      line: { hts: '7601.20.9045', origin: 'AR', date: '2018-06-01', value: '86400.00', quota_tier: 'in-quota' },
      owes: [['9903.85.05', 'Free', '0.00']],
      why: 'Argentine alloy in quota, Proc. 9758: 0.00',
    },
    {
      line: { hts: '7616.99.5160', origin: 'AR', date: '2018-06-01', value: '86400.00', quota_tier: 'in-quota' },
      owes: [['9903.85.06', 'Free', '0.00']],
      why: 'Argentine castings in quota, Proc. 9758: 0.00',
    },
  ]);

  test.each([
    ['DE', 'assessed 0.00', 'assessed 8640.00'],
    ['GB', 'assessed 0.00', 'assessed 8640.00'],
    ['AR', 'assessed 0.00', 'refused'],
  ])('%s, what the period holds is not known: %s or %s (86,400.00 × 10% = 8,640.00)', (origin, ...ways) => {
    const line = { hts: '7601.20.9045', origin, date: '2023-02-06', value: '86400.00', weight: '30 t' };
    expect(assess(line).status).toBe('unknown');
    expect(waysOf(line)).toEqual(ways);
  });

  test('Argentina over quota: refused, no rate applies (Proc. 9758)', () => {
    const line = { hts: '7601.20.9045', origin: 'AR', date: '2018-06-01', value: '86400.00', quota_tier: 'over-quota' };
    expect(assess(line).status).toBe('refused');
  });
});
