import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CsvEvent } from '../../../src/intake/csv-event.ts';
import { readNdjson } from '../../../src/intake/ndjson.ts';

async function* inPieces(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function events(text: string | Uint8Array, size = 64): Promise<CsvEvent[]> {
  const all: CsvEvent[] = [];
  for await (const batch of readNdjson(inPieces(text, size), 'a.ndjson')) all.push(...batch);
  return all;
}

function told(all: readonly CsvEvent[]): string[] {
  return all.map((event) => {
    if (event.kind === 'fatal') return `${event.problem.line ?? '-'}!! ${event.problem.message}`;
    if (event.kind === 'broken') return `${event.line}! ${event.problem.code}: ${event.problem.message}`;
    return `${event.line}: ${event.fields.join('|')}`;
  });
}

describe('objects on lines', () => {
  test.each([
    ['as they are', '{"a":"1","b":"x"}\n{"a":"2","b":"y"}\n', ['1: a|b', '1: 1|x', '2: 2|y']],
    ['blank lines, CR LF, no line end', '\r\n{"a":"1"}\r\n\r\n{"a":"2"}', ['2: a', '2: 1', '4: 2']],
    [
      'other keys, left out and null',
      '{"a":"1"}\n{"b":null,"a":"2"}\n{"b":true}',
      ['1: a|b', '1: 1|', '2: 2|', '3: |true'],
    ],
    [
      'numbers, every digit',
      '{"a":0.10,"b":12345678901234567890.5,"c":-1E-2}',
      ['1: a|b|c', '1: 0.10|12345678901234567890.5|-1E-2'],
    ],
    ['escapes', String.raw`{"a":"\"\\\u00e9, \n","b\"":"} , {"}`, ['1: a|b"', '1: "\\é, \n|} , {']],
    ['a mark at the beginning', '\uFEFF{"a":"1"}\n', ['1: a', '1: 1']],
    ['nested', '{"a":"1"}\n{"a":{"b":1}}\n', ['1: a', '1: 1', '2! bad-row: "a" holds an object or a list']],
    ['no JSON', '{"a":"1"}\n{a:1}\n', ['1: a', '1: 1', '2! bad-row: the line is not JSON']],
    ['a key twice', '{"a":"1"}\n{"a":"1","a":"2"}\n', ['1: a', '1: 1', '2! bad-row: the key "a" is written twice']],
    [
      'a list',
      '{"a":"1"}\n["a"]\n"a"\n',
      ['1: a', '1: 1', '2! bad-row: the line is a list; an object is read', '3! bad-row: the line is no object'],
    ],
    ['nothing', '', ['-!! the file is empty; each line holds an object']],
    ['no object at all', '[\n1\n]', ['1!! the line is not JSON']],
  ])('%s', async (_, text, expected) => {
    for (const size of [1, 2, 3, 7, 4096]) expect(told(await events(text, size))).toEqual(expected);
  });

  test('a key that comes late is told, and its row is not lost', async () => {
    const rows = `${'{"a":"1"}\n'.repeat(1000)}{"a":"2","b":"3"}\n{"a":"4"}\n`;
    expect(told(await events(rows)).slice(-2)).toEqual([
      '1001! bad-row: "b" is a key that none of the first 1000 rows has',
      '1002: 4',
    ]);
  });

  test('bytes that are no UTF-8 are told', async () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"1"}\n{"a":"'), Uint8Array.from([0xe4]), Buffer.from('"}\n')]);
    expect(told(await events(bytes))[2]).toBe('2! encoding: the row holds bytes that are not UTF-8 text');
  });

  test('a line without end ends the reading', async () => {
    const text = `{"a":"1"}\n{"a":"${'x'.repeat(1100 * 1024)}`;
    expect(told(await events(text, 65536))).toEqual([
      '1: a',
      '1: 1',
      '2!! the line is longer than 1 MiB; from here on nothing was read',
    ]);
  });

  test('rows before a break are not lost', async () => {
    const breaking = async function* (): AsyncGenerator<Uint8Array> {
      yield* inPieces('{"a":"1"}\n{"a":', 64);
      throw new Error('cut');
    };
    const all: CsvEvent[] = [];
    const read = async (): Promise<void> => {
      for await (const batch of readNdjson(breaking(), 'a.ndjson')) all.push(...batch);
    };
    await expect(read()).rejects.toThrow('cut');
    expect(told(all)).toEqual(['1: a', '1: 1']);
  });

  test('any text comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), async (key, value) => {
        fc.pre(!value.includes('\uFFFD') && !/\p{Cs}|\0/u.test(value + key));
        const [header, row] = await events(`${JSON.stringify({ [`k${key}`]: value })}\n`, 3);
        expect(header).toMatchObject({ fields: [`k${key}`] });
        expect(row).toMatchObject({ kind: 'record', fields: [value] });
      }),
    );
  });
});
