import type { ResultLine } from '../customs/assessment.ts';
import { type Problem, problem } from '../customs/problem.ts';
import { closest } from '../exact/suggest.ts';
import { Stop, usage } from './stop.ts';
import { exit } from './world.ts';

/** Columns by which lines of two files can be found again. */
const keyColumns = ['id', 'entry_number', 'entry_line', 'hts', 'origin', 'date'] as const;

type KeyColumn = (typeof keyColumns)[number];

/** A line of each file that belong together; null: the other file does not have it. */
export interface Pair {
  readonly before: ResultLine | null;
  readonly after: ResultLine | null;
}

/** What of `--key` was asked; undefined: nothing. */
export function keyAsked(text: string | undefined): readonly KeyColumn[] | undefined {
  return text?.split(',').map((one) => {
    const name = one.trim();
    const found = keyColumns.find((column) => column === name);
    if (found) return found;
    const near = closest(name, keyColumns);
    throw usage(
      `lines cannot be found again by "${name}"`,
      '--key',
      near ? `Did you mean ${near}?` : `One or several of ${keyColumns.join(', ')}`,
      text,
    );
  });
}

/**
 * Lines of two files by their keys, in the order of the second file, those of the first alone after them. Lines with the same key belong
 * together in their order. Stops where no key of one file is in the other.
 */
export function pairLines(
  before: readonly ResultLine[],
  after: readonly ResultLine[],
  asked: readonly KeyColumn[] | undefined,
): { readonly pairs: readonly Pair[]; readonly problems: readonly Problem[] } {
  const columns = asked ?? usualKey([...before, ...after]);
  const waiting = new Map<string, ResultLine[]>();
  const problems: Problem[] = [];
  const keyed = (line: ResultLine): string | null => {
    const key = keyOf(line, columns);
    if (key === null) problems.push(withoutKey(line, columns));
    return key;
  };
  for (const line of before) {
    const key = keyed(line);
    if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), line]);
  }
  const twice = new Set([...waiting].filter(([, lines]) => lines.length > 1).map(([key]) => key));
  const left = new Set(before);
  const seen = new Set<string>();
  const pairs = after.map((line): Pair => {
    const key = keyed(line);
    if (key !== null && seen.has(key)) twice.add(key);
    if (key !== null) seen.add(key);
    const found = key === null ? undefined : waiting.get(key)?.shift();
    if (found) left.delete(found);
    return { before: found ?? null, after: line };
  });
  if (before.length > 0 && after.length > 0 && left.size === before.length) throw strangers(columns, before, after);
  for (const key of twice) problems.push(sameKey(key, columns));
  return { pairs: [...pairs, ...[...left].map((line) => ({ before: line, after: null }))], problems };
}

/** The id where any line has one; else the entry and its line. */
function usualKey(lines: readonly ResultLine[]): readonly KeyColumn[] {
  for (const columns of [['id'], ['entry_number', 'entry_line'], ['entry_number']] as const)
    if (lines.some((line) => keyOf(line, columns) !== null)) return columns;
  throw usage(
    'the lines of the two files carry no names by which they could be compared',
    '--key',
    'Give them a column id, or say what tells them apart: --key hts,origin,date',
  );
}

function keyOf(line: ResultLine, columns: readonly KeyColumn[]): string | null {
  const values = columns.map((column) => valueOf(line, column));
  return values.every((value) => value !== null) ? JSON.stringify(values) : null;
}

function valueOf(line: ResultLine, column: KeyColumn): string | null {
  if (line.kind === 'invalid') {
    if (column === 'entry_number') return line.entryNumber;
    return column === 'entry_line' ? null : line.echo[column];
  }
  const { id, entryNumber, entryLine, goods, origin, date } = line.line;
  switch (column) {
    case 'id':
      return id;
    case 'entry_number':
      return entryNumber;
    case 'entry_line':
      return entryLine;
    case 'hts':
      return goods.kind === 'number' ? goods.code : goods.name;
    case 'origin':
      return origin;
    default:
      return date;
  }
}

function withoutKey(line: ResultLine, columns: readonly KeyColumn[]): Problem {
  const place = line.kind === 'line' ? line.line.where : { file: line.file, line: line.lineNumber };
  return problem('not-matched', 'warning', 'has no name by which it could be found in the other file', {
    ...place,
    column: columns.join(', '),
  });
}

function sameKey(key: string, columns: readonly KeyColumn[]): Problem {
  const values = (JSON.parse(key) as readonly string[]).join(', ');
  return problem('not-matched', 'notice', 'names several lines of a file: they are compared in their order', {
    column: columns.join(', '),
    value: values,
    hint: `${values}: give each line a name of its own, or more columns with --key.`,
  });
}

function strangers(columns: readonly KeyColumn[], before: readonly ResultLine[], after: readonly ResultLine[]): Stop {
  const sample = (lines: readonly ResultLine[]): string =>
    columns.map((column) => (lines[0] && valueOf(lines[0], column)) ?? 'nothing').join(', ');
  return new Stop(exit.usage, [
    problem('not-matched', 'error', 'no line of one file is in the other', {
      column: columns.join(', '),
      hint: `The first begins with ${sample(before)}, the second with ${sample(after)}. Other columns: --key entry_number,entry_line`,
    }),
  ]);
}
