import type { Days, IsoDate } from '../exact/iso-date.ts';
import type { Problem } from './problem.ts';

/** A line of a tariff schedule that lays a rate, as a row of a rate table holds it. */
export interface ImportedRow extends ImportedLine {
  /** Null: since ever, or without an end. */
  readonly from: IsoDate | null;
  readonly before: Days['before'];
}

/** The same on one day. Its texts are cleaned. */
export interface ImportedLine {
  /** Digits only. */
  readonly number: string;
  /** The text of each column, inherited ones included; '' where the column is empty. */
  readonly cells: readonly string[];
  readonly units: readonly string[];
  /** The line's own description, shortened. */
  readonly words: string;
  /** Last digits of the full numbers below it, ascending. */
  readonly suffixes: readonly string[];
}

/** What became of the rows of one export. `read` is the sum of the others. */
export interface RowCounts {
  readonly read: number;
  /** They lay a rate: each is a row of the table. */
  readonly kept: number;
  /** Rows without a number: titles over the lines below them. */
  readonly unnumbered: number;
  /** Numbers without a rate of their own: headings, subheadings. */
  readonly headings: number;
  /** Full numbers that inherit every column; they are kept as suffixes. */
  readonly statistical: number;
  /** Said twice in the same words. */
  readonly repeated: number;
  /** Rows of chapters that were not asked for, by chapter. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** An export, read: the lines that lay rates, by number. */
export interface Edition {
  readonly file: string;
  /** The first day it holds for; null: not said. */
  readonly effective: IsoDate | null;
  readonly counts: RowCounts;
  /** Chapters asked for of which there is no row. */
  readonly absent: readonly string[];
  readonly lines: ReadonlyMap<string, ImportedLine>;
}

/** Where in an export something was found: `line` of the file, `row` of the schedule; both count from 1. */
export interface FindingPlace {
  readonly file: string;
  readonly line: number;
  readonly row: number;
  readonly number: string;
  readonly column: string;
}

/** One thing a report tells. `detail`: the kind of cleaning, why a rate is unsupported, why a row was left out, what is wrong. */
export interface Finding extends FindingPlace {
  readonly what: 'cleaned' | 'unsupported' | 'left out' | 'error' | 'warning' | 'notice';
  readonly detail: string;
  readonly text: string;
  /** What it was cleaned to; '' elsewhere. */
  readonly became: string;
}

/** Everything found while importing. */
export interface ImportFindings {
  readonly findings: readonly Finding[];
  readonly problems: readonly Problem[];
}

/** What stands around the rows of a table. */
export interface ImportedTable {
  readonly regime: string;
  readonly title: string;
  readonly documentedThrough: IsoDate | null;
  readonly citation: string;
  readonly rows: readonly ImportedRow[];
}

/** How the rows of an imported table stand in its file, one on a line: so that those of a chapter are found without reading the others. */
export const rowsBegin = '    "rows": [\n';
export const rowsEnd = '\n    ]';
export const rowIndent = '      ';
