import type { AssessedLine, ResultLine } from '../customs/assessment.ts';
import type { EntryLine, Where } from '../customs/entry-line.ts';
import { about } from './charge.ts';
import { withFees } from './entry-fees.ts';
import type { Law } from './law.ts';
import { wrongLine } from './wrong-line.ts';

/**
 * Lines grouped into entries as they come. `each-line`: a line is an entry by itself, as one shipment by flags is; `by-number`: lines that
 * follow each other under one entry number are one. Lines of the last entry are held back until the next begins.
 */
export interface EntryRun {
  readonly grouping: 'each-line' | 'by-number';
  /** Numbers of the entries that have begun, with the place of the first line: one that comes again is not adjacent. Grows with the entries of a file that numbers them. */
  readonly begun: Map<string, Where>;
  current: string | null;
  held: ResultLine[];
}

export function startEntries(grouping: EntryRun['grouping']): EntryRun {
  return { grouping, begun: new Map(), current: null, held: [] };
}

/**
 * A line whose entry was ended by lines of another one: the fees of that entry are charged already, perhaps at their least or most. Asked
 * of each line in order, before it is assessed, so that it draws on nothing.
 */
export function strayLine(run: EntryRun, line: EntryLine, law: Law): AssessedLine | undefined {
  if (run.grouping === 'each-line' || law.fees.length === 0) return undefined;
  const number = line.entryNumber;
  if (number === run.current) return undefined;
  run.current = number;
  if (number === null) return undefined;
  const first = run.begun.get(number);
  if (!first) {
    run.begun.set(number, line.where);
    return undefined;
  }
  run.current = null;
  const problem = about(
    { line },
    'entry-not-adjacent',
    'error',
    `entry ${number} began ${placeWords(first, line.where)}, and lines of another entry stand between: the fees written there are those of a part of it`,
    'entry_number',
    'Sort the file so that the lines of an entry follow each other.',
  );
  return wrongLine(line, problem);
}

function placeWords(first: Where, { file }: Where): string {
  return [
    ...(first.line === null ? ['further up'] : [`on line ${first.line}`]),
    ...(first.file === null || first.file === file ? [] : [`of ${first.file}`]),
  ].join(' ');
}

/** Passes lines on once all lines of their entry are known, with their fees. Nothing is held where there are no fees. */
export function throughEntries(results: readonly ResultLine[], run: EntryRun, law: Law): readonly ResultLine[] {
  if (law.fees.length === 0) return results;
  if (run.grouping === 'each-line') return results.flatMap((line) => withFees([line], law));
  const done: ResultLine[] = [];
  for (const result of results) {
    if (!continues(result, run.held)) done.push(...endEntry(run, law));
    if ((numberOf(result) === null && run.held.length === 0) || isStray(result)) done.push(result);
    else run.held.push(result);
  }
  return done;
}

/** What is wrong with rows whose fields cannot be told apart, the entry number among them. */
const unreadable: ReadonlySet<string> = new Set(['bad-row', 'bad-csv', 'encoding']);

/** A row whose number could not be read may be a line of the entry that is open; one that has none, whatever else is wrong with it, is not. */
function continues(result: ResultLine, [first]: readonly ResultLine[]): boolean {
  if (first === undefined) return true;
  const number = numberOf(result);
  if (number !== null || result.kind !== 'invalid') return number === numberOf(first);
  return result.problems.some(({ code }) => unreadable.has(code));
}

/** The lines of the last entry, when no more can come. */
export function endEntry(run: EntryRun, law: Law): readonly ResultLine[] {
  const lines = withFees(run.held, law);
  run.held = [];
  return lines;
}

function numberOf(line: ResultLine): string | null {
  return line.kind === 'line' ? line.line.entryNumber : line.entryNumber;
}

function isStray(line: ResultLine): boolean {
  return line.problems.some(({ code }) => code === 'entry-not-adjacent');
}
