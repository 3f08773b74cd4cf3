import { type Problem, problem } from '../customs/problem.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import type { CsvEvent } from './csv-event.ts';

/** A row of a file whose columns have names of their own. */
export interface NamedRow {
  /** Trimmed; empty where the file has no such column. */
  readonly field: (name: string) => string;
  /** File, line and the row as it stands, for a problem. */
  readonly at: Pick<Problem, 'file' | 'line' | 'value'>;
}

/** The columns a file must have, and a header that shows all it may have. */
export interface NamedColumns {
  readonly required: readonly string[];
  readonly sample: string;
}

/** Reads a file of figures that a run rests on: one row that cannot be read spoils all of it, and every such row is told. */
export function parseNamedRows<Row>(
  events: readonly CsvEvent[],
  file: string,
  { required, sample }: NamedColumns,
  read: (row: NamedRow) => Result<Row, Problem>,
): Result<readonly Row[], readonly Problem[]> {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  let header: readonly string[] = [];
  for (const event of events) {
    if (event.kind === 'fatal' || event.kind === 'broken') problems.push(event.problem);
    else if (event.kind === 'header') {
      header = event.fields.map((field) => field.trim().toLowerCase());
      for (const column of required.filter((name) => !header.includes(name)))
        problems.push(
          problem('missing-column', 'error', 'is missing from the header', {
            file,
            line: event.line,
            column,
            hint: sample,
          }),
        );
    } else if (required.every((name) => header.includes(name))) {
      const field = (name: string): string => event.fields[header.indexOf(name)]?.trim() ?? '';
      const row = read({ field, at: { file, line: event.line, value: event.fields.join(',') } });
      if (row.ok) rows.push(row.value);
      else problems.push(row.error);
    }
  }
  return problems.length > 0 ? fail(problems) : ok(rows);
}
