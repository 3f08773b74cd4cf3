import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calculator, createCalculator } from '../../src/library.ts';
import type { Shipment } from './officer.ts';

/**
 * What importers knew. Retroactive acts: Proclamation 10106 of 2020-10-27 (Canadian aluminum, back to 2020-09-01), EO 14289 of 2025-04-29 (who
 * gives way, back to 2025-03-04), EO 14345 of 2025-09-04 (Japan, back to 2025-08-07), 90 FR 55964 published 2025-12-04 (Korea, back to
 * 2025-11-14), 90 FR 59281 published 2025-12-18 (Switzerland, back to 2025-11-14), 91 FR 23056 of 2026-04-29 (no metal, back to 2026-04-06).
 */

const regimes = [
  'us-base',
  'us-232-steel',
  'us-232-aluminum',
  'us-232-metals',
  'us-ieepa-canada-mexico',
  'us-ieepa-reciprocal',
  'us-ieepa-china',
];
const calculators = new Map<string, Calculator>();

function known(day: string | null): Calculator {
  const key = day ?? '';
  const found = calculators.get(key) ?? createCalculator({ regimes, ...(day !== null && { knownOn: day }) });
  calculators.set(key, found);
  return found;
}

function paid(line: Shipment, day: string | null): readonly string[] {
  const { status, duties } = known(day).assess(line);
  const charged = duties.filter(({ amount }) => amount !== '0.00');
  return [status, ...charged.map(({ heading, rate, amount }) => [heading ?? 'base', rate, amount].join(' '))];
}

const value = '10000';
const billets = { hts: '7601.10.6000', origin: 'CA', date: '2020-09-15', value };
/** Steel sheet; base duty Free. */
const coil = { hts: '7208.39.0030', value };
/** Tube fittings of cast iron, on no list of Section 232; base duty 4.8%. */
const fittings = { hts: '7307.11.0030', value };
const base = 'base 4.8% 480.00';

describe('what was paid on the day', () => {
  test.each<readonly [why: string, line: Shipment, day: string, owes: readonly string[]]>([
    ['Canadian aluminum before it was freed in hindsight', billets, '2020-10-26', ['9903.85.21 10% 1000.00']],
    ['Canadian aluminum after it was', billets, '2020-10-27', []],
    ['Canadian aluminum before any word of the duty', billets, '2020-08-05', []],
    [
      'steel before the doubling was public',
      { ...coil, origin: 'IN', date: '2025-06-10' },
      '2025-06-02',
      ['9903.81.87 25% 2500.00'],
    ],
    ['steel once it was', { ...coil, origin: 'IN', date: '2025-06-10' }, '2025-06-03', ['9903.81.87 50% 5000.00']],
    [
      'Turkish steel before the law of 2025 was public',
      { ...coil, origin: 'TR', date: '2025-03-20' },
      '2025-02-09',
      ['9903.80.01 25% 2500.00'],
    ],
    [
      'Turkish steel once it was',
      { ...coil, origin: 'TR', date: '2025-03-20' },
      '2025-03-05',
      ['9903.81.87 25% 2500.00'],
    ],
    [
      'Australian steel before the exemption was ended',
      { ...coil, origin: 'AU', date: '2025-03-20' },
      '2025-02-09',
      [],
    ],
    [
      'Canadian steel before the stacking order: both',
      { ...coil, origin: 'CA', date: '2025-03-20' },
      '2025-04-28',
      ['9903.01.10 25% 2500.00', '9903.81.87 25% 2500.00'],
    ],
    [
      'Canadian steel after it: one',
      { ...coil, origin: 'CA', date: '2025-03-20' },
      '2025-04-29',
      ['9903.01.10 25% 2500.00'],
    ],
    [
      'Japan as first laid: beside base duty',
      { ...fittings, origin: 'JP', date: '2025-08-20' },
      '2025-09-03',
      [base, '9903.02.30 15% 1500.00'],
    ],
    [
      'Japan in hindsight: with base duty',
      { ...fittings, origin: 'JP', date: '2025-08-20' },
      '2025-09-04',
      [base, '9903.02.73 15% 1020.00'],
    ],
    [
      'Japan before the country rates',
      { ...fittings, origin: 'JP', date: '2025-08-20' },
      '2025-07-30',
      [base, '9903.01.25 10% 1000.00'],
    ],
    [
      'Korea before its deal was published',
      { ...fittings, origin: 'KR', date: '2025-11-20' },
      '2025-12-03',
      [base, '9903.02.56 15% 1500.00'],
    ],
    [
      'Korea in hindsight',
      { ...fittings, origin: 'KR', date: '2025-11-20' },
      '2025-12-04',
      [base, '9903.02.80 15% 1020.00'],
    ],
    [
      'Switzerland before',
      { ...fittings, origin: 'CH', date: '2025-11-20' },
      '2025-12-17',
      [base, '9903.02.58 39% 3900.00'],
    ],
    [
      'Switzerland in hindsight',
      { ...fittings, origin: 'CH', date: '2025-11-20' },
      '2025-12-18',
      [base, '9903.02.83 15% 1020.00'],
    ],
    [
      'China before the truce of May',
      { ...fittings, origin: 'CN', date: '2025-05-20' },
      '2025-05-11',
      [base, '9903.01.24 20% 2000.00', '9903.01.63 125% 12500.00'],
    ],
    [
      'steel of 2026 before the new law of metals',
      { ...coil, origin: 'IN', date: '2026-04-10' },
      '2026-04-01',
      ['9903.81.87 50% 5000.00'],
    ],
  ])('%s', (_, line, day, owes) => {
    const [status, ...duties] = paid(line, day);
    expect(status).toBe('assessed');
    expect(duties.toSorted()).toEqual(owes.toSorted());
  });

  test('an act of which no day of publication is on hand leaves the line unknown, and is named', () => {
    const line = { ...fittings, origin: 'CA', date: '2025-03-20', spi: 'S' };
    const { status, problems } = known('2025-04-01').assess(line);
    expect(status).toBe('unknown');
    const why = problems.find(({ code }) => code === 'publication-unknown');
    expect(why?.message).toContain('EO 14231; CSMS 64336037');
  });

  test('acts of which only some were public do too', () => {
    const line = { ...coil, origin: 'DE', date: '2018-04-10' };
    expect(paid(line, '2018-03-21')).toEqual(['assessed', '9903.80.01 25% 2500.00']);
    expect(paid(line, '2018-04-01')).toEqual(['unknown']);
    expect(paid(line, '2018-04-30')).toEqual(['assessed']);
  });
});

test('known long after, a line pays what it pays, or rests on an act without a day', () => {
  const codes = [
    coil.hts,
    fittings.hts,
    '7601.10.6000',
    '7318.15.2010',
    '7610.10.0010',
    '8432.10.0020',
    '7616.99.5190',
  ];
  const lines = fc.record({
    hts: fc.constantFrom(...codes),
    origin: fc.constantFrom('CA', 'CN', 'DE', 'GB', 'JP', 'KR', 'MX', 'RU', 'UA', 'CH', 'BR', 'IN'),
    date: fc
      .date({ min: new Date('2018-01-01'), max: new Date('2026-10-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10)),
  });
  let compared = 0;
  fc.assert(
    fc.property(lines, (line) => {
      const shipment = { ...line, value, base_rate: 'Free' };
      const later = known('2099-12-31').assess(shipment);
      if (later.problems.some(({ code }) => code === 'publication-unknown')) {
        expect(later.status).toBe('unknown');
        return;
      }
      compared += 1;
      const now = known(null).assess(shipment);
      // What declaring more would change may rest on an act without a day all the same.
      expect([later.status, later.duties, later.totals, later.filing]).toEqual([
        now.status,
        now.duties,
        now.totals,
        now.filing,
      ]);
    }),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(200);
});

test('a day that is none is refused', () => {
  expect(() => createCalculator({ knownOn: '2025-02-30' })).toThrow('not a day of the calendar');
});
