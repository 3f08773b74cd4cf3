import { type Problem, type ProblemCode, problem } from '../customs/problem.ts';
import { type Field, trimField } from './field.ts';
import { shorten } from './shorten.ts';

/** Where a declaration stands, and what its columns are called there: headers of a file, or flags (then both are null). */
export interface Place {
  readonly file: string | null;
  readonly line: number | null;
  readonly nameOf: (column: string) => string;
}

/** No code, country, amount or day is longer, with spaces; what is would only cost the time of reading it closely. In characters. */
const longest = 250;

/** Reads fields one by one and keeps every problem at its place. */
export class LineReader {
  readonly problems: Problem[] = [];
  readonly columns: ReadonlyMap<string, string>;
  private readonly place: Place;

  constructor(columns: ReadonlyMap<string, string>, place: Place) {
    this.columns = columns;
    this.place = place;
  }

  /** Null where the field is empty or its column is not there. */
  text(column: string): string | null {
    const text = this.columns.get(column);
    if (text === undefined || text === '') return null;
    const trimmed = trimField(text);
    return trimmed === '' ? null : trimmed;
  }

  optional<Value>(column: string, parse: (text: string) => Field<Value>): Value | null {
    const text = this.text(column);
    if (text === null) return null;
    if (text.length > longest) {
      this.wrong(column, 'bad-field', `is ${text.length} characters long; at most ${longest} can mean anything`, null);
      return null;
    }
    const field = parse(text);
    if (field.ok) return field.value;
    this.wrong(column, 'bad-field', field.error.message, field.error.hint);
    return null;
  }

  required<Value>(column: string, parse: (text: string) => Field<Value>, sample: string): Value | null {
    if (this.text(column) !== null) return this.optional(column, parse);
    this.wrong(column, 'missing-field', 'is missing', sample);
    return null;
  }

  /** Good to know of a field that can be read. */
  note(column: string, code: ProblemCode, message: string): Problem {
    const { file, line, nameOf } = this.place;
    return problem(code, 'notice', message, { file, line, column: nameOf(column) });
  }

  wrong(column: string, code: ProblemCode, message: string, hint: string | null): void {
    const text = this.columns.get(column);
    const value = text === undefined || text === '' ? null : shorten(text);
    const { file, line, nameOf } = this.place;
    this.problems.push(problem(code, 'error', message, { file, line, column: nameOf(column), value, hint }));
  }
}
