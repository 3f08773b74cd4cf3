import { describe, expect, test } from 'vitest';
import { type Case, type Shipment, assess, decided, owedBy } from './officer.ts';
import { assessStack } from './stack.ts';

const tube: Shipment = { hts: '7608.10.0030', value: '10000.00', civil_aircraft: 'yes' };
const pipe: Shipment = { hts: '7304.39.0020', value: '10000.00', civil_aircraft: 'yes' };
const strand: Shipment = { hts: '7413.00.9010', value: '10000.00', civil_aircraft: 'yes' };

/**
 * EO 14309 (United Kingdom) ends the duties of Proclamations 9704 and 9705 on articles of the Agreement on Trade in Civil
 * Aircraft, EO 14345 (Japan) those of 9704, 9705 and 10962; the notices on the Union, Korea and Taiwan do the same.
 */
const before2026: readonly Case[] = [
  {
    line: { ...tube, origin: 'GB', date: '2025-06-29' },
    owes: [['9903.85.12', '25%', '2500.00']],
    why: 'United Kingdom, the day before the notice of 90 FR 27851: 10,000.00 × 25%',
  },
  {
    line: { ...tube, origin: 'GB', date: '2025-06-30' },
    owes: [['9903.96.01', 'Free', '0.00']],
    why: 'United Kingdom, the day of 90 FR 27851',
  },
  {
    line: { ...tube, origin: 'GB', date: '2025-07-01', civil_aircraft: 'no' },
    owes: [['9903.85.12', '25%', '2500.00']],
    why: 'United Kingdom, a tube for anything else: 10,000.00 × 25%',
  },
  {
    line: { ...tube, hts: '7606.12.3091', origin: 'GB', date: '2025-07-01' },
    owes: [['9903.85.12', '25%', '2500.00']],
    why: 'aluminum sheet is not in the list of U.S. note 35(a): 10,000.00 × 25%',
  },
  {
    line: { ...pipe, origin: 'JP', date: '2025-09-15' },
    owes: [['9903.81.87', '50%', '5000.00']],
    why: 'Japan, the day before 90 FR 44638: 10,000.00 × 50%',
  },
  {
    line: { ...pipe, origin: 'JP', date: '2025-09-16' },
    owes: [['9903.96.02', 'Free', '0.00']],
    why: 'Japan, the day of 90 FR 44638',
  },
  {
    line: { ...pipe, origin: 'FR', date: '2025-08-31' },
    owes: [['9903.81.87', '50%', '5000.00']],
    why: 'European Union, the last day before U.S. note 2(v)(xxii): 10,000.00 × 50%',
  },
  {
    line: { ...pipe, origin: 'FR', date: '2025-09-01' },
    owes: [['9903.02.76', 'Free', '0.00']],
    why: 'European Union, in force back to 2025-09-01',
  },
  {
    line: { ...strand, origin: 'KR', date: '2025-11-13' },
    owes: [['9903.78.01', '50%', '5000.00']],
    why: 'Korea, copper strand, the day before: 10,000.00 × 50%',
  },
  {
    line: { ...strand, origin: 'KR', date: '2025-11-14' },
    owes: [['9903.02.81', 'Free', '0.00']],
    why: 'Korea, copper strand, 90 FR 55964: Proclamation 10962 is one of the actions it modifies',
  },
  {
    line: { ...strand, origin: 'GB', date: '2026-04-05' },
    owes: [['9903.78.01', '50%', '5000.00']],
    why: 'United Kingdom, copper strand: EO 14309 is older than the duty on copper and does not name it: 10,000.00 × 50%',
  },
  {
    line: { ...tube, origin: 'CH', date: '2026-01-05' },
    owes: [['9903.85.02', '50%', '5000.00']],
    why: 'Switzerland has no such relief from Section 232: 10,000.00 × 50%',
  },
  {
    line: { ...tube, origin: 'JP', date: '2025-10-01', primary_smelt_country: 'RU', cast_country: 'JP' },
    owes: [['9903.85.67', '200%', '20000.00']],
    why: 'Russian metal: 9903.85.67 is not among the headings that give way: 10,000.00 × 200%',
  },
];

const from2026: readonly Case[] = [
  ...[
    ['GB', '9903.96.01'] as const,
    ['JP', '9903.96.02'] as const,
    ['FR', '9903.02.76'] as const,
    ['KR', '9903.02.81'] as const,
  ].flatMap(([origin, heading]) =>
    [tube, pipe, strand].map((line): Case => ({
      line: { ...line, origin, date: '2026-04-06' },
      owes: [[heading, 'Free', '0.00']],
      why: `${origin}, ${line['hts']}: the notes set aside 9903.82.02 from its first day`,
    })),
  ),
  {
    line: { ...tube, origin: 'TW', date: '2026-04-30' },
    owes: [['9903.82.02', '50%', '5000.00']],
    why: 'Taiwan, the day before U.S. note 35(c): 10,000.00 × 50%',
  },
  {
    line: { ...tube, origin: 'TW', date: '2026-05-01' },
    owes: [['9903.96.03', 'Free', '0.00']],
    why: 'Taiwan, in force back to 2026-05-01: 91 FR 31818',
  },
  {
    line: { ...tube, hts: '9403.20.0075', origin: 'TW', date: '2026-07-01', base_rate: 'Free' },
    owes: [['9903.82.09', '25%', '2500.00']],
    why: 'furniture is in the lists of U.S. note 35(a) and (b), not in that of (c): 10,000.00 × 25%',
  },
  {
    line: { ...tube, hts: '9403.20.0075', origin: 'GB', date: '2026-07-01', base_rate: 'Free' },
    owes: [['9903.96.01', 'Free', '0.00']],
    why: 'the same of the United Kingdom',
  },
  {
    line: { ...tube, origin: 'GB', date: '2026-07-01', cast_country: 'RU' },
    owes: [['9903.85.67', '200%', '20000.00']],
    why: 'cast in Russia: 10,000.00 × 200%',
  },
  {
    line: { ...tube, origin: 'IN', date: '2026-07-01' },
    owes: [['9903.82.02', '50%', '5000.00']],
    why: 'India has no such agreement: 10,000.00 × 50%',
  },
];

describe('relief for civil aircraft articles before 2026-04-06', () => {
  decided(before2026);
});
describe('relief for civil aircraft articles from 2026-04-06', () => {
  decided(from2026);
});

describe('the relief', () => {
  test('is one line where it spares the goods two duties, and no reciprocal duty is due', () => {
    const { duties, totals } = assessStack({ ...tube, origin: 'GB', date: '2025-07-01', base_rate: '5.7%' });
    expect(duties.filter(({ heading }) => heading === '9903.96.01').map(({ regime }) => regime)).toEqual([
      'us-232-aluminum',
    ]);
    expect(totals?.duty).toBe('570.00');
  });

  test('says what is not known of copper of the United Kingdom, and only there and then', () => {
    const unknown = (line: Shipment): boolean =>
      assess({ ...line, origin: 'GB' }).notCovered.includes('civil-aircraft-gb-copper');
    expect(unknown({ ...strand, date: '2026-04-05' })).toBe(true);
    expect(unknown({ ...strand, date: '2026-04-06' })).toBe(false);
    expect(unknown({ ...tube, date: '2026-04-05' })).toBe(false);
  });

  test('is not guessed: an undeclared use pays, and the answer says what declaring it would save', () => {
    const line = { ...tube, origin: 'JP', date: '2025-10-01' };
    const silent = assess({ hts: '7608.10.0030', value: '10000.00', origin: 'JP', date: '2025-10-01' });
    expect(owedBy({ ...line, civil_aircraft: 'no' })).toEqual([['9903.85.02', '50%', '5000.00']]);
    expect(silent.totals?.duty).toBe('5000.00');
    expect(silent.problems.map(({ message }) => message).join('\n')).toMatch(/civil_aircraft.*9903\.96\.02 \(Free\)/);
  });
});
