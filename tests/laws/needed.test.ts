import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledManifest, readBundledTables } from '../../src/io/bundled-law.ts';
import { type SmallLaw, everythingIn, lawOf } from '../support/small-law.ts';

const { countries, tables } = bundledManifest();
const whole = lawOf(readBundledTables());
const chapters = [...new Set(tables.flatMap((table) => table.chapters ?? []))].toSorted();

const line = fc.record({
  chapter: fc.constantFrom(...chapters, '72', '72', '73', '73', '74', '76', '76', '84'),
  rest: fc.integer({ min: 0, max: 99_999_999 }).map((digits) => String(digits).padStart(8, '0')),
  hts: fc.constantFrom('', '', '7208101500', '7318152010', '7606123091', '7604210010', '7408116000', '8431491090'),
  origin: fc.oneof(
    fc.constantFrom(...countries.codes),
    fc.constantFrom('CN', 'DE', 'JP', 'CA', 'MX', 'BR', 'RU', 'IN', 'GB'),
  ),
  date: fc
    .date({ min: new Date('2018-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
});

/** The law that one shipment by flags reads: of each table no more than its chapter, day and origin need. */
function lawFor(hts: string, date: string, origin: string): SmallLaw {
  return lawOf(readBundledTables({ chapters: [hts.slice(0, 2)], date, origin }), { begins: whole.law.begins });
}

describe('the part of the law that one shipment reads', () => {
  test('answers like all of it', () => {
    fc.assert(
      fc.property(line, ({ chapter, rest, hts: known, origin, date }) => {
        const hts = known === '' ? chapter + rest : known;
        const columns = { hts, origin, date, value: '1000.00', weight_kg: '100', base_rate: '2%' };
        const part = lawFor(hts, date, origin).assess(columns);
        const all = whole.assess(columns);
        expect(JSON.parse(everythingIn(part))).toEqual(JSON.parse(everythingIn(all)));
      }),
      { numRuns: 300 },
    );
  });
});
