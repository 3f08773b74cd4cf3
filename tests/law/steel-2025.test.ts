import { describe } from 'vitest';
import { decided } from './officer.ts';

describe('steel articles', () => {
  decided([
    {
      line: { hts: '7208.39.0030', origin: 'CA', date: '2025-03-12', value: '412500.00' },
      owes: [['9903.81.87', '25%', '103125.00']],
      why: 'Canada is exempt no more, Proc. 10896, 90 FR 9817: 412,500.00 × 25% = 103,125.00',
    },
    {
      line: { hts: '7208.39.0030', origin: 'KR', date: '2025-06-03', value: '412500.00' },
      owes: [['9903.81.87', '25%', '103125.00']],
      why: 'South Korea has no quota any more, last day of 25%, Proc. 10896: 412,500.00 × 25% = 103,125.00',
    },
    {
      line: { hts: '7208.39.0030', origin: 'KR', date: '2025-06-04', value: '412500.00' },
      owes: [['9903.81.87', '50%', '206250.00']],
      why: 'Proc. 10947, 90 FR 24199: 412,500.00 × 50% = 206,250.00',
    },
    {
      line: { hts: '7208.39.0030', origin: 'CN', date: '2026-04-05', value: '98765.43' },
      owes: [['9903.81.87', '50%', '49382.72']],
      why: 'last day before Proc. 11021, rate of Proc. 10947: 98,765.43 × 50% = 49,382.72',
    },
    {
      line: { hts: '7208.39.0030', origin: 'GB', date: '2025-06-03', value: '60000.00' },
      owes: [['9903.81.87', '25%', '15000.00']],
      why: 'the United Kingdom as all, Proc. 10896: 60,000.00 × 25% = 15,000.00',
    },
    {
      line: { hts: '7208.39.0030', origin: 'GB', date: '2025-06-04', value: '60000.00' },
      owes: [['9903.81.94', '25%', '15000.00']],
      why: 'the United Kingdom stays at 25%, Proc. 10947: 60,000.00 × 25% = 15,000.00',
    },
    {
      line: {
        hts: '7208.39.0030',
        origin: 'CN',
        date: '2025-07-01',
        value: '60000.00',
        steel_content_value: '40000.00',
      },
      owes: [['9903.81.87', '50%', '30000.00']],
      why: 'goods of chapter 72 pay on the full value, Proc. 10947 clause (6): 60,000.00 × 50% = 30,000.00',
    },
    {
      line: {
        hts: '7306.30.5028',
        origin: 'TR',
        date: '2025-06-03',
        value: '60000.00',
        steel_content_value: '54000.00',
      },
      owes: [['9903.81.87', '25%', '15000.00']],
      why: 'pipe on its full value before Proc. 10947, rate of Proc. 10896: 60,000.00 × 25% = 15,000.00',
    },
    {
      line: {
        hts: '7306.30.5028',
        origin: 'TR',
        date: '2025-06-04',
        value: '60000.00',
        steel_content_value: '54000.00',
      },
      owes: [['9903.81.87', '50%', '27000.00']],
      why: 'pipe of chapter 73 on its steel, Proc. 10947 clause (6): 54,000.00 × 50% = 27,000.00',
    },
    {
      line: {
        hts: '7306.30.5028',
        origin: 'GB',
        date: '2025-06-04',
        value: '60000.00',
        steel_content_value: '54000.00',
      },
      owes: [['9903.81.94', '25%', '13500.00']],
      why: 'pipe of the United Kingdom on its steel, Proc. 10947 clause (6): 54,000.00 × 25% = 13,500.00',
    },
    {
      line: { hts: '7302.90.9000', origin: 'CN', date: '2025-08-17', value: '8000.00', steel_content_value: '7000.00' },
      owes: [['9903.81.87', '50%', '3500.00']],
      why: 'an article until 90 FR 40326, rate of Proc. 10947: 7,000.00 × 50% = 3,500.00',
    },
    {
      line: { hts: '7302.90.9000', origin: 'CN', date: '2025-08-18', value: '8000.00', steel_content_value: '7000.00' },
      owes: [['9903.81.90', '50%', '3500.00']],
      why: 'a derivative from 90 FR 40326, Annex I.A.a: 7,000.00 × 50% = 3,500.00',
    },
    {
      line: { hts: '7208.39.0030', origin: 'CN', date: '2025-07-01', value: '60000.00', melt_pour_country: 'US' },
      owes: [['9903.81.87', '50%', '30000.00']],
      why: 'articles of United States steel have no relief, only derivatives, HTS 9903.81.92: 60,000.00 × 50% = 30,000.00',
    },
  ]);
});

describe('derivatives of note 16(l)', () => {
  decided([
    {
      line: { hts: '7317.00.5503', origin: 'MX', date: '2025-03-12', value: '38760.00' },
      owes: [['9903.81.89', '25%', '9690.00']],
      why: 'nails of Mexico, Proc. 10896, 90 FR 11249: 38,760.00 × 25% = 9,690.00',
    },
    {
      line: {
        hts: '7317.00.5503',
        origin: 'TW',
        date: '2025-06-04',
        value: '38760.00',
        steel_content_value: '38000.00',
      },
      owes: [['9903.81.89', '50%', '19000.00']],
      why: 'nails on their steel, Proc. 10947 clause (6): 38,000.00 × 50% = 19,000.00',
    },
    {
      line: {
        hts: '7317.00.5503',
        origin: 'GB',
        date: '2025-06-04',
        value: '38760.00',
        steel_content_value: '38000.00',
      },
      owes: [['9903.81.96', '25%', '9500.00']],
      why: 'nails of the United Kingdom, Proc. 10947, U.S. note 16(s): 38,000.00 × 25% = 9,500.00',
    },
    {
      line: {
        hts: '8708.10.3020',
        origin: 'TW',
        date: '2025-06-04',
        value: '54120.00',
        steel_content_value: '50000.00',
      },
      owes: [['9903.81.89', '50%', '27060.00']],
      why: 'stampings of chapter 87 on their full value, Proc. 10947 clause (6): 54,120.00 × 50% = 27,060.00',
    },
    {
      line: {
        hts: '7317.00.5503',
        origin: 'TW',
        date: '2025-07-01',
        value: '38760.00',
        melt_pour_country: 'US',
        steel_content_value: '38000.00',
      },
      owes: [['9903.81.89', '50%', '19000.00']],
      why: 'no relief for nails of United States steel, HTS 9903.81.92: 38,000.00 × 50% = 19,000.00',
    },
  ]);
});

describe('derivatives of note 16(m)', () => {
  decided([
    {
      line: { hts: '7318.15.2010', origin: 'TW', date: '2025-03-11', value: '9050.00' },
      owes: [],
      why: 'screws, the day before 90 FR 11249: nothing',
    },
    {
      line: { hts: '7318.15.2010', origin: 'TW', date: '2025-03-12', value: '9050.00', steel_content_value: '9000.00' },
      owes: [['9903.81.90', '25%', '2262.50']],
      why: 'screws on their full value, 90 FR 11249: 9,050.00 × 25% = 2,262.50',
    },
    {
      line: { hts: '7318.15.2010', origin: 'TW', date: '2025-06-04', value: '9050.00', steel_content_value: '9000.00' },
      owes: [['9903.81.90', '50%', '4500.00']],
      why: 'screws on their steel, Proc. 10947 clause (6): 9,000.00 × 50% = 4,500.00',
    },
    {
      line: { hts: '7318.15.2010', origin: 'GB', date: '2025-06-04', value: '9050.00', steel_content_value: '9000.00' },
      owes: [['9903.81.97', '25%', '2250.00']],
      why: 'screws of the United Kingdom, Proc. 10947, U.S. note 16(t): 9,000.00 × 25% = 2,250.00',
    },
    {
      line: { hts: '7318.15.2010', origin: 'GB', date: '2025-06-04', value: '9050.00', melt_pour_country: 'US' },
      owes: [['9903.81.92', 'Free', '0.00']],
      why: 'United States steel goes before the heading of the United Kingdom, HTS 9903.81.92: 0.00',
    },
    {
      line: { hts: '7317.00.5501', origin: 'TW', date: '2025-04-01', value: '1000.00' },
      owes: [['9903.81.90', '25%', '250.00']],
      why: 'nails that note 16(l) does not name, 90 FR 11249: 1,000.00 × 25% = 250.00',
    },
    {
      line: { hts: '7216.91.0010', origin: 'CN', date: '2025-08-17', value: '3000.00' },
      owes: [],
      why: '7216.91.0010, the day before 90 FR 40326: nothing',
    },
    {
      line: { hts: '7216.91.0010', origin: 'CN', date: '2025-08-18', value: '3000.00', steel_content_value: '2500.00' },
      owes: [['9903.81.90', '50%', '1500.00']],
      why: 'of chapter 72, on its full value, 90 FR 40326 Annex I.A.a: 3,000.00 × 50% = 1,500.00',
    },
  ]);
});

describe('derivatives of note 16(n)', () => {
  decided([
    {
      line: {
        hts: '9406.20.0000',
        origin: 'CN',
        date: '2025-03-12',
        value: '70000.00',
        steel_content_value: '41000.00',
      },
      owes: [['9903.81.91', '25%', '10250.00']],
      why: 'modular buildings on their steel, 90 FR 11249: 41,000.00 × 25% = 10,250.00',
    },
    {
      line: {
        hts: '9406.20.0000',
        origin: 'CN',
        date: '2025-06-04',
        value: '70000.00',
        steel_content_value: '41000.00',
      },
      owes: [['9903.81.91', '50%', '20500.00']],
      why: 'modular buildings, Proc. 10947: 41,000.00 × 50% = 20,500.00',
    },
    {
      line: {
        hts: '9406.20.0000',
        origin: 'GB',
        date: '2025-06-04',
        value: '70000.00',
        steel_content_value: '41000.00',
      },
      owes: [['9903.81.98', '25%', '10250.00']],
      why: 'modular buildings of the United Kingdom on their steel, U.S. note 16(r), Proc. 10947: 41,000.00 × 25% = 10,250.00',
    },
    {
      line: { hts: '9406.20.0000', origin: 'CN', date: '2025-03-12', value: '70000.00', melt_pour_country: 'US' },
      owes: [['9903.81.92', 'Free', '0.00']],
      why: 'of United States steel, HTS 9903.81.92: 0.00',
    },
    {
      line: { hts: '8422.11.0000', origin: 'CN', date: '2025-06-22', value: '51000.00' },
      owes: [],
      why: 'dishwashers, the day before 90 FR 25208: nothing',
    },
    {
      line: {
        hts: '8422.11.0000',
        origin: 'CN',
        date: '2025-06-23',
        value: '51000.00',
        steel_content_value: '12345.67',
      },
      owes: [['9903.81.91', '50%', '6172.84']],
      why: 'dishwashers, 90 FR 25208: 12,345.67 × 50% = 6,172.84',
    },
    {
      line: { hts: '8427.10.4000', origin: 'DE', date: '2025-08-17', value: '90000.00' },
      owes: [],
      why: 'fork-lift trucks, the day before 90 FR 40326: nothing',
    },
    {
      line: {
        hts: '8427.10.4000',
        origin: 'DE',
        date: '2025-08-18',
        value: '90000.00',
        steel_content_value: '33000.00',
      },
      owes: [['9903.81.91', '50%', '16500.00']],
      why: 'fork-lift trucks, 90 FR 40326 Annex I.A.b: 33,000.00 × 50% = 16,500.00',
    },
    {
      line: { hts: '8427.10.4000', origin: 'DE', date: '2025-08-18', value: '90000.00', steel_content_value: '0.00' },
      owes: [['9903.81.91', '50%', '0.00']],
      why: 'content of no steel, 90 FR 40326: 0.00 × 50% = 0.00',
    },
  ]);
});
