import { type GridColumn, grid, gridWidth } from './grid.ts';
import type { Ink } from './ink.ts';
import type { SummaryCells } from './summary-cells.ts';
import { widest, wrap } from './text-width.ts';

/** A column for each key and each sum; in a narrow terminal the keys stand below each other. Sums are never broken. */
export function summaryTable(
  cells: Omit<SummaryCells, 'keys'> & { readonly keys: readonly string[] },
  width: number,
  ink: Ink,
): string {
  const { keys, titles, rows } = cells;
  const all = [titles, ...rows];
  const natural = titles.map((_, index) => widest(all.map((row) => row[index] ?? '')));
  if (gridWidth(natural) <= width) return grid(columnsOf(titles, keys.length), rows, 'head', ink);
  const room = width - gridWidth(natural.slice(keys.length)) - 2;
  const stacked = (row: readonly string[]): readonly string[] => [
    row
      .slice(0, keys.length)
      .flatMap((text) => wrap(text, Math.max(room, narrowest), 'break'))
      .join('\n'),
    ...row.slice(keys.length),
  ];
  return grid(columnsOf(stacked(titles), 1), rows.map(stacked), 'rows', ink);
}

const narrowest = 10;

function columnsOf(titles: readonly string[], keys: number): readonly GridColumn[] {
  return titles.map((title, index) => ({ title, align: index < keys ? 'left' : 'right' }));
}
