import type { ResultLine, Row } from '../customs/assessment.ts';
import type { Decimal } from '../exact/decimal.ts';
import { plainMoney } from './amounts.ts';
import { columnNames, answerCells, defaultColumns } from './csv-columns.ts';
import { rawRecord, record } from './csv-text.ts';
import { summaryJson } from './json.ts';
import type { Renderer, RunInfo, Style } from './rendering.ts';

/** What stands first where there was no file. */
const declaredColumns = ['id', 'hts', 'origin', 'date', 'value'] as const;

/** Columns of the input that have one of our names, as in a file this program wrote: they give way to the new answer. */
export function replacedColumns(columns: readonly string[]): readonly string[] {
  return columns.filter(isOurs);
}

function isOurs(column: string): boolean {
  return (columnNames as readonly string[]).includes(column.trim().toLowerCase());
}

/**
 * The input's columns as they were, then ours. RFC 4180, lines end in LF. With a summary its rows stand instead. What a spreadsheet would
 * run is neutralised, unless the run is `raw`.
 */
export function csvRenderer(info: RunInfo, style: Style): Renderer {
  return info.summaryBy.length > 0 ? summaryCsv(info, style) : linesCsv(info, style);
}

function linesCsv(info: RunInfo, { rounding }: Style): Renderer {
  const { added = defaultColumns } = info;
  const write = info.raw === true ? rawRecord : record;
  const money = plainMoney(rounding);
  const first = carriedColumns(info, money);
  return {
    head: () => write([...first.names, ...added.map(({ title }) => title)]),
    lines: (batch) => batch.map((line) => write([...first.fields(line), ...answerCells(line, added, money)])).join(''),
    tail: () => '',
  };
}

/** What stands in front of the answer: the columns of the input, or what a shipment by flags declared. */
export interface CarriedColumns {
  readonly names: readonly string[];
  /** Their places in the input; empty for a shipment by flags. */
  readonly kept: readonly number[];
  readonly fields: (line: ResultLine) => readonly string[];
}

export function carriedColumns({ columns }: RunInfo, money: (amount: Decimal) => string): CarriedColumns {
  if (columns.length === 0) return { names: declaredColumns, kept: [], fields: (line) => declaredFields(line, money) };
  const kept = columns.flatMap((column, index) => (isOurs(column) ? [] : [index]));
  return {
    names: kept.map((index) => columns[index] ?? ''),
    kept,
    fields: (line) => carried(line.row, kept, columns.length),
  };
}

/** The fields of the row, as many as the header has; a longer row keeps its surplus in the last of them. */
function carried(row: Row | null, kept: readonly number[], width: number): readonly string[] {
  const fields = row?.fields ?? [];
  const surplus = fields.slice(width);
  return kept.map((index) => {
    const field = fields[index] ?? '';
    return surplus.length > 0 && index === width - 1 ? [field, ...surplus].join(',') : field;
  });
}

function declaredFields(line: ResultLine, money: (amount: Decimal) => string): readonly string[] {
  if (line.kind === 'invalid') {
    const { id, hts, origin, date, value } = line.echo;
    return [id ?? '', hts ?? '', origin ?? '', date ?? '', value ?? ''];
  }
  const { id, goods, origin, date, value } = line.line;
  return [id ?? '', goods.kind === 'number' ? goods.code : '', origin, date, money(value)];
}

function summaryCsv({ summaryBy }: RunInfo, style: Style): Renderer {
  const row = (summary: Readonly<Record<string, unknown>>): string => record(Object.values(summary).map(String));
  return {
    head: () => record([...summaryBy, 'lines', 'entered_value', 'duty']),
    lines: () => '',
    tail: ({ summary }) => (summary ?? []).map((each) => row(summaryJson(each, summaryBy, style))).join(''),
  };
}
