import { type Problem, problem } from '../customs/problem.ts';
import { closest } from '../exact/suggest.ts';
import { cellNumber, cellText } from './cell-text.ts';
import type { CsvEvent } from './csv-event.ts';
import { type Sheet, type VoidCell, type WorkbookParts, voidCells, workbookParts } from './workbook-parts.ts';

export interface WorkbookOptions {
  readonly file: string;
  /** Null: the first that is not hidden. */
  readonly sheet: string | null;
  /** The sign of the currency in which values are read. */
  readonly currencySign: string;
}

/** Rows of a sheet as events, and what is good to know of the workbook. */
export interface WorkbookRows {
  readonly events: readonly (readonly CsvEvent[])[];
  readonly notes: readonly Problem[];
}

const batchSize = 1000;

/**
 * Reads a sheet of a workbook (XLSX) to the same events as CSV; lines are its rows. Dates come as `YYYY-MM-DD`, numbers with the digits the
 * spreadsheet shows at most, formulas as their saved results. All of the sheet is held in memory.
 */
export async function readWorkbook(bytes: Uint8Array, options: WorkbookOptions): Promise<WorkbookRows> {
  const { file } = options;
  const parts = partsOf(bytes);
  if (!parts) return fatal(file, 'is a ZIP archive that holds no workbook, or is damaged', null);
  const sheet = sheetOf(parts, options);
  if ('code' in sheet) return { events: [[{ kind: 'fatal', problem: sheet }]], notes: [] };
  const excel = await import('read-excel-file/universal');
  try {
    const how = { trim: false, parseNumber: (text: string) => cellNumber(text) ?? text };
    const rows = await excel.readSheet<string>(toArrayBuffer(bytes), sheet.name, how);
    return { events: eventsOf(rows, voidCells(sheet.xml()), file), notes: notesOn(parts, sheet, options) };
  } catch (error) {
    return fatal(file, `the sheet cannot be read: ${error instanceof Error ? error.message : String(error)}`, null);
  }
}

function partsOf(bytes: Uint8Array): WorkbookParts | undefined {
  try {
    return workbookParts(bytes);
  } catch {
    return undefined;
  }
}

function fatal(file: string, message: string, hint: string | null): WorkbookRows {
  return { events: [[{ kind: 'fatal', problem: problem('bad-csv', 'error', message, { file, hint }) }]], notes: [] };
}

function sheetOf({ sheets }: WorkbookParts, { file, sheet }: WorkbookOptions): Sheet | Problem {
  const names = sheets.map(({ name }) => name);
  const found =
    sheet === null
      ? (sheets.find(({ isVisible }) => isVisible) ?? sheets[0])
      : sheets.find(({ name }) => name === sheet);
  if (found) return found;
  if (sheet === null) return problem('bad-csv', 'error', 'the workbook has no sheet', { file });
  const near = closest(sheet, names);
  return problem('bad-usage', 'error', `the workbook has no sheet "${sheet}"`, {
    file,
    column: '--sheet',
    value: sheet,
    hint: near === undefined ? `It has: ${names.join(', ')}` : `Did you mean "${near}"?`,
  });
}

function notesOn({ sheets, currencies }: WorkbookParts, read: Sheet, options: WorkbookOptions): readonly Problem[] {
  const { file, sheet, currencySign } = options;
  const others = sheets.filter((one) => one !== read).map(({ name }) => name);
  const foreign = currencies.filter((sign) => sign !== currencySign);
  return [
    ...(sheet === null && others.length > 0
      ? [
          problem('read-as', 'notice', `of ${sheets.length} sheets, "${read.name}" was read`, {
            file,
            hint: `Another one: --sheet NAME (${others.join(', ')})`,
          }),
        ]
      : []),
    ...(foreign.length > 0
      ? [
          problem('read-as', 'warning', `cells are formatted in ${foreign.join(', ')}; the sign is not read`, {
            file,
            hint: `Values count in ${currencySign} unless a column currency says otherwise.`,
          }),
        ]
      : []),
  ];
}

function eventsOf(
  rows: readonly (readonly unknown[])[],
  voids: readonly VoidCell[],
  file: string,
): readonly (readonly CsvEvent[])[] {
  // A row that holds nothing else would not come at all.
  const last = voids.reduce((most, { row }) => Math.max(most, row), rows.length);
  const texts = withoutMargin(Array.from({ length: last }, (_, index) => (rows[index] ?? []).map(cellText)));
  const top = texts.findIndex((fields) => fields.some((field) => field.trim() !== ''));
  const header = withoutTail(texts[top] ?? [], 0);
  if (header.length === 0) {
    const empty = problem('bad-csv', 'error', 'the sheet is empty; its first row must name the columns', { file });
    return [[{ kind: 'fatal', problem: empty }]];
  }
  const voidIn = new Map(voids.toReversed().map((cell) => [cell.row, cell]));
  const records = texts.slice(top + 1).map((cells, index): CsvEvent => {
    const line = top + index + 2;
    const fields = withoutTail(cells, header.length);
    const cell = voidIn.get(line);
    return cell
      ? { kind: 'broken', line, fields, raw: fields.join(','), problem: noValue(cell, file) }
      : { kind: 'record', line, fields };
  });
  const batches: CsvEvent[][] = [[{ kind: 'header', line: top + 1, fields: header }]];
  for (let at = 0; at < records.length; at += batchSize) batches.push(records.slice(at, at + batchSize));
  return batches;
}

function noValue({ address, row, why }: VoidCell, file: string): Problem {
  const hint = 'Mend it in a spreadsheet program, which saves the results of formulas.';
  return problem('bad-row', 'error', `cell ${address} ${why}`, { file, line: row, hint });
}

/** A table may begin further right: columns at the left that are empty in every row mean nothing. */
function withoutMargin(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const margin = rows.reduce((least, fields) => {
    const first = fields.findIndex((field) => field.trim() !== '');
    return first < 0 ? least : Math.min(least, first);
  }, Infinity);
  return margin > 0 && margin < Infinity ? rows.map((fields) => fields.slice(margin)) : rows;
}

/** Empty cells at the right edge mean nothing, where the header has no column for them. */
function withoutTail(fields: readonly string[], least: number): readonly string[] {
  const last = fields.findLastIndex((field) => field !== '');
  return fields.slice(0, Math.max(last + 1, least));
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
