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
      problem(code, 'error', message, {
        file: this.file,
        line: this.lineOf(path),
        column: printPath(path),
        value: value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value),
        hint,
      }),
    );
  }
}
