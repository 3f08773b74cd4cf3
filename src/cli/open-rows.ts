import { Buffer } from 'node:buffer';
import { type Problem, problem } from '../customs/problem.ts';
import type { CsvEvent } from '../intake/csv-event.ts';
import type { ReadyEvent, RowTaker } from '../intake/block-reader.ts';
import type { SegmentHelp } from '../intake/segments.ts';
import type { DecimalSign } from '../intake/decimal-sign.ts';
import { firstRow, longestLook, separatorName, separatorOf } from '../intake/delimiter.ts';
import { BrokenInput } from '../io/broken-input.ts';
import { standardInput, standardInputName } from '../io/input.ts';
import { largePieces } from '../io/large-pieces.ts';
import { type OpenInput, openInput } from '../io/open-input.ts';
import { type InputOptions, delimiterAsked } from './input-options.ts';
import { usage } from './stop.ts';
import type { World } from './world.ts';

/** Rows of a file, whatever it holds. */
export interface Rows<Ready> {
  /** What problems call the file. */
  readonly name: string;
  readonly events: AsyncIterable<readonly (CsvEvent | ReadyEvent<Ready>)[]>;
  /** How the file was read, where that was found by looking at it. */
  readonly notes: readonly Problem[];
  readonly decimals: DecimalSign;
  /** Whether the taker takes part: it reads commas between fields and points before decimals. */
  readonly isTaken: boolean;
}

export interface RowsOf<Ready> {
  readonly options: InputOptions & { readonly rejects?: string };
  /** The sign of the currency in which values are read. */
  readonly currencySign: string;
  readonly world: World;
  readonly onBytes?: (count: number) => void;
  /** Who answers rows of CSV from their bytes; left out: nobody does. */
  readonly taker?: RowTaker<Ready> | undefined;
  /** Who reads parts of CSV beside this thread, where a taker takes part; left out: nobody does. */
  readonly help?: SegmentHelp<Ready> | undefined;
}

/** Kept up to date while the rows are read. */
interface Reached {
  readonly reached: { line: number };
}

/** Opens a file of rows: CSV with whatever sign between its fields, NDJSON or a workbook, packed or not. Its first bytes tell, or a flag. */
export async function openRows<Ready = never>(file: string, how: RowsOf<Ready>): Promise<Rows<Ready>> {
  const name = file === standardInput ? standardInputName : file;
  const reached = { line: 0 };
  try {
    const input = await openInput(file, {
      name,
      stdin: how.world.stdin,
      encoding: how.options.encoding ?? null,
      onBytes: how.onBytes ?? (() => undefined),
      enough: (head) => head.length >= longestLook || firstRow(textOf(head)) !== undefined,
    });
    const rows = await rowsOf(input, name, { ...how, reached });
    return { ...rows, events: toTheBreak(rows, reached) };
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    const why: CsvEvent = { kind: 'fatal', problem: error.problem };
    return { name, events: once([why]), ...asTheyAre };
  }
}

const asTheyAre = { notes: [], decimals: 'point', isTaken: false } as const;

function textOf(head: Uint8Array): string {
  return Buffer.from(head.buffer, head.byteOffset, head.length)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

async function rowsOf<Ready>(input: OpenInput, name: string, how: RowsOf<Ready> & Reached): Promise<Rows<Ready>> {
  const { inputFormat } = how.options;
  const isWorkbook = inputFormat === undefined ? input.kind === 'workbook' : inputFormat === 'xlsx';
  if (isWorkbook) return workbookRows(input, name, how);
  if (how.options.sheet !== undefined)
    throw usage(`${name} is no workbook`, '--sheet', 'Leave it out.', how.options.sheet);
  const head = textOf(input.head);
  const isNdjson = inputFormat === undefined ? /^\s*\{/.test(head) : inputFormat === 'ndjson';
  return isNdjson ? ndjsonRows(input, name, how) : csvRows(input, head, name, how);
}

async function workbookRows(
  { bytes }: OpenInput,
  file: string,
  { options, currencySign }: Pick<RowsOf<unknown>, 'options' | 'currencySign'>,
): Promise<Rows<never>> {
  refuseTextOptions(options, `${file} is a workbook`);
  const { readWorkbook } = await import('../intake/workbook.ts');
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  const { events, notes } = await readWorkbook(Buffer.concat(chunks), {
    file,
    sheet: options.sheet ?? null,
    currencySign,
  });
  return { ...asTheyAre, name: file, events: each(events), notes };
}

async function ndjsonRows(
  { bytes }: OpenInput,
  name: string,
  { options }: Pick<RowsOf<unknown>, 'options' | 'currencySign'>,
): Promise<Rows<never>> {
  refuseTextOptions(options, `${name} is NDJSON`);
  const { readNdjson } = await import('../intake/ndjson.ts');
  return { ...asTheyAre, name, events: readNdjson(bytes, name) };
}

/** A flag that says how CSV is written would be ignored, and with it perhaps what the user knows better. */
function refuseTextOptions(options: InputOptions, why: string): void {
  const flag = (['delimiter', 'decimal'] as const).find((one) => options[one] !== undefined);
  if (flag)
    throw usage(`${why}: its fields are typed, or text as it is read without the flag`, `--${flag}`, 'Leave it out.');
}

async function csvRows<Ready>(
  { bytes }: OpenInput,
  head: string,
  name: string,
  { options, taker, help: asked, reached }: RowsOf<Ready> & Reached,
): Promise<Rows<Ready>> {
  const told = delimiterAsked(options);
  const found = told === null ? separatorOf(firstRow(head) ?? head) : null;
  const delimiter = told ?? found ?? ',';
  const decimals = options.decimal ?? (delimiter === ',' ? 'point' : 'unsure');
  const isTaken = taker !== undefined && delimiter === ',' && decimals === 'point';
  const { readCsv } = await import('../intake/csv.ts');
  const isRawKept = options.rejects !== undefined;
  const help = isTaken ? asked : undefined;
  return {
    name,
    events: readCsv<Ready>(help ? largePieces(bytes, help.size) : bytes, name, {
      delimiter,
      isRawKept,
      reached,
      ...(isTaken && { taker, help }),
    }),
    notes: found === null || found === ',' ? [] : [readAs(name, found)],
    decimals,
    isTaken,
  };
}

function readAs(file: string, delimiter: string): Problem {
  return problem('read-as', 'notice', `is read with ${separatorName(delimiter)} between its fields, as in its header`, {
    file,
    line: 1,
    hint: 'Another sign: --delimiter.',
  });
}

/** Where the bytes break off, the rows so far stand, and the break is told behind the last of them. */
async function* toTheBreak<Ready>(
  { events, name }: Rows<Ready>,
  reached: { readonly line: number },
): AsyncGenerator<readonly (CsvEvent | ReadyEvent<Ready>)[], void, void> {
  let last = 0;
  try {
    for await (const batch of events) {
      const end = batch.at(-1);
      if (end && 'line' in end) last = end.line;
      yield batch;
    }
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    const line = Math.max(reached.line, last + 1);
    yield [{ kind: 'fatal', problem: { ...error.problem, file: name, line } }];
  }
}

async function* each<Item>(items: Iterable<Item>): AsyncGenerator<Item, void, void> {
  yield* items;
}

async function* once<Item>(item: Item): AsyncGenerator<Item, void, void> {
  yield item;
}
