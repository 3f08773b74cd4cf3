/** The columns of an export that print rates, in order: what our tables call them, and the names of both layouts. */
export const rateColumns = [
  { id: 'general', json: 'general', csv: 'General Rate of Duty' },
  { id: 'special', json: 'special', csv: 'Special Rate of Duty' },
  { id: 'column-2', json: 'other', csv: 'Column 2 Rate of Duty' },
] as const;

export const csvNames = {
  number: 'HTS Number',
  indent: 'Indent',
  description: 'Description',
  units: 'Unit of Quantity',
} as const;

export const jsonNames = { number: 'htsno', indent: 'indent', description: 'description', units: 'units' } as const;

/** One row of an export, its texts as they stand there. */
export interface ExportRow {
  /** Line of the file on which it begins, and its place among the rows; both count from 1. */
  readonly line: number;
  readonly row: number;
  readonly number: string;
  readonly description: string;
  readonly units: readonly string[];
  /** In the order of `rateColumns`. */
  readonly cells: readonly string[];
}
