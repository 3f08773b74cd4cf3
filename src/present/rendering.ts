import type { ResultLine, Totals } from '../customs/assessment.ts';
import type { CodeRule } from '../customs/jurisdiction.ts';
import type { Problem } from '../customs/problem.ts';
import type { Setting } from '../customs/setting.ts';
import type { SummaryKey, SummaryRow } from '../customs/summary.ts';
import type { AddedColumn } from './csv-columns.ts';
import type { Rounding } from '../exact/money.ts';

/** How to write, as far as the place and the jurisdiction decide it. `width` is in columns; `Infinity`: nothing wraps. */
export interface Style {
  readonly color: boolean;
  readonly width: number;
  readonly currencySign: string;
  readonly rounding: Rounding;
  readonly code: CodeRule;
  readonly countryName: (code: string) => string;
}

/** What is known of a run before its first line. */
export interface RunInfo {
  readonly toolVersion: string;
  /** A digest of all the law of the run, as a lock names it; for lines that stand alone. Null: not asked. */
  readonly lawDigest: string | null;
  readonly tables: readonly RunTable[];
  /** What a config or the environment says of the law; empty: nothing. */
  readonly settings: readonly Setting[];
  /** Columns of the input, for formats that keep them; empty for flags. */
  readonly columns: readonly string[];
  /** Titles of the charges that `notCovered` names by id. */
  readonly notCoveredTitles: Readonly<Record<string, string>>;
  /** One shipment given by flags. */
  readonly single: boolean;
  /** What each column of the input holds, for formats with types; left out: text. */
  readonly kinds?: readonly ColumnKind[];
  /** What to sum up by; empty: not asked. */
  readonly summaryBy: readonly SummaryKey[];
  /** Columns that csv adds; left out: the usual ones. */
  readonly added?: readonly AddedColumn[];
  /** Text that a spreadsheet would run as a formula is left as it is. */
  readonly raw?: boolean;
}

/** `amount`: money; `number`: a weight or another quantity. */
export type ColumnKind = 'text' | 'date' | 'amount' | 'number';

/** A rate table the answers rest on; `overlays` are titles. */
export interface RunTable {
  readonly id: string;
  readonly title: string;
  readonly sha256: string;
  readonly documentedThrough: string | null;
  /** Only what was public on this day counts; null: all that is on hand. */
  readonly knownOn: string | null;
  readonly overlays: readonly string[];
}

/** Text, or bytes, for the beginning, for each batch, and for the end: ten lines and ten million go the same way. */
export interface Renderer<Piece = string> {
  readonly head: () => Piece;
  readonly lines: (batch: readonly ResultLine[]) => Piece;
  readonly tail: (end: RunEnd) => Piece;
}

/** More lines, or larger amounts, than the format has room for; says which. */
export class TooLarge extends Error {}

/** What only the end knows. `fileProblems`: those that belong to no line. */
export interface RunEnd {
  readonly totals: Totals;
  readonly fileProblems: readonly Problem[];
  readonly summary: readonly SummaryRow[] | null;
}

export type MakeRenderer = (info: RunInfo, style: Style) => Renderer;
