import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportionWhole } from '../../../src/assess/together.ts';
import { Decimal } from '../../../src/exact/decimal.ts';
import { type Columns, said, smallLaw } from '../../support/small-law.ts';

/** 1,000 kg in the first quarter, which opens on 2022-01-03 at 8:30. */
const law = smallLaw({
  regime: 'mine',
  order: ['quota'],
  quotas: {
    pot: {
      title: 'Pot',
      unit: 'kg',
      limits: [{ amount: '4000' }],
      periods: ['01-01', '04-01', '07-01', '10-01'].map((begins, at) => ({ name: `Q${at + 1}`, begins, share: '25%' })),
      openings: [{ at: '2022-01-03T08:30' }],
    },
  },
  measures: [
    { id: 'general', goods: 'all', rates: [{ heading: '9999.10', rate: '25%' }] },
    { id: 'quota', goods: 'all', quota: 'pot', rates: [{ heading: '9999.00', rate: 'Free' }] },
  ],
});

/** What lines of so many kilograms, presented at some moment, draw one after the other. */
function drawn(
  ...lines: readonly (readonly [presented: string, kilograms: string, rest?: Columns])[]
): readonly string[] {
  const read = lines.map(([presented_at, weight_kg, rest]) =>
    law.line({ date: presented_at.slice(0, 10), presented_at, weight_kg, ...rest }),
  );
  return law.run(read).lines.map((line) => line.duties.find(({ quota }) => quota)?.quota?.drawn ?? '0');
}

describe('lines presented at one moment', () => {
  test.each([
    [
      'share what is left in proportion',
      [
        ['2022-02-01T10:00', '900'],
        ['2022-02-01T10:00', '600'],
      ],
      ['600', '400'],
    ],
    [
      'are not prorated where there is room',
      [
        ['2022-02-01T10:00', '500'],
        ['2022-02-01T10:00', '500'],
      ],
      ['500', '500'],
    ],
    [
      'go before those of the next minute',
      [
        ['2022-02-01T10:00', '900'],
        ['2022-02-01T10:01', '600'],
      ],
      ['900', '100'],
    ],
    [
      'are not those of one day without a time',
      [
        ['2022-02-01', '900'],
        ['2022-02-01', '600'],
      ],
      ['900', '100'],
    ],
    [
      'share in whole kilograms, the rest of a kilogram to the largest loss',
      [
        ['2022-02-01T10:00', '1000'],
        ['2022-02-01T10:00', '1000'],
        ['2022-02-01T10:00', '1000'],
      ],
      ['334', '333', '333'],
    ],
    [
      'before the opening count at the opening, also those of an earlier day',
      [
        ['2022-01-03T07:00', '900'],
        ['2022-01-03T08:29', '300'],
        ['2022-01-02', '300'],
        ['2022-01-03T08:31', '100'],
      ],
      ['600', '200', '200', '0'],
    ],
    [
      'on the day of the opening, without a time, count at the opening',
      [
        ['2022-01-03', '900'],
        ['2022-01-03', '300'],
      ],
      ['750', '250'],
    ],
    [
      'are parted by no line of that day without a time',
      [
        ['2022-02-01T10:00', '900'],
        ['2022-02-01', '1'],
        ['2022-02-01T10:00', '600'],
      ],
      ['600', '1', '399'],
    ],
    [
      'do not compete with what customs accepted',
      [
        ['2022-02-01T10:00', '900', { quota_tier: 'in-quota' }],
        ['2022-02-01T10:00', '600'],
      ],
      ['900', '100'],
    ],
    [
      'do not compete with what customs accepted further down: that is gone too',
      [
        ['2022-02-01T10:00', '600'],
        ['2022-02-01T10:00', '300'],
        ['2022-02-01T10:00', '700', { quota_tier: 'in-quota' }],
      ],
      ['200', '100', '700'],
    ],
    [
      'that stand apart draw one after the other where there is room for both',
      [
        ['2022-02-01T10:00', '500'],
        ['2022-04-05T10:00', '1'],
        ['2022-02-01T10:00', '500'],
      ],
      ['500', '1', '500'],
    ],
  ] as const)('%s', (_, lines, expected) => {
    expect(drawn(...lines)).toEqual(expected);
  });

  test('that stand apart have no answer where there is no room for both: they would share it', () => {
    const apart = (first: string, second: string): readonly string[] =>
      law
        .run(
          [
            { presented_at: '2022-02-01T10:00', weight_kg: first },
            { presented_at: '2022-04-05T10:00', weight_kg: '1' },
            { presented_at: '2022-02-01T10:00', weight_kg: second },
          ].map((one) => law.line({ date: one.presented_at.slice(0, 10), ...one })),
          { batch: 1 },
        )
        .lines.map(said);
    expect(apart('900', '600')).toEqual([
      'Free 0.00 in-quota',
      'Free 0.00 in-quota',
      'unknown (out-of-order): 0.00 or 250.00',
    ]);
    expect(apart('400', '600')[2]).toBe('Free 0.00 in-quota');
  });

  test('who finds no room pays the other rate on the rest of the value', () => {
    const lines = ['900', '600'].map((weight_kg) =>
      law.line({ date: '2022-02-01', presented_at: '2022-02-01T10:00', weight_kg }),
    );
    // $1,000.00 × 300 / 900 = $333.33, and × 25% = $83.33; $1,000.00 × 200 / 600 likewise.
    expect(law.run(lines).lines.map(said)).toEqual([
      'Free 0.00 in-quota + 25% 83.33 over-quota',
      'Free 0.00 in-quota + 25% 83.33 over-quota',
    ]);
  });
});

describe('shares in whole kilograms', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 }).map((thousandths) => new Decimal(thousandths).div(1000));

  test('add up to what is there; none exceeds its request or strays a kilogram from its proportion', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 20 }), (available, requests) => {
        const whole = requests.reduce((sum, one) => sum.plus(one), new Decimal(0));
        fc.pre(whole.gt(available));
        const shares = apportionWhole(available, requests);
        expect(shares.reduce((sum, one) => sum.plus(one), new Decimal(0)).eq(available)).toBe(true);
        for (const [index, share] of shares.entries()) {
          const request = requests[index] ?? new Decimal(0);
          expect(share.isNegative()).toBe(false);
          expect(share.lte(request)).toBe(true);
          expect(share.gte(available.times(request).div(whole).floor())).toBe(true);
        }
      }),
    );
  });
});
