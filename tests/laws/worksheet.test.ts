import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal, amountText, decimal, decimalText, greatest, groupedText, least } from '../../src/exact/decimal.ts';
import { toMoney } from '../../src/exact/money.ts';
import { Reckoners } from '../../src/exact/reckon.ts';
import { keepWorksheet, leaveWorksheet, piecesOf } from '../../src/exact/worksheet.ts';

const cents = {
  to:
    decimalText('0.01') ??
    (() => {
      throw new Error();
    })(),
  how: 'half up',
} as const;
const number = (text: string): Decimal => new Decimal(text);

/** What rules do with a value and a weight: each takes two amounts and gives a third. */
const steps: readonly ((a: Decimal, b: Decimal, rate: Decimal) => Decimal)[] = [
  (a, b) => a.plus(b),
  (a, b) => a.minus(b),
  (a, _, rate) => a.times(rate).div(100),
  (a, _, rate) => a.div(rate.plus(3)),
  (a) => toMoney(a, cents),
  (a) => toMoney(a, { ...cents, how: 'down' }),
  (a, b) => greatest(a, b),
  (a, b) => least(a, b),
  (a) => a.abs(),
  (a, b, rate) => (a.gt(b) ? a.times(rate) : b),
  (a, b) => (a.isZero() ? b : a.minus(b).isNegative() ? b.minus(a) : a),
];

interface Rule {
  readonly step: number;
  readonly a: number;
  readonly b: number;
  readonly rate: string;
}

const rules = fc.array(
  fc.record({
    step: fc.nat(steps.length - 1),
    a: fc.nat(20),
    b: fc.nat(20),
    rate: fc.constantFrom('0', '25', '2.9', '0.3464', '14.9', '33.333', '0.005', '200'),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Amounts as whole numbers of cents and of grams, often where a half is near. */
const amounts = fc.tuple(
  fc.oneof(fc.nat(200), fc.nat(2_000_000_000), fc.constantFrom(1, 2, 10, 18, 50, 100, 199, 99_999_999_999_999)),
  fc.oneof(fc.nat(200_000), fc.nat(2_000_000_000), fc.constantFrom(0, 1, 500, 999_999_999_999)),
);

function follow(of: readonly Rule[], value: Decimal, weight: Decimal): Decimal {
  const found = [value, weight];
  for (const { step, a, b, rate } of of) {
    const take = (place: number): Decimal => found[place % found.length] as Decimal;
    found.push((steps[step] as (typeof steps)[number])(take(a), take(b), number(rate)));
  }
  return toMoney(found.at(-1) as Decimal, cents);
}

describe('a worksheet', () => {
  test('gone through with other amounts gives what the rules give, to the cent, or says that it does not hold', () =>
    fc.assert(
      fc.property(rules, amounts, amounts, (of, [value, weight], [otherValue, otherWeight]) => {
        const first = [number(`${value}e-2`), number(`${weight}e-3`)] as const;
        const kept = keepWorksheet(first, () => follow(of, ...first));
        fc.pre(kept !== null);
        if (!kept) return;
        expect(kept.result.eq(follow(of, ...first))).toBe(true);
        const reckoner = new Reckoners([2, 3]).of(kept.sheet, [{ step: kept.sheet.stepOf(kept.result), decimals: 2 }]);
        fc.pre(reckoner !== null);
        for (const [cent, gram] of [
          [value, weight],
          [otherValue, otherWeight],
        ] as const) {
          const holds = reckoner?.reckon(Float64Array.of(cent, gram));
          if (!holds) continue;
          const asRuled = follow(of, number(`${cent}e-2`), number(`${gram}e-3`));
          expect(number(`${reckoner?.results[0]}e-2`).eq(asRuled)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    ));

  test('holds for the amounts that it was kept with, unless they are too large to be exact', () => {
    const value = number('1234.56');
    const kept = keepWorksheet([value], () => toMoney(value.times(25).div(100), cents));
    const sheet = kept?.sheet;
    if (!sheet || !kept) throw new Error('nothing was kept');
    const reckoner = new Reckoners([2]).of(sheet, [{ step: sheet.stepOf(kept.result), decimals: 2 }]);
    expect(reckoner?.reckon(Float64Array.of(123456))).toBe(true);
    expect(reckoner?.results[0]).toBe(30864);
    expect(reckoner?.reckon(Float64Array.of(2))).toBe(true);
    expect(reckoner?.results[0], 'half a cent goes up').toBe(1);
    expect(reckoner?.reckon(Float64Array.of(Number.MAX_SAFE_INTEGER))).toBe(false);
  });

  test('puts marks where amounts are written, and takes nothing else for one', () => {
    const value = number('1234.5');
    const kept = keepWorksheet(
      [value],
      () => `${groupedText(amountText(value.times(2), 2))} of ${amountText(number('7'), 2)}`,
    );
    expect(piecesOf(kept?.result ?? '')).toEqual([{ figure: 0, grouped: true }, ' of 7.00']);
    expect(kept?.sheet.figures).toEqual([{ step: expect.any(Number), decimals: 2 }]);
  });

  test('knows a rate that is found back from a duty, which is the same for all values', () => {
    const value = number('777.77');
    const kept = keepWorksheet([value], () => value.times(number('2.9')).div(100).times(100).div(value).toFixed());
    expect(kept?.result).toBe('2.9');
  });

  test('knows it too where nothing was added to the duty, or where no duty is laid at all', () => {
    const value = number('777.77');
    const kept = keepWorksheet([value], () => {
      const duty = number('0').plus(value.times(number('5.3')).div(100));
      const none = number('0').div(value);
      return { rate: duty.times(100).div(value).toFixed(), none: none.toFixed(), duty: toMoney(duty, cents) };
    });
    expect(kept?.result).toMatchObject({ rate: '5.3', none: '0' });
    if (!kept) return;
    const wanted = [{ step: kept.sheet.stepOf(kept.result.duty), decimals: 2 }];
    expect(new Reckoners([2]).of(kept.sheet, wanted)?.reckon(Float64Array.of(100_00))).toBe(true);
    expect(new Reckoners([2]).of(kept.sheet, wanted)?.reckon(Float64Array.of(0)), 'nothing by nothing').toBe(false);
  });

  test.each<[string, (value: Decimal) => unknown]>([
    ['is left', () => leaveWorksheet()],
    ['makes a text of an amount', (value) => value.toFixed(2)],
    ['takes more decimals than are written', (value) => amountText(value.times('0.001'), 2)],
    ['makes a number of an amount', (value) => value.toNumber()],
    ['rounds in another way', (value) => value.toNearest(5)],
  ])('is not kept of work that %s', (_, work) => {
    const value = number('1234.56');
    expect(keepWorksheet([value], () => work(value))).toBeNull();
    expect(decimal(decimalText('1.10') ?? cents.to).toFixed(), 'and leaves no trace').toBe('1.1');
  });
});
