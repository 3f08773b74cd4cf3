import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssessedLine } from '../../src/customs/assessment.ts';
import { bundledManifest, readBundledTables } from '../../src/io/bundled-law.ts';
import { lawOf } from '../support/small-law.ts';

const { countries } = bundledManifest();
const law = lawOf(readBundledTables());

const line = fc.record({
  hts: fc.constantFrom(
    '7208101500',
    '7318152010',
    '7606123091',
    '7604210010',
    '7615102015',
    '7408116000',
    '8431491090',
    '8708291500',
  ),
  origin: fc.oneof(
    fc.constantFrom(...countries.codes),
    fc.constantFrom('CN', 'DE', 'JP', 'CA', 'MX', 'BR', 'RU', 'IN', 'GB', 'KR'),
  ),
  date: fc
    .date({ min: new Date('2018-03-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  aluminum_content_value: fc.constantFrom('', '25000.00'),
  steel_content_value: fc.constantFrom('', '40000.00'),
});

/** "if primary_smelt_country or cast_country is RU, 9903.85.68 (200%) applies: $150,000.00 more" */
const stake = /not declared; if (\w+)(?: or \w+)* is ([A-Z+*]{1,2}|yes|no), .* applies: \$([\d,.]+) (less|more)$/;

function dutyOf({ status, totals }: AssessedLine): number | null {
  return status === 'assessed' && totals ? totals.duty.times(100).toNumber() : null;
}

describe('what is told to be at stake for a fact not declared', () => {
  test('is what declaring it changes', () => {
    let compared = 0;
    fc.assert(
      fc.property(line, (columns) => {
        const declared = { ...columns, value: '100000.00', weight_kg: '100000', base_rate: '2%' };
        const now = law.assess(declared);
        for (const { message } of now.problems) {
          const [, fact = '', value = '', amount = '', direction] = stake.exec(message) ?? [];
          if (fact === '') continue;
          const then = law.assess({ ...declared, [fact]: value });
          const [before, after] = [dutyOf(now), dutyOf(then)];
          if (before === null || after === null) continue;
          const told = Number(amount.replaceAll(/[,.]/g, '')) * (direction === 'less' ? -1 : 1);
          expect({ ...columns, fact, value, change: after - before }).toEqual({
            ...columns,
            fact,
            value,
            change: told,
          });
          compared++;
        }
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
