import { type Problem, problem } from '../../customs/problem.ts';
import { type ExportRow, jsonNames, rateColumns } from './export-row.ts';

const required: readonly string[] = [...Object.values(jsonNames), ...rateColumns.map(({ json }) => json)];

/** Where the rows stand: 1 within the array, 2 within a row, 3 within a list of a row. */
const inArray = 1;
const inRow = 2;
const inList = 3;
const mostProblems = 100;

/** Gathers rows from the walk over a JSON text: containers as they open and close, keys and plain values between. */
export class JsonRows {
  readonly rows: ExportRow[] = [];
  readonly problems: Problem[] = [];
  /** Rows begun so far. */
  count = 0;
  private readonly file: string;
  private depth = 0;
  private line = 1;
  private keyName = '';
  private list: unknown[] | undefined;
  private fields = new Map<string, unknown>();
  private foreign = false;

  constructor(file: string) {
    this.file = file;
  }

  open(kind: 'object' | 'array', line: number): void {
    if (this.depth === 0 && kind === 'object') this.foreignLayout(line, 'an object where the list of rows is expected');
    if (this.depth === inArray) this.begin(kind, line);
    else if (this.depth === inRow) {
      this.list = [];
      this.fields.set(this.keyName, kind === 'array' ? this.list : { kind });
    } else if (this.depth === inList) this.list?.push({ kind });
    this.depth++;
  }

  close(): void {
    this.depth--;
    if (this.depth === inArray) this.end();
    else if (this.depth === inRow) this.list = undefined;
    else if (this.depth === 0 && this.count === 0) this.foreignLayout(1, 'no row');
  }

  key(name: string, line: number): void {
    if (this.depth !== inRow) return;
    if (this.fields.has(name)) this.wrong(`the key "${name}" is written twice; the first value would be lost`, line);
    this.keyName = name;
  }

  value(value: unknown, line: number): void {
    if (this.depth === 0) this.foreignLayout(line, 'a single value');
    else if (this.depth === inArray) this.foreignLayout(line, 'a value where a row is expected');
    else if (this.depth === inRow) this.fields.set(this.keyName, value);
    else if (this.depth === inList) this.list?.push(value);
  }

  private begin(kind: 'object' | 'array', line: number): void {
    this.count++;
    this.line = line;
    this.fields = new Map();
    if (kind === 'array') this.foreignLayout(line, 'a list where a row is expected');
  }

  private end(): void {
    if (this.foreign) return;
    const missing = required.filter((name) => !this.fields.has(name));
    if (missing.length === 0) this.rows.push(this.row());
    else if (this.count === 1)
      this.foreignLayout(
        this.line,
        `rows without ${missing.join(', ')} (they have ${[...this.fields.keys()].join(', ')})`,
      );
    else this.wrong(`row ${this.count} has no ${missing.join(', ')}`, this.line);
  }

  private row(): ExportRow {
    this.text(jsonNames.indent, /^\d+$/);
    return {
      line: this.line,
      row: this.count,
      number: this.text(jsonNames.number),
      description: this.text(jsonNames.description),
      units: this.unitTexts(),
      cells: rateColumns.map(({ json }) => this.text(json)),
    };
  }

  private text(name: string, shape = /(?:)/): string {
    const value = this.fields.get(name) ?? '';
    if (typeof value === 'string' && shape.test(value)) return value;
    this.wrong(`${name} of row ${this.count} is ${typeof value === 'string' ? `"${value}"` : 'no text'}`, this.line);
    return '';
  }

  private unitTexts(): readonly string[] {
    const value = this.fields.get(jsonNames.units) ?? [];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
    this.wrong(`${jsonNames.units} of row ${this.count} is no list of texts`, this.line);
    return [];
  }

  /** Said once: every row would be wrong in the same way. */
  private foreignLayout(line: number, what: string): void {
    if (!this.foreign)
      this.problems.unshift(
        problem('bad-export', 'error', `another layout than that of a schedule: ${what}`, {
          file: this.file,
          line,
          hint: `An export is a list of objects with ${required.join(', ')}.`,
        }),
      );
    this.foreign = true;
  }

  private wrong(message: string, line: number): void {
    if (this.problems.length < mostProblems && !this.foreign)
      this.problems.push(problem('bad-export', 'error', message, { file: this.file, line }));
  }
}
