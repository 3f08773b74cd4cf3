import { type Problem, type ProblemCode, problem } from '../customs/problem.ts';
import { type JsonPath, printPath } from './json-text.ts';

/**
 * Collects every mistake while a table is read, each at its place, so that one never hides the next. Readers return a
 * stand-in where they found a mistake; nobody looks at it, since a table with problems is not used.
 */
export class Reading {
  readonly problems: Problem[] = [];
  readonly file: string;
  private readonly lineOf: (path: JsonPath) => number;

  constructor(file: string, lineOf: (path: JsonPath) => number) {
    this.file = file;
    this.lineOf = lineOf;
  }

  wrong(
    path: JsonPath,
    value: unknown,
    message: string,
    hint: string | null = null,
    code: ProblemCode = 'bad-table',
  ): void {
    this.problems.push(
      problem(code, 'error', withValue(value, message), {
        file: this.file,
        line: this.lineOf(path),
        column: printPath(path),
        value: value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value),
        hint,
      }),
    );
  }
}

const longest = 60;

/** Messages that speak of the value without naming it. */
const ofTheValue = /^(?:is|has|runs|needs|says|stands|tests|asks|ends|expected)\b/;

/** `is not a rate` about "25 percent" → `"25 percent" is not a rate`. Objects and lists are not written out. */
function withValue(value: unknown, message: string): string {
  if (!ofTheValue.test(message)) return message;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return message;
  const text = JSON.stringify(value);
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return message.startsWith('expected') ? `${shown} does not fit; ${message}` : `${shown} ${message}`;
}
