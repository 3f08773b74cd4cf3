import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLines } from '../../src/assess/compare/compare-lines.ts';
import { startComparedSums } from '../../src/assess/compare/compared-sums.ts';
import type { AssessedLine } from '../../src/customs/assessment.ts';
import type { ComparedLine } from '../../src/customs/comparison.ts';
import { type SmallLaw, smallLaw } from '../support/small-law.ts';
import { someLine, someTable } from '../support/tables-at-random.ts';

const lines = fc.array(someLine, { minLength: 1, maxLength: 6 });

function answers(law: SmallLaw, columns: readonly Readonly<Record<string, string>>[]): readonly AssessedLine[] {
  return law.run(columns.map((one) => law.line(one))).lines;
}

function compared(
  [a, first]: readonly [SmallLaw, readonly AssessedLine[]],
  [b, second]: readonly [SmallLaw, readonly AssessedLine[]],
): readonly ComparedLine[] {
  return first.map((line, index) => compareLines(line, second[index] ?? null, { before: a.law, after: b.law }));
}

describe('a comparison', () => {
  test('of a law with itself shows no change', () => {
    fc.assert(
      fc.property(someTable, lines, (table, columns) => {
        const law = smallLaw(table);
        const own = answers(law, columns);
        for (const { kind, regimes } of compared([law, own], [law, own])) {
          expect(['unchanged', 'open']).toContain(kind);
          expect(regimes).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('turned around turns the sign, and its sums foot', () => {
    fc.assert(
      fc.property(someTable, someTable, lines, (one, other, columns) => {
        const [a, b] = [smallLaw(one), smallLaw(other)];
        const [first, second] = [answers(a, columns), answers(b, columns)];
        const there = compared([a, first], [b, second]);
        const back = compared([b, second], [a, first]);
        const sums = startComparedSums();
        sums.add(there);
        there.forEach((line, index) => {
          expect(line.change?.change.toFixed()).toBe(back[index]?.change?.change.negated().plus(0).toFixed());
          expect(line.kind).toBe(back[index]?.kind);
        });
        const { duty, counts } = sums.totals();
        expect(Object.values(counts).reduce((total, count) => total + count, 0)).toBe(there.length);
        for (const by of ['regime', 'origin', 'heading'] as const) {
          const rows = sums.rows().filter((row) => row.by === by);
          const total = rows.reduce((sum, { change }) => sum.plus(change), duty.change.times(0));
          expect(total.toFixed()).toBe(duty.change.toFixed());
        }
      }),
      { numRuns: 60 },
    );
  });
});
