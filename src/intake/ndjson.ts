import { problem } from '../customs/problem.ts';
import type { CsvEvent } from './csv-event.ts';
import { damagedText } from './csv-faults.ts';
import { type FlatObject, parseFlatObject } from './flat-object.ts';

/** Rows that are looked at before the columns are settled. */
const mostLooked = 1000;
/** A line longer than this is taken for a file that is no NDJSON: memory stays small. In characters. */
const longestLine = 1024 * 1024;
const batchSize = 1000;

/** A line and its number, from 1. */
interface Line {
  readonly line: number;
  readonly raw: string;
}

/**
 * Reads NDJSON in UTF-8, an object on each line, to the same events as CSV. The columns are the keys of the first 1,000 rows, in the order in
 * which they come; a key that is left out is an empty field. Numbers keep the digits they are written with. A line that is no flat object,
 * or brings a key later on, is a broken record. Throws only what `bytes` throws.
 */
export async function* readNdjson(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<CsvEvent[], void, void> {
  let columns: readonly string[] | undefined;
  let looked: (readonly [Line, FlatObject])[] = [];
  const settle = function* (): Generator<CsvEvent[], void, void> {
    const settling = looked.slice(0, mostLooked);
    columns = [...new Set(settling.flatMap(([, object]) => (object.ok ? [...object.fields.keys()] : [])))];
    const [first] = looked[0] ?? [];
    if (columns.length === 0) yield [{ kind: 'fatal', problem: noObjects(file, first, looked[0]?.[1]) }];
    else yield [{ kind: 'header', line: first?.line ?? 1, fields: columns }];
    const held = looked;
    looked = [];
    if (columns.length > 0) yield* inBatches(held, columns, file);
  };
  try {
    for await (const found of lines(bytes)) {
      if ('tooLong' in found) {
        if (!columns) yield* settle();
        return yield [{ kind: 'fatal', problem: tooLong(file, found.tooLong) }];
      }
      const objects = found.lines.map((line) => [line, parseLine(line, file)] as const);
      if (columns) yield* inBatches(objects, columns, file);
      else {
        for (const one of objects) looked.push(one);
        if (looked.length >= mostLooked) yield* settle();
      }
      if (columns?.length === 0) return;
    }
  } catch (error) {
    // Rows that were read before the break are not lost.
    if (!columns) yield* settle();
    throw error;
  }
  if (!columns) yield* settle();
}

function parseLine({ raw, line }: Line, file: string): FlatObject {
  const damaged = damagedText(raw, file, line);
  return damaged ? { ok: false, why: damaged } : parseFlatObject(raw, { file, line });
}

function* inBatches(
  objects: readonly (readonly [Line, FlatObject])[],
  columns: readonly string[],
  file: string,
): Generator<CsvEvent[], void, void> {
  for (let at = 0; at < objects.length; at += batchSize)
    yield objects.slice(at, at + batchSize).map(([line, object]) => eventOf(line, object, columns, file));
}

function eventOf({ line, raw }: Line, object: FlatObject, columns: readonly string[], file: string): CsvEvent {
  if (!object.ok) return { kind: 'broken', line, raw, fields: [], problem: object.why };
  const fields = columns.map((column) => object.fields.get(column) ?? '');
  const late = [...object.fields.keys()].find((key) => !columns.includes(key));
  if (late === undefined) return { kind: 'record', line, fields, raw };
  const why = problem('bad-row', 'error', `"${late}" is a key that none of the first ${mostLooked} rows has`, {
    file,
    line,
    column: late,
    hint: 'Give it in the first row too, with null where it is not known.',
  });
  return { kind: 'broken', line, raw, fields, problem: why };
}

/** Lines with something on them, as many as a chunk of bytes completes. */
async function* lines(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly lines: readonly Line[] } | { readonly tooLong: number }, void, void> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let line = 1;
  const cut = (text: string): { readonly lines: readonly Line[] } => {
    const parts = text.split('\n');
    rest = parts.pop() ?? '';
    const found = parts.map((raw, at) => ({ line: line + at, raw: raw.replace(/\r$/, '') }));
    line += parts.length;
    return { lines: found.filter(({ raw }) => raw.trim() !== '') };
  };
  for await (const chunk of bytes) {
    yield cut(rest + decoder.decode(chunk, { stream: true }));
    if (rest.length > longestLine) return yield { tooLong: line };
  }
  yield cut(`${rest}${decoder.decode()}\n`);
}

function noObjects(file: string, first: Line | undefined, object: FlatObject | undefined): ReturnType<typeof problem> {
  if (object && !object.ok) return { ...object.why, code: object.why.code === 'encoding' ? 'encoding' : 'bad-csv' };
  return problem(
    'bad-csv',
    'error',
    first ? 'the objects have no keys' : 'the file is empty; each line holds an object',
    {
      file,
      line: first?.line ?? null,
      hint: 'Such as: {"id": "A", "hts": "7208.10.15.00", "origin": "DE", "date": "2022-02-01", "value": "1000.00"}',
    },
  );
}

function tooLong(file: string, line: number): ReturnType<typeof problem> {
  const message = `the line is longer than ${longestLine / 1024 / 1024} MiB; from here on nothing was read`;
  return problem('bad-csv', 'error', message, { file, line, hint: 'NDJSON has an object on each line.' });
}
