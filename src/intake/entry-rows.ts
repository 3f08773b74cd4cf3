import type { InvalidLine, Row } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { type Problem, problem } from '../customs/problem.ts';
import type { BrokenEvent, RecordEvent } from './csv-event.ts';
import type { EntryContext } from './entry-context.ts';
import { parseEntryLine } from './entry-line.ts';
import type { HeaderPlan } from './header.ts';

/** A line that was read, beside its row: formats that keep the input's columns echo it. */
export interface ReadLine {
  readonly kind: 'line';
  readonly line: EntryLine;
  readonly row: Row;
}

export type EntryRow = ReadLine | InvalidLine;

/**
 * Reads rows to lines, one for one and in order; a row that is no line comes as what is wrong with it. Only rows without
 * any text are left out: spreadsheets write them below the last line.
 */
export function parseEntryRows(
  rows: readonly (RecordEvent | BrokenEvent)[],
  plan: HeaderPlan,
  context: EntryContext,
): EntryRow[] {
  const nameOf = (column: string): string => plan.headers[plan.fields.get(column) ?? -1] ?? column;
  return rows.flatMap((row) => {
    const { fields, line } = row;
    const echo = row.raw === undefined ? { fields } : { fields, raw: row.raw };
    if (row.kind === 'broken') return [invalid(line, { ...echo, fields: fitBroken(row, plan) }, [row.problem], plan)];
    if (fields.every((field) => field.trim() === '')) return [];
    if (fields.length !== plan.headers.length)
      return [invalid(line, { ...echo, fields: fit(fields, plan) }, [ragged(fields, line, plan)], plan)];
    const entry = parseEntryLine(columnsOf(fields, plan), { file: plan.file, line, nameOf }, context);
    return [entry.ok ? { kind: 'line', line: entry.value, row: echo } : invalid(line, echo, entry.error, plan)];
  });
}

function columnsOf(fields: readonly string[], plan: HeaderPlan): Map<string, string> {
  const columns = new Map<string, string>();
  for (const [column, index] of plan.fields) {
    const field = fields[index];
    if (field !== undefined) columns.set(column, field);
  }
  for (const [column, field] of plan.given ?? []) columns.set(column, field);
  return columns;
}

function invalid(line: number, row: Row, problems: readonly Problem[], plan: HeaderPlan): InvalidLine {
  const columns = columnsOf(row.fields, plan);
  const text = (column: string): string | null => columns.get(column)?.trim() || null;
  return {
    kind: 'invalid',
    status: 'invalid',
    file: plan.file,
    lineNumber: line,
    entryNumber: text('entry_number'),
    echo: { id: text('id'), hts: text('hts'), origin: text('origin'), date: text('date'), value: text('value') },
    problems,
    row,
  };
}

/** As many fields as the header has columns: missing ones empty; what is too much is told by the problem. */
function fit(fields: readonly string[], { headers }: HeaderPlan): string[] {
  return headers.map((_, index) => fields[index] ?? '');
}

/** Where even the number of fields is wrong, the whole text stands in the first column. */
function fitBroken({ fields, raw }: BrokenEvent, { headers }: HeaderPlan): readonly string[] {
  return fields.length === headers.length ? fields : headers.map((_, index) => (index === 0 ? raw : ''));
}

function ragged(fields: readonly string[], line: number, { file, headers }: HeaderPlan): Problem {
  const counts = `${fields.length} ${fields.length === 1 ? 'field' : 'fields'}, the header ${headers.length}`;
  if (fields.length < headers.length) {
    const hint = `Without a field: ${headers.slice(fields.length).join(', ')}. An empty field needs its comma too.`;
    return problem('bad-row', 'error', `the row has ${counts}`, { file, line, hint });
  }
  const extra = fields
    .slice(headers.length)
    .map((field) => `"${field}"`)
    .join(', ');
  return problem('bad-row', 'error', `the row has ${counts}; left over: ${extra}`, {
    file,
    line,
    value: fields.slice(headers.length).join(','),
    hint: 'Put a field that holds a comma in quotation marks: "100,000.00".',
  });
}
