import type { IntakeLine } from '../assess/assess-batch.ts';
import { type Problem, problem } from '../customs/problem.ts';
import type { Fact } from '../customs/table.ts';
import type { BrokenEvent, CsvEvent, RecordEvent } from '../intake/csv-event.ts';
import type { ReadyEvent } from '../intake/block-reader.ts';
import type { EntryContext } from '../intake/entry-context.ts';
import { parseEntryRows } from '../intake/entry-rows.ts';
import { type HeaderPlan, mapHeader } from '../intake/header.ts';
import { type DecimalSign, withDecimals } from '../intake/decimal-sign.ts';
import { checkInput, standardInput } from '../io/input.ts';
import { replacedColumns } from '../present/csv.ts';
import { isFileFormat } from '../present/file-formats.ts';
import type { ColumnKind } from '../present/rendering.ts';
import type { CalcOptions } from './calc-options.ts';
import { columnMap } from './column-map.ts';
import { factsRead } from './facts-read.ts';
import type { LoadedLaw } from './load-law.ts';
import type { Rows } from './open-rows.ts';
import type { ReadyRows, ReadyRowTaker } from './ready-rows.ts';
import type { RowHelpers } from './row-helpers.ts';
import type { Between, ShipmentEvent } from './shipment-event.ts';
import { inPresentationOrder, momentsTogether } from './shipment-order.ts';
import { Stop, usage } from './stop.ts';
import { type World, exit } from './world.ts';

interface Reader {
  readonly loaded: LoadedLaw;
  readonly context: EntryContext;
  readonly format: string;
  /** Columns that hold the same on every line, whatever the file says. */
  readonly given?: ReadonlyMap<string, string>;
  /** Columns that are read beside those of the law. */
  readonly facts?: Readonly<Record<string, Fact>>;
  /** Turns rows of another layout into rows with our columns. */
  readonly reshape?: (events: AsyncIterable<readonly CsvEvent[]>, file: string) => AsyncIterable<readonly CsvEvent[]>;
  /** Told how many bytes of the files were read, each time some are. */
  readonly onBytes?: (count: number) => void;
  /** Who answers rows from their bytes; left out: nobody does. */
  readonly taker?: ReadyRowTaker | undefined;
  /** Who reads parts of a file beside this thread; left out: nobody does. */
  readonly help?: RowHelpers | undefined;
}

/**
 * Reads the files one after the other. One that cannot be read is told before anything is written. Lines that were presented at one moment
 * come together.
 */
export function readShipments(
  files: readonly string[],
  options: CalcOptions,
  reader: Reader,
  world: World,
): AsyncIterable<ShipmentEvent> {
  const events = readFiles(files, options, reader, world);
  return momentsTogether(options.sort === true ? inPresentationOrder(events) : events, reader.loaded.law);
}

async function* readFiles(
  files: readonly string[],
  options: CalcOptions,
  reader: Reader,
  world: World,
): AsyncGenerator<ShipmentEvent> {
  const missing = files.map(checkInput).filter((one) => one !== undefined);
  if (missing.length > 0) throw new Stop(exit.usage, missing);
  if (files.filter((file) => file === standardInput).length > 1) throw usage('standard input (-) can be read once');
  const map = columnMap(options.map ?? []);
  // A shipment by flags does without.
  const { openRows } = await import('./open-rows.ts');
  const { currency, currencySign } = reader.loaded.law.schedule.jurisdiction;
  const facts = { ...reader.loaded.facts, ...reader.facts };
  let columns: readonly string[] | undefined;
  for (const file of files) {
    const how = { options, currencySign, world, ...(reader.onBytes && { onBytes: reader.onBytes }) };
    const opened = reader.reshape
      ? reshaped(await openRows(file, how), reader.reshape)
      : await openRows<ReadyRows>(file, { ...how, taker: reader.taker, help: reader.help });
    const { name } = opened;
    const context = withDecimals(reader.context, facts, opened.decimals);
    let plan: HeaderPlan | undefined;
    let lines = 0;
    let order: readonly number[] = [];
    const taker = opened.isTaken ? reader.taker : undefined;
    for await (const events of opened.events) {
      const [first] = events;
      if (first?.kind === 'header') {
        const header = mapHeader(first.fields, {
          file: name,
          line: first.line,
          map,
          facts,
          given: reader.given,
          currency,
        });
        const differing =
          header.ok && columns && keepsColumns(reader.format) ? otherColumns(header.value, columns) : undefined;
        if (!header.ok || differing) {
          yield { kind: 'problems', problems: header.ok ? [differing as Problem] : header.error, code: exit.usage };
          break;
        }
        plan = header.value;
        columns ??= plan.headers;
        order = columns.map((column) => header.value.headers.indexOf(column));
        taker?.begin(plan, keptPlaces(columns, order));
        if (taker) reader.help?.begin(plan, keptPlaces(columns, order));
        yield { kind: 'columns', columns, kinds: columnKinds(plan, facts) };
        const notes = [
          ...opened.notes,
          ...plan.problems,
          ...columnsNotRead(plan, reader.loaded, first.line),
          ...columnsReplaced(plan, reader.format),
        ];
        if (notes.length > 0) yield { kind: 'problems', problems: notes, code: exit.done };
      }
      const fatal = events.find((event) => event.kind === 'fatal');
      if (plan) {
        const { lines: batch, between } = linesOf(events, plan, context);
        if (fatal) batch.push(unread(fatal.problem, plan));
        lines += batch.length + between.reduce((sum, { ready }) => sum + ready.rows, 0);
        const inTheirOrder = keepsColumns(reader.format)
          ? batch.map((line) => inOrder(line, order, opened.decimals))
          : batch;
        yield { kind: 'lines', lines: inTheirOrder, ...(between.length > 0 && { between }) };
      } else if (fatal) yield { kind: 'problems', problems: [fatal.problem], code: exit.usage };
    }
    if (plan && lines === 0) yield { kind: 'problems', problems: [noRows(name)], code: exit.done };
  }
}

/** Places of the fields that are written again: those of an earlier answer give way. */
function keptPlaces(columns: readonly string[], order: readonly number[]): readonly number[] {
  const replaced = new Set(replacedColumns(columns));
  return order.filter((_, place) => !replaced.has(columns[place] ?? ''));
}

function reshaped(rows: Rows<never>, reshape: NonNullable<Reader['reshape']>): Rows<never> {
  return { ...rows, events: reshape(rows.events, rows.name) };
}

/** Rows read to lines, and those between them that are answered already. */
function linesOf(
  events: readonly (CsvEvent | ReadyEvent<ReadyRows>)[],
  plan: HeaderPlan,
  context: EntryContext,
): { readonly lines: IntakeLine[]; readonly between: readonly Between[] } {
  const lines: IntakeLine[] = [];
  const between: Between[] = [];
  let rows: (RecordEvent | BrokenEvent)[] = [];
  const readRows = (): void => {
    for (const line of parseEntryRows(rows, plan, context)) lines.push(line);
    rows = [];
  };
  for (const event of events) {
    if (event.kind === 'ready') {
      readRows();
      between.push({ before: lines.length, ready: event.ready });
    } else if (event.kind === 'record' || event.kind === 'broken') rows.push(event);
  }
  readRows();
  return { lines, between };
}

/** From here on nothing of a file could be read: a line of its own, so that every format and the counts tell of it. */
function unread(why: Problem, plan: HeaderPlan): IntakeLine {
  return {
    kind: 'invalid',
    status: 'invalid',
    file: plan.file,
    lineNumber: why.line,
    entryNumber: null,
    echo: { id: null, hts: null, origin: null, date: null, value: null },
    problems: [why],
    row: { fields: plan.headers.map(() => '') },
  };
}

function noRows(file: string): Problem {
  return problem('bad-csv', 'warning', 'holds no rows below its header', { file, line: 1 });
}

/** The fields of a row in the order of the first file's columns. */
function inOrder(line: IntakeLine, order: readonly number[], decimals: DecimalSign): IntakeLine {
  if (line.row === null) return line;
  const fields = order.map((index) => line.row?.fields[index] ?? '');
  return { ...line, row: { ...line.row, fields, ...(decimals !== 'point' && { decimals }) } };
}

/** Formats that write the columns of the input again. */
export function keepsColumns(format: string): boolean {
  return format === 'csv' || isFileFormat(format);
}

/** What the columns of a file hold, for formats with types. */
function columnKinds({ headers, fields }: HeaderPlan, facts: Readonly<Record<string, Fact>>): readonly ColumnKind[] {
  const kinds = headers.map((): ColumnKind => 'text');
  for (const [column, index] of fields) kinds[index] = kindOf(column, facts[column]);
  return kinds;
}

function kindOf(column: string, fact: Fact | undefined): ColumnKind {
  if (column === 'date' || fact?.type === 'date') return 'date';
  if (column === 'value' || fact?.type === 'money') return 'amount';
  return column === 'weight_kg' || fact?.type === 'quantity' ? 'number' : 'text';
}

function otherColumns(plan: HeaderPlan, columns: readonly string[]): Problem | undefined {
  const missing = columns.filter((column) => !plan.headers.includes(column));
  const extra = plan.headers.filter((column) => !columns.includes(column));
  if (missing.length + extra.length === 0) return undefined;
  const words = [
    missing.length > 0 ? `lacks ${missing.join(', ')}` : '',
    extra.length > 0 ? `has also ${extra.join(', ')}` : '',
  ]
    .filter((text) => text !== '')
    .join(' and ');
  return problem('bad-header', 'error', `the columns differ from those of the first file: ${words}`, {
    file: plan.file,
    line: 1,
    hint: "The output keeps the input's columns, so all files need the same. Run the file by itself, or use --format json.",
  });
}

/** Declared facts that no table on hand reads: said once, so that nobody believes they counted. */
function columnsNotRead(plan: HeaderPlan, loaded: LoadedLaw, line: number): readonly Problem[] {
  const read = factsRead(loaded);
  return [...plan.fields.keys()]
    .filter((column) => (column in loaded.facts || column === 'spi') && !read.has(column))
    .map((column) =>
      problem('column-not-read', 'notice', 'no table on hand reads this column', {
        file: plan.file,
        line,
        column: plan.headers[plan.fields.get(column) ?? 0] ?? column,
      }),
    );
}

/** Columns of an earlier answer are written anew, not twice. */
function columnsReplaced(plan: HeaderPlan, format: string): readonly Problem[] {
  if (!keepsColumns(format)) return [];
  return replacedColumns(plan.headers).map((column) =>
    problem('column-not-read', 'notice', 'is written anew by this run', { file: plan.file, line: 1, column }),
  );
}
