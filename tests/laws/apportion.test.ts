import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import { apportion, toMoney } from '../../src/exact/money.ts';
import { rounding } from '../support/nouns.ts';

/** Any amount up to a quadrillion, with up to four decimals. */
const amount = fc
  .bigInt({ min: 0n, max: 10n ** 19n })
  .map((tenThousandths) => new Decimal(String(tenThousandths)).div(10_000));

const split = fc.tuple(amount, amount, amount).filter(([, part, rest]) => !part.plus(rest).isZero());

describe('apportioning', () => {
  test('loses nothing: the shares add up to the whole, and none is below zero', () =>
    fc.assert(
      fc.property(split, ([total, part, rest]) => {
        const [first, second] = apportion(toMoney(total, rounding), part, part.plus(rest), rounding);
        expect(first.plus(second).eq(toMoney(total, rounding))).toBe(true);
        expect(first.isNegative() && !first.isZero()).toBe(false);
        expect(second.isNegative() && !second.isZero()).toBe(false);
      }),
    ));

  test('gives each share its proportion, to the half of a cent', () =>
    fc.assert(
      fc.property(split, ([total, part, rest]) => {
        const [first] = apportion(total, part, part.plus(rest), rounding);
        const exact = total.times(part).div(part.plus(rest));
        expect(rest.isZero() ? first.eq(total) : first.minus(exact).abs().lte('0.005')).toBe(true);
      }),
    ));

  test('loses nothing when a share is apportioned again', () =>
    fc.assert(
      fc.property(split, split, ([total, part, rest], [, again, more]) => {
        const [first, second] = apportion(total, part, part.plus(rest), rounding);
        const [third, fourth] = apportion(second, again, again.plus(more), rounding);
        expect(first.plus(third).plus(fourth).eq(total)).toBe(true);
      }),
    ));

  test('rounds half a cent up, and only there', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (thousandths) => {
        const cents = thousandths / 10n + (thousandths % 10n >= 5n ? 1n : 0n);
        expect(
          toMoney(new Decimal(String(thousandths)).div(1000), rounding)
            .times(100)
            .toFixed(),
        ).toBe(String(cents));
      }),
    ));
});
