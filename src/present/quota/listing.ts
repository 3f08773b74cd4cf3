import { record } from '../csv-text.ts';
import { type GridColumn, grid, squeezed } from '../grid.ts';
import { inkFor } from '../ink.ts';
import { escaped, tableHead, tableRow } from '../markdown-text.ts';
import type { MessageStyle } from '../problems.ts';
import { safeText } from '../safe-text.ts';
import { widest, wrap } from '../text-width.ts';

/** Rows of texts under titles, for people. */
export interface Listing {
  readonly title: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly string[])[];
  /** In place of rows where there are none. */
  readonly none: string;
}

export function listingText({ title, columns, rows, none }: Listing, style: MessageStyle): string {
  if (rows.length === 0) return `${none}\n`;
  const ink = inkFor(style);
  const texts = rows.map((row) => row.map(safeText));
  const natural = columns.map((column, index) => widest([column.title, ...texts.map((row) => row[index] ?? '')]));
  const widths = squeezed(natural, style.width);
  const cells = texts.map((row) => row.map((text, index) => wrap(text, widths[index] ?? 1, 'break').join('\n')));
  return `${ink.strong(safeText(title))}\n\n${grid(columns, cells, 'head', ink)}`;
}

export function listingMarkdown({ title, columns, rows, none }: Listing): string {
  if (rows.length === 0) return `${escaped(none)}\n`;
  return `### ${escaped(title)}\n\n${tableHead(columns)}${rows.map((row) => tableRow(row.map(escaped))).join('')}`;
}

/** CSV: a header, and rows of plain values. */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return record(columns) + rows.map((row) => record(row)).join('');
}
