import { type Problem, problem } from '../customs/problem.ts';
import type { ReportLayout } from '../customs/report-layout.ts';
import { plain } from './columns.ts';
import type { CsvEvent, RecordEvent } from './csv-event.ts';
import { declaredColumns, parts } from './declared-charges.ts';

/** How many rows may stand above the header of a report: its title, when it was run, its filters. */
const mostAbove = 40;

/** What a row of the report becomes. */
interface Shape {
  readonly columns: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

/**
 * Rows of a report as rows of a shipment file: those of one entry line, which follow each other, become one row. The goods' own number is
 * the one that is no heading; each number brings its rate and its duty.
 */
export async function* reportRows(
  events: AsyncIterable<readonly CsvEvent[]>,
  file: string,
  layout: ReportLayout,
): AsyncGenerator<readonly CsvEvent[]> {
  let shape: Shape | undefined;
  let above = 0;
  let held: RecordEvent[] = [];
  for await (const batch of events) {
    const out: CsvEvent[] = [];
    for (const event of batch) {
      if (!shape && (event.kind === 'header' || event.kind === 'record')) {
        shape = shapeOf(event.fields, layout);
        above += 1;
        if (shape) out.push({ kind: 'header', line: event.line, fields: shape.columns });
        else if (above > mostAbove) {
          yield [{ kind: 'fatal', problem: noHeader(file, layout) }];
          return;
        }
      } else if (shape && event.kind === 'record') {
        if (event.fields.every((field) => field.trim() === '')) continue;
        const [first] = held;
        if (first && lineOf(first, shape) !== lineOf(event, shape)) {
          out.push(merged(held, shape, layout));
          held = [];
        }
        held.push(event);
      } else {
        if (shape && held.length > 0) out.push(merged(held, shape, layout));
        held = [];
        if (event.kind !== 'header') out.push(event);
      }
    }
    yield out;
  }
  if (shape && held.length > 0) yield [merged(held, shape, layout)];
  if (!shape) yield [{ kind: 'fatal', problem: noHeader(file, layout) }];
}

/** Undefined unless the row holds every column that a report of this layout has. */
function shapeOf(fields: readonly string[], { columns, required }: ReportLayout): Shape | undefined {
  const names = fields.map(plain);
  const places = new Map(
    Object.entries(columns).flatMap(([column, known]) => {
      const found = known.map((name) => names.indexOf(plain(name))).find((index) => index >= 0);
      return found === undefined ? [] : [[column, found] as const];
    }),
  );
  if (!required.every((column) => places.has(column))) return undefined;
  const own = [...places.keys()].filter((column) => !ofRow.has(column));
  return { columns: ['hts', ...own, ...declaredColumns], places };
}

const ofRow: ReadonlySet<string> = new Set(['number', 'rate', 'duty', 'hts']);

function lineOf(event: RecordEvent, { places }: Shape): string {
  return ['entry_number', 'entry_line']
    .map((column) => event.fields[places.get(column) ?? -1]?.trim() ?? '')
    .join('\n');
}

function merged(rows: readonly RecordEvent[], shape: Shape, { headings, dates }: ReportLayout): RecordEvent {
  const field = (row: RecordEvent | undefined, column: string): string =>
    row?.fields[shape.places.get(column) ?? -1]?.trim() ?? '';
  const isHeading = (row: RecordEvent): boolean => {
    const digits = field(row, 'number').replaceAll(/\D/g, '');
    return headings.some((begin) => digits.startsWith(begin));
  };
  const goods = rows.find((row) => !isHeading(row)) ?? rows[0];
  const inOrder = goods === undefined ? rows : [goods, ...rows.filter((row) => row !== goods)];
  const values: Readonly<Record<string, string>> = {
    hts: field(goods, 'number'),
    declared_headings: parts(rows.map((row) => field(row, 'number'))),
    declared_rates: parts(rows.map((row) => field(row, 'rate'))),
    declared_duties: parts(rows.map((row) => field(row, 'duty'))),
    declared_duty: '',
  };
  const fields = shape.columns.map((column) => {
    if (column in values) return values[column] ?? '';
    const said = inOrder.map((row) => field(row, column)).filter((text) => text !== '');
    const first = said[0] ?? '';
    if (column === 'value') return said.find((text) => /[1-9]/.test(text)) ?? first;
    return column === 'date' ? dayOf(first, dates) : first;
  });
  return { kind: 'record', line: rows[0]?.line ?? 0, fields };
}

/** 04/05/2025 in the order of the layout; what is written otherwise is read, or refused, as in any file. */
function dayOf(text: string, order: ReportLayout['dates']): string {
  const [, one = '', two = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s.*)?$/.exec(text) ?? [];
  if (order === null || year === '') return text;
  const [month, day] = order === 'month-first' ? [one, two] : [two, one];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function noHeader(file: string, { columns, required, title }: ReportLayout): Problem {
  const names = required.map((column) => columns[column]?.[0] ?? column).join(', ');
  return problem('missing-column', 'error', `has no header with ${names}`, {
    file,
    line: 1,
    hint: `${title} has them all. Another layout: --layout FILE.`,
  });
}
