import { describe, expect, test } from 'vitest';
import { problem } from '../../../src/customs/problem.ts';
import type { BrokenEvent, RecordEvent } from '../../../src/intake/csv-event.ts';
import { entryContext } from '../../../src/intake/entry-context.ts';
import { type EntryRow, parseEntryRows } from '../../../src/intake/entry-rows.ts';
import { mapHeader } from '../../../src/intake/header.ts';
import { facts, law } from './law.ts';

const header = ['Ref', 'HTSUS', 'Country of Origin', 'Entry Date', 'Value', 'Note'];
const plan = mapHeader(header, { file: 'a.csv', line: 1, map: new Map(), facts, currency: 'USD' });

function parse(...rows: readonly (RecordEvent | BrokenEvent)[]): EntryRow[] {
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return parseEntryRows(rows, plan.value, entryContext(law));
}

function row(line: number, text: string): RecordEvent {
  return { kind: 'record', line, fields: text.split('|') };
}

const sound = 'A|7208101500|DE|2022-02-03|100|as is';

describe('rows', () => {
  test('keep their order, their line and their fields', () => {
    const rows = parse(row(2, sound), row(5, 'B|7208|Germny|2022-02-30|1e9|'), row(6, sound.replace('A', 'C')));
    expect(rows.map(({ kind, row: echoed }) => [kind, echoed?.fields[0]])).toEqual([
      ['line', 'A'],
      ['invalid', 'B'],
      ['line', 'C'],
    ]);
    expect(rows[0]).toMatchObject({
      line: { where: { file: 'a.csv', line: 2 }, id: 'A' },
      row: { fields: sound.split('|') },
    });
    expect(rows[1]).toMatchObject({
      status: 'invalid',
      file: 'a.csv',
      lineNumber: 5,
      echo: { id: 'B', hts: '7208', origin: 'Germny', date: '2022-02-30', value: '1e9' },
      problems: [
        { column: 'Country of Origin', value: 'Germny', hint: 'Germany (DE)?' },
        { column: 'Entry Date', value: '2022-02-30' },
        { column: 'Value', value: '1e9' },
      ],
    });
  });

  test('without any text are left out', () => {
    expect(parse(row(2, '|||||'), row(3, ' | |||\t|'), row(4, ''))).toEqual([]);
  });

  test('with too few fields say which have none', () => {
    expect(parse(row(3, 'A|7208101500|DE|2022-02-03'))).toEqual([
      {
        kind: 'invalid',
        status: 'invalid',
        file: 'a.csv',
        lineNumber: 3,
        entryNumber: null,
        echo: { id: 'A', hts: '7208101500', origin: 'DE', date: '2022-02-03', value: null },
        problems: [
          problem('bad-row', 'error', 'the row has 4 fields, the header 6', {
            file: 'a.csv',
            line: 3,
            hint: 'Without a field: Value, Note. An empty field needs its comma too.',
          }),
        ],
        row: { fields: ['A', '7208101500', 'DE', '2022-02-03', '', ''] },
      },
    ]);
  });

  test('with too many fields say what is left over', () => {
    expect(parse(row(3, `${sound}|x|y`))).toMatchObject([
      {
        kind: 'invalid',
        problems: [
          { code: 'bad-row', message: 'the row has 8 fields, the header 6; left over: "x", "y"', value: 'x,y' },
        ],
        row: { fields: sound.split('|') },
      },
    ]);
  });

  test('that are broken keep their text', () => {
    const broken = problem('bad-row', 'error', 'broken', { file: 'a.csv', line: 3 });
    const fits: BrokenEvent = { kind: 'broken', line: 3, raw: 'A"|…', fields: sound.split('|'), problem: broken };
    expect(parse(fits, { ...fits, raw: 'A"', fields: ['A"'] })).toMatchObject([
      { lineNumber: 3, problems: [broken], echo: { id: 'A', value: '100' }, row: { fields: sound.split('|') } },
      {
        lineNumber: 3,
        problems: [broken],
        echo: { id: 'A"', value: null },
        row: { fields: ['A"', '', '', '', '', ''] },
      },
    ]);
  });
});
