import { type Problem, problem } from '../customs/problem.ts';
import { closest } from '../exact/suggest.ts';
import { type ColumnNames, plain } from './columns.ts';

/** Columns the user mapped, with the place of the field that feeds each, and mappings that say nothing. */
export interface ByHand {
  readonly fields: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

/** Reads `--map theirs=ours`: a header as written, or else in its plain spelling; one of our columns, or another name of it. */
export function mapByHand(
  headers: readonly string[],
  names: ColumnNames,
  { map, file }: { readonly map: ReadonlyMap<string, string>; readonly file: string },
): ByHand {
  const fields = new Map<string, number>();
  const problems: Problem[] = [];
  const wrong = (theirs: string, ours: string, message: string, near: string | undefined): void => {
    const hint = near === undefined ? null : `Did you mean "${near}"?`;
    problems.push(problem('bad-usage', 'error', message, { file, column: '--map', value: `${theirs}=${ours}`, hint }));
  };
  for (const [theirs, ours] of map) {
    const exact = headers.indexOf(theirs.trim());
    const index = exact >= 0 ? exact : headers.findIndex((header) => plain(header) === plain(theirs));
    const column = names.named(ours);
    if (index < 0) wrong(theirs, ours, `the file has no column "${theirs}"`, closest(theirs, headers));
    if (column === undefined) wrong(theirs, ours, `"${ours}" is not one of our columns`, closest(ours, names.all));
    if (index < 0 || column === undefined) continue;
    if (fields.has(column))
      wrong(theirs, ours, `${column} is already fed by "${headers[fields.get(column) ?? 0]}"`, undefined);
    else fields.set(column, index);
  }
  return { fields, problems };
}
