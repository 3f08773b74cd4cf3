import Table from 'cli-table3';
import type { Ink } from './ink.ts';
import { safeText } from './safe-text.ts';
import { widest, wrap } from './text-width.ts';

export interface GridColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A row of cells (lines within a cell are separated by a break), or a text across all columns. */
export type GridRow = readonly string[] | string;

/** Columns two spaces apart under a thin rule; `ruled` draws one between rows too. No line ends in spaces. */
export function grid(
  columns: readonly GridColumn[],
  rows: readonly GridRow[],
  ruled: 'head' | 'rows',
  ink: Ink,
): string {
  const widths = columns.map(({ title }, index) => columnWidth(title, rows, index));
  const rule = ink.quiet('─'.repeat(gridWidth(widths)));
  const head = columns.map(({ title }) => title.split('\n').map(ink.quiet).join('\n'));
  const blocks = [block([head], columns, widths)];
  for (let at = 0; at < rows.length; at += blockSize) {
    blocks.push(block(rows.slice(at, at + blockSize), columns, widths, ruled === 'rows'));
  }
  const [first = [], ...rest] = blocks;
  const body = ruled === 'rows' ? rest.flatMap((lines, index) => (index === 0 ? lines : ['─', ...lines])) : rest.flat();
  return [...first, '─', ...body].map((line) => `${isRule(line) ? rule : line.trimEnd()}\n`).join('');
}

/** The library's time grows with the square of the rows it is given at once. */
const blockSize = 50;

function block(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  widths: readonly number[],
  ruled = false,
): readonly string[] {
  const table = new Table({
    colAligns: columns.map(({ align }) => align),
    colWidths: widths.map((width) => width + 1),
    chars: thin,
    style: { 'padding-left': 0, 'padding-right': 1, head: [], border: [], compact: !ruled },
  });
  for (const row of rows) {
    if (typeof row !== 'string') table.push([...row]);
    else {
      const content = wrap(row, gridWidth(widths), 'break').join('\n');
      table.push([{ content, colSpan: columns.length, hAlign: 'left' }]);
    }
  }
  return table.toString().split('\n');
}

function columnWidth(title: string, rows: readonly GridRow[], index: number): number {
  return rows.reduce(
    (width, row) => (typeof row === 'string' ? width : Math.max(width, cellWidth(row[index] ?? ''))),
    cellWidth(title),
  );
}

/** Colour takes no room. */
function cellWidth(cell: string): number {
  return widest(cell.split('\n').map(safeText));
}

/** Where a rule belongs; those of the library stop short where a text spans the columns. */
function isRule(line: string): boolean {
  return /^─+$/.test(line);
}

/**
 * Takes from the widest column until all fit in `room`, but leaves each a width one can read, and no less than `least` says of it: a number that is
 * broken over two lines reads as another.
 */
export function squeezed(widths: readonly number[], room: number, least: readonly number[] = []): readonly number[] {
  const narrower = [...widths];
  let over = gridWidth(widths) - room;
  while (over > 0) {
    const spare = narrower.map((width, index) => (width > Math.max(narrowest, least[index] ?? 0) ? width : 0));
    const most = Math.max(...spare);
    if (most === 0) break;
    narrower[spare.indexOf(most)] = most - 1;
    over -= 1;
  }
  return narrower;
}

export function gridWidth(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width + 2, -2);
}

const narrowest = 6;

const thin = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '─',
  'mid-mid': '─',
  right: '',
  'right-mid': '',
  middle: ' ',
};
