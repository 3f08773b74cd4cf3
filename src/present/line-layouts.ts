import type { ChargeCells, LineCells } from './cells.ts';
import type { GridColumn } from './grid.ts';
import { padRight, widest } from './text-width.ts';

/** A column of the table of lines: its content, and how wide it may become before it wraps. */
export interface LineColumn extends GridColumn {
  readonly most: number;
  readonly cell: (cells: LineCells) => readonly string[];
}

const line: LineColumn = { title: 'Line', align: 'right', most: 10, cell: (cells) => [cells.line] };
const value: LineColumn = { title: 'Value', align: 'right', most: 24, cell: (cells) => [cells.value] };

/** Everything on one line, and the tiers. */
export function sideBySide(lines: readonly LineCells[], codeLabel: string): readonly LineColumn[] {
  return [
    ...declared(lines, codeLabel),
    charges(lines, ({ tier }) => tier),
    { title: 'Duty', align: 'right', most: 24, cell: ({ duty }) => orText(duty) },
    column('Status', 8, ({ status }) => status),
  ];
}

/** The same without tiers, and the status said only where there is no duty. */
export function closeTogether(lines: readonly LineCells[], codeLabel: string): readonly LineColumn[] {
  return [
    ...declared(lines, codeLabel),
    charges(lines, () => ''),
    { title: 'Duty', align: 'right', most: 24, cell: dutyAndStatus },
  ];
}

function declared(lines: readonly LineCells[], codeLabel: string): readonly LineColumn[] {
  return [
    line,
    ...(lines.some(({ id }) => id !== '') ? [column('Id', 16, ({ id }) => id)] : []),
    column(codeLabel, 13, ({ goods }) => goods),
    column('Origin', 12, ({ origin }) => origin),
    column('Date', 10, ({ date }) => date),
    value,
  ];
}

function column(title: string, most: number, text: (cells: LineCells) => string): LineColumn {
  return { title, align: 'left', most, cell: (cells) => [text(cells)] };
}

/** Headings padded to a common width, so that rates stand under each other. */
function charges(lines: readonly LineCells[], tierOf: (charge: ChargeCells) => string): LineColumn {
  const width = widest(lines.flatMap((cells) => cells.charges.map(({ heading }) => heading)));
  const text = (charge: ChargeCells): string =>
    [...(width > 0 ? [padRight(charge.heading, width)] : []), charge.rate, tierOf(charge)].join('  ').trimEnd();
  return { title: 'Heading, rate', align: 'left', most: 40, cell: (cells) => cells.charges.map(text) };
}

/** Two lines a row. */
export function halfStacked(codeLabel: string): readonly LineColumn[] {
  return [
    line,
    { title: `${codeLabel}\nId`, align: 'left', most: 13, cell: ({ goods, id }) => [goods, id] },
    { title: 'Date\nOrigin', align: 'left', most: 10, cell: ({ date, origin }) => [date, origin] },
    value,
    {
      title: 'Heading\nRate',
      align: 'left',
      most: 24,
      cell: (cells) => cells.charges.map(chargeText),
    },
    { title: 'Duty\nStatus', align: 'right', most: 24, cell: dutyAndStatus },
  ];
}

/** Three or more lines a row. */
export function stacked(codeLabel: string): readonly LineColumn[] {
  return [
    line,
    {
      title: `${codeLabel}\nDate, origin\nId`,
      align: 'left',
      most: 14,
      cell: ({ goods, date, origin, id }) => [goods, `${date} ${origin}`.trim(), id],
    },
    {
      title: 'Heading\nRate',
      align: 'left',
      most: 20,
      cell: (cells) => cells.charges.map(chargeText),
    },
    {
      title: 'Value\nDuty\nStatus',
      align: 'right',
      most: 18,
      cell: (cells) => [cells.value, ...dutyAndStatus(cells)],
    },
  ];
}

function chargeText({ heading, rate }: ChargeCells): string {
  return heading === '' ? rate : `${heading} ${rate}`;
}

/** "$0.00 or", "$25,000.00" */
function orText(amounts: readonly string[]): readonly string[] {
  return amounts.map((amount, index) => (index < amounts.length - 1 ? `${amount} or` : amount));
}

function dutyAndStatus({ duty, status }: LineCells): readonly string[] {
  return [...orText(duty), ...(status === 'assessed' ? [] : [status])];
}
