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

/** Everything on one line. */
export function sideBySide(lines: readonly LineCells[], codeLabel: string): readonly LineColumn[] {
  const column = (title: string, most: number, text: (cells: LineCells) => string): LineColumn => ({
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
      cell: ({ charges }) => charges.map((each) => chargeText(each, 0)),
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
      cell: ({ charges }) => charges.map((each) => chargeText(each, 0)),
    },
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
