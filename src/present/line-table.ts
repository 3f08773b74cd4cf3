import type { ChargeCells, LineCells } from './cells.ts';
import { type GridColumn, type GridRow, grid } from './grid.ts';
import type { Ink } from './ink.ts';
import { padRight, widest, wrap } from './text-width.ts';

/** A column of the table of lines: its content, and how wide it may become before it wraps. */
interface Column extends GridColumn {
  readonly most: number;
  readonly cell: (cells: LineCells) => readonly string[];
}

/** Rows of lines in the widest of three layouts that fits: all side by side, some stacked, most stacked. */
export function lineTable(lines: readonly LineCells[], codeLabel: string, width: number, ink: Ink): string {
  const layouts = [sideBySide(lines, codeLabel), halfStacked(codeLabel), stacked(codeLabel)];
  const fitting = layouts.find((columns) => gridWidth(columns, lines) <= width);
  const columns = fitting ?? squeezed(stacked(codeLabel), lines, width);
  const ruled = columns.length < 6 ? 'rows' : 'head';
  return grid(columns, rowsOf(lines, columns, ink), ruled, ink);
}

const line: Column = { title: 'Line', align: 'right', most: 10, cell: (cells) => [cells.line] };
const value: Column = { title: 'Value', align: 'right', most: 24, cell: (cells) => [cells.value] };

function sideBySide(lines: readonly LineCells[], codeLabel: string): readonly Column[] {
  const column = (title: string, most: number, text: (cells: LineCells) => string): Column => ({
    title,
    align: 'left',
    most,
    cell: (cells) => [text(cells)],
  });
  const charge = widest(lines.flatMap((cells) => cells.charges.map(({ heading }) => heading)));
  return [
    line,
    ...(lines.some(({ id }) => id !== '') ? [column('Id', 16, ({ id }) => id)] : []),
    column(codeLabel, 13, ({ goods }) => goods),
    column('Origin', 12, ({ origin }) => origin),
    column('Date', 10, ({ date }) => date),
    value,
    {
      title: 'Heading, rate',
      align: 'left',
      most: 40,
      cell: ({ charges }) => charges.map((each) => chargeText(each, charge)),
    },
    { title: 'Duty', align: 'right', most: 24, cell: ({ duty }) => orText(duty) },
    column('Status', 8, ({ status }) => status),
  ];
}

function halfStacked(codeLabel: string): readonly Column[] {
  return [
    line,
    { title: `${codeLabel}\nId`, align: 'left', most: 13, cell: ({ goods, id }) => [goods, id] },
    { title: 'Date\nOrigin', align: 'left', most: 10, cell: ({ date, origin }) => [date, origin] },
    value,
    { title: 'Heading\nRate', align: 'left', most: 24, cell: ({ charges }) => charges.map((each) => chargeText(each, 0)) },
    { title: 'Duty\nStatus', align: 'right', most: 24, cell: dutyAndStatus },
  ];
}

function stacked(codeLabel: string): readonly Column[] {
  return [
    line,
    {
      title: `${codeLabel}\nDate, origin\nId`,
      align: 'left',
      most: 14,
      cell: ({ goods, date, origin, id }) => [goods, `${date} ${origin}`.trim(), id],
    },
    { title: 'Heading\nRate', align: 'left', most: 20, cell: ({ charges }) => charges.map((each) => chargeText(each, 0)) },
    {
      title: 'Value\nDuty\nStatus',
      align: 'right',
      most: 18,
      cell: (cells) => [cells.value, ...dutyAndStatus(cells)],
    },
  ];
}

/** The heading padded to a common width, so that rates stand under each other. */
function chargeText({ heading, rate, tier }: ChargeCells, width: number): string {
  const parts = [width > 0 ? padRight(heading, width) : heading, rate, width > 0 ? tier : ''];
  return parts.filter((part) => part !== '').join(width > 0 ? '  ' : ' ');
}

/** "$0.00 or", "$25,000.00" */
function orText(amounts: readonly string[]): readonly string[] {
  return amounts.map((amount, index) => (index < amounts.length - 1 ? `${amount} or` : amount));
}

function dutyAndStatus({ duty, status }: LineCells): readonly string[] {
  return [...orText(duty), ...(status === 'assessed' ? [] : [status])];
}

function rowsOf(lines: readonly LineCells[], columns: readonly Column[], ink: Ink): readonly GridRow[] {
  const named = new Set(lines.map(({ file }) => file)).size > 1;
  let file = '';
  return lines.flatMap((cells): GridRow[] => {
    const row = columns.map((column) => linesIn(column, cells).map((text) => tint(text, cells, ink)).join('\n'));
    if (!named || cells.file === file) return [row];
    ({ file } = cells);
    return [ink.strong(file), row];
  });
}

function tint(text: string, { status }: LineCells, ink: Ink): string {
  if (text !== status || status === 'assessed') return text;
  return status === 'invalid' ? ink.bad(text) : ink.warning(text);
}

function linesIn({ cell, most }: Column, cells: LineCells): readonly string[] {
  return cell(cells).filter((text) => text !== '').flatMap((text) => wrap(text, most, 'break'));
}

function columnWidth(column: Column, lines: readonly LineCells[]): number {
  return lines.reduce((width, cells) => Math.max(width, widest(linesIn(column, cells))), widest(column.title.split('\n')));
}

function gridWidth(columns: readonly Column[], lines: readonly LineCells[]): number {
  return columns.reduce((width, column) => width + columnWidth(column, lines) + 2, -2);
}

/** Takes from the widest column until all fit, but leaves each a width one can read. */
function squeezed(columns: readonly Column[], lines: readonly LineCells[], width: number): readonly Column[] {
  const widths = columns.map((column) => columnWidth(column, lines));
  let over = widths.reduce((sum, each) => sum + each + 2, -2) - width;
  while (over > 0) {
    const most = Math.max(...widths);
    if (most <= 6) break;
    widths[widths.indexOf(most)] = most - 1;
    over -= 1;
  }
  return columns.map((column, index) => ({
    ...column,
    most: widths[index] ?? column.most,
    title: column.title.split('\n').flatMap((text) => wrap(text, widths[index] ?? column.most, 'break')).join('\n'),
  }));
}
