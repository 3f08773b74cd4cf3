import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportedLine } from '../../src/customs/imported-schedule.ts';
import { mergeEditions } from '../../src/intake/hts/merge.ts';
import { shapeFiles, readTableSet } from '../../src/intake/table-files.ts';
import { bundledManifest, defaultJurisdiction } from '../../src/io/bundled-law.ts';
import { digest } from '../../src/io/files.ts';
import { scheduleRows, scheduleTable } from '../../src/present/schedule-text.ts';
import { csvExport, jsonExport, madeSchedule, ratesOf, revised } from '../support/hts-export.ts';
import { imported } from '../support/imported.ts';
import { codeRule } from '../support/nouns.ts';

const chapters = ['01', '22', '72', '97'];
const seeds = fc.integer({ min: 1, max: 2 ** 31 });

/** What lines lay on a number: the row of the number itself, else of its eight digits if they know its suffix. */
function laid(lines: ReadonlyMap<string, ImportedLine>, number: string): readonly string[] | undefined {
  const above = lines.get(number.slice(0, 8));
  const known = number.length === 8 || above?.suffixes.includes(number.slice(8)) === true;
  return lines.get(number)?.cells ?? (known ? above?.cells : undefined);
}

test('a schedule, exported and imported, lays the same rates on every number, from either layout and through any dirt', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, seeds, fc.constantFrom(jsonExport, csvExport), async (seed, dirt, write) => {
      const schedule = madeSchedule(seed, chapters);
      const { edition, findings } = await imported(write(schedule, dirt), chapters);
      expect(findings.problems).toEqual([]);
      for (const [number, cells] of ratesOf(schedule))
        expect([number, laid(edition.lines, number)]).toEqual([number, cells]);
      expect([...edition.lines].every(([number]) => ratesOf(schedule).has(number) || number.length === 8)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('no row is lost: those kept, without rates, repeated and left out are all that were read', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, fc.subarray(chapters, { minLength: 1 }), async (seed, asked) => {
      const schedule = madeSchedule(seed, chapters);
      const { counts } = (await imported(jsonExport(schedule), asked)).edition;
      const left = [...counts.leftOut.values()].reduce((sum, rows) => sum + rows, 0);
      expect(counts.kept + counts.headings + counts.statistical + counts.unnumbered + counts.repeated + left).toBe(
        schedule.length,
      );
      expect(counts.read).toBe(schedule.length);
    }),
    { numRuns: 30 },
  );
});

test('of two editions, each day sees its own', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, seeds, async (seed, change) => {
      const first = madeSchedule(seed, chapters);
      const both = [first, revised(first, change)];
      const days = ['2025-01-01', '2025-07-01'];
      const editions = await Promise.all(
        both.map(async (lines, index) => (await imported(csvExport(lines, change), chapters, days[index])).edition),
      );
      const rows = mergeEditions(editions);
      for (const [index, day] of days.entries()) {
        const inForce = rows.filter(({ from, before }) => (from ?? '') <= day && (before === null || day < before));
        const lines = new Map(inForce.map((row) => [row.number, row]));
        expect(lines.size).toBe(inForce.length);
        const rates = ratesOf(both[index] ?? []);
        for (const [number, cells] of rates) expect([number, laid(lines, number)]).toEqual([number, cells]);
        const named = inForce.flatMap(({ number, suffixes }) => suffixes.map((suffix) => number + suffix));
        expect(named.filter((number) => !rates.has(number))).toEqual([]);
      }
    }),
    { numRuns: 30 },
  );
});

test('the table that is written is read again: rows, texts, days, and the digest of its lines', async () => {
  const first = madeSchedule(7, chapters);
  const editions = [
    (await imported(jsonExport(first, 1), chapters, '2025-01-01')).edition,
    (await imported(jsonExport(revised(first, 3), 2), chapters, '2025-07-01')).edition,
  ];
  const rows = mergeEditions(editions);
  const lines = scheduleRows(rows, codeRule);
  const head = { regime: 'made-up', title: 'Made up', documentedThrough: null, citation: 'nobody' };
  const text = scheduleTable({ ...head, rows }, lines, digest([lines]));

  const printed = text.split('\n');
  const between = printed.slice(printed.indexOf('    "rows": [') + 1, printed.indexOf('    ]')).join('\n');
  expect(text).toContain(`"imported": { "rows": ${rows.length}, "sha256": "${digest([between])}" }`);

  const shaped = shapeFiles([{ file: 'made-up.json', text }]);
  if (!shaped.ok) throw new Error(shaped.error.map(({ message }) => message).join('\n'));
  const around = { jurisdiction: defaultJurisdiction(), countries: new Set(bundledManifest().countries.codes) };
  const tables = readTableSet(shaped.value, around, digest, false);
  if (!tables.ok) throw new Error(tables.error.map(({ message }) => message).join('\n'));
  const schedule = tables.value[0]?.schedule;
  expect(
    schedule?.rows.map(({ number, cells, from, before }) => [
      number,
      cells.map((place) => schedule.cells[place]?.text ?? ''),
      from,
      before,
    ]),
  ).toEqual(rows.map(({ number, cells, from, before }) => [number, cells, from, before]));
});
