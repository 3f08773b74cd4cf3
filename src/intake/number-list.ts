import type { CommodityCode } from '../customs/commodity-code.ts';
import type { Where } from '../customs/entry-line.ts';
import { type Problem, problem } from '../customs/problem.ts';
import type { UnreadNumber } from '../customs/rates-due.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import { type ColumnNames, plain } from './columns.ts';
import type { BrokenEvent, HeaderEvent, RecordEvent } from './csv-event.ts';
import type { EntryContext } from './entry-context.ts';
import { LineReader } from './line-reader.ts';

/** Where in a list the numbers stand. Without a header every line is a number, the first too. */
export interface NumberPlan {
  readonly file: string;
  readonly field: number;
  readonly header: string | null;
}

export type ListedNumber =
  { readonly kind: 'number'; readonly code: CommodityCode; readonly where: Where } | UnreadNumber;

const column = 'hts';

/**
 * A list of numbers, one on each line, or CSV with a column of them. `asked`: columns that would change the rates; a list that has them asks
 * something of each line that is not read, so it is refused.
 */
export function planNumbers(
  first: HeaderEvent,
  file: string,
  names: ColumnNames,
  asked: ReadonlySet<string>,
): Result<NumberPlan, Problem> {
  const field = first.fields.findIndex((header) => names.named(header) === column);
  const [only = ''] = first.fields;
  const unread = first.fields.filter((header) => asked.has(names.named(header) ?? ''));
  if (field >= 0 && unread.length > 0)
    return fail(
      problem('bad-header', 'error', `a list of numbers is asked as a whole: ${unread.join(', ')} would not be read`, {
        file,
        line: first.line,
        hint: 'Leave the columns out and give --origin, --date or the facts for all numbers; tariff calc reads them line by line.',
      }),
    );
  if (field >= 0) return ok({ file, field, header: first.fields[field]?.trim() ?? column });
  if (first.fields.length > 1)
    return fail(
      problem('missing-column', 'error', 'is missing from the header', {
        file,
        line: first.line,
        column,
        value: first.fields.join(','),
        hint: 'Name the column of the numbers hts, or give a list with one number on each line.',
      }),
    );
  const isHeader = names.maybe.get(plain(only)) === column;
  return ok({ file, field: 0, header: isHeader ? only.trim() : null });
}

/** Reads rows to numbers, one for one and in order; only rows without any text are left out. */
export function parseNumbers(
  rows: readonly (HeaderEvent | RecordEvent | BrokenEvent)[],
  { file, field, header }: NumberPlan,
  context: EntryContext,
): readonly ListedNumber[] {
  return rows.flatMap((row): readonly ListedNumber[] => {
    const where = { file, line: row.line };
    if (row.kind === 'broken') return [{ kind: 'unread', where, text: row.raw, problems: [row.problem] }];
    if (row.fields.every((one) => one.trim() === '')) return [];
    const text = row.fields[field] ?? '';
    const reader = new LineReader(new Map([[column, text]]), { ...where, nameOf: () => header ?? column });
    const code = reader.required(column, context.code, context.codeSample);
    return [
      code === null ? { kind: 'unread', where, text, problems: reader.problems } : { kind: 'number', code, where },
    ];
  });
}
