import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMoney } from '../../src/intake/amount-field.ts';
import { coreColumns } from '../../src/intake/columns.ts';
import { entryContext } from '../../src/intake/entry-context.ts';
import { parseEntryLine } from '../../src/intake/entry-line.ts';
import { mapHeader } from '../../src/intake/header.ts';
import { parseWeight } from '../../src/intake/weight-field.ts';
import { facts, jurisdiction, law } from '../unit/intake/law.ts';

const context = entryContext(law);
const columns = [...coreColumns.map(({ name }) => name), ...Object.keys(facts)];

/** Anything, and often something near to what a column takes. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-/:$%eTkgx \'"()')), maxLength: 20 }),
  fc.constantFrom('DE', '7208', '2022-02-03', '100', 'yes', 'unknown', '', 'steel', '__proto__', '44595', '1 ton'),
);

/** "12345.60": 1 to 15 digits, up to 10 decimals. */
const amount = fc
  .tuple(
    fc.bigInt({ min: 0n, max: 999_999_999_999_999n }),
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), maxLength: 10 }),
  )
  .map(([whole, fraction]) => ({ whole: String(whole), fraction: fraction === '' ? '' : `.${fraction}` }));

function plainOf(text: { readonly whole: string; readonly fraction: string }): string {
  const fraction = text.fraction.replace(/\.?0*$/, '');
  return text.whole + fraction;
}

describe('declarations', () => {
  test('of any text are a line or problems at their columns, never an exception', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...columns), anyText, { noNullPrototype: true }), (texts) => {
        const place = { file: 'a.csv', line: 2, nameOf: (column: string) => column };
        const line = parseEntryLine(new Map(Object.entries(texts)), place, context);
        if (line.ok) {
          expect(line.value.value.isNegative()).toBe(false);
          expect(line.value.value.isFinite()).toBe(true);
        } else {
          expect(line.error.length).toBeGreaterThan(0);
          for (const { message, column, value } of line.error) {
            expect(message).not.toBe('');
            expect(columns).toContain(column);
            expect((value ?? '').length).toBeLessThanOrEqual(60);
          }
        }
      }),
      { numRuns: 3000 },
    ));

  test('headers of any text are a plan or problems, never an exception', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, fc.constantFrom(...columns)), { maxLength: 8 }), (fields) => {
        const plan = mapHeader(fields, { file: 'a.csv', line: 1, map: new Map(), facts, currency: 'USD' });
        if (!plan.ok) expect(plan.error.length).toBeGreaterThan(0);
        else expect(new Set(plan.value.fields.values()).size).toBe(plan.value.fields.size);
      }),
      { numRuns: 500 },
    ));
});

describe('an amount', () => {
  test('is the same however a person writes it', () =>
    fc.assert(
      fc.property(amount, (some) => {
        const grouped = some.whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
        for (const whole of [some.whole, grouped]) {
          for (const written of [
            `${whole}${some.fraction}`,
            `$${whole}${some.fraction}`,
            `USD ${whole}${some.fraction}`,
          ]) {
            const read = parseMoney(written, jurisdiction);
            expect(read.ok && read.value.toFixed()).toBe(plainOf(some));
          }
          const weight = parseWeight(`${whole}${some.fraction} kg`);
          expect(weight.ok && weight.value.toFixed()).toBe(plainOf(some));
        }
      }),
    ));
});
