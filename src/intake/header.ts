import { type Problem, problem } from '../customs/problem.ts';
import type { Fact } from '../customs/table.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import { closest } from '../exact/suggest.ts';
import { type ColumnNames, columnNames, plain } from './columns.ts';
import { carriedHint, suggestHeader } from './header-hints.ts';

/** How the fields of a row become the columns of an entry line. Every other field is carried along. */
export interface HeaderPlan {
  readonly file: string;
  /** As written, trimmed, in order: the columns a row is echoed in. */
  readonly headers: readonly string[];
  /** Our column → place of the field that feeds it. */
  readonly fields: ReadonlyMap<string, number>;
  /** What is worth a look and stops nothing. */
  readonly problems: readonly Problem[];
}

export interface HeaderOptions {
  readonly file: string;
  readonly line: number;
  /** `--map theirs=ours`: a header as written → one of our columns. It goes before any match by name. */
  readonly map: ReadonlyMap<string, string>;
  /** Facts of the tables on hand, by column. */
  readonly facts: Readonly<Record<string, Fact>>;
  readonly currency: string;
}

/** A column, and what must be there for a line to be read: one of the names of each. */
const required: readonly (readonly string[])[] = [['hts', 'goods'], ['origin'], ['date'], ['value']];

/** Finds our columns in a header. Fails with every reason why its rows cannot be read. */
export function mapHeader(written: readonly string[], options: HeaderOptions): Result<HeaderPlan, Problem[]> {
  const headers = written.map((header) => header.trim());
  const names = columnNames(options.facts, options.currency);
  const problems = [...unnamedOrTwice(headers, options)];
  const mapped = mapByHand(headers, names, options);
  problems.push(...mapped.problems);
  const fields = new Map(mapped.fields);
  const taken = new Set(fields.values());
  for (const [index, header] of headers.entries()) {
    const column = taken.has(index) ? undefined : names.named(header);
    if (column === undefined || mapped.fields.has(column)) continue;
    const earlier = fields.get(column);
    if (earlier === undefined) fields.set(column, index);
    else if (headers[earlier] !== header) problems.push(bothMean(headers[earlier] ?? '', header, column, options));
  }
  const used = new Set(fields.values());
  const unread = headers.filter((header, index) => header !== '' && !used.has(index));
  for (const group of required) {
    if (!group.some((column) => fields.has(column))) problems.push(missing(group, unread, names, options));
  }
  if (problems.length > 0) return fail(problems);
  const carried = unread.filter((header) => names.named(header) === undefined);
  const notes = carried.flatMap((header) => carriedHint(header, fields, names, options) ?? []);
  return ok({ file: options.file, headers, fields, problems: notes });
}

function* unnamedOrTwice(headers: readonly string[], { file, line }: HeaderOptions): Generator<Problem> {
  for (const [index, header] of headers.entries()) {
    if (header === '') {
      yield problem('bad-header', 'error', `column ${index + 1} has no name`, {
        file,
        line,
        hint: 'Name it, or delete the column.',
      });
    } else if (headers.indexOf(header) < index) {
      yield problem(
        'bad-header',
        'error',
        `columns ${headers.indexOf(header) + 1} and ${index + 1} are both named "${header}"`,
        {
          file,
          line,
          column: header,
          hint: 'Rename one of them.',
        },
      );
    }
  }
}

function bothMean(first: string, second: string, column: string, { file, line }: HeaderOptions): Problem {
  return problem('bad-header', 'error', `"${first}" and "${second}" both mean ${column}`, {
    file,
    line,
    column: second,
    hint: `Say which is meant: --map "${first}=${column}" or --map "${second}=${column}"`,
  });
}

function missing(
  group: readonly string[],
  unread: readonly string[],
  names: ColumnNames,
  { file, line }: HeaderOptions,
): Problem {
  const column = group[0] ?? '';
  const meant = suggestHeader(group, unread, names);
  return problem('missing-column', 'error', `the column ${group.join(' or ')} is missing`, {
    file,
    line,
    column,
    hint:
      meant === undefined
        ? `If it has another name: --map "THEIRS=${column}"`
        : `Is it "${meant}"? Then add --map "${meant}=${column}"`,
  });
}

interface ByHand {
  readonly fields: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

function mapByHand(headers: readonly string[], names: ColumnNames, { map, file }: HeaderOptions): ByHand {
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
