import { type Problem, problem } from '../customs/problem.ts';
import type { Fact } from '../customs/table.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import { type ColumnNames, columnNames } from './columns.ts';
import { carriedHint, suggestHeader } from './header-hints.ts';
import { mapByHand } from './header-by-hand.ts';

/** How the fields of a row become the columns of an entry line. Every other field is carried along. */
export interface HeaderPlan {
  readonly file: string;
  /** As written, trimmed, in order: the columns a row is echoed in. */
  readonly headers: readonly string[];
  /** Our column → place of the field that feeds it. */
  readonly fields: ReadonlyMap<string, number>;
  /** Our column → what it holds on every line, whatever the file says; left out: nothing is given so. */
  readonly given?: ReadonlyMap<string, string>;
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
  /** Columns that are given for every line: the file need not have them. */
  readonly given?: ReadonlyMap<string, string> | undefined;
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
    if (!group.some((column) => fields.has(column) || options.given?.has(column)))
      problems.push(missing(group, unread, names, options));
  }
  if (problems.length > 0) return fail(problems);
  const carried = unread.filter((header) => names.named(header) === undefined);
  const notes = carried.flatMap((header) => carriedHint(header, fields, names, options) ?? []);
  const given = options.given && { given: options.given };
  return ok({ file: options.file, headers, fields, ...given, problems: notes });
}

function* unnamedOrTwice(headers: readonly string[], { file, line }: HeaderOptions): Generator<Problem> {
  // Spreadsheets write empty columns at the right edge; a name between others that is missing is a mistake.
  const last = headers.findLastIndex((header) => header !== '');
  for (const [index, header] of headers.entries()) {
    if (header === '' && index < last) {
      yield problem('bad-header', 'error', `column ${index + 1} has no name`, {
        file,
        line,
        hint: 'Name it, or delete the column.',
      });
    } else if (header !== '' && headers.indexOf(header) < index) {
      yield problem(
        'bad-header',
        'error',
        `columns ${headers.indexOf(header) + 1} and ${index + 1} are both named "${header}"`,
        {
          file,
          line,
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
  return problem('missing-column', 'error', 'is missing from the header', {
    file,
    line,
    column: group.join(' or '),
    hint:
      meant === undefined
        ? `If it has another name: --map "THEIRS=${column}"`
        : `Is it "${meant}"? Then add --map "${meant}=${column}"`,
  });
}
