import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trimField } from '../../../src/intake/field.ts';
import { formulaSafe } from '../../../src/present/formula-safe.ts';

describe('a field', () => {
  test.each(['=1+1', '+SUM(A1)', '-2+3', '@x', '\tx', '\r=1', '＝1', "-1'", '+49 30 1234', '--', '-1-1', '=', '@'])(
    '%j would run, and is marked as text',
    (field) => expect(formulaSafe(field)).toBe(`'${field}`),
  );

  test.each([
    '',
    '-',
    '-5',
    '-5.00',
    '+5%',
    '-1,234.50',
    '-.5',
    '-1e9',
    'A=1',
    "'=1",
    'a-b',
    '2022-02-01',
    '7208.10',
    '–',
  ])('%j is left alone', (field) => expect(formulaSafe(field)).toBe(field));

  test('is read back as what it was, and marked once', () => {
    fc.assert(
      fc.property(fc.string(), (tail) => {
        for (const field of [tail, `=${tail}`, `-${tail}`, `\t${tail}`]) {
          const safe = formulaSafe(field);
          expect(formulaSafe(safe)).toBe(safe);
          if (safe !== field) expect(trimField(safe)).toBe(field.trim());
        }
      }),
    );
  });
});
