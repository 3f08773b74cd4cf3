import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutputLine } from '../../src/library.ts';
import { readBundledTables } from '../../src/io/bundled-law.ts';
import { everythingIn, lawOf } from '../support/small-law.ts';
import { assessStack, cents, stacked } from './stack.ts';

/** Goods of each kind of Section 232 duty, and some of none; each owes no base duty, or a declared one. */
const goods = [
  '7208.39.0030',
  '7318.15.2010',
  '7317.00.5503',
  '7325.10.0080',
  '7606.12.3091',
  '7610.10.0010',
  '7614.10.1000',
  '7408.11.6000',
  '7202.11.5000',
  '8418.10.0010',
  '8432.10.0020',
  '8473.30.5100',
  '8544.42.9090',
  '9403.20.0050',
] as const;
const origins = ['BR', 'CA', 'CH', 'CN', 'DE', 'GB', 'HK', 'IN', 'JP', 'KR', 'MX', 'RU', 'VN'] as const;
const changes = [
  '2025-02-04',
  '2025-03-04',
  '2025-03-07',
  '2025-03-12',
  '2025-04-05',
  '2025-04-09',
  '2025-04-10',
  '2025-05-14',
  '2025-06-04',
  '2025-08-01',
  '2025-08-06',
  '2025-08-07',
  '2025-08-18',
  '2025-08-27',
  '2025-11-10',
  '2025-11-14',
  '2026-02-07',
  '2026-02-24',
  '2026-04-06',
  '2026-07-23',
];
const days = changes.flatMap((day) => [dayBefore(day), day]);

const amount = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((whole) => (whole / 100).toFixed(2));

/** A line with a value of 10,000.00 or less, of which some of each metal may be declared. */
const someLine = fc.record(
  {
    hts: fc.constantFrom(...goods),
    origin: fc.constantFrom(...origins),
    date: fc.constantFrom(...days),
    value: fc.integer({ min: 900_000, max: 1_000_000 }).map((whole) => (whole / 100).toFixed(2)),
    base_rate: fc.constantFrom('Free', '2.5%', '16%'),
    steel_content_value: amount(300_000),
    aluminum_content_value: amount(300_000),
    copper_content_value: amount(300_000),
    melt_pour_country: fc.constantFrom('US', 'BR', 'MX'),
    metal_weight_share: fc.constantFrom('10%', '60%'),
    spi: fc.constantFrom('S', 'S+'),
    in_transit_since: fc.constantFrom('2025-01-15', '2025-04-01', '2025-08-04', '2026-02-01'),
    transshipped: fc.constantFrom('yes', 'no'),
  },
  {
    requiredKeys: ['hts', 'origin', 'date', 'value', 'base_rate'],
  },
);

interface Known {
  readonly date: string;
  readonly value: string;
  readonly answer: OutputLine;
  readonly of: (regime: string) => OutputLine['duties'];
  /** Section 232 duties of more than zero, also where they round to nothing. */
  readonly paid: OutputLine['duties'];
}

const metals = new Set(['us-232-steel', 'us-232-aluminum', 'us-232-copper', 'us-232-metals']);

function isPaid(duty: OutputLine['duties'][number]): boolean {
  const isCharged = duty.charge === undefined && duty.rate !== 'Free' && cents(duty.basisAmount) > 0n;
  return isCharged || cents(duty.amount) > 0n;
}

/** Holds for every line that has an answer. */
function always(holds: (known: Known) => void): void {
  fc.assert(
    fc.property(someLine, (columns) => {
      const line = { ...columns, spi: columns.origin === 'CA' || columns.origin === 'MX' ? (columns.spi ?? '') : '' };
      const answer = assessStack(line);
      fc.pre(answer.status === 'assessed');
      holds({
        date: line.date,
        value: line.value,
        answer,
        of: (regime) => answer.duties.filter((duty) => duty.regime === regime),
        paid: answer.duties.filter((duty) => metals.has(duty.regime) && isPaid(duty)),
      });
    }),
    { numRuns: 2000 },
  );
}

function sumOf(duties: OutputLine['duties'], part: 'amount' | 'basisAmount'): bigint {
  return duties.reduce((sum, duty) => sum + cents(duty[part]), 0n);
}

/** Without the headings that say that a regime is left nothing. */
function charged(duties: OutputLine['duties']): OutputLine['duties'] {
  return duties.filter(({ basisAmount }) => basisAmount !== '0.00');
}

describe('every stack', () => {
  test('from 2025-06-04 to 2026-04-05: the value that pays Section 232 and the remainder are the value', () =>
    always(({ date, value, of, paid }) => {
      if (date < '2025-06-04' || date >= '2026-04-06') return;
      const metal = sumOf(paid, 'basisAmount');
      const covered = metal < cents(value) ? metal : cents(value);
      const remainder = sumOf(of(date < '2026-02-24' ? 'us-ieepa-reciprocal' : 'us-122'), 'basisAmount');
      expect(covered + remainder).toBe(cents(value));
      const border = of('us-ieepa-canada-mexico');
      if (border.length > 0) expect(covered + sumOf(border, 'basisAmount')).toBe(cents(value));
    }));

  test('before that what pays Section 232 pays no reciprocal duty, and no more than one of it and the duties on Canada and Mexico', () =>
    always(({ date, of, paid }) => {
      if (date >= '2025-06-04' || paid.length === 0) return;
      expect(charged(of('us-ieepa-reciprocal'))).toEqual([]);
      expect(sumOf(of('us-ieepa-canada-mexico'), 'amount')).toBe(0n);
    }));

  test('what pays Section 232 pays nothing to the order on Brazil, nor from 2026-04-06 to Section 122, but for Russian aluminum', () =>
    always(({ date, of, paid }) => {
      const named = paid.filter(({ heading }) => String(heading).startsWith('9903.82.'));
      expect(paid.length > 0 ? charged(of('us-ieepa-brazil')) : []).toEqual([]);
      expect(date >= '2026-04-06' && named.length > 0 ? charged(of('us-122')) : []).toEqual([]);
    }));

  test('the duty on China is on the full value, whatever else is paid', () =>
    always(({ value, of }) => {
      for (const duty of of('us-ieepa-china')) expect(duty.basisAmount).toBe(value);
    }));

  test('no regime is charged twice, and the duties add up', () =>
    always(({ answer }) => {
      const regimes = answer.duties.map(({ regime }) => regime);
      expect(regimes).toEqual([...new Set(regimes)]);
      expect(sumOf(answer.duties, 'amount')).toBe(cents(answer.totals?.duty ?? ''));
      const back = answer.duties.filter(({ regime }) => regime.startsWith('us-ieepa-'));
      expect(sumOf(back, 'amount')).toBe(cents(answer.totals?.refundable ?? '0.00'));
    }));

  test('is the same in whatever order the tables are given', () => {
    const tables = readBundledTables().filter(({ regime }) => stacked.some((one) => one === regime));
    const usual = lawOf(tables);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...tables], { minLength: tables.length }),
        fc.array(someLine, { minLength: 20, maxLength: 40 }),
        (mixed, lines) => {
          const other = lawOf(mixed);
          for (const columns of lines)
            expect(everythingIn(other.assess(columns))).toBe(everythingIn(usual.assess(columns)));
        },
      ),
      { numRuns: 20 },
    );
  });
});

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
