import type { AssessedLine, DutyLine, ResultLine, Row } from '../customs/assessment.ts';
import type { Decimal } from '../exact/decimal.ts';
import { plainMoney } from './amounts.ts';
import { joined, problemText, rawRecord, record } from './csv-text.ts';
import { summaryJson } from './json.ts';
import type { Renderer, RunInfo, Style } from './rendering.ts';
import { baseHeading } from './words.ts';

/** What is added to the input's columns. New ones are added at the end only. */
export const addedColumns = [
  'tariff_status',
  'tariff_duty',
  'tariff_fees',
  'tariff_total',
  'tariff_headings',
  'tariff_rates',
  'tariff_quota',
  'tariff_problems',
  'tariff_not_covered',
] as const;

/** What stands first where there was no file. */
const declaredColumns = ['id', 'hts', 'origin', 'date', 'value'] as const;

/** Columns of the input that have one of our names, as in a file this program wrote: they give way to the new answer. */
export function replacedColumns(columns: readonly string[]): readonly string[] {
  return columns.filter(isOurs);
}

function isOurs(column: string): boolean {
  return (addedColumns as readonly string[]).includes(column.trim().toLowerCase());
}

/**
 * The input's columns as they were, then ours. RFC 4180, lines end in LF. With a summary its rows stand instead. What a spreadsheet would
 * run is neutralised, unless the run is `raw`.
 */
export function csvRenderer(info: RunInfo, style: Style): Renderer {
  return info.summaryBy.length > 0 ? summaryCsv(info, style) : linesCsv(info, style);
}

function linesCsv({ columns, raw }: RunInfo, { rounding }: Style): Renderer {
  const write = raw === true ? rawRecord : record;
  const money = plainMoney(rounding);
  const kept = columns.flatMap((column, index) => (isOurs(column) ? [] : [index]));
  const first =
    columns.length === 0
      ? (line: ResultLine) => declaredFields(line, money)
      : (line: ResultLine) => carried(line.row, kept, columns.length);
  const names = columns.length === 0 ? declaredColumns : kept.map((index) => columns[index] ?? '');
  return {
    head: () => write([...names, ...addedColumns]),
    lines: (batch) => batch.map((line) => write([...first(line), ...answerFields(line, money)])).join(''),
    tail: () => '',
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

/** The cells that are added to a row, as text. */
export function answerFields(line: ResultLine, money: (amount: Decimal) => string): readonly string[] {
  const problems = joined(line.problems.map(problemText));
  if (line.kind === 'invalid') return [line.status, '', '', '', '', '', '', problems, ''];
  const { duties, status, totals } = line;
  return [
    status,
    totals ? money(totals.duty) : '',
    totals?.fees ? money(totals.fees) : '',
    totals ? money(totals.total) : '',
    joined(duties.map(({ headings, role }) => headings.join('+') || (role === 'base' ? baseHeading : ''))),
    joined(duties.map((duty) => duty.rate)),
    quotaText(line),
    problems,
    joined(line.notCovered),
  ];
}

/** "9903.80.67/DE/2022-Q1=50000kg", as `--balance` takes it: what was drawn. */
function quotaText({ duties }: AssessedLine): string {
  const draws = duties.flatMap(({ quota }: DutyLine) => (quota ? [`${quota.id}=${quota.drawn}${quota.unit}`] : []));
  return joined([...new Set(draws)]);
}

function summaryCsv({ summaryBy }: RunInfo, style: Style): Renderer {
  const row = (summary: Readonly<Record<string, unknown>>): string => record(Object.values(summary).map(String));
  return {
    head: () => record([...summaryBy, 'lines', 'entered_value', 'duty']),
    lines: () => '',
    tail: ({ summary }) => (summary ?? []).map((each) => row(summaryJson(each, summaryBy, style))).join(''),
  };
}
