import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CsvEvent } from '../../src/intake/csv-event.ts';
import { readCsv } from '../../src/intake/csv.ts';

const encoder = new TextEncoder();

/** Any text that CSV can carry: no NUL, no lone surrogate, no replacement character. Line breaks, quotes and commas often. */
const cell = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', 'é', '𝄞', '\uFEFF'), maxLength: 8 }),
  )
  .map((text) => text.replaceAll(/[\0\uFFFD]/g, '?'));

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

/** At least two columns, so that no row is a blank line; a plain header, so that nothing looks like another separator. */
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 12 }))
  .map((rows) => [Array.from({ length: rows[0]?.length ?? 2 }, (_, at) => `column ${at}`), ...rows]);

const layout = fc.record({
  size: fc.integer({ min: 1, max: 64 }),
  end: lineEnd,
  lastEnd: fc.boolean(),
  mark: fc.boolean(),
  quoteAll: fc.boolean(),
});

function written(rows: readonly (readonly string[])[], end: string, quoteAll: boolean): string {
  const field = (text: string): string =>
    quoteAll || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(field).join(',')).join(end);
}

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function events(text: string, size: number): Promise<CsvEvent[]> {
  const all: CsvEvent[] = [];
  for await (const batch of readCsv(inPieces(text, size), 'a.csv')) {
    expect(batch.length).toBeGreaterThan(0);
    all.push(...batch);
  }
  return all;
}

function lineOf(text: string, at: number): number {
  return (text.slice(0, at).match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
}

describe('reading CSV', () => {
  test('gives back any table as it was written, in pieces of any size, each row at its line', () =>
    fc.assert(
      fc.asyncProperty(table, layout, async (rows, { size, end, lastEnd, mark, quoteAll }) => {
        const text = written(rows, end, quoteAll);
        const read = await events((mark ? '\uFEFF' : '') + text + (lastEnd ? end : ''), size);
        expect(read.map((event) => ('fields' in event ? event.fields : event))).toEqual(rows);
        const starts = rows.map((_, at) =>
          at === 0 ? 0 : written(rows.slice(0, at), end, quoteAll).length + end.length,
        );
        expect(read.map((event) => ('line' in event ? event.line : 0))).toEqual(starts.map((at) => lineOf(text, at)));
      }),
      { numRuns: 300 },
    ));

  test('is the same at every piece size from 1 to 64 bytes', async () => {
    const text = '\uFEFFid,note\r\n1,"a ""quoted"" word, and\r\na break"\r\n\r\n2,é𝄞\r\n"3",\r\n4,x"y\r\n5,"z"';
    const whole = await events(text, 1_000);
    expect(whole.map(({ kind }) => kind)).toEqual(['header', 'record', 'record', 'record', 'broken', 'record']);
    for (let size = 1; size <= 64; size++) expect(await events(text, size)).toEqual(whole);
  });

  test('names every row of any text at all: sound, broken or unread', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r', '\r\n', 'a', '\0', ';'), maxLength: 12 }),
        ),
        fc.integer({ min: 1, max: 64 }),
        async (some, size) => {
          const text = `a,b\n${some.join('\n')}\n`;
          const read = await events(text, size);
          const physical = text.split(/\r\n|\r|\n/);
          const lines = read.map((event) => ('line' in event ? event.line : (event.problem.line ?? 0)));
          expect(lines).toEqual(lines.toSorted((a, b) => a - b));
          for (const line of lines) expect(physical[line - 1]).not.toBe('');
          // Line ends, commas and quotation marks aside, what was given is the text up to where reading ended.
          const bare = (piece: string): string => piece.replaceAll(/["\r\n,]/g, '');
          const given = bare(read.flatMap((event) => ('fields' in event ? event.fields : [])).join(''));
          const last = read.at(-1);
          if (last?.kind === 'fatal') expect(bare(text).startsWith(given) && last.problem.line !== null).toBe(true);
          else expect(given).toBe(bare(text));
          expect(read.slice(0, -1).every(({ kind }) => kind !== 'fatal')).toBe(true);
        },
      ),
      { numRuns: 500 },
    ));
});

describe('fields', () => {
  /** What the best-kept library sees in the same text, as leniently as we do. */
  function asOthersRead(text: string): string[][] {
    return parse(text, {
      record_delimiter: ['\r\n', '\n', '\r'],
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
    });
  }

  const anyText = fc
    .array(
      fc.string({ unit: fc.constantFrom('"', '"', ',', ',', '\n', '\r', '\r\n', 'a', 'b', ' ', 'é'), maxLength: 9 }),
    )
    .map((parts) => parts.join(''));

  test('are those that csv-parse finds, in sound text and in broken, whatever the size of the pieces', () =>
    fc.assert(
      fc.asyncProperty(anyText, fc.integer({ min: 1, max: 64 }), async (some, size) => {
        const text = `a,b\n${some}`;
        const read = await events(text, size);
        const isOpen = read.at(-1)?.kind === 'fatal';
        if (isOpen) {
          expect(() => asOthersRead(text)).toThrow(/Quote Not Closed/);
          return;
        }
        const others = asOthersRead(text);
        const rows = read.flatMap((event) => ('fields' in event ? [event] : []));
        expect(rows).toHaveLength(others.length);
        for (const [place, { kind, fields }] of rows.entries()) {
          // Of a field with marks out of place, which is refused, we give all that is written.
          const bare = (texts: readonly string[]): string[] => texts.map((one) => one.replaceAll('"', ''));
          if (kind === 'broken') expect(bare(fields)).toEqual(bare(others[place] ?? []));
          else expect(fields).toEqual(others[place]);
        }
      }),
      { numRuns: 1500 },
    ));
});
