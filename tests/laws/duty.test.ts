import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/exact/decimal.ts';
import { smallLaw } from '../support/small-law.ts';

/** A decimal number as a fraction of whole numbers: `over` / 10^`places`. */
interface Fraction {
  readonly over: bigint;
  readonly places: number;
}

function written({ over, places }: Fraction): string {
  const digits = String(over).padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function fraction(digits: number, places: number): fc.Arbitrary<Fraction> {
  return fc.record({ over: fc.bigInt({ min: 0n, max: 10n ** BigInt(digits) - 1n }), places: fc.nat(places) });
}

const value = fraction(40, 6);
const weight = fraction(30, 9);
const percent = fraction(5, 3);
const price = fraction(6, 4);

interface Rate {
  readonly text: string;
  /** Duty in cents as a fraction, from value and kilograms in their fractions. */
  readonly cents: (value: Fraction, kilograms: Fraction) => readonly [over: bigint, under: bigint];
}

const adValorem = percent.map((one): Rate => ({
  text: `${written(one)}%`,
  cents: (amount) => [amount.over * one.over, 10n ** BigInt(amount.places + one.places)],
}));

const perKilogram = fc.tuple(price, fc.constantFrom('$', '¢')).map(([one, sign]): Rate => ({
  text: sign === '$' ? `$${written(one)}/kg` : `${written(one)}¢/kg`,
  cents: (_, kilograms) => [
    one.over * kilograms.over * (sign === '$' ? 100n : 1n),
    10n ** BigInt(one.places + kilograms.places),
  ],
}));

const perTonne = price.map((one): Rate => ({
  text: `$${written(one)}/t`,
  cents: (_, kilograms) => [one.over * kilograms.over * 100n, 10n ** BigInt(one.places + kilograms.places) * 1000n],
}));

const compound = fc.tuple(fc.oneof(perKilogram, perTonne), adValorem).map(([first, second]): Rate => ({
  text: `${first.text} + ${second.text}`,
  cents: (amount, kilograms) => {
    const [a, b] = first.cents(amount, kilograms);
    const [c, d] = second.cents(amount, kilograms);
    return [a * d + c * b, b * d];
  },
}));

describe('a duty', () => {
  test('is what exact fractions give, half a cent up, for values of up to 40 digits', () =>
    fc.assert(
      fc.property(fc.oneof(adValorem, perKilogram, perTonne, compound), value, weight, (rate, amount, kilograms) => {
        const { line, run } = smallLaw({ regime: 'mine', measures: [{ goods: 'all', rates: [{ rate: rate.text }] }] });
        const declared = { ...line(), value: new Decimal(written(amount)), weightKg: new Decimal(written(kilograms)) };
        const [over, under] = rate.cents(amount, kilograms);
        const cents = (2n * over + under) / (2n * under);
        const [answer] = run([declared]).lines;
        expect(answer?.totals?.duty.times(100).toFixed()).toBe(String(cents));
      }),
      { numRuns: 500 },
    ));

  test('of a line cut in quota and over it is within a cent of its parts, and their bases add up', () =>
    fc.assert(
      fc.property(fraction(12, 2), fraction(6, 3), fraction(6, 3), (amount, limit, kilograms) => {
        const { line, run } = smallLaw({
          regime: 'mine',
          order: ['quota'],
          quotas: { pot: { title: 'Pot', unit: 'kg', limits: [{ amount: written(limit) }] } },
          measures: [
            { id: 'general', goods: 'all', rates: [{ rate: '25%' }] },
            { id: 'quota', goods: 'all', quota: 'pot', rates: [{ rate: 'Free' }] },
          ],
        });
        fc.pre(!new Decimal(written(kilograms)).isZero()); // a weight of zero is not counted on a quota
        const worth = new Decimal(written(amount));
        const [answer] = run([line({ value: worth.toFixed(), weight_kg: written(kilograms) })]).lines;
        const bases = (answer?.duties ?? []).map(({ basisAmount }) => basisAmount);
        expect(Decimal.sum(new Decimal(0), ...bases).eq(worth)).toBe(true);
        const room = Decimal.min(new Decimal(written(limit)), new Decimal(written(kilograms)));
        const all = new Decimal(written(kilograms));
        const over = all.isZero() ? new Decimal(0) : worth.times(all.minus(room)).div(all);
        expect(answer?.totals?.duty.minus(over.times('0.25')).abs().lte('0.01')).toBe(true);
      }),
    ));
});
