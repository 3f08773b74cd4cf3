import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersUnder } from '../../../src/customs/known-numbers.ts';

const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom('0', '1', '9'), minLength: least, maxLength: most });

test('finds the numbers that begin with the digits, and no others', () => {
  fc.assert(
    fc.property(fc.uniqueArray(digits(4, 4)), digits(0, 5), (numbers, prefix) => {
      const sorted = numbers.toSorted();
      expect(numbersUnder(sorted, prefix)).toEqual(sorted.filter((number) => number.startsWith(prefix)));
    }),
  );
});
