import type { Decimal } from '../exact/decimal.ts';

/** What a threshold may be set on: of an answer, and of a comparison. */
export const answerMeasures = ['duty', 'fees', 'total', 'value'] as const;
export const comparisonMeasures = ['change', 'before', 'after'] as const;

export type Measure = (typeof answerMeasures)[number] | (typeof comparisonMeasures)[number];

/** A limit that fails a run: `duty > 50000`, `change > 5% per line`. */
export interface Threshold {
  /** As it was given: `--fail-over 5%`. */
  readonly written: string;
  readonly measure: Measure;
  readonly relation: '>' | '>=' | '<' | '<=' | '=';
  readonly limit: Decimal;
  /** `percent`: of the entered value, or for a change of what the duty was before. */
  readonly unit: 'amount' | 'percent';
  readonly per: 'run' | 'line';
}

/** Amounts of a line or of a run; null: not known. */
export interface Figures {
  readonly amounts: Readonly<Partial<Record<Measure, Decimal | null>>>;
  /** What a percentage is taken of. */
  readonly whole: Decimal | null;
}

/** A threshold that was met. `name`: which line; null: all lines together. */
export interface Breach {
  readonly threshold: Threshold;
  readonly name: string | null;
  /** Where the line stands; null: all lines, or none of a file. */
  readonly place: { readonly file: string; readonly line: number | null } | null;
  readonly amount: Decimal;
  /** The limit as an amount. */
  readonly limit: Decimal;
  /** Further lines that met it too. */
  readonly others: number;
}
