import Table from 'cli-table3';
import type { Ink } from './ink.ts';
import { safeText } from './safe-text.ts';
import { widest } from './text-width.ts';

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
  const table = new Table({
    head: columns.map(({ title }) => title.split('\n').map(ink.quiet).join('\n')),
    colAligns: columns.map(({ align }) => align),
    chars: thin,
    style: { 'padding-left': 0, 'padding-right': 1, head: [], border: [], compact: ruled === 'head' },
  });
  for (const row of rows) {
    table.push(typeof row === 'string' ? [{ content: row, colSpan: columns.length, hAlign: 'left' }] : [...row]);
  }
  const lines = table.toString().split('\n');
  const width = widest(lines.filter(isText).map((line) => safeText(line).trimEnd()));
  return lines.map((line) => `${isText(line) ? line.trimEnd() : ink.quiet('─'.repeat(width))}\n`).join('');
}

/** Not a rule; those of the library stop short where a text spans the columns. */
function isText(line: string): boolean {
  return !/^─+$/.test(line);
}

/** Takes from the widest column until all fit in `room`, but leaves each a width one can read. */
export function squeezed(widths: readonly number[], room: number): readonly number[] {
  const narrower = [...widths];
  let over = gridWidth(widths) - room;
  while (over > 0) {
    const most = Math.max(...narrower);
    if (most <= narrowest) break;
    narrower[narrower.indexOf(most)] = most - 1;
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
