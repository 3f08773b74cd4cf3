import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type OutputLine, type TableText, createCalculator } from '../../src/library.ts';
import type { Case, Owed, Shipment } from './officer.ts';

/** The stacks are argued over these; what other tables add is argued elsewhere. */
const regimes = [
  'us-base',
  'us-232-steel',
  'us-232-aluminum',
  'us-232-copper',
  'us-232-metals',
  'us-301-china',
  'us-301-brazil',
  'us-301-forced-labor',
  'us-338-canada',
];

const assess = (line: Shipment): OutputLine => createCalculator({ regimes }).assess(line);
const shared = createCalculator({ regimes });
const answerTo = (line: Shipment): OutputLine => (line['weight'] === undefined ? shared.assess(line) : assess(line));
const owedBy = (answer: OutputLine): Owed[] =>
  answer.duties.map(({ heading, rate, amount }) => [String(heading ?? '') || null, rate, amount]);
const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** The whole stack of a line, base duty first, and its sum. */
function stacks(cases: readonly Case[]): void {
  test.each(cases)('$why', ({ line, owes }) => {
    const answer = answerTo(line);
    const total = owes.reduce((sum, [, , duty]) => sum + cents(duty), 0n);
    expect({
      status: answer.status,
      owes: owedBy(answer),
      duty: answer.totals && cents(answer.totals.duty),
    }).toEqual({ status: 'assessed', owes, duty: total });
  });
}

const base = (rate: string, duty: string): Owed => [null, rate, duty];
const free = base('Free', '0.00');

const screws = { hts: '7318.15.2010', origin: 'CN', value: '20000.00' };
const towers = { hts: '7308.20.0020', origin: 'CN', value: '80000.00' };
const coil = { hts: '7208.39.0030', origin: 'CN', value: '33333.33' };
const sheet = { hts: '7606.12.3045', origin: 'CN', value: '41333.33' };
const cranePart = { hts: '8431.49.9095', origin: 'CN', value: '12345.67' };
const fittings = { hts: '7307.11.0030', value: '10000.00' };

const china: Case[] = [
  {
    line: { ...cranePart, date: '2018-07-05', base_rate: 'Free' },
    owes: [[null, 'Free', '0.00']],
    why: 'parts of cranes, the day before 83 FR 28710: its base duty alone',
  },
  {
    line: { ...cranePart, date: '2018-07-06' },
    owes: [['9903.88.01', '25%', '3086.42']],
    why: 'list 1, 83 FR 28710: 12,345.67 × 25% = 3,086.4175 = 3,086.42',
  },
  {
    line: { ...coil, date: '2018-07-06' },
    owes: [free, ['9903.80.01', '25%', '8333.33']],
    why: 'coil was not on list 1: 33,333.33 × 25% = 8,333.3325 of Section 232 alone',
  },
  {
    line: { ...towers, date: '2018-08-22' },
    owes: [free],
    why: 'towers, the day before 83 FR 40823: nothing',
  },
  {
    line: { ...towers, date: '2018-08-23' },
    owes: [free, ['9903.88.02', '25%', '20000.00']],
    why: 'list 2, 83 FR 40823: 80,000.00 × 25% = 20,000.00',
  },
  {
    line: { ...screws, date: '2018-09-23' },
    owes: [free],
    why: 'screws, the day before 83 FR 47974: nothing',
  },
  {
    line: { ...screws, date: '2018-09-24' },
    owes: [free, ['9903.88.03', '10%', '2000.00']],
    why: 'list 3, 83 FR 47974: 20,000.00 × 10% = 2,000.00',
  },
  {
    line: { ...screws, date: '2019-05-09' },
    owes: [free, ['9903.88.03', '10%', '2000.00']],
    why: 'list 3, the day before 84 FR 20459: 20,000.00 × 10% = 2,000.00',
  },
  {
    line: { ...screws, date: '2019-05-10' },
    owes: [free, ['9903.88.03', '25%', '5000.00']],
    why: 'list 3, 84 FR 20459: 20,000.00 × 25% = 5,000.00',
  },
  {
    line: { ...screws, date: '2019-05-10', export_date: '2019-05-09' },
    owes: [free, ['9903.88.09', '10%', '2000.00']],
    why: 'list 3, exported the day before the increase, note 20(l): 20,000.00 × 10% = 2,000.00',
  },
  {
    line: { ...screws, date: '2019-05-20', export_date: '2019-05-10' },
    owes: [free, ['9903.88.03', '25%', '5000.00']],
    why: 'list 3, exported on the day of the increase, note 20(l): 20,000.00 × 25% = 5,000.00',
  },
  {
    line: { ...screws, date: '2019-06-14', export_date: '2019-05-09' },
    owes: [free, ['9903.88.09', '10%', '2000.00']],
    why: 'list 3, last day of heading 9903.88.09: 20,000.00 × 10% = 2,000.00',
  },
  {
    line: { ...screws, date: '2019-06-15', export_date: '2019-05-09' },
    owes: [free, ['9903.88.03', '25%', '5000.00']],
    why: 'list 3, the day after heading 9903.88.09 ended: 20,000.00 × 25% = 5,000.00',
  },
  {
    line: { ...coil, date: '2019-08-31' },
    owes: [free, ['9903.80.01', '25%', '8333.33']],
    why: 'coil, the day before 84 FR 43304: Section 232 alone',
  },
  {
    line: { ...coil, date: '2019-09-01' },
    owes: [free, ['9903.80.01', '25%', '8333.33'], ['9903.88.15', '15%', '5000.00']],
    why: 'coil on list 4A, 84 FR 43304, beside Section 232: 33,333.33 × 15% = 4,999.9995 = 5,000.00',
  },
  {
    line: { ...coil, date: '2020-02-13' },
    owes: [free, ['9903.80.01', '25%', '8333.33'], ['9903.88.15', '15%', '5000.00']],
    why: 'coil, the day before 85 FR 3741: 4,999.9995 = 5,000.00',
  },
  {
    line: { ...coil, date: '2020-02-14' },
    owes: [free, ['9903.80.01', '25%', '8333.33'], ['9903.88.15', '7.5%', '2500.00']],
    why: 'coil, list 4A halved by 85 FR 3741: 33,333.33 × 7.5% = 2,499.99975 = 2,500.00',
  },
  {
    line: { ...sheet, date: '2024-09-26' },
    owes: [base('3%', '1240.00'), ['9903.85.01', '10%', '4133.33'], ['9903.88.15', '7.5%', '3100.00']],
    why: 'aluminum sheet, the day before 89 FR 76581: 1,239.9999 + 4,133.333 + 3,099.99975, each rounded',
  },
  {
    line: { ...sheet, date: '2024-09-27' },
    owes: [base('3%', '1240.00'), ['9903.85.01', '10%', '4133.33'], ['9903.91.01', '25%', '10333.33']],
    why: 'aluminum sheet, four-year review, 89 FR 76581, in place of list 4A: 41,333.33 × 25% = 10,333.3325',
  },
  {
    line: { hts: '7202.60.0000', origin: 'CN', date: '2024-09-26', value: '5000.00' },
    owes: [free],
    why: 'ferronickel was on no list before 89 FR 76581: nothing',
  },
  {
    line: { hts: '7202.60.0000', origin: 'CN', date: '2024-09-27', value: '5000.00' },
    owes: [free, ['9903.91.01', '25%', '1250.00']],
    why: 'ferronickel, note 31(b), 89 FR 76581: 5,000.00 × 25% = 1,250.00',
  },
  {
    line: { hts: '7210.20.0000', origin: 'CN', date: '2024-09-26', value: '4000.00' },
    owes: [free, ['9903.80.01', '25%', '1000.00']],
    why: 'terne plate was on list 4B, never in force: Section 232 alone, 4,000.00 × 25% = 1,000.00',
  },
  {
    line: { hts: '7210.20.0000', origin: 'CN', date: '2024-09-27', value: '4000.00' },
    owes: [free, ['9903.80.01', '25%', '1000.00'], ['9903.91.01', '25%', '1000.00']],
    why: 'terne plate, note 31(b), 89 FR 76581: 4,000.00 × 25% = 1,000.00 twice',
  },
  {
    line: { hts: '7323.93.0015', origin: 'CN', date: '2024-10-01', value: '3000.00' },
    owes: [base('2%', '60.00')],
    why: 'stainless pots are on list 4B, never in force, note 20(u): 3,000.00 × 2% = 60.00 of base duty alone',
  },
  {
    line: { hts: '8541.90.0000', origin: 'CN', date: '2024-12-31', value: '900.00' },
    owes: [['9903.88.01', '25%', '225.00']],
    why: 'parts of semiconductor devices, list 1 to the last day of 2024: 900.00 × 25% = 225.00',
  },
  {
    line: { hts: '8541.90.0000', origin: 'CN', date: '2025-01-01', value: '900.00' },
    owes: [['9903.91.05', '50%', '450.00']],
    why: 'parts of semiconductor devices, note 31(f), 89 FR 76581: 900.00 × 50% = 450.00',
  },
  {
    line: { ...coil, date: '2026-01-01' },
    owes: [free, ['9903.81.87', '50%', '16666.67'], ['9903.91.01', '25%', '8333.33']],
    why: 'coil, Proc. 10947 and note 31(b), EO 14289 sec. 4(b): 33,333.33 × 50% = 16,666.665 = 16,666.67 and 8,333.3325',
  },
  {
    line: { ...screws, date: '2026-07-22' },
    owes: [free, ['9903.82.02', '50%', '10000.00'], ['9903.88.03', '25%', '5000.00']],
    why: 'screws, a line as an entry summary of 2026 had it, 9903.88.03 and 9903.82.02: 10,000.00 and 5,000.00',
  },
  {
    line: { ...screws, date: '2026-07-24' },
    owes: [free, ['9903.82.02', '50%', '10000.00'], ['9903.88.03', '25%', '5000.00'], ['9903.05.90', 'Free', '0.00']],
    why: 'screws that pay Section 232 owe nothing for forced labor, 9903.05.90: 10,000.00 and 5,000.00',
  },
  {
    line: { ...fittings, origin: 'CN', date: '2026-07-23' },
    owes: [base('4.8%', '480.00'), ['9903.88.03', '25%', '2500.00']],
    why: 'iron fittings that are on no list of Section 232, the day before 91 FR 47318: 480.00 and 2,500.00',
  },
  {
    line: { ...fittings, origin: 'CN', date: '2026-07-24' },
    owes: [base('4.8%', '480.00'), ['9903.88.03', '25%', '2500.00'], ['9903.05.31', '12.5%', '1250.00']],
    why: 'iron fittings, both duties of Section 301, note 52: 10,000.00 × 12.5% = 1,250.00 besides',
  },
  {
    line: { ...cranePart, date: '2026-07-24', metal_weight_share: '14.9%' },
    owes: [
      ['9903.82.03', 'Free', '0.00'],
      ['9903.88.01', '25%', '3086.42'],
      ['9903.05.31', '12.5%', '1543.21'],
    ],
    why: 'on a list of Section 232 and paying nothing there, so not exempt: 12,345.67 × 12.5% = 1,543.20875 = 1,543.21',
  },
  {
    line: { hts: '7403.11.0000', origin: 'CN', date: '2026-07-24', value: '60000.00' },
    owes: [base('1%', '600.00'), ['9903.88.03', '25%', '15000.00'], ['9903.05.86', 'Free', '0.00']],
    why: 'copper cathodes: list 3 has them, note 52(b) exempts them: 600.00 and 15,000.00',
  },
  {
    line: { ...screws, origin: 'HK', date: '2024-10-01' },
    owes: [free],
    why: 'goods of Hong Kong are not goods of China in these headings: nothing',
  },
  {
    line: { hts: '9401.71.0031', origin: 'CN', date: '2024-10-01', value: '2000.00', list_3_seats: 'yes' },
    owes: [['9903.88.04', '25%', '500.00']],
    why: 'seats of note 20(g): 2,000.00 × 25% = 500.00',
  },
  {
    line: { hts: '9401.71.0031', origin: 'CN', date: '2024-10-01', value: '2000.00', list_3_seats: 'no' },
    owes: [['9903.88.15', '7.5%', '150.00']],
    why: 'seats that note 20(g) leaves to list 4A: 2,000.00 × 7.5% = 150.00',
  },
];

const profiles = { hts: '7604.21.0010', origin: 'CA', value: '20000.00' };
const iron = { hts: '7203.10.0000', origin: 'CA', value: '50000.00' };
const furniture = { hts: '9403.20.0035', origin: 'CA', value: '700.00' };

const canada: Case[] = [
  {
    line: { ...profiles, date: '2026-07-24' },
    owes: [base('1.5%', '300.00'), ['9903.82.02', '50%', '10000.00'], ['9903.05.90', 'Free', '0.00']],
    why: 'hollow profiles that pay Section 232 owe nothing for forced labor, 9903.05.90: 300.00 and 10,000.00',
  },
  {
    line: { ...profiles, date: '2026-09-14' },
    owes: [base('1.5%', '300.00'), ['9903.82.02', '50%', '10000.00'], ['9903.05.90', 'Free', '0.00']],
    why: 'hollow profiles, the day before they joined the list of 9903.03.14: 300.00 and 10,000.00',
  },
  {
    line: { ...profiles, date: '2026-09-15' },
    owes: [
      base('1.5%', '300.00'),
      ['9903.82.02', '50%', '10000.00'],
      ['9903.05.90', 'Free', '0.00'],
      ['9903.03.14', '50%', '10000.00'],
    ],
    why: 'hollow profiles, Procs. 11064 and 11065, beside Section 232: 20,000.00 × 50% = 10,000.00 twice',
  },
  {
    line: { ...profiles, date: '2026-09-15', spi: 'S' },
    owes: [
      base('Free', '0.00'),
      ['9903.82.02', '50%', '10000.00'],
      ['9903.05.93', 'Free', '0.00'],
      ['9903.03.14', '50%', '10000.00'],
    ],
    why: 'hollow profiles under USMCA, note 51: the claim frees them of base duty alone',
  },
  {
    line: { ...iron, date: '2026-08-21' },
    owes: [free, ['9903.05.86', 'Free', '0.00']],
    why: 'direct reduced iron, note 52(b), the day before Section 338: nothing',
  },
  {
    line: { ...iron, date: '2026-08-22' },
    owes: [free, ['9903.05.86', 'Free', '0.00'], ['9903.03.14', '50%', '25000.00']],
    why: 'direct reduced iron pays no Section 232, list of 9903.03.14: 50,000.00 × 50% = 25,000.00',
  },
  {
    line: { hts: '8517.79.0000', origin: 'CA', date: '2026-08-22', value: '400.00' },
    owes: [
      ['9903.05.29', '10%', '40.00'],
      ['9903.03.14', '50%', '200.00'],
    ],
    why: 'parts of telephones, forced labor and Section 338 add up: 40.00 and 200.00',
  },
  {
    line: { ...fittings, origin: 'CA', date: '2026-07-23' },
    owes: [base('4.8%', '480.00')],
    why: 'iron fittings of Canada, the day before 91 FR 47318: 480.00 of base duty',
  },
  {
    line: { ...fittings, origin: 'CA', date: '2026-07-24' },
    owes: [base('4.8%', '480.00'), ['9903.05.29', '10%', '1000.00']],
    why: 'iron fittings of Canada without a claim: 10,000.00 × 10% = 1,000.00',
  },
  {
    line: { ...fittings, origin: 'CA', date: '2026-07-24', spi: 'S' },
    owes: [free, ['9903.05.93', 'Free', '0.00']],
    why: 'iron fittings of Canada under USMCA, 9903.05.93: nothing',
  },
  {
    line: { ...fittings, origin: 'MX', date: '2026-07-24', spi: 'S' },
    owes: [free, ['9903.05.94', 'Free', '0.00']],
    why: 'iron fittings of Mexico under USMCA, 9903.05.94: nothing',
  },
  {
    line: { hts: '7608.20.0030', origin: 'CA', date: '2026-09-15', value: '1000.00', civil_aircraft: 'yes' },
    owes: [
      base('5.7%', '57.00'),
      ['9903.82.02', '50%', '500.00'],
      ['9903.05.88', 'Free', '0.00'],
      ['9903.03.16', 'Free', '0.00'],
    ],
    why: 'aluminum pipe for aircraft, 9903.03.16: 57.00, and 500.00 of Section 232',
  },
  {
    line: { ...furniture, date: '2026-09-14', other_section_232: 'yes' },
    owes: [
      ['9903.05.90', 'Free', '0.00'],
      ['9903.03.15', 'Free', '0.00'],
    ],
    why: 'goods that pay another duty of Section 232, 9903.03.15, its last day: nothing',
  },
  {
    line: { ...furniture, date: '2026-09-15', other_section_232: 'yes' },
    owes: [
      ['9903.05.90', 'Free', '0.00'],
      ['9903.03.14', '50%', '350.00'],
    ],
    why: 'goods that pay another duty of Section 232, Rev 19: 700.00 × 50% = 350.00',
  },
  {
    line: { ...coil, origin: 'CA', date: '2019-05-10' },
    owes: [free, ['9903.80.01', '25%', '8333.33']],
    why: 'coil of Canada ten days before its exemption of 2019-05-20; no duty of China: 8,333.3325',
  },
];

const sections = { hts: '7216.69.0000', origin: 'BR', value: '10000.00' };

const brazil: Case[] = [
  {
    line: { ...sections, date: '2026-07-21' },
    owes: [free],
    why: 'sections that are on no list of Section 232, the day before 91 FR 45516: nothing',
  },
  {
    line: { ...sections, date: '2026-07-22' },
    owes: [free, ['9903.05.01', '25%', '2500.00']],
    why: 'sections of Brazil, 91 FR 45516: 10,000.00 × 25% = 2,500.00',
  },
  {
    line: { ...sections, date: '2026-07-24' },
    owes: [free, ['9903.05.01', '25%', '2500.00'], ['9903.05.27', '12.5%', '1250.00']],
    why: 'sections of Brazil, both duties, notes 50 and 52: 2,500.00 and 10,000.00 × 12.5% = 1,250.00',
  },
  {
    line: { ...coil, origin: 'BR', date: '2026-07-24' },
    owes: [free, ['9903.82.02', '50%', '16666.67'], ['9903.05.07', 'Free', '0.00'], ['9903.05.90', 'Free', '0.00']],
    why: 'coil of Brazil pays Section 232, so 9903.05.07 and 9903.05.90: 16,666.665 = 16,666.67 alone',
  },
  {
    line: { hts: '7201.10.0000', origin: 'BR', date: '2026-07-24', value: '90000.00' },
    owes: [free, ['9903.05.03', 'Free', '0.00'], ['9903.05.86', 'Free', '0.00']],
    why: 'pig iron is exempt from both, notes 50(a)(ii) and 52(b): nothing',
  },
  {
    line: { hts: '7204.29.0000', origin: 'BR', date: '2026-07-24', value: '8000.00' },
    owes: [free, ['9903.05.01', '25%', '2000.00'], ['9903.05.86', 'Free', '0.00']],
    why: 'alloy scrap is exempt in note 52(b), not in note 50: 8,000.00 × 25% = 2,000.00',
  },
  {
    line: { ...sections, date: '2026-07-22', loading_date: '2026-07-21' },
    owes: [free, ['9903.05.02', 'Free', '0.00']],
    why: 'loaded the day before the first day, 9903.05.02: nothing',
  },
  {
    line: { hts: '7326.20.0090', origin: 'BR', date: '2026-07-24', value: '1000.00', other_section_232: 'yes' },
    owes: [
      base('3.9%', '39.00'),
      [null, 'Free', '0.00'],
      ['9903.05.07', 'Free', '0.00'],
      ['9903.05.90', 'Free', '0.00'],
    ],
    why: 'wire articles that pay a duty on vehicle parts: 39.00 of base duty, and 9903.05.07 and 9903.05.90',
  },
];

const scrap = { hts: '7204.29.0000', origin: 'RU', value: '9000.00' };

const russia: Case[] = [
  {
    line: { ...coil, origin: 'RU', date: '2022-04-08' },
    owes: [free, ['9903.80.01', '25%', '8333.33']],
    why: 'coil of Russia, the day before Pub. L. 117-110: column 1',
  },
  {
    line: { ...coil, origin: 'RU', date: '2022-04-09' },
    owes: [base('20%', '6666.67'), ['9903.80.01', '25%', '8333.33']],
    why: 'coil of Russia in column 2, Pub. L. 117-110: 33,333.33 × 20% = 6,666.666 = 6,666.67',
  },
  {
    line: { ...coil, origin: 'RU', date: '2022-07-27' },
    owes: [base('20%', '6666.67'), ['9903.80.01', '25%', '8333.33']],
    why: 'coil was not on the list of Proc. 10420: plain column 2, 6,666.67',
  },
  {
    line: { ...coil, origin: 'RU', date: '2023-03-31' },
    owes: [base('20%', '6666.67'), ['9903.80.01', '25%', '8333.33']],
    why: 'coil, the day before Proc. 10523: plain column 2, 6,666.67',
  },
  {
    line: { ...coil, origin: 'RU', date: '2023-04-01' },
    owes: [
      ['9903.90.09', '70%', '23333.33'],
      ['9903.80.01', '25%', '8333.33'],
    ],
    why: 'coil, Proc. 10523, in place of column 2: 33,333.33 × 70% = 23,333.331',
  },
  {
    line: { ...coil, origin: 'BY', date: '2023-04-01' },
    owes: [base('20%', '6666.67'), ['9903.80.01', '25%', '8333.33']],
    why: 'coil of Belarus stays in plain column 2: 6,666.67',
  },
  {
    line: { ...sheet, origin: 'RU', date: '2022-07-26' },
    owes: [base('13.5%', '5580.00'), ['9903.85.01', '10%', '4133.33']],
    why: 'aluminum sheet of Russia in column 2, the day before Proc. 10420: 41,333.33 × 13.5% = 5,579.99955 = 5,580.00',
  },
  {
    line: { ...sheet, origin: 'RU', date: '2022-07-27' },
    owes: [
      ['9903.90.08', '35%', '14466.67'],
      ['9903.85.01', '10%', '4133.33'],
    ],
    why: 'aluminum sheet, Proc. 10420: 41,333.33 × 35% = 14,466.6655 = 14,466.67',
  },
  {
    line: { ...sheet, origin: 'RU', date: '2023-03-31' },
    owes: [
      ['9903.90.08', '35%', '14466.67'],
      ['9903.85.67', '200%', '82666.66'],
    ],
    why: 'aluminum sheet under the 200% of Proc. 10522, still 35%: 14,466.67 and 82,666.66',
  },
  {
    line: { ...sheet, origin: 'RU', date: '2023-04-01' },
    owes: [
      ['9903.90.09', '70%', '28933.33'],
      ['9903.85.67', '200%', '82666.66'],
    ],
    why: 'aluminum sheet, Proc. 10523: 41,333.33 × 70% = 28,933.331, and 82,666.66',
  },
  {
    line: { ...sheet, origin: 'RU', date: '2026-07-24' },
    owes: [
      ['9903.90.09', '70%', '28933.33'],
      ['9903.85.67', '200%', '82666.66'],
      ['9903.05.66', '12.5%', '5166.67'],
    ],
    why: 'Russian aluminum is not exempt from note 52: 41,333.33 × 12.5% = 5,166.66625 = 5,166.67',
  },
  {
    line: { ...coil, origin: 'RU', date: '2026-07-24' },
    owes: [
      ['9903.90.09', '70%', '23333.33'],
      ['9903.82.14', '50%', '16666.67'],
      ['9903.05.90', 'Free', '0.00'],
    ],
    why: 'Russian steel is exempt from note 52 by 9903.82.14: 23,333.33 and 16,666.67',
  },
  {
    line: { ...scrap, date: '2022-07-26', weight: '27.25 t' },
    owes: [base('74¢/t', '20.17')],
    why: 'alloy scrap by the ton, column 2: 27.25 t × $0.74 = 20.165 = 20.17',
  },
  {
    line: { ...scrap, date: '2022-07-27' },
    owes: [['9903.90.08', '35%', '3150.00']],
    why: 'alloy scrap: 35% stands in place of a rate by the ton, and asks no weight: 9,000.00 × 35% = 3,150.00',
  },
  {
    line: { ...scrap, date: '2026-07-24' },
    owes: [
      ['9903.90.09', '70%', '6300.00'],
      ['9903.05.86', 'Free', '0.00'],
    ],
    why: 'alloy scrap, note 30(d), exempt in note 52(b): 9,000.00 × 70% = 6,300.00',
  },
];

const others: Case[] = [
  {
    line: { ...coil, origin: 'DE', date: '2018-07-06' },
    owes: [free, ['9903.80.01', '25%', '8333.33']],
    why: 'coil of Germany on the first day of list 1: Section 232 alone, 8,333.3325',
  },
  {
    line: { ...coil, origin: 'JP', date: '2018-08-23' },
    owes: [free, ['9903.80.01', '25%', '8333.33']],
    why: 'coil of Japan on the first day of list 2: Section 232 alone, 8,333.3325',
  },
  {
    line: { ...coil, origin: 'DE', date: '2026-07-24' },
    owes: [free, ['9903.82.02', '50%', '16666.67'], ['9903.05.90', 'Free', '0.00']],
    why: 'coil of Germany pays Section 232 and nothing for forced labor: 16,666.665 = 16,666.67',
  },
  {
    line: { ...fittings, origin: 'DE', date: '2026-07-23' },
    owes: [base('4.8%', '480.00')],
    why: 'iron fittings of Germany, the day before 91 FR 47318: 480.00',
  },
  {
    line: { ...fittings, origin: 'DE', date: '2026-07-24' },
    owes: [base('4.8%', '480.00'), ['9903.05.39', '10%', '520.00']],
    why: 'iron fittings of Germany, 10% with base duty, note 52(k): 1,000.00 - 480.00 = 520.00',
  },
  {
    line: { ...fittings, origin: 'JP', date: '2026-07-24' },
    owes: [base('4.8%', '480.00'), ['9903.05.49', '12.5%', '770.00']],
    why: 'iron fittings of Japan, 12.5% with base duty, note 52(k): 1,250.00 - 480.00 = 770.00',
  },
  {
    line: { ...fittings, origin: 'KR', date: '2026-07-24', spi: 'KR' },
    owes: [free, ['9903.05.71', '12.5%', '1250.00']],
    why: 'iron fittings of Korea under KORUS: the base is the rate of KORUS, so 10,000.00 × 12.5% = 1,250.00',
  },
  {
    line: { ...fittings, origin: 'TW', date: '2026-07-24' },
    owes: [base('4.8%', '480.00'), ['9903.05.76', '10%', '520.00']],
    why: 'iron fittings of Taiwan, 10% with base duty: 520.00',
  },
  {
    line: { hts: '8517.79.0000', origin: 'DE', date: '2026-07-24', value: '400.00', base_rate: '10%' },
    owes: [base('10%', '40.00'), ['9903.05.38', 'Free', '0.00']],
    why: 'a declared base duty of exactly 10%, 9903.05.38: 40.00 and nothing more',
  },
  {
    line: { hts: '8517.79.0000', origin: 'DE', date: '2026-07-24', value: '400.00', base_rate: '9.9%' },
    owes: [base('9.9%', '39.60'), ['9903.05.39', '10%', '0.40']],
    why: 'a declared base duty of 9.9%, 9903.05.39: 40.00 - 39.60 = 0.40',
  },
  {
    line: { hts: '7205.10.0000', origin: 'CH', date: '2026-07-24', value: '1000.00' },
    owes: [free, [null, 'Free', '0.00']],
    why: 'granules of Switzerland are on its list in note 52(j): nothing',
  },
  {
    line: { hts: '7205.10.0000', origin: 'VN', date: '2026-07-24', value: '1000.00' },
    owes: [free, ['9903.05.84', '12.5%', '125.00']],
    why: 'granules of Vietnam, which has no list in note 52(j): 1,000.00 × 12.5% = 125.00',
  },
  {
    line: { hts: '7205.10.0000', origin: 'UA', date: '2026-07-24', value: '1000.00' },
    owes: [free],
    why: 'granules of Ukraine, not one of the sixty economies: nothing',
  },
  {
    line: { hts: '7205.10.0000', origin: 'VN', date: '2026-07-27', value: '1000.00', loading_date: '2026-07-23' },
    owes: [free, ['9903.05.85', 'Free', '0.00']],
    why: 'loaded the day before the first day, the last day of 9903.05.85: nothing',
  },
  {
    line: { hts: '7205.10.0000', origin: 'VN', date: '2026-07-28', value: '1000.00', loading_date: '2026-07-23' },
    owes: [free, ['9903.05.84', '12.5%', '125.00']],
    why: 'loaded the day before the first day, the day after 9903.05.85 ended: 125.00',
  },
  {
    line: { hts: '7304.31.3000', origin: 'GB', date: '2026-07-24', value: '1000.00', civil_aircraft: 'yes' },
    owes: [free, ['9903.96.01', 'Free', '0.00'], ['9903.05.88', 'Free', '0.00']],
    why: 'tubes for aircraft, spared Section 232 by U.S. note 35(a) and the other duty by its own exemption: nothing',
  },
  {
    line: { hts: '8807.30.0030', origin: 'GB', date: '2026-07-24', value: '1000.00', civil_aircraft: 'yes' },
    owes: [['9903.05.88', 'Free', '0.00']],
    why: 'parts of airplanes, general note 6, 9903.05.88: nothing',
  },
];

describe('China', () => {
  stacks(china);
});
describe('Canada and Mexico', () => {
  stacks(canada);
});
describe('Brazil', () => {
  stacks(brazil);
});
describe('Russia and Belarus', () => {
  stacks(russia);
});
describe('Germany, Japan and others', () => {
  stacks(others);
});

describe('what is not known', () => {
  test('seats of 9401.71.00 that nobody assigned to a list: 25% or 7.5%, never nothing', () => {
    const line = assess({ hts: '9401.71.0031', origin: 'CN', date: '2024-10-01', value: '2000.00' });
    expect(line.status).toBe('unknown');
    expect(line.outcomes?.map(({ duty }) => duty).toSorted()).toEqual(['150.00', '500.00']);
  });

  test('goods of Brazil on their way for longer than the first day: the end of 9903.05.02 was not read', () => {
    const line = assess({ ...sections, date: '2026-07-23', loading_date: '2026-07-21' });
    expect(line.status).toBe('unknown');
    expect(line.totals).toBeNull();
  });

  test('intermodal chassis of China after the suspension: 90 FR 50947 ends on 2026-11-09', () => {
    const chassis = { hts: '8716.39.0090', origin: 'CN', value: '1000.00', intermodal_chassis: 'yes' };
    const list3 = ({ duties }: OutputLine): unknown[] => duties.filter(({ regime }) => regime === 'us-301-china');
    expect(list3(assess({ ...chassis, date: '2026-11-09' }))).toMatchObject([{ heading: '9903.88.03', rate: '25%' }]);
    expect(assess({ ...chassis, date: '2026-11-10' }).status).toBe('unknown');
  });

  test.each([
    ['us-301-china', '7419.99.5050', 'CN', '2019-10-01', 'a number that ended in 2022'],
    ['us-301-china', '8471.30.0100', 'CN', '2024-10-01', 'goods far from metal'],
    ['us-301-china', '8426.19.0000', 'CN', '2024-10-01', 'gantry cranes'],
    ['us-301-brazil', '0901.11.0010', 'BR', '2026-07-22', 'coffee'],
    ['us-301-forced-labor', '8471.30.0100', 'VN', '2026-07-24', 'computers'],
    ['us-338-canada', '2208.30.3030', 'CA', '2026-08-22', 'whisky'],
    ['us-russia-column-2', '8483.10.5000', 'RU', '2022-07-27', 'transmission shafts'],
  ])('%s says that it does not cover %s of %s on %s: %s', (regime, hts, origin, date) => {
    const { notCovered, duties } = assess({ hts, origin, date, value: '1000.00' });
    expect(notCovered).toContain(regime);
    expect(duties.filter((duty) => duty.regime === regime)).toEqual([]);
  });

  test.each([
    ['us-301-china', '7202.70.0000', 'CN', '2024-10-01', 'ferromolybdenum, on no list'],
    ['us-301-china', '7323.93.0015', 'CN', '2024-10-01', 'list 4B'],
    ['us-301-china', '7208.39.0030', 'CN', '2018-10-01', 'coil before list 4A'],
    ['us-301-brazil', '7208.39.0030', 'BR', '2026-07-22', 'coil'],
    ['us-301-forced-labor', '8431.49.9095', 'VN', '2026-07-24', 'parts of cranes'],
    ['us-338-canada', '7208.39.0030', 'CA', '2026-08-22', 'coil, on no list'],
    ['us-russia-column-2', '7208.39.0030', 'RU', '2022-07-27', 'coil'],
  ])('%s covers %s of %s on %s: %s', (regime, hts, origin, date) => {
    expect(assess({ hts, origin, date, value: '1000.00' }).notCovered).not.toContain(regime);
  });
});

describe('the sixty economies', () => {
  const table = JSON.parse(
    readFileSync(new URL('../../data/regimes/us-301-forced-labor.json', import.meta.url), 'utf8'),
  ) as { readonly groups: { readonly economies: { readonly changes: readonly { readonly add: string[] }[] } } };
  const economies = table.groups.economies.changes.flatMap(({ add }) => add);

  test('each have a rate of their own', () => {
    expect(economies).toHaveLength(60);
    const origins = economies.map((one) => (one === 'EU-27' ? 'FR' : one));
    const headings = origins.map((origin) => {
      const { duties } = shared.assess({ hts: '7307.11.0030', origin, date: '2026-07-24', value: '10000.00' });
      return duties.filter(({ regime }) => regime === 'us-301-forced-labor').map(({ heading }) => heading);
    });
    expect(headings.every((found) => found.length === 1)).toBe(true);
    expect(new Set(headings.flat()).size).toBe(60);
  });
});

const data = join(import.meta.dirname, '..', '..', 'data');
const filesIn = (folder: string): TableText[] =>
  readdirSync(join(data, folder))
    .map((name) => ({ name, json: readFileSync(join(data, folder, name), 'utf8') }))
    .filter(({ json }) => !('jurisdiction' in (JSON.parse(json) as object)));

describe('the order of tables', () => {
  const files = [...filesIn('regimes'), ...filesIn('quotas')];
  const lines = [china, canada, brazil, russia, others].flat().map(({ line }) => line);
  const answers = (tables: readonly TableText[]): readonly object[] => {
    const calculator = createCalculator({ tables });
    return lines.map((line) => {
      const { status, duties, totals, notCovered } = calculator.assess(line);
      return { status, duties, totals, notCovered };
    });
  };

  test('never changes a stack', { timeout: 60_000 }, () => {
    const expected = answers(files);
    fc.assert(
      fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
        expect(answers(shuffled)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});
