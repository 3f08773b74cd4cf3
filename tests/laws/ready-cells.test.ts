import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteBlock } from '../../src/exact/byte-block.ts';
import { Decimal } from '../../src/exact/decimal.ts';
import { piecesOf } from '../../src/exact/worksheet.ts';
import { quoted } from '../../src/present/csv-text.ts';
import { CellStore, filledText } from '../../src/present/ready-cells.ts';

/** Whole numbers up to the largest that is exact, often where another digit begins. */
const wholeNumbers = fc.oneof(
  fc.integer({ min: -2_000_000, max: 2_000_000 }),
  fc.maxSafeInteger(),
  fc
    .tuple(fc.nat(15), fc.integer({ min: -1, max: 1 }), fc.constantFrom(1, -1))
    .map(([tens, more, sign]) => sign * (10 ** tens + more)),
  fc.tuple(fc.nat(900_000_000), fc.integer({ min: -1, max: 1 })).map(([parts, more]) => parts * 10_000_000 + more),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 0),
);

/** The number in threes with a point, as decimals print it. */
function grouped(number: Decimal, decimals: number): string {
  const [whole = '', fraction] = number.toFixed(decimals).split('.');
  const threes = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? threes : `${threes}.${fraction}`;
}

describe('cells that are written again and again', () => {
  test('hold every exact whole number as decimals print it, zeros at the end left out where that is asked for, in marks where it has commas', () =>
    fc.assert(
      fc.property(wholeNumbers, fc.nat(5), fc.boolean(), (number, decimals, isTrimmed) => {
        const store = new CellStore();
        const texts = ['a \uE0000\uE002', '\uE0010\uE002', '\uE0031\uE002=\uE0000\uE002', '"\uE0030\uE002"'];
        const cells = store.cells(texts, [{ decimals, isTrimmed }]);
        const names = store.names(['one', 'an/other']);
        const target = byteBlock(new Uint8Array(cells.longest(names)));
        const end = cells.write(Float64Array.of(number), names, target, 0);
        const amount = new Decimal(number).div(10 ** decimals);
        const shown = isTrimmed ? amount.decimalPlaces() : decimals;
        const inThrees = grouped(amount, shown);
        expect(Buffer.from(target.bytes.subarray(0, end)).toString()).toBe(
          `,a ${amount.toFixed(shown)},${quoted(inThrees)},an/other=${amount.toFixed(shown)},"""one"""`,
        );
        const text = '$\uE0010\uE002 \uE0031\uE002';
        expect(filledText(piecesOf(text), Float64Array.of(number), names.texts, [{ decimals, isTrimmed }])).toBe(
          `$${inThrees} an/other`,
        );
      }),
      { numRuns: 2000 },
    ));
});
