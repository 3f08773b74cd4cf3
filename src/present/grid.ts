import Table from 'cli-table3';
import type { Ink } from './ink.ts';

export interface GridColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

/** A row of cells (lines within a cell are separated by a break), or a text across all columns. */
export type GridRow = readonly string[] | string;

/** Columns two spaces apart under a thin rule; `ruled` draws one between rows too. No line ends in spaces. */
export function grid(columns: readonly GridColumn[], rows: readonly GridRow[], ruled: 'head' | 'rows', ink: Ink): string {
  const table = new Table({
    head: columns.map(({ title }) => title.split('\n').map(ink.quiet).join('\n')),
    colAligns: columns.map(({ align }) => align),
    chars: thin,
    style: { 'padding-left': 0, 'padding-right': 1, head: [], border: [], compact: ruled === 'head' },
  });
  for (const row of rows) {
    table.push(typeof row === 'string' ? [{ content: row, colSpan: columns.length, hAlign: 'left' }] : [...row]);
  }
  return table
    .toString()
    .split('\n')
    .map((line) => (line.startsWith('─') ? ink.quiet(line.slice(0, -1)) : line.trimEnd()))
    .map((line) => `${line}\n`)
    .join('');
}

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
