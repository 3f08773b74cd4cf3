import { describe, expect, test } from 'vitest';
import type { CsvEvent } from '../../../src/intake/csv-event.ts';
import { readCsv } from '../../../src/intake/csv.ts';

async function* oneByOne(...chunks: readonly (string | readonly number[])[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks)
    yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : Uint8Array.from(chunk);
}

async function read(...chunks: readonly (string | readonly number[])[]): Promise<CsvEvent[]> {
  const all: CsvEvent[] = [];
  for await (const batch of readCsv(oneByOne(...chunks), 'a.csv')) all.push(...batch);
  return all;
}

/** "2: a|b" for a sound record, "2! why" for a broken one, "2!! why" for the end of reading. */
async function told(...chunks: readonly (string | readonly number[])[]): Promise<string[]> {
  return (await read(...chunks)).map((event) => {
    if (event.kind === 'fatal') return `${event.problem.line ?? '-'}!! ${event.problem.code}: ${event.problem.message}`;
    if (event.kind === 'broken') return `${event.line}! ${event.problem.code}: ${event.problem.message}`;
    return `${event.line}: ${event.fields.join('|')}`;
  });
}

describe('sound text', () => {
  test.each([
    ['LF', 'a,b\n1,2\n3,4\n', ['1: a|b', '2: 1|2', '3: 3|4']],
    ['CR LF', 'a,b\r\n1,2\r\n3,4\r\n', ['1: a|b', '2: 1|2', '3: 3|4']],
    ['CR', 'a,b\r1,2\r3,4\r', ['1: a|b', '2: 1|2', '3: 3|4']],
    ['all three', 'a,b\r1,2\n3,4\r\n5,6', ['1: a|b', '2: 1|2', '3: 3|4', '4: 5|6']],
    ['no line end at the end', 'a,b\n1,2', ['1: a|b', '2: 1|2']],
    ['a byte order mark', '\uFEFFa,b\n1,2\n', ['1: a|b', '2: 1|2']],
    ['blank lines, counted', '\n\na,b\n\n1,2\n\n\n3,4\n\n', ['3: a|b', '5: 1|2', '8: 3|4']],
    ['blank lines, CR LF', '\r\na,b\r\n\r\n1,2\r\n', ['2: a|b', '4: 1|2']],
    ['line breaks in quotes, counted', 'a,b\n"1\n1\r\n1",2\n3,4\n', ['1: a|b', '2: 1\n1\r\n1|2', '5: 3|4']],
    ['doubled quotes', 'a,b\n"say ""no""",""\n', ['1: a|b', '2: say "no"|']],
    ['too few and too many fields: not for this file to judge', 'a,b\n1\n1,2,3\n', ['1: a|b', '2: 1', '3: 1|2|3']],
    ['only a header', 'a,b', ['1: a|b']],
    ['letters of two to four bytes', 'é,𝄞\nß,中\n', ['1: é|𝄞', '2: ß|中']],
  ])('%s', async (_, text, events) => {
    expect(await told(text)).toEqual(events);
  });
});

describe('a broken record is named, and the next is read', () => {
  test.each([
    [
      'a mark inside',
      'a,b\n5" pipe,2\n3,4\n',
      '2! bad-row: field 1 holds a quotation mark but does not begin with one',
    ],
    [
      'text after the closing mark',
      'a,b\n1,"2"x\n3,4\n',
      '2! bad-row: field 2 goes on after its closing quotation mark',
    ],
    [
      'a blank before the opening mark',
      'a,b\n1, "2"\n3,4\n',
      '2! bad-row: field 2 holds a quotation mark but does not begin with one',
    ],
    ['an undoubled mark', 'a,b\n"5" pipe",2\n3,4\n', '2! bad-row: field 1 goes on after its closing quotation mark'],
    ['NUL', 'a,b\n1\0,2\n3,4\n', '2! encoding: the row holds NUL bytes: the row is not text'],
    ['the sign for damaged text', 'a,b\n1\uFFFD,2\n3,4\n', '2! encoding: the row holds bytes that are not UTF-8 text'],
  ])('%s', async (_, text, broken) => {
    expect(await told(text)).toEqual(['1: a|b', broken, '3: 3|4']);
  });

  test('Latin-1 bytes', async () => {
    expect(await told('a,b\nK', [0xf6], 'ln,2\n3,4\n')).toEqual([
      '1: a|b',
      '2! encoding: the row holds bytes that are not UTF-8 text',
      '3: 3|4',
    ]);
  });

  test('over several lines, it says which', async () => {
    expect(await told('a,b\n"1,2\n3,"4",5\n6,7\n')).toEqual([
      '1: a|b',
      '2! bad-row: field 1 goes on after its closing quotation mark; lines 2 to 3 were taken for one row',
      '4: 6|7',
    ]);
  });

  test('with its text and what a lenient reader sees', async () => {
    const [, broken] = await read('a,b\r\n5" pipe,2\r\n');
    expect(broken).toEqual({
      kind: 'broken',
      line: 2,
      raw: '5" pipe,2',
      fields: ['5" pipe', '2'],
      problem: {
        code: 'bad-row',
        severity: 'error',
        file: 'a.csv',
        line: 2,
        column: null,
        value: '5" pipe,2',
        message: 'field 1 holds a quotation mark but does not begin with one',
        hint: 'Put the whole field in quotation marks, without spaces around them, and double those inside: "5"" pipe".',
      },
    });
  });
});

describe('a file that is no CSV ends at once', () => {
  const utf16 = (text: string): number[] => [...Buffer.from(text, 'utf16le')];

  test.each([
    ['empty', [''], '-!! bad-csv: the file is empty; its first row must name the columns'],
    ['nothing at all', [], '-!! bad-csv: the file is empty; its first row must name the columns'],
    ['blank lines', ['\n\r\n\n'], '-!! bad-csv: the file is empty; its first row must name the columns'],
    ['a byte order mark', ['\uFEFF'], '-!! bad-csv: the file is empty; its first row must name the columns'],
    ['UTF-16', [[0xff, 0xfe], utf16('a,b\n1,2\n')], '-!! encoding: is UTF-16 text; CSV is read as UTF-8'],
    ['UTF-16, big end first', [[0xfe, 0xff, 0, 0x61]], '-!! encoding: is UTF-16 text; CSV is read as UTF-8'],
    [
      'UTF-16 without a mark',
      [utf16('a,b\n1,2\n')],
      '1!! encoding: the first row, which names the columns, holds NUL bytes: the row is not text',
    ],
    [
      'a workbook',
      [[0x50, 0x4b, 0x03, 0x04, 0x14, 0]],
      '-!! bad-csv: is a spreadsheet workbook or a ZIP archive, not CSV',
    ],
    ['gzip', [[0x1f, 0x8b, 8, 0]], '-!! bad-csv: is compressed, not CSV'],
    [
      'semicolons',
      ['id;hts;value\n1;2;3\n'],
      '1!! bad-csv: the columns seem to be separated by semicolons; commas are read',
    ],
    [
      'semicolons and a comma',
      ['id;hts;"value, USD"\n'],
      '1!! bad-csv: the columns seem to be separated by semicolons; commas are read',
    ],
    ['tabs', ['\nid\thts\n'], '2!! bad-csv: the columns seem to be separated by tabs; commas are read'],
    [
      'a broken header',
      ['i"d,hts\n1,2\n'],
      '1!! bad-csv: the first row names the columns, but field 1 holds a quotation mark but does not begin with one',
    ],
    [
      'a mark that never closes, in the header',
      ['"id,hts\n1,2\n'],
      '1!! bad-csv: a quotation mark opens on this line and is never closed; from here on nothing was read',
    ],
  ])('%s', async (_, chunks, fatal) => {
    expect(await told(...chunks)).toEqual([fatal]);
  });
});

describe('a mark that never closes', () => {
  test('is found on the line it stands on; what was before it is given', async () => {
    expect(await told('a,b\n\n1,2\n"3\n3",4\n5,"6\n7,8\n')).toEqual([
      '1: a|b',
      '3: 1|2',
      '4: 3\n3|4',
      '6!! bad-csv: a quotation mark opens on this line and is never closed; from here on nothing was read',
    ]);
  });

  test('is given up after 1 MiB', async () => {
    let chunks = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('a,b\n1,2\n3,"4\n');
      for (; chunks < 1000; chunks++) yield new Uint8Array(64 * 1024).fill(0x61);
    }
    const last: CsvEvent[] = [];
    for await (const batch of readCsv(endless(), 'a.csv')) last.push(...batch);
    expect(last.map(({ kind }) => kind)).toEqual(['header', 'record', 'fatal']);
    expect(last.at(-1)).toMatchObject({ problem: { line: 3 } });
    expect(chunks).toBeLessThan(40);
  });

  test('a row without end is given up too', async () => {
    expect((await told('a,b\n', 'x'.repeat(2 * 1024 * 1024))).at(-1)).toBe(
      '2!! bad-csv: the row is longer than 1 MiB; from here on nothing was read',
    );
  });
});

test('batches hold at most 1,000 events, and come as the bytes come', async () => {
  const sizes: number[] = [];
  const lines = oneByOne('a,b\n1,2\n', '1,2\n'.repeat(2500), '3,4');
  for await (const batch of readCsv(lines, 'a.csv')) sizes.push(batch.length);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(2503);
  expect(Math.max(...sizes)).toBe(1000);
  expect(sizes[0]).toBeLessThan(3);
});

test('what the source throws comes through', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('a,b\n');
    throw new Error('the disk is gone');
  }
  const reading = async (): Promise<void> => {
    for await (const batch of readCsv(failing(), 'a.csv')) expect(batch).toHaveLength(1);
  };
  await expect(reading()).rejects.toThrow('the disk is gone');
});
