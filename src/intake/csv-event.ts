import type { Problem } from '../customs/problem.ts';

/** The first row: names of columns, as written. */
export interface HeaderEvent {
  readonly kind: 'header';
  readonly line: number;
  readonly fields: readonly string[];
}

/** `line` is the line of the file on which the record begins, counting from 1; a quoted field may run over several. */
export interface RecordEvent {
  readonly kind: 'record';
  readonly line: number;
  readonly fields: readonly string[];
  /** As it stands in the file, perhaps with its line end; left out where nobody kept it. */
  readonly raw?: string;
}

/** A record that cannot be trusted. `raw` is all of it; `fields` is what a lenient reader would see. The rows after it still come. */
export interface BrokenEvent {
  readonly kind: 'broken';
  readonly line: number;
  readonly raw: string;
  readonly fields: readonly string[];
  readonly problem: Problem;
}

/** Nothing more can be read of this file; `problem.line` says from where on. Always the last event. */
export interface FatalEvent {
  readonly kind: 'fatal';
  readonly problem: Problem;
}

export type CsvEvent = HeaderEvent | RecordEvent | BrokenEvent | FatalEvent;
