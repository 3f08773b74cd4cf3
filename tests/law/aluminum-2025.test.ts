import { describe } from 'vitest';
import { decided } from './officer.ts';

describe('aluminum articles', () => {
  decided([
    {
      line: { hts: '7607.11.6010', origin: 'CA', date: '2025-03-12', value: '80000.00', primary_smelt_country: 'CA' },
      owes: [['9903.85.02', '25%', '20000.00']],
      why: 'Canada is exempt no more, Proc. 10895, 90 FR 9807: 80,000.00 × 25% = 20,000.00',
    },
    {
      line: {
        hts: '7607.11.6010',
        origin: 'CN',
        date: '2025-06-03',
        value: '80000.00',
        primary_smelt_country: 'CN',
        aluminum_content_value: '76000.00',
      },
      owes: [['9903.85.02', '25%', '20000.00']],
      why: 'foil on its full value, Proc. 10895: 80,000.00 × 25% = 20,000.00',
    },
    {
      line: {
        hts: '7607.11.6010',
        origin: 'CN',
        date: '2025-06-04',
        value: '80000.00',
        primary_smelt_country: 'CN',
        aluminum_content_value: '76000.00',
      },
      owes: [['9903.85.02', '50%', '38000.00']],
      why: 'foil on its aluminum, Proc. 10947 clause (6): 76,000.00 × 50% = 38,000.00',
    },
    {
      line: {
        hts: '7607.11.6010',
        origin: 'GB',
        date: '2025-06-04',
        value: '80000.00',
        primary_smelt_country: 'NO',
        aluminum_content_value: '76000.00',
      },
      owes: [['9903.85.12', '25%', '19000.00']],
      why: 'foil of the United Kingdom, Proc. 10947: 76,000.00 × 25% = 19,000.00',
    },
    {
      line: { hts: '7616.99.5160', origin: 'MX', date: '2026-04-05', value: '58500.00', primary_smelt_country: 'MX' },
      owes: [['9903.85.02', '50%', '29250.00']],
      why: 'castings, last day before Proc. 11021, rate of Proc. 10947: 58,500.00 × 50% = 29,250.00',
    },
    {
      line: {
        hts: '7607.11.6010',
        origin: 'DE',
        date: '2025-07-01',
        value: '80000.00',
        primary_smelt_country: 'US',
        cast_country: 'US',
      },
      owes: [['9903.85.02', '50%', '40000.00']],
      why: 'articles of United States metal have no relief, HTS 9903.85.09: 80,000.00 × 50% = 40,000.00',
    },
  ]);
});

describe('Russian and unknown metal', () => {
  decided([
    {
      line: { hts: '7607.11.6010', origin: 'RU', date: '2025-03-12', value: '105000.00' },
      owes: [['9903.85.67', '200%', '210000.00']],
      why: 'Russia, Proc. 10522 continues under Proc. 10895: 105,000.00 × 200% = 210,000.00',
    },
    {
      line: {
        hts: '7607.11.6010',
        origin: 'RU',
        date: '2026-04-05',
        value: '105000.00',
        aluminum_content_value: '90000.00',
      },
      owes: [['9903.85.67', '200%', '210000.00']],
      why: 'Russia on the full value, Proc. 10522: 105,000.00 × 200% = 210,000.00',
    },
    {
      line: { hts: '7607.11.6010', origin: 'GB', date: '2025-06-04', value: '105000.00', primary_smelt_country: 'RU' },
      owes: [['9903.85.67', '200%', '210000.00']],
      why: 'Russian smelter goes before the United Kingdom, U.S. note 19(m): 105,000.00 × 200% = 210,000.00',
    },
    {
      line: { hts: '7610.10.0010', origin: 'AE', date: '2025-03-12', value: '20000.00', cast_country: 'RU' },
      owes: [['9903.85.68', '200%', '40000.00']],
      why: 'doors of Russian metal, U.S. note 19(m), 90 FR 11251: 20,000.00 × 200% = 40,000.00',
    },
    {
      line: {
        hts: '8418.10.0010',
        origin: 'KR',
        date: '2025-08-18',
        value: '20000.00',
        primary_smelt_country: 'RU',
        steel_content_value: '5000.00',
      },
      owes: [
        ['9903.85.68', '200%', '40000.00'],
        ['9903.81.91', '50%', '2500.00'],
      ],
      why: 'a refrigerator with Russian aluminum on its full value, U.S. note 19(m), and its steel, 90 FR 25208: 20,000.00 × 200% = 40,000.00 and 5,000.00 × 50% = 2,500.00',
    },
    {
      line: {
        hts: '7607.11.6010',
        origin: 'IN',
        date: '2025-06-27',
        value: '80000.00',
        primary_smelt_country: 'unknown',
      },
      owes: [['9903.85.02', '50%', '40000.00']],
      why: 'unknown smelter, the day before CSMS 65340246, Proc. 10947: 80,000.00 × 50% = 40,000.00',
    },
    {
      line: {
        hts: '7607.11.6010',
        origin: 'IN',
        date: '2025-06-28',
        value: '80000.00',
        primary_smelt_country: 'unknown',
      },
      owes: [['9903.85.67', '200%', '160000.00']],
      why: 'unknown smelter, CSMS 65340246: 80,000.00 × 200% = 160,000.00',
    },
    {
      line: {
        hts: '7614.90.5000',
        origin: 'IN',
        date: '2025-06-28',
        value: '80000.00',
        primary_smelt_country: 'unknown',
      },
      owes: [['9903.85.68', '200%', '160000.00']],
      why: 'derivative of unknown smelter, CSMS 65340246: 80,000.00 × 200% = 160,000.00',
    },
  ]);
});

describe('derivatives', () => {
  decided([
    {
      line: { hts: '7614.90.5000', origin: 'IN', date: '2025-03-12', value: '25800.00', primary_smelt_country: 'IN' },
      owes: [['9903.85.04', '25%', '6450.00']],
      why: 'cable of note 19(i), 90 FR 11251: 25,800.00 × 25% = 6,450.00',
    },
    {
      line: {
        hts: '7614.90.5000',
        origin: 'IN',
        date: '2025-06-04',
        value: '25800.00',
        primary_smelt_country: 'IN',
        aluminum_content_value: '20000.00',
      },
      owes: [['9903.85.04', '50%', '10000.00']],
      why: 'cable on its aluminum, Proc. 10947 clause (6): 20,000.00 × 50% = 10,000.00',
    },
    {
      line: {
        hts: '7614.90.5000',
        origin: 'GB',
        date: '2025-06-04',
        value: '25800.00',
        primary_smelt_country: 'NO',
        aluminum_content_value: '20000.00',
      },
      owes: [['9903.85.13', '25%', '5000.00']],
      why: 'cable of the United Kingdom, Proc. 10947, U.S. note 19(q): 20,000.00 × 25% = 5,000.00',
    },
    {
      line: {
        hts: '8708.10.3030',
        origin: 'IN',
        date: '2025-06-04',
        value: '25800.00',
        primary_smelt_country: 'IN',
        aluminum_content_value: '20000.00',
      },
      owes: [['9903.85.04', '50%', '12900.00']],
      why: 'stampings of chapter 87 on their full value, Proc. 10947 clause (6): 25,800.00 × 50% = 12,900.00',
    },
    {
      line: {
        hts: '7610.10.0010',
        origin: 'CN',
        date: '2025-03-12',
        value: '20000.00',
        primary_smelt_country: 'CN',
        aluminum_content_value: '15000.00',
      },
      owes: [['9903.85.07', '25%', '5000.00']],
      why: 'doors of note 19(j) on their full value, 90 FR 11251: 20,000.00 × 25% = 5,000.00',
    },
    {
      line: {
        hts: '7610.10.0010',
        origin: 'CN',
        date: '2025-06-04',
        value: '20000.00',
        primary_smelt_country: 'CN',
        aluminum_content_value: '15000.00',
      },
      owes: [['9903.85.07', '50%', '7500.00']],
      why: 'doors on their aluminum, Proc. 10947 clause (6): 15,000.00 × 50% = 7,500.00',
    },
    {
      line: {
        hts: '7610.10.0010',
        origin: 'GB',
        date: '2025-06-04',
        value: '20000.00',
        primary_smelt_country: 'NO',
        aluminum_content_value: '15000.00',
      },
      owes: [['9903.85.14', '25%', '3750.00']],
      why: 'doors of the United Kingdom, Proc. 10947, U.S. note 19(r): 15,000.00 × 25% = 3,750.00',
    },
    {
      line: {
        hts: '7610.10.0010',
        origin: 'GB',
        date: '2025-06-04',
        value: '20000.00',
        primary_smelt_country: 'US',
        cast_country: 'US',
      },
      owes: [['9903.85.09', 'Free', '0.00']],
      why: 'United States metal goes before the heading of the United Kingdom, HTS 9903.85.09: 0.00',
    },
    {
      line: {
        hts: '7610.10.0010',
        origin: 'CN',
        date: '2025-06-04',
        value: '20000.00',
        primary_smelt_country: 'US',
        cast_country: 'CN',
      },
      owes: [['9903.85.07', '50%', '10000.00']],
      why: 'smelted but not cast in the United States, HTS 9903.85.09, Proc. 10947: 20,000.00 × 50% = 10,000.00',
    },
    {
      line: {
        hts: '7614.90.5000',
        origin: 'IN',
        date: '2025-06-04',
        value: '25800.00',
        primary_smelt_country: 'US',
        cast_country: 'US',
      },
      owes: [['9903.85.04', '50%', '12900.00']],
      why: 'no relief for the goods of note 19(i), HTS 9903.85.09: 25,800.00 × 50% = 12,900.00',
    },
    {
      line: { hts: '2203.00.0030', origin: 'MX', date: '2025-04-03', value: '12000.00' },
      owes: [],
      why: 'beer, the day before FR Doc. 2025-05884: nothing',
    },
    {
      line: {
        hts: '2203.00.0030',
        origin: 'MX',
        date: '2025-04-04',
        value: '12000.00',
        primary_smelt_country: 'CA',
        aluminum_content_value: '900.00',
      },
      owes: [['9903.85.08', '25%', '225.00']],
      why: 'beer in cans on the aluminum, FR Doc. 2025-05884: 900.00 × 25% = 225.00',
    },
    {
      line: { hts: '7612.90.1030', origin: 'MX', date: '2025-04-04', value: '12000.00', primary_smelt_country: 'CA' },
      owes: [['9903.85.07', '25%', '3000.00']],
      why: 'empty cans, FR Doc. 2025-05884: 12,000.00 × 25% = 3,000.00',
    },
    {
      line: {
        hts: '2203.00.0030',
        origin: 'GB',
        date: '2025-06-04',
        value: '12000.00',
        primary_smelt_country: 'NO',
        aluminum_content_value: '900.00',
      },
      owes: [['9903.85.15', '25%', '225.00']],
      why: 'beer of the United Kingdom, Proc. 10947, U.S. note 19(s): 900.00 × 25% = 225.00',
    },
    {
      line: {
        hts: '9401.99.9081',
        origin: 'CN',
        date: '2025-06-30',
        value: '5000.00',
        primary_smelt_country: 'CN',
        aluminum_content_value: '1000.00',
      },
      owes: [['9903.85.08', '50%', '500.00']],
      why: 'seat parts under the old number, 90 FR 11251, Proc. 10947: 1,000.00 × 50% = 500.00',
    },
    {
      line: {
        hts: '9401.99.9030',
        origin: 'CN',
        date: '2025-07-01',
        value: '5000.00',
        primary_smelt_country: 'CN',
        aluminum_content_value: '1000.00',
      },
      owes: [['9903.85.08', '50%', '500.00']],
      why: 'seat parts under the new number, 90 FR 40326 Annex II.C: 1,000.00 × 50% = 500.00',
    },
    {
      line: {
        hts: '8541.90.0080',
        origin: 'CN',
        date: '2026-02-01',
        value: '5000.00',
        primary_smelt_country: 'CN',
        aluminum_content_value: '1000.00',
      },
      owes: [['9903.85.08', '50%', '500.00']],
      why: 'parts of diodes under the number of HTS 2026 Revision 2, Proc. 10947: 1,000.00 × 50% = 500.00',
    },
    {
      line: {
        hts: '7614.10.1000',
        origin: 'CN',
        date: '2025-08-18',
        value: '5000.00',
        primary_smelt_country: 'CN',
        aluminum_content_value: '3000.00',
        steel_content_value: '800.00',
      },
      owes: [
        ['9903.85.07', '50%', '1500.00'],
        ['9903.81.91', '50%', '400.00'],
      ],
      why: 'cable with steel core on both metals, 90 FR 40326 Annex I.A.b and I.A.e: 3,000.00 × 50% = 1,500.00 and 800.00 × 50% = 400.00',
    },
    {
      line: {
        hts: '9403.20.0075',
        origin: 'VN',
        date: '2025-07-31',
        value: '1000.00',
        primary_smelt_country: 'CN',
        aluminum_content_value: '100.00',
        steel_content_value: '400.00',
      },
      owes: [
        ['9903.85.08', '50%', '50.00'],
        ['9903.81.91', '50%', '200.00'],
      ],
      why: 'metal furniture on both metals, Proc. 10947: 100.00 × 50% = 50.00 and 400.00 × 50% = 200.00',
    },
  ]);
});
