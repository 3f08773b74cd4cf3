import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goodsWidth } from '../../../src/assess/goods.ts';
import type { GoodsEntry } from '../../../src/customs/goods.ts';
import { date } from '../../support/nouns.ts';

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom('0', '1', '2'), minLength: least, maxLength: most });

const span = fc
  .tuple(digits(2, 2), digits(2, 2))
  .map((ends) => ends.toSorted())
  .map(([first = '', last = '']) => ({ what: { kind: 'numbers' as const, first, last } }));

const entry: fc.Arbitrary<GoodsEntry> = fc.oneof(
  { weight: 6, arbitrary: digits(1, 4).map((one) => ({ what: { kind: 'numbers' as const, first: one, last: one } })) },
  span,
  fc.record({
    what: fc.constant({ kind: 'numbers' as const, first: '0', last: '0' }),
    from: fc.constantFrom(date('2020-01-01'), date('2030-01-01')),
  }),
);

test('a long list that is asked often answers as it did at first', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 20, maxLength: 40 }),
      fc.array(digits(1, 5), { minLength: 12 }),
      (list, codes) => {
        // A list of its own each time is never asked often enough to be put in order.
        const once = (code: string): number => goodsWidth([...list], code, date('2025-01-01'), {});
        const often = (code: string): number => goodsWidth(list, code, date('2025-01-01'), {});
        expect(codes.map(often)).toEqual(codes.map(once));
      },
    ),
  );
});
