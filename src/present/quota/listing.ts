import { record } from '../csv-text.ts';
import { type GridColumn, grid, gridWidth, squeezed } from '../grid.ts';
import { inkFor } from '../ink.ts';
import { escaped, tableHead, tableRow } from '../markdown-text.ts';
import type { MessageStyle } from '../problems.ts';
import { safeText } from '../safe-text.ts';
import { padRight, widest, wrap } from '../text-width.ts';

/** Rows of texts under titles, for people. */
export interface Listing {
  readonly title: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly string[])[];
  /** In place of rows where there are none. */
  readonly none: string;
  /** Where its columns would break words, each cell goes on a line of its own; left out: where they would break numbers and names. */
  readonly keepsWords?: boolean;
}

export function listingText({ title, columns, rows, none, keepsWords = false }: Listing, style: MessageStyle): string {
  if (rows.length === 0) return `${none}\n`;
  const ink = inkFor(style);
  const texts = rows.map((row) => row.map(safeText));
  const cellsOf = (index: number): readonly string[] => texts.map((row) => row[index] ?? '');
  const natural = columns.map((column, index) => widest([column.title, ...cellsOf(index)]));
  const least = columns.map(({ title: head }, index) =>
    widest([head, ...cellsOf(index)].flatMap((text) => whole(text, keepsWords))),
  );
  const widths = squeezed(natural, style.width, least);
  if (gridWidth(widths) > style.width)
    return `${ink.strong(safeText(title))}\n\n${texts.map((row) => block(columns, row, style)).join('\n')}`;
  const cells = texts.map((row) => row.map((text, index) => wrap(text, widths[index] ?? 1, 'break').join('\n')));
  const heads = columns.map((column, index) => ({
    ...column,
    title: wrap(column.title, widths[index] ?? 1).join('\n'),
  }));
  return `${ink.strong(safeText(title))}\n\n${grid(heads, cells, 'head', ink)}`;
}

/** Words of a cell that are not to be broken: numbers, days, names of quotas and of entries. */
function whole(text: string, keepsWords: boolean): readonly string[] {
  return text.split(' ').filter((word) => (keepsWords || /\d/.test(word)) && word.length <= longest);
}

const longest = 40;

/** Where the columns do not fit side by side: each cell on a line of its own, under its title. */
function block(columns: readonly GridColumn[], row: readonly string[], { width }: MessageStyle): string {
  const named = columns
    .map(({ title }, index) => [title, row[index] ?? ''] as const)
    .filter(([title, text]) => title !== '' && text !== '');
  const indent = widest(named.map(([title]) => title)) + 2;
  return named
    .flatMap(([title, text]) =>
      wrap(text, Math.max(1, width - indent)).map(
        (line, index) => `${padRight(index === 0 ? title : '', indent)}${line}\n`,
      ),
    )
    .join('');
}

export function listingMarkdown({ title, columns, rows, none }: Listing): string {
  if (rows.length === 0) return `${escaped(none)}\n`;
  return `### ${escaped(title)}\n\n${tableHead(columns)}${rows.map((row) => tableRow(row.map(escaped))).join('')}`;
}

/** CSV: a header, and rows of plain values. */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return record(columns) + rows.map((row) => record(row)).join('');
}
