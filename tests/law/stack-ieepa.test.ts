import { describe, expect, test } from 'vitest';
import { assessStack, stacks } from './stack.ts';

/**
 * Sources: EO 14195, 14228 and 14357 (China), EO 14193, 14194, 14231, 14232 and 14325 (Canada, Mexico), EO 14257, 14259, 14266, 14298,
 * 14326, 14345, 90 FR 55964 and 90 FR 59281 (reciprocal), EO 14323 (Brazil), EO 14329 and 14384 (India), EO 14389 (their end), Proclamation
 * 11012 (Section 122), EO 14289 and Proclamations 10947 and 10962 (who gives way); Section 232 as in its own tests. Base rates: USITC.
 */

const value = '10000.00';
/** Steel coil, a steel article of chapter 72; base duty Free. */
const coil = { hts: '7208.39.0030', value };
/** Screws, note 16(m); base duty Free. */
const screws = { hts: '7318.15.2010', value };
/** Other articles of steel, note 16(m); base duty 2.9%. */
const steelware = { hts: '7326.90.8688', value };
/** Articles of gray iron, on no Section 232 list; base duty Free. */
const iron = { hts: '7325.10.0080', value };
/** Aluminum doors, note 19(j); base duty 5.7%. */
const doors = { hts: '7610.10.0010', value };
/** Aluminum sheet; base duty 3%. */
const sheet = { hts: '7606.12.3091', value };
/** Copper wire; base duty 3%. */
const wire = { hts: '7408.11.6000', value };
/** Furniture, on the steel list 16(n) and the aluminum list 19(k) from 2025-03-12. */
const furniture = { hts: '9403.20.0050', value, base_rate: 'Free' };
const parts = { steel_content_value: '4000.00', aluminum_content_value: '1000.00' };
/** Plows, note 16(n) from 2025-03-12. */
const plows = { hts: '8432.10.0020', value, base_rate: 'Free', steel_content_value: '3000.00' };
/** Refrigerators: steel from 2025-06-23, aluminum from 2025-08-18. */
const fridges = { hts: '8418.10.0010', value, base_rate: 'Free', steel_content_value: '3000.00' };

const free = [null, 'Free', value, '0.00'] as const;
const base290 = [null, '2.9%', value, '290.00'] as const;
const base300 = [null, '3%', value, '300.00'] as const;

describe('China', () => {
  const fentanyl20 = ['9903.01.24', '20%', value, '2000.00'] as const;
  const steel25 = ['9903.80.01', '25%', value, '2500.00'] as const;
  const cn = { origin: 'CN' };
  stacks([
    {
      line: { ...coil, ...cn, date: '2025-02-03' },
      owes: [free, steel25],
      why: 'coil, the day before EO 14195: Section 232 alone, 2,500.00',
    },
    {
      line: { ...coil, ...cn, date: '2025-02-04' },
      owes: [free, steel25, ['9903.01.20', '10%', value, '1000.00']],
      why: 'coil, the first day of EO 14195, beside Section 232: 2,500.00 + 1,000.00',
    },
    {
      line: { ...coil, ...cn, date: '2025-02-04', in_transit_since: '2025-01-31' },
      owes: [free, steel25, ['9903.01.23', 'Free', value, '0.00']],
      why: 'coil under way before 2025-02-01, HTS 9903.01.23: 2,500.00',
    },
    {
      line: { ...coil, ...cn, date: '2025-03-07', in_transit_since: '2025-02-01' },
      owes: [free, steel25, fentanyl20],
      why: 'coil loaded on 2025-02-01 is not before it: 2,500.00 + 2,000.00',
    },
    {
      line: { ...coil, origin: 'HK', date: '2025-03-03' },
      owes: [free, steel25, ['9903.01.20', '10%', value, '1000.00']],
      why: 'Hong Kong as China, the day before EO 14228: 2,500.00 + 1,000.00',
    },
    {
      line: { ...coil, ...cn, date: '2025-03-04' },
      owes: [free, steel25, fentanyl20],
      why: 'coil, the first day of EO 14228: 2,500.00 + 2,000.00',
    },
    {
      line: { ...coil, origin: 'MO', date: '2025-03-04' },
      owes: [free, steel25],
      why: 'Macau is not named by EO 14195: 2,500.00',
    },
    {
      line: { ...steelware, ...cn, date: '2025-03-11' },
      owes: [base290, fentanyl20],
      why: 'steel articles, the day before note 16(m): 290.00 + 2,000.00',
    },
    {
      line: { ...steelware, ...cn, date: '2025-03-12' },
      owes: [base290, ['9903.81.90', '25%', value, '2500.00'], fentanyl20],
      why: 'steel articles, the first day of note 16(m): 290.00 + 2,500.00 + 2,000.00',
    },
    {
      line: { ...steelware, ...cn, date: '2025-04-10' },
      owes: [base290, ['9903.81.90', '25%', value, '2500.00'], fentanyl20],
      why: 'what pays Section 232 is outside the 125%, CSMS 64680374: 290.00 + 2,500.00 + 2,000.00',
    },
    {
      line: { ...iron, ...cn, date: '2025-04-04' },
      owes: [free, fentanyl20],
      why: 'gray iron, the day before EO 14257: 2,000.00',
    },
    {
      line: { ...iron, ...cn, date: '2025-04-05' },
      owes: [free, fentanyl20, ['9903.01.25', '10%', value, '1000.00']],
      why: 'gray iron pays no Section 232, EO 14257: 2,000.00 + 1,000.00',
    },
    {
      line: { ...iron, ...cn, date: '2025-04-09' },
      owes: [free, fentanyl20, ['9903.01.63', '84%', value, '8400.00']],
      why: 'gray iron, EO 14259: 2,000.00 + 8,400.00',
    },
    {
      line: { ...iron, origin: 'MO', date: '2025-04-10' },
      owes: [free, ['9903.01.63', '125%', value, '12500.00']],
      why: 'Macau in the reciprocal duty, EO 14266: 12,500.00',
    },
    {
      line: { ...iron, ...cn, date: '2025-05-13' },
      owes: [free, fentanyl20, ['9903.01.63', '125%', value, '12500.00']],
      why: 'gray iron, the day before EO 14298: 2,000.00 + 12,500.00',
    },
    {
      line: { ...iron, ...cn, date: '2025-05-14' },
      owes: [free, fentanyl20, ['9903.01.25', '10%', value, '1000.00']],
      why: 'gray iron, the first day of EO 14298: 2,000.00 + 1,000.00',
    },
    {
      line: { ...furniture, ...cn, ...parts, date: '2025-04-10' },
      owes: [free, ['9903.81.91', '25%', '4000.00', '1000.00'], ['9903.85.08', '25%', '1000.00', '250.00'], fentanyl20],
      why: 'furniture is outside the 125% on its whole value, though its metal alone pays: 1,000.00 + 250.00 + 2,000.00',
    },
    {
      line: {
        ...furniture,
        ...cn,
        date: '2025-04-10',
        steel_content_value: '0.00',
        aluminum_content_value: '0.00',
      },
      owes: [free, fentanyl20, ['9903.01.63', '125%', value, '12500.00']],
      why: 'furniture without metal pays the 125%: 2,000.00 + 12,500.00',
    },
    {
      line: { ...furniture, ...cn, ...parts, date: '2025-06-03' },
      owes: [free, ['9903.81.91', '25%', '4000.00', '1000.00'], ['9903.85.08', '25%', '1000.00', '250.00'], fentanyl20],
      why: 'furniture, the day before Proc. 10947: no remainder yet, 1,000.00 + 250.00 + 2,000.00',
    },
    {
      line: { ...furniture, ...cn, ...parts, date: '2025-06-04' },
      owes: [
        free,
        ['9903.81.91', '50%', '4000.00', '2000.00'],
        ['9903.85.08', '50%', '1000.00', '500.00'],
        fentanyl20,
        ['9903.01.25', '10%', '5000.00', '500.00'],
      ],
      why: 'furniture, Proc. 10947: each metal its own, the remainder of 5,000.00 × 10%: 2,000.00 + 500.00 + 2,000.00 + 500.00',
    },
    {
      line: { ...furniture, ...cn, date: '2025-07-01' },
      owes: [free, ['9903.81.91', '50%', value, '5000.00'], ['9903.85.08', '50%', value, '5000.00'], fentanyl20],
      why: 'no content declared: each metal on the full value, nothing left: 5,000.00 + 5,000.00 + 2,000.00',
    },
    {
      line: { ...furniture, ...cn, date: '2025-07-01', steel_content_value: '4000.00' },
      owes: [free, ['9903.81.91', '50%', '4000.00', '2000.00'], ['9903.85.08', '50%', value, '5000.00'], fentanyl20],
      why: 'one content declared: the other metal is on the full value, nothing left: 2,000.00 + 5,000.00 + 2,000.00',
    },
    {
      line: { ...furniture, ...cn, ...parts, date: '2025-11-09' },
      owes: [
        free,
        ['9903.81.91', '50%', '4000.00', '2000.00'],
        ['9903.85.08', '50%', '1000.00', '500.00'],
        fentanyl20,
        ['9903.01.25', '10%', '5000.00', '500.00'],
      ],
      why: 'furniture, the last day of 20%: 2,000.00 + 500.00 + 2,000.00 + 500.00',
    },
    {
      line: { ...furniture, ...cn, ...parts, date: '2025-11-10' },
      owes: [
        free,
        ['9903.81.91', '50%', '4000.00', '2000.00'],
        ['9903.85.08', '50%', '1000.00', '500.00'],
        ['9903.01.24', '10%', value, '1000.00'],
        ['9903.01.25', '10%', '5000.00', '500.00'],
      ],
      why: 'furniture, EO 14357: 2,000.00 + 500.00 + 1,000.00 + 500.00',
    },
    {
      line: { ...furniture, ...cn, ...parts, date: '2026-02-23' },
      owes: [
        free,
        ['9903.81.91', '50%', '4000.00', '2000.00'],
        ['9903.85.08', '50%', '1000.00', '500.00'],
        ['9903.01.24', '10%', value, '1000.00'],
        ['9903.01.25', '10%', '5000.00', '500.00'],
      ],
      why: 'furniture, the last day of the IEEPA duties: 2,000.00 + 500.00 + 1,000.00 + 500.00',
    },
    {
      line: { ...furniture, ...cn, ...parts, date: '2026-02-24' },
      owes: [
        free,
        ['9903.81.91', '50%', '4000.00', '2000.00'],
        ['9903.85.08', '50%', '1000.00', '500.00'],
        ['9903.03.01', '10%', '5000.00', '500.00'],
      ],
      why: 'furniture, EO 14389 and Proc. 11012: Section 122 on the remainder, 2,000.00 + 500.00 + 500.00',
    },
    {
      line: { ...furniture, ...cn, ...parts, date: '2026-04-06' },
      owes: [free, ['9903.03.01', '10%', value, '1000.00']],
      why: 'furniture left the lists with Proc. 11021, so Section 122 is on all of it: 1,000.00',
    },
    {
      line: {
        hts: '8473.30.5100',
        ...cn,
        value,
        date: '2025-07-01',
        base_rate: 'Free',
        aluminum_content_value: '2000.00',
      },
      owes: [free, ['9903.85.08', '50%', '2000.00', '1000.00'], fentanyl20, ['9903.01.32', 'Free', '8000.00', '0.00']],
      why: 'parts of computers are outside the reciprocal duty, CSMS 64724565: 1,000.00 + 2,000.00',
    },
  ]);
});

describe('Canada', () => {
  const ca = { origin: 'CA' };
  const ieepa25 = ['9903.01.10', '25%', value, '2500.00'] as const;
  const outside = ['9903.01.26', 'Free', value, '0.00'] as const;
  stacks([
    {
      line: { ...coil, ...ca, date: '2025-03-03' },
      owes: [free, [null, 'Free', value, '0.00']],
      why: 'coil, the day before EO 14193: exempt from Section 232, nothing',
    },
    {
      line: { ...coil, ...ca, date: '2025-03-04' },
      owes: [free, ieepa25],
      why: 'coil, the first day of EO 14193: 2,500.00',
    },
    {
      line: { ...coil, ...ca, date: '2025-03-06', spi: 'S' },
      owes: [free, ieepa25],
      why: 'coil under USMCA, the day before EO 14231, paid too: 2,500.00',
    },
    {
      line: { ...coil, ...ca, date: '2025-03-07', spi: 'S' },
      owes: [free, ['9903.01.14', 'Free', value, '0.00'], [null, 'Free', value, '0.00']],
      why: 'coil under USMCA, EO 14231, still exempt from Section 232: nothing',
    },
    {
      line: { ...coil, ...ca, date: '2025-03-12', spi: 'S' },
      owes: [free, ['9903.01.14', 'Free', value, '0.00'], ['9903.81.87', '25%', value, '2500.00']],
      why: 'coil under USMCA falls through to Section 232, EO 14289: 2,500.00',
    },
    {
      line: { ...coil, ...ca, date: '2025-03-12' },
      owes: [free, ieepa25],
      why: 'coil that pays EO 14193 does not pay Section 232, EO 14289: 2,500.00',
    },
    {
      line: { ...coil, ...ca, date: '2025-06-03' },
      owes: [free, ieepa25, outside],
      why: 'coil, the last day of that order: 2,500.00, and outside the reciprocal duty',
    },
    {
      line: { ...coil, ...ca, date: '2025-06-04' },
      owes: [free, ['9903.81.87', '50%', value, '5000.00']],
      why: 'coil, the order turned by Proc. 10947: 5,000.00',
    },
    {
      line: { ...coil, ...ca, date: '2025-06-04', spi: 'S' },
      owes: [free, ['9903.81.87', '50%', value, '5000.00']],
      why: 'coil under USMCA the same: 5,000.00',
    },
    {
      line: { ...plows, ...ca, date: '2025-06-03' },
      owes: [free, ieepa25, outside],
      why: 'plows pay EO 14193 on all and no Section 232: 2,500.00',
    },
    {
      line: { ...plows, ...ca, date: '2025-06-03', spi: 'S' },
      owes: [free, ['9903.01.14', 'Free', value, '0.00'], ['9903.81.91', '25%', '3000.00', '750.00']],
      why: 'plows under USMCA pay Section 232 on their steel: 3,000.00 × 25% = 750.00',
    },
    {
      line: { ...plows, ...ca, date: '2025-07-31' },
      owes: [
        free,
        ['9903.81.91', '50%', '3000.00', '1500.00'],
        ['9903.01.10', '25%', '7000.00', '1750.00'],
        ['9903.01.26', 'Free', '7000.00', '0.00'],
      ],
      why: 'plows, the remainder at 25%: 1,500.00 + 1,750.00',
    },
    {
      line: { ...plows, ...ca, date: '2025-08-01' },
      owes: [
        free,
        ['9903.81.91', '50%', '3000.00', '1500.00'],
        ['9903.01.10', '35%', '7000.00', '2450.00'],
        ['9903.01.26', 'Free', '7000.00', '0.00'],
      ],
      why: 'plows, the remainder at 35%, EO 14325: 1,500.00 + 2,450.00',
    },
    {
      line: { ...plows, ...ca, date: '2025-08-01', spi: 'S+' },
      owes: [
        free,
        ['9903.81.91', '50%', '3000.00', '1500.00'],
        ['9903.01.14', 'Free', '7000.00', '0.00'],
        ['9903.01.26', 'Free', '7000.00', '0.00'],
      ],
      why: 'plows under USMCA: the remainder is free, 1,500.00',
    },
    {
      line: { ...plows, ...ca, date: '2025-08-01', steel_content_value: '' },
      owes: [free, ['9903.81.91', '50%', value, '5000.00']],
      why: 'plows, steel not declared: nothing left for EO 14193, 5,000.00',
    },
    {
      line: { ...sheet, ...ca, date: '2025-06-04', aluminum_content_value: '9000.00' },
      owes: [
        base300,
        ['9903.85.02', '50%', '9000.00', '4500.00'],
        ['9903.01.10', '25%', '1000.00', '250.00'],
        ['9903.01.26', 'Free', '1000.00', '0.00'],
      ],
      why: 'aluminum sheet with a core of something else: 300.00 + 4,500.00 + 250.00',
    },
    {
      line: { ...wire, ...ca, date: '2025-07-31' },
      owes: [base300, ieepa25, outside],
      why: 'copper wire, the day before Proc. 10962: 300.00 + 2,500.00',
    },
    {
      line: { ...wire, ...ca, date: '2025-08-01', copper_content_value: '8000.00' },
      owes: [
        base300,
        ['9903.78.01', '50%', '8000.00', '4000.00'],
        ['9903.01.10', '35%', '2000.00', '700.00'],
        ['9903.01.26', 'Free', '2000.00', '0.00'],
      ],
      why: 'copper wire, its remainder at 35%: 300.00 + 4,000.00 + 700.00',
    },
    {
      line: { hts: '7202.11.5000', ...ca, value, date: '2025-03-04' },
      owes: [
        [null, '1.5%', value, '150.00'],
        ['9903.01.13', '10%', value, '1000.00'],
      ],
      why: 'ferromanganese is a critical mineral, CSMS 64514918: 150.00 + 1,000.00',
    },
    {
      line: { ...iron, ...ca, date: '2025-08-01', transshipped: 'yes' },
      owes: [free, ['9903.01.16', '40%', value, '4000.00'], outside],
      why: 'gray iron found to be transshipped, EO 14325: 4,000.00',
    },
    {
      line: { ...iron, ...ca, date: '2026-02-23' },
      owes: [free, ['9903.01.10', '35%', value, '3500.00'], outside],
      why: 'gray iron, the last day of EO 14193: 3,500.00',
    },
    {
      line: { ...iron, ...ca, date: '2026-02-24' },
      owes: [free, ['9903.03.01', '10%', value, '1000.00']],
      why: 'gray iron, Proc. 11012: 1,000.00',
    },
    {
      line: { ...iron, ...ca, date: '2026-02-24', spi: 'S' },
      owes: [free, ['9903.03.07', 'Free', value, '0.00']],
      why: 'gray iron under USMCA, note 2(aa)(vi): nothing',
    },
    {
      line: { ...coil, ...ca, date: '2026-04-06' },
      owes: [free, ['9903.82.02', '50%', value, '5000.00']],
      why: 'coil, Proc. 11021: 5,000.00, outside Section 122',
    },
  ]);
});

describe('Mexico', () => {
  const mx = { origin: 'MX' };
  stacks([
    {
      line: { ...coil, ...mx, date: '2025-03-11' },
      owes: [free, ['9903.01.01', '25%', value, '2500.00']],
      why: 'coil that pays EO 14194: Section 232 does not ask where it was melted, 2,500.00',
    },
    {
      line: { ...coil, ...mx, date: '2025-03-11', spi: 'S', melt_pour_country: 'BR' },
      owes: [free, ['9903.01.04', 'Free', value, '0.00'], ['9903.81.85', '25%', value, '2500.00']],
      why: 'coil under USMCA, melted in Brazil, Proc. 10783: 2,500.00',
    },
    {
      line: { ...screws, ...mx, date: '2025-06-03', steel_content_value: '9000.00' },
      owes: [free, ['9903.01.01', '25%', value, '2500.00'], ['9903.01.27', 'Free', value, '0.00']],
      why: 'screws, the last day of the order of EO 14289: 2,500.00',
    },
    {
      line: { ...screws, ...mx, date: '2025-06-04', steel_content_value: '9000.00' },
      owes: [
        free,
        ['9903.81.90', '50%', '9000.00', '4500.00'],
        ['9903.01.01', '25%', '1000.00', '250.00'],
        ['9903.01.27', 'Free', '1000.00', '0.00'],
      ],
      why: 'screws, Proc. 10947: 4,500.00 + 250.00',
    },
    {
      line: { ...screws, ...mx, date: '2025-08-01', steel_content_value: '9000.00' },
      owes: [
        free,
        ['9903.81.90', '50%', '9000.00', '4500.00'],
        ['9903.01.01', '25%', '1000.00', '250.00'],
        ['9903.01.27', 'Free', '1000.00', '0.00'],
      ],
      why: 'the announced 30% of August 2025 never came: 4,500.00 + 250.00',
    },
    {
      line: { ...screws, ...mx, date: '2026-02-24', steel_content_value: '9000.00' },
      owes: [free, ['9903.81.90', '50%', '9000.00', '4500.00'], ['9903.03.01', '10%', '1000.00', '100.00']],
      why: 'screws, Proc. 11012: 4,500.00 + 100.00',
    },
    {
      line: { ...screws, ...mx, date: '2026-02-24', steel_content_value: '9000.00', spi: 'S' },
      owes: [free, ['9903.81.90', '50%', '9000.00', '4500.00'], ['9903.03.08', 'Free', '1000.00', '0.00']],
      why: 'screws under USMCA, note 2(aa)(vii): 4,500.00',
    },
  ]);
});

describe('Germany', () => {
  const de = { origin: 'DE' };
  const fittings = { hts: '7307.93.9060', value, steel_content_value: '6000.00' };
  const base430 = [null, '4.3%', value, '430.00'] as const;
  stacks([
    {
      line: { ...coil, ...de, date: '2025-04-05' },
      owes: [free, ['9903.81.87', '25%', value, '2500.00']],
      why: 'coil that pays Section 232 is outside EO 14257: 2,500.00',
    },
    { line: { ...iron, ...de, date: '2025-04-04' }, owes: [free], why: 'gray iron, the day before EO 14257: nothing' },
    {
      line: { ...iron, ...de, date: '2025-04-08' },
      owes: [free, ['9903.01.25', '10%', value, '1000.00']],
      why: 'gray iron, 10% for all: 1,000.00',
    },
    {
      line: { ...iron, ...de, date: '2025-04-09' },
      owes: [free, ['9903.01.50', '20%', value, '2000.00']],
      why: 'gray iron, the one day of Annex I: 2,000.00',
    },
    {
      line: { ...iron, ...de, date: '2025-04-10' },
      owes: [free, ['9903.01.25', '10%', value, '1000.00']],
      why: 'gray iron, EO 14266: 1,000.00',
    },
    {
      line: { ...iron, ...de, date: '2025-05-26', in_transit_since: '2025-04-04' },
      owes: [free, ['9903.01.28', 'Free', value, '0.00']],
      why: 'gray iron under way before 2025-04-05, HTS 9903.01.28: nothing',
    },
    {
      line: { ...iron, ...de, date: '2025-05-27', in_transit_since: '2025-04-04' },
      owes: [free, ['9903.01.25', '10%', value, '1000.00']],
      why: 'too late for HTS 9903.01.28: 1,000.00',
    },
    {
      line: { ...fittings, ...de, date: '2025-08-06' },
      owes: [base430, ['9903.81.90', '50%', '6000.00', '3000.00'], ['9903.01.25', '10%', '4000.00', '400.00']],
      why: 'fittings, the day before EO 14326: 430.00 + 3,000.00 + 4,000.00 × 10%',
    },
    {
      line: { ...fittings, ...de, date: '2025-08-07' },
      owes: [base430, ['9903.81.90', '50%', '6000.00', '3000.00'], ['9903.02.20', '15%', '4000.00', '428.00']],
      why: 'fittings, the total of EO 14326 on the remainder: 430.00 + 3,000.00 + 4,000.00 × (15% − 4.3%)',
    },
    {
      line: { ...doors, ...de, date: '2025-08-07', aluminum_content_value: '7000.00' },
      owes: [
        [null, '5.7%', value, '570.00'],
        ['9903.85.07', '50%', '7000.00', '3500.00'],
        ['9903.02.20', '15%', '3000.00', '279.00'],
      ],
      why: 'doors: 570.00 + 3,500.00 + 3,000.00 × (15% − 5.7%)',
    },
    {
      line: { ...plows, ...de, date: '2025-08-07', base_rate: '15%' },
      owes: [
        [null, '15%', value, '1500.00'],
        ['9903.81.91', '50%', '3000.00', '1500.00'],
        ['9903.02.19', 'Free', '7000.00', '0.00'],
      ],
      why: 'a base duty of 15% leaves nothing to the total: 1,500.00 + 1,500.00',
    },
    {
      line: { ...fridges, ...de, date: '2025-08-17', aluminum_content_value: '1000.00' },
      owes: [free, ['9903.81.91', '50%', '3000.00', '1500.00'], ['9903.02.20', '15%', '7000.00', '1050.00']],
      why: 'refrigerators, the day before they joined the aluminum list: 1,500.00 + 1,050.00',
    },
    {
      line: { ...fridges, ...de, date: '2025-08-18', aluminum_content_value: '1000.00' },
      owes: [
        free,
        ['9903.81.91', '50%', '3000.00', '1500.00'],
        ['9903.85.08', '50%', '1000.00', '500.00'],
        ['9903.02.20', '15%', '6000.00', '900.00'],
      ],
      why: 'refrigerators, 90 FR 40326: 1,500.00 + 500.00 + 900.00',
    },
    {
      line: { ...fridges, ...de, date: '2025-08-18', aluminum_content_value: '1000.00', melt_pour_country: 'US' },
      owes: [
        free,
        ['9903.81.92', 'Free', value, '0.00'],
        ['9903.85.08', '50%', '1000.00', '500.00'],
        ['9903.02.20', '15%', '9000.00', '1350.00'],
      ],
      why: 'steel melted in the United States pays nothing, so it is not outside: 500.00 + 9,000.00 × 15%',
    },
    {
      line: { ...iron, ...de, date: '2025-10-04', in_transit_since: '2025-08-06' },
      owes: [free, ['9903.01.25', '10%', value, '1000.00']],
      why: 'gray iron under way before 2025-08-07, EO 14326: 1,000.00',
    },
    {
      line: { ...iron, ...de, date: '2025-10-05', in_transit_since: '2025-08-06' },
      owes: [free, ['9903.02.20', '15%', value, '1500.00']],
      why: 'too late for that: 1,500.00',
    },
    {
      line: { ...iron, ...de, date: '2025-09-01', us_content_share: '20%' },
      owes: [free, ['9903.02.20', '15%', '8000.00', '1200.00']],
      why: 'a fifth of United States content is free, HTS 9903.01.34: 8,000.00 × 15% = 1,200.00',
    },
    {
      line: { ...iron, ...de, date: '2025-09-01', us_content_share: '19.9%' },
      owes: [free, ['9903.02.20', '15%', value, '1500.00']],
      why: 'less than a fifth is not: 1,500.00',
    },
    {
      line: { ...iron, ...de, date: '2025-09-01', transshipped: 'yes' },
      owes: [free, ['9903.02.01', '40%', value, '4000.00']],
      why: 'found to be transshipped, EO 14326 section 3: 4,000.00',
    },
    {
      line: { hts: '7202.11.5000', ...de, value, date: '2025-09-01' },
      owes: [
        [null, '1.5%', value, '150.00'],
        ['9903.01.32', 'Free', value, '0.00'],
      ],
      why: 'ferromanganese is in Annex II: 150.00',
    },
    {
      line: { ...wire, ...de, date: '2025-07-31' },
      owes: [base300, ['9903.01.32', 'Free', value, '0.00']],
      why: 'copper wire was in Annex II: 300.00',
    },
    {
      line: { ...wire, ...de, date: '2025-08-01', copper_content_value: '9000.00' },
      owes: [base300, ['9903.78.01', '50%', '9000.00', '4500.00'], ['9903.01.25', '10%', '1000.00', '100.00']],
      why: 'copper wire, Proc. 10962: 300.00 + 4,500.00 + 100.00',
    },
    {
      line: { ...wire, ...de, date: '2025-08-07', copper_content_value: '9000.00' },
      owes: [base300, ['9903.78.01', '50%', '9000.00', '4500.00'], ['9903.02.20', '15%', '1000.00', '120.00']],
      why: 'copper wire, EO 14326: 300.00 + 4,500.00 + 1,000.00 × (15% − 3%)',
    },
    {
      line: { ...fridges, ...de, date: '2026-02-24', aluminum_content_value: '1000.00' },
      owes: [
        free,
        ['9903.81.91', '50%', '3000.00', '1500.00'],
        ['9903.85.08', '50%', '1000.00', '500.00'],
        ['9903.03.01', '10%', '6000.00', '600.00'],
      ],
      why: 'refrigerators, Proc. 11012: 1,500.00 + 500.00 + 600.00',
    },
    {
      line: { ...fridges, ...de, date: '2026-04-05', aluminum_content_value: '1000.00' },
      owes: [
        free,
        ['9903.81.91', '50%', '3000.00', '1500.00'],
        ['9903.85.08', '50%', '1000.00', '500.00'],
        ['9903.03.01', '10%', '6000.00', '600.00'],
      ],
      why: 'refrigerators, the day before Proc. 11021: 1,500.00 + 500.00 + 600.00',
    },
    {
      line: { ...fridges, ...de, date: '2026-04-06', aluminum_content_value: '1000.00' },
      owes: [free, ['9903.82.09', '25%', value, '2500.00']],
      why: 'refrigerators, Proc. 11021, on the full value and outside Section 122: 2,500.00',
    },
    {
      line: { ...fridges, ...de, date: '2026-04-06', metal_weight_share: '14%' },
      owes: [free, ['9903.82.03', 'Free', value, '0.00'], ['9903.03.01', '10%', value, '1000.00']],
      why: 'refrigerators of little metal pay no Section 232, so they pay Section 122: 1,000.00',
    },
    {
      line: { ...fridges, ...de, date: '2026-07-23', metal_weight_share: '14%' },
      owes: [free, ['9903.82.03', 'Free', value, '0.00'], ['9903.03.01', '10%', value, '1000.00']],
      why: 'the last day of Section 122: 1,000.00',
    },
    {
      line: { ...fridges, ...de, date: '2026-07-24', metal_weight_share: '14%' },
      owes: [free, ['9903.82.03', 'Free', value, '0.00']],
      why: 'the day after: Section 122 is over, nothing',
    },
    {
      line: { ...iron, ...de, date: '2026-02-27', in_transit_since: '2026-02-23' },
      owes: [free, ['9903.03.02', 'Free', value, '0.00']],
      why: 'gray iron under way before 2026-02-24, HTS 9903.03.02: nothing',
    },
    {
      line: { hts: '7403.11.0000', ...de, value, date: '2026-02-24' },
      owes: [
        [null, '1%', value, '100.00'],
        ['9903.03.03', 'Free', value, '0.00'],
      ],
      why: 'copper cathodes, note 2(aa)(ii): 100.00',
    },
    {
      line: {
        hts: '7324.10.0010',
        ...de,
        value,
        date: '2026-03-01',
        civil_aircraft: 'yes',
        steel_content_value: '6000.00',
      },
      owes: [
        [null, '3.4%', value, '340.00'],
        ['9903.02.76', 'Free', value, '0.00'],
        ['9903.03.05', 'Free', value, '0.00'],
      ],
      why: 'sinks of civil aircraft, notes 2(v)(xxii) and 2(aa)(iv): 340.00',
    },
  ]);
});

describe('Switzerland, Japan and South Korea', () => {
  const half = { ...steelware, steel_content_value: '5000.00' };
  const steel50 = ['9903.81.90', '50%', '5000.00', '2500.00'] as const;
  stacks([
    {
      line: { ...iron, origin: 'CH', date: '2025-04-09' },
      owes: [free, ['9903.01.60', '31%', value, '3100.00']],
      why: 'Swiss gray iron on the one day of Annex I: 3,100.00',
    },
    {
      line: { ...half, origin: 'CH', date: '2025-08-06' },
      owes: [base290, steel50, ['9903.01.25', '10%', '5000.00', '500.00']],
      why: 'Swiss steel articles, the day before EO 14326: 290.00 + 2,500.00 + 500.00',
    },
    {
      line: { ...half, origin: 'CH', date: '2025-11-13' },
      owes: [base290, steel50, ['9903.02.58', '39%', '5000.00', '1950.00']],
      why: 'Swiss steel articles, the last day of 39%: 290.00 + 2,500.00 + 1,950.00',
    },
    {
      line: { ...half, origin: 'CH', date: '2025-11-14' },
      owes: [base290, steel50, ['9903.02.83', '15%', '5000.00', '605.00']],
      why: 'Swiss steel articles, 90 FR 59281: 290.00 + 2,500.00 + 5,000.00 × (15% − 2.9%)',
    },
    {
      line: { ...iron, origin: 'JP', date: '2025-04-09' },
      owes: [free, ['9903.01.53', '24%', value, '2400.00']],
      why: 'Japanese gray iron on the one day of Annex I: 2,400.00',
    },
    {
      line: { ...coil, origin: 'JP', date: '2025-04-09' },
      owes: [free, ['9903.81.87', '25%', value, '2500.00']],
      why: 'Japanese coil pays Section 232 instead: 2,500.00',
    },
    {
      line: { ...half, origin: 'JP', date: '2025-08-06' },
      owes: [base290, steel50, ['9903.01.25', '10%', '5000.00', '500.00']],
      why: 'Japanese steel articles, the day before: 290.00 + 2,500.00 + 500.00',
    },
    {
      line: { ...half, origin: 'JP', date: '2025-08-07' },
      owes: [base290, steel50, ['9903.02.73', '15%', '5000.00', '605.00']],
      why: 'Japanese steel articles, EO 14345 after the fact: 290.00 + 2,500.00 + 5,000.00 × (15% − 2.9%)',
    },
    {
      line: { ...half, origin: 'KR', date: '2025-11-13' },
      owes: [base290, steel50, ['9903.02.56', '15%', '5000.00', '750.00']],
      why: 'Korean steel articles, 15% on top: 290.00 + 2,500.00 + 750.00',
    },
    {
      line: { ...half, origin: 'KR', date: '2025-11-14' },
      owes: [base290, steel50, ['9903.02.80', '15%', '5000.00', '605.00']],
      why: 'Korean steel articles, 90 FR 55964: 290.00 + 2,500.00 + 605.00',
    },
    {
      line: { ...half, origin: 'KR', date: '2025-11-14', spi: 'KR' },
      owes: [free, steel50, ['9903.02.80', '15%', '5000.00', '750.00']],
      why: 'Korean steel articles under KORUS are lifted to 15% too: 2,500.00 + 750.00',
    },
    {
      line: { hts: '7202.21.5000', value, origin: 'JP', date: '2026-07-23' },
      owes: [
        [null, '1.5%', value, '150.00'],
        ['9903.03.01', '10%', value, '1000.00'],
      ],
      why: 'Japanese ferrosilicon is on no list, the last day of Section 122: 150.00 + 1,000.00',
    },
    {
      line: { hts: '7202.21.5000', value, origin: 'JP', date: '2026-07-24' },
      owes: [[null, '1.5%', value, '150.00']],
      why: 'Japanese ferrosilicon, the day after: Section 122 is over, 150.00',
    },
  ]);
});

describe('Brazil', () => {
  const br = { origin: 'BR' };
  stacks([
    {
      line: { ...coil, ...br, date: '2025-08-06' },
      owes: [free, ['9903.81.87', '50%', value, '5000.00']],
      why: 'coil that pays Section 232 is outside EO 14323: 5,000.00',
    },
    {
      line: { ...iron, ...br, date: '2025-08-05' },
      owes: [free, ['9903.01.25', '10%', value, '1000.00']],
      why: 'gray iron, the day before EO 14323: 1,000.00',
    },
    {
      line: { ...iron, ...br, date: '2025-08-06' },
      owes: [free, ['9903.01.25', '10%', value, '1000.00'], ['9903.01.77', '40%', value, '4000.00']],
      why: 'gray iron, EO 14323: 1,000.00 + 4,000.00',
    },
    {
      line: { ...iron, ...br, date: '2025-08-07' },
      owes: [free, ['9903.02.09', '10%', value, '1000.00'], ['9903.01.77', '40%', value, '4000.00']],
      why: 'gray iron, 10% under a heading of its own, EO 14326: 1,000.00 + 4,000.00',
    },
    {
      line: { ...iron, ...br, date: '2025-08-07', in_transit_since: '2025-08-05' },
      owes: [free, ['9903.01.25', '10%', value, '1000.00'], ['9903.01.78', 'Free', value, '0.00']],
      why: 'gray iron under way before both, HTS 9903.01.78: 1,000.00',
    },
    {
      line: { ...plows, ...br, date: '2025-08-07' },
      owes: [free, ['9903.81.91', '50%', '3000.00', '1500.00'], ['9903.02.09', '10%', '7000.00', '700.00']],
      why: 'plows are outside EO 14323 on all, outside EO 14326 on their steel alone: 1,500.00 + 700.00',
    },
    {
      line: { ...plows, ...br, date: '2025-08-07', melt_pour_country: 'US' },
      owes: [
        free,
        ['9903.81.92', 'Free', value, '0.00'],
        ['9903.02.09', '10%', value, '1000.00'],
        ['9903.01.77', '40%', value, '4000.00'],
      ],
      why: 'plows of United States steel pay no Section 232, so they pay the rest: 1,000.00 + 4,000.00',
    },
    {
      line: { hts: '7201.10.0000', ...br, value, date: '2025-08-07' },
      owes: [free, ['9903.02.09', '10%', value, '1000.00'], ['9903.01.81', 'Free', value, '0.00']],
      why: 'pig iron is left out of EO 14323, not of EO 14326: 1,000.00',
    },
    {
      line: { ...wire, ...br, date: '2025-08-07', copper_content_value: '9000.00' },
      owes: [base300, ['9903.78.01', '50%', '9000.00', '4500.00'], ['9903.02.09', '10%', '1000.00', '100.00']],
      why: 'copper wire: 300.00 + 4,500.00 + 100.00',
    },
    {
      line: { ...iron, ...br, date: '2026-02-24' },
      owes: [free, ['9903.03.01', '10%', value, '1000.00']],
      why: 'gray iron, EO 14389: Section 122 alone, 1,000.00',
    },
  ]);
});

describe('India', () => {
  const ind = { origin: 'IN' };
  const reciprocal = ['9903.02.26', '25%', value, '2500.00'] as const;
  stacks([
    {
      line: { ...iron, ...ind, date: '2025-08-26' },
      owes: [free, reciprocal],
      why: 'gray iron, the day before EO 14329: 2,500.00',
    },
    {
      line: { ...iron, ...ind, date: '2025-08-27' },
      owes: [free, reciprocal, ['9903.01.84', '25%', value, '2500.00']],
      why: 'gray iron, EO 14329: 2,500.00 + 2,500.00',
    },
    {
      line: { ...iron, ...ind, date: '2025-09-16', in_transit_since: '2025-08-26' },
      owes: [free, reciprocal, ['9903.01.85', 'Free', value, '0.00']],
      why: 'gray iron under way before 2025-08-27, after 2025-08-07, HTS 9903.01.85: 2,500.00',
    },
    {
      line: { ...steelware, ...ind, date: '2025-08-27', steel_content_value: '6000.00' },
      owes: [base290, ['9903.81.90', '50%', '6000.00', '3000.00'], ['9903.02.26', '25%', '4000.00', '1000.00']],
      why: 'steel articles are outside EO 14329 on all: 290.00 + 3,000.00 + 1,000.00',
    },
    {
      line: { hts: '7604.21.0010', ...ind, value, date: '2025-09-01', primary_smelt_country: 'unknown' },
      owes: [
        [null, '1.5%', value, '150.00'],
        ['9903.85.67', '200%', value, '20000.00'],
        ['9903.01.84', '25%', value, '2500.00'],
      ],
      why: 'aluminum of an unknown smelter: 9903.85.67 is not among the headings of note 2(z), 150.00 + 20,000.00 + 2,500.00',
    },
    {
      line: { hts: '7202.60.0000', ...ind, value, date: '2025-09-07' },
      owes: [free, reciprocal, ['9903.01.84', '25%', value, '2500.00']],
      why: 'ferronickel, the day before EO 14346: 2,500.00 + 2,500.00',
    },
    {
      line: { hts: '7202.60.0000', ...ind, value, date: '2025-09-08' },
      owes: [free, ['9903.01.32', 'Free', value, '0.00'], ['9903.01.86', 'Free', value, '0.00']],
      why: 'ferronickel joined Annex II, EO 14346: nothing',
    },
    {
      line: { ...iron, ...ind, date: '2026-02-06' },
      owes: [free, reciprocal, ['9903.01.84', '25%', value, '2500.00']],
      why: 'gray iron, the last day of EO 14329: 2,500.00 + 2,500.00',
    },
    {
      line: { ...iron, ...ind, date: '2026-02-07' },
      owes: [free, reciprocal],
      why: 'gray iron, EO 14384: 2,500.00; the announced 18% never came',
    },
    {
      line: { ...steelware, ...ind, date: '2026-04-06' },
      owes: [base290, ['9903.82.02', '50%', value, '5000.00']],
      why: 'steel articles, Proc. 11021: 290.00 + 5,000.00',
    },
  ]);
});

describe('Russia', () => {
  stacks([
    {
      line: { hts: '7601.10.6090', origin: 'RU', value, date: '2026-04-06' },
      owes: [
        ['9903.90.09', '70%', value, '7000.00'],
        ['9903.85.67', '200%', value, '20000.00'],
        ['9903.03.01', '10%', value, '1000.00'],
      ],
      why: 'aluminum under 9903.85.67 is not outside Section 122, note 2(aa)(v)(1): 7,000.00 + 20,000.00 + 1,000.00',
    },
    {
      line: { ...iron, origin: 'RU', date: '2025-09-01' },
      owes: [
        ['9903.90.09', '70%', value, '7000.00'],
        ['9903.01.29', 'Free', value, '0.00'],
      ],
      why: 'column 2 origins are outside EO 14257: 7,000.00, note 30(c)',
    },
  ]);
});

describe('goods under a heading of Section 232 that adds nothing', () => {
  // U.S. note 2(aa)(v)(1): outside by the heading, not by what is paid under it; goods under 9903.82.01 and .03 pay.
  test.each([
    [{ hts: '8429.11.0000', origin: 'JP', date: '2026-07-01', base_rate: '20%' }, '9903.03.06'],
    [{ hts: '8428.90.0300', origin: 'DE', date: '2026-05-01', base_rate: '20%' }, '9903.03.06'],
    [
      { hts: '8708.29.2100', origin: 'DE', date: '2026-05-01', base_rate: 'Free', motorcycle_parts: 'yes' },
      '9903.03.06',
    ],
    [{ hts: '8708.29.2100', origin: 'DE', date: '2026-05-01', base_rate: 'Free', contains_metal: 'no' }, '9903.03.01'],
  ])('%o are outside Section 122, or not: %s', (line, heading) => {
    const { duties } = assessStack({ ...line, value: '1000.00' });
    expect(duties.filter(({ regime }) => regime === 'us-122').map((duty) => duty.heading)).toEqual([heading]);
  });
});

describe('goods of chapters 98 and 99', () => {
  test.each(['9801.00.1010', '9802.00.8068', '9903.81.8700'])(
    '%s of China are not charged as if they were of another',
    (hts) => {
      const { status, duties, notCovered } = assessStack({ hts, origin: 'CN', date: '2025-07-20', value });
      expect([status, duties]).toEqual(['unknown', []]);
      expect(notCovered).toContain('us-ieepa-china');
    },
  );
});

describe('what an answer says beside the duty', () => {
  const refundOf = (date: string): string[] =>
    assessStack({ ...furniture, ...parts, origin: 'CN', date }).duties.flatMap(({ regime, refund }) =>
      refund ? [`${regime} ${refund.status}`] : [],
    );

  test('duties under IEEPA were held unlawful, no others', () => {
    expect(refundOf('2026-02-23')).toEqual(['us-ieepa-china held-unlawful', 'us-ieepa-reciprocal held-unlawful']);
    expect(refundOf('2026-02-24')).toEqual([]);
    expect(assessStack({ ...furniture, ...parts, origin: 'CN', date: '2026-02-23' }).totals?.refundable).toBe(
      '1500.00',
    );
  });

  test.each([
    ['CN', '2025-09-01', ['us-ieepa-reciprocal']],
    ['CA', '2025-09-01', ['us-ieepa-canada-mexico', 'us-ieepa-reciprocal']],
    ['BR', '2025-09-01', ['us-ieepa-brazil', 'us-ieepa-reciprocal']],
    ['IN', '2025-09-01', ['us-ieepa-india', 'us-ieepa-reciprocal']],
    ['DE', '2026-03-01', ['us-122']],
  ])('goods whose exemptions are not on hand are not covered: %s on %s', (origin, date, ids) => {
    const answer = assessStack({ hts: '8471.30.0100', value, base_rate: 'Free', origin, date });
    const own = answer.duties.map(({ regime }) => regime);
    expect(answer.notCovered.filter((id) => /^us-(?:ieepa|122)/.test(id)).toSorted()).toEqual(ids);
    expect(own.filter((regime) => ids.includes(regime))).toEqual([]);
    expect(assessStack({ ...iron, origin, date }).notCovered.filter((id) => /^us-(?:ieepa|122)/.test(id))).toEqual([]);
  });
});

describe('the heading for goods that pay Section 232 (9903.01.33)', () => {
  const excavatorParts = { hts: '8431.49.9090', value: '1000.00' };
  test.each([
    {
      line: { ...coil, value: '0.00', origin: 'IN' },
      why: 'is reported of goods without value: they are subject to it',
    },
    { line: { ...coil, value: '0.01', origin: 'IN' }, why: 'is reported where the duty comes to a cent' },
    { line: { ...sheet, value: '0.004', origin: 'IN' }, why: 'is reported where the duty rounds to nothing' },
    {
      line: { ...excavatorParts, origin: 'JP' },
      why: 'is reported where the base duty, which their 15% would include, is not on hand',
    },
  ])('$why', ({ line }) => {
    const { status, duties } = assessStack({ ...line, date: '2025-10-10' });
    const reciprocal = duties.filter(({ regime }) => regime === 'us-ieepa-reciprocal');
    expect({ status, headings: reciprocal.map(({ heading }) => heading) }).toEqual({
      status: 'assessed',
      headings: ['9903.01.33'],
    });
  });
});
