import type { InvalidLine, ResultLine } from '../customs/assessment.ts';
import type { Problem } from '../customs/problem.ts';
import { rawRecord, record } from './csv-text.ts';
import { safeText } from './safe-text.ts';

/** Columns of the file of rejects. New ones are added at the end only. */
const columns = ['file', 'line', 'column', 'value', 'code', 'reason', 'hint', 'row'] as const;

/** Rejected rows as CSV: a record for each thing wrong with a row, with the whole row in each. */
export interface RejectsCsv {
  readonly head: () => string;
  readonly line: (line: Rejected) => string;
}

/** A row that is invalid: it could not be read, or what it declares contradicts itself. */
export type Rejected = Pick<InvalidLine, 'file' | 'lineNumber' | 'problems' | 'row'>;

/** Null: the line is not invalid. */
export function rejectedOf(line: ResultLine): Rejected | null {
  if (line.kind === 'invalid') return line;
  if (line.status !== 'invalid') return null;
  const { file, line: lineNumber } = line.line.where;
  return { file, lineNumber, problems: line.problems, row: line.row };
}

/** `raw`: text that a spreadsheet would run as a formula is left as it is. */
export function rejectsCsv({ raw }: { readonly raw: boolean }): RejectsCsv {
  const write = raw ? rawRecord : record;
  return {
    head: () => write(columns),
    line: (line) => {
      const row = rowText(line);
      return reasons(line)
        .map((problem) => write([...where(line, problem), ...what(problem), row]))
        .join('');
    },
  };
}

/** What makes the line invalid; warnings beside it do not. */
function reasons({ problems }: Rejected): readonly Problem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? errors : problems.slice(0, 1);
}

function where({ file, lineNumber }: Rejected, { column }: Problem): readonly string[] {
  return [file ?? '', lineNumber?.toString() ?? '', column ?? ''];
}

function what({ value, code, message, hint }: Problem): readonly string[] {
  return [value ?? '', code, safeText(message), safeText(hint ?? '')];
}

/** As it stands in the file without its line end; else its fields as CSV. */
function rowText({ row }: Rejected): string {
  const text = row?.raw ?? rawRecord(row?.fields ?? []);
  return text.replace(/\r?\n$|\r$/, '');
}
