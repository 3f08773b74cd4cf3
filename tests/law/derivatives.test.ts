import { describe, expect, test } from 'vitest';
import { assess, decided } from './officer.ts';

// Nails; stampings of bumpers, of steel and of aluminum; stranded wire.
const nails = { hts: '7317.00.5503' };
const steelBumper = { hts: '8708.10.3020' };
const aluminumBumper = { hts: '8708.10.3030' };
const cable = { hts: '7614.90.5000' };

describe('derivative steel articles', () => {
  decided([
    {
      line: { ...nails, origin: 'TW', date: '2020-02-07', value: '38760.00' },
      owes: [],
      why: 'nails of Taiwan, the day before Proc. 9980: nothing',
    },
    {
      line: { ...nails, origin: 'TW', date: '2020-02-08', value: '38760.00' },
      owes: [['9903.80.03', '25%', '9690.00']],
      why: 'nails of Taiwan, Proc. 9980, 85 FR 5281, Annex II: 38,760.00 × 25% = 9,690.00',
    },
    {
      line: { hts: '7317.00.5501', origin: 'TW', date: '2020-03-02', value: '38760.00' },
      owes: [],
      why: '7317.00.5501 is not among the numbers of Annex II: nothing',
    },
    {
      line: { ...steelBumper, origin: 'TW', date: '2020-03-02', value: '54120.00' },
      owes: [['9903.80.03', '25%', '13530.00']],
      why: 'bumper stampings of steel, Proc. 9980 Annex II: 54,120.00 × 25% = 13,530.00',
    },
    {
      line: { hts: '8708.10.3040', origin: 'TW', date: '2020-03-02', value: '54120.00' },
      owes: [],
      why: 'a bumper that is no stamping of metal, 8708.10.3040: nothing',
    },
    {
      line: { ...nails, origin: 'CA', date: '2020-02-08', value: '38760.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Canada, exempt from the start, Proc. 9980 clause 1: 0.00',
    },
    {
      line: { ...nails, origin: 'KR', date: '2020-02-08', value: '38760.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'South Korea, exempt and without a quota for derivatives, Proc. 9980 clause 1: 0.00',
    },
    {
      line: { ...nails, origin: 'TR', date: '2020-02-08', value: '38760.00' },
      owes: [['9903.80.03', '25%', '9690.00']],
      why: 'Turkey, long back at the general rate: 38,760.00 × 25% = 9,690.00',
    },
    {
      line: { ...nails, origin: 'DE', date: '2021-12-31', value: '38760.00' },
      owes: [['9903.80.03', '25%', '9690.00']],
      why: 'Germany, the day before Proc. 10328: 38,760.00 × 25% = 9,690.00',
    },
    {
      line: { ...nails, origin: 'DE', date: '2022-01-01', value: '38760.00', melt_pour_country: 'CN' },
      owes: [[null, 'Free', '0.00']],
      why: 'Germany, exempt without quota and melt test, Proc. 10328: 0.00',
    },
    {
      line: { ...nails, origin: 'JP', date: '2022-03-31', value: '38760.00' },
      owes: [['9903.80.03', '25%', '9690.00']],
      why: 'Japan, the day before Proc. 10356: 38,760.00 × 25% = 9,690.00',
    },
    {
      line: { ...nails, origin: 'JP', date: '2022-04-01', value: '38760.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Japan, exempt, Proc. 10356: 0.00',
    },
    {
      line: { ...nails, origin: 'GB', date: '2022-05-31', value: '38760.00' },
      owes: [['9903.80.03', '25%', '9690.00']],
      why: 'the United Kingdom, the day before Proc. 10406: 38,760.00 × 25% = 9,690.00',
    },
    {
      line: { ...nails, origin: 'GB', date: '2022-06-01', value: '38760.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'the United Kingdom, exempt, Proc. 10406: 0.00',
    },
    {
      line: { ...nails, origin: 'UA', date: '2022-06-01', value: '38760.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Ukraine, suspended, Proc. 10403: 0.00',
    },
    {
      line: { ...nails, origin: 'UA', date: '2023-06-01', value: '38760.00', certificate_of_origin: 'no' },
      owes: [['9903.81.84', '25%', '9690.00']],
      why: 'Ukraine without certificate, HTS 9903.81.84, Proc. 10588: 38,760.00 × 25% = 9,690.00',
    },
    {
      line: { ...nails, origin: 'MX', date: '2024-07-10', value: '41600.00', melt_pour_country: 'CN' },
      owes: [['9903.81.86', '25%', '10400.00']],
      why: 'Mexico, Chinese melt, HTS 9903.81.86, Proc. 10783: 41,600.00 × 25% = 10,400.00',
    },
    {
      line: { ...nails, origin: 'MX', date: '2024-07-10', value: '41600.00', melt_pour_country: 'MX' },
      owes: [[null, 'Free', '0.00']],
      why: 'Mexico, Mexican melt, Proc. 9980 and 10783: 0.00',
    },
  ]);
});

describe('derivative aluminum articles', () => {
  decided([
    {
      line: { ...cable, origin: 'TR', date: '2020-02-07', value: '75600.00' },
      owes: [],
      why: 'cable of Turkey, the day before Proc. 9980: nothing',
    },
    {
      line: { ...cable, origin: 'TR', date: '2020-02-08', value: '75600.00' },
      owes: [['9903.85.03', '10%', '7560.00']],
      why: 'cable of Turkey, Proc. 9980 Annex I: 75,600.00 × 10% = 7,560.00',
    },
    {
      line: { hts: '7614.10.1000', origin: 'TR', date: '2020-02-08', value: '75600.00' },
      owes: [],
      why: 'cable fitted with fittings, 7614.10.10, is not in Annex I: nothing',
    },
    {
      line: { ...aluminumBumper, origin: 'CN', date: '2020-02-08', value: '75600.00' },
      owes: [['9903.85.03', '10%', '7560.00']],
      why: 'bumper stampings of aluminum, Proc. 9980 Annex I; no steel duty beside it: 75,600.00 × 10% = 7,560.00',
    },
    {
      line: { ...cable, origin: 'KR', date: '2021-05-04', value: '75600.00' },
      owes: [['9903.85.03', '10%', '7560.00']],
      why: 'South Korea is exempt for steel derivatives alone, Proc. 9980 clause 1: 75,600.00 × 10% = 7,560.00',
    },
    {
      line: { ...cable, origin: 'AR', date: '2021-05-04', value: '75600.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'Argentina, exempt from the start, Proc. 9980 clause 1: 0.00',
    },
    {
      line: { ...cable, origin: 'BR', date: '2021-05-04', value: '75600.00' },
      owes: [['9903.85.03', '10%', '7560.00']],
      why: 'Brazil is exempt for steel derivatives alone, Proc. 9980 clause 1: 75,600.00 × 10% = 7,560.00',
    },
    {
      line: { ...cable, origin: 'FR', date: '2021-12-31', value: '75600.00' },
      owes: [['9903.85.03', '10%', '7560.00']],
      why: 'France, the day before Proc. 10327: 75,600.00 × 10% = 7,560.00',
    },
    {
      line: { ...cable, origin: 'FR', date: '2022-01-01', value: '75600.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'France, exempt without a quota, Proc. 10327: 0.00',
    },
    {
      line: { ...cable, origin: 'GB', date: '2022-06-01', value: '75600.00' },
      owes: [[null, 'Free', '0.00']],
      why: 'the United Kingdom, exempt, Proc. 10405: 0.00',
    },
    {
      line: { ...cable, origin: 'JP', date: '2022-06-01', value: '75600.00' },
      owes: [['9903.85.03', '10%', '7560.00']],
      why: 'Japan paid on aluminum derivatives throughout, Proc. 9980: 75,600.00 × 10% = 7,560.00',
    },
    {
      line: { ...cable, origin: 'RU', date: '2023-03-10', value: '75600.00' },
      owes: [['9903.85.68', '200%', '151200.00']],
      why: 'Russia, Proc. 10522: 75,600.00 × 200% = 151,200.00',
    },
    {
      line: { ...cable, origin: 'FR', date: '2023-04-10', value: '75600.00', cast_country: 'RU' },
      owes: [['9903.85.68', '200%', '151200.00']],
      why: 'France is exempt, what was cast in Russia is not, U.S. note 19(m): 75,600.00 × 200% = 151,200.00',
    },
    {
      line: { ...cable, origin: 'MX', date: '2024-07-10', value: '75600.00', primary_smelt_country: 'CN' },
      owes: [['9903.85.72', '10%', '7560.00']],
      why: 'Mexico, Chinese metal, HTS 9903.85.72, Proc. 10782: 75,600.00 × 10% = 7,560.00',
    },
    {
      line: { ...cable, origin: 'MX', date: '2024-07-10', value: '75600.00', primary_smelt_country: 'RU' },
      owes: [['9903.85.68', '200%', '151200.00']],
      why: 'Mexico, Russian metal, U.S. note 19(a)(ix): 75,600.00 × 200% = 151,200.00',
    },
  ]);
});

test('8708.10.30 in general: a stamping of steel pays 25%, one of aluminum 10%, the rest nothing', () => {
  const answer = assess({ hts: '8708.10.30', origin: 'TW', date: '2020-03-02', value: '54120.00' });
  expect(answer.status).toBe('unknown');
  expect(answer.problems).toContainEqual(expect.objectContaining({ code: 'differs-below' }));
});
