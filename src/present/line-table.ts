import type { LineCells } from './cells.ts';
import { type GridRow, grid, gridWidth, squeezed } from './grid.ts';
import type { Ink } from './ink.ts';
import { type LineColumn, closeTogether, halfStacked, sideBySide, stacked } from './line-layouts.ts';
import { widest, wrap } from './text-width.ts';

/** Rows of lines in the widest of the layouts that fits: from all side by side to most of it stacked. */
export function lineTable(lines: readonly LineCells[], codeLabel: string, width: number, ink: Ink): string {
  const widthsOf = (columns: readonly LineColumn[]): readonly number[] =>
    columns.map((column) => columnWidth(column, lines));
  const layouts = [
    sideBySide(lines, codeLabel),
    closeTogether(lines, codeLabel),
    halfStacked(codeLabel),
    stacked(codeLabel),
  ];
  const fitting = layouts.find((columns) => gridWidth(widthsOf(columns)) <= width);
  const narrow = stacked(codeLabel);
  const columns = fitting ?? narrowed(narrow, squeezed(widthsOf(narrow), width));
  return grid(columns, rowsOf(lines, columns, ink), columns.length < 6 ? 'rows' : 'head', ink);
}

function narrowed(columns: readonly LineColumn[], widths: readonly number[]): readonly LineColumn[] {
  return columns.map((column, index) => {
    const most = widths[index] ?? column.most;
    const title = column.title.split('\n').flatMap((text) => wrap(text, most, 'break'));
    return { ...column, most, title: title.join('\n') };
  });
}

function rowsOf(lines: readonly LineCells[], columns: readonly LineColumn[], ink: Ink): readonly GridRow[] {
  const named = new Set(lines.map(({ file }) => file)).size > 1;
  let file = '';
  return lines.flatMap((cells): GridRow[] => {
    const row = columns.map((column) =>
      linesIn(column, cells)
        .map((text) => tint(text, cells, ink))
        .join('\n'),
    );
    if (!named || cells.file === file) return [row];
    ({ file } = cells);
    return [ink.strong(file), row];
  });
}

function tint(text: string, { status }: LineCells, ink: Ink): string {
  if (text !== status) return text;
  if (status === 'assessed') return ink.quiet(text);
  return status === 'invalid' ? ink.bad(text) : ink.warning(text);
}

function linesIn({ cell, most }: LineColumn, cells: LineCells): readonly string[] {
  return cell(cells)
    .filter((text) => text !== '')
    .flatMap((text) => wrap(text, most, 'break'));
}

function columnWidth(column: LineColumn, lines: readonly LineCells[]): number {
  return lines.reduce(
    (width, cells) => Math.max(width, widest(linesIn(column, cells))),
    widest(column.title.split('\n')),
  );
}
