import type { Breakdown } from './answer.ts';
import type { DutyCells } from './cells.ts';
import type { Ink } from './ink.ts';
import { displayWidth, padLeft, padRight, widest, wrap } from './text-width.ts';

const indent = '  ';
const gap = 2;
const narrowestWhat = 26;
const none = '–';
const titles: DutyCells = {
  heading: 'Heading',
  what: 'What it is',
  rate: 'Rate',
  basis: 'Basis',
  basisAmount: 'Basis',
  amount: 'Amount',
};

/** Duty lines and their sums, alike for all ways: in columns, or stacked where the width is too small for columns. */
export function breakdownTables(
  breakdowns: readonly Breakdown[],
  width: number,
  ink: Ink,
): readonly (readonly string[])[] {
  const room = width - indent.length;
  const columns = columnWidths(breakdowns, room);
  const wide = columns.what >= narrowestWhat;
  const total = wide ? totalWidth(columns) : room;
  return breakdowns.map(({ duties, sums }) => {
    const table = wide ? inColumns(duties, columns, ink) : stacked(duties, room);
    const lines = duties.length === 0 ? [] : [...table, ink.quiet('─'.repeat(total))];
    return [...lines, ...sumLines(sums, total, ink)].map((line) => indent + line);
  });
}

function sumLines(sums: Breakdown['sums'], width: number, ink: Ink): readonly string[] {
  return sums.map(({ label, amount }, index) => {
    const line = label + padLeft(amount, width - displayWidth(label));
    return index === sums.length - 1 ? ink.strong(line) : line;
  });
}

interface ColumnWidths {
  readonly heading: number;
  readonly what: number;
  readonly rate: number;
  readonly basis: number;
  readonly amount: number;
}

/** As wide as their content; what is left is for the words, which need no more than they have. */
function columnWidths(breakdowns: readonly Breakdown[], room: number): ColumnWidths {
  const all = [titles, ...breakdowns.flatMap(({ duties }) => duties)];
  const sums = breakdowns.flatMap((breakdown) => breakdown.sums);
  const heading = widest(all.map((cells) => cells.heading));
  const rate = widest(all.map((cells) => cells.rate));
  const basis = widest(all.flatMap((cells) => [cells.basisAmount, cells.basis]));
  const amount = widest([...all.map((cells) => cells.amount), ...sums.map((sum) => sum.amount)]);
  const left = room - heading - rate - basis - amount - 4 * gap;
  return {
    heading,
    what: Math.min(left, Math.max(narrowestWhat, widest(all.map((cells) => cells.what)))),
    rate,
    basis,
    amount,
  };
}

function totalWidth({ heading, what, rate, basis, amount }: ColumnWidths): number {
  return heading + what + rate + basis + amount + 4 * gap;
}

function inColumns(duties: readonly DutyCells[], columns: ColumnWidths, ink: Ink): readonly string[] {
  const line = (heading: string, what: string, rate: string, basis: string, amount: string): string =>
    [
      padRight(heading, columns.heading),
      padRight(what, columns.what),
      padLeft(rate, columns.rate),
      padLeft(basis, columns.basis),
      padLeft(amount, columns.amount),
    ]
      .join(' '.repeat(gap))
      .trimEnd();
  const head = line(titles.heading, titles.what, titles.rate, titles.basis, titles.amount);
  const rows = duties.flatMap((cells) => {
    const [what = '', ...more] = wrap(cells.what, columns.what, 'break');
    const [second = '', ...rest] = more;
    return [
      line(cells.heading || none, what, cells.rate, cells.basisAmount, cells.amount),
      line('', second, '', cells.basis, ''),
      ...rest.map((words) => line('', words, '', '', '')),
    ];
  });
  return [ink.quiet(head), ink.quiet('─'.repeat(totalWidth(columns))), ...rows];
}

/** "25% on $100,000.00 (entered value)" and the amount below the words. */
function stacked(duties: readonly DutyCells[], room: number): readonly string[] {
  return duties.flatMap((cells) => {
    const heading = cells.heading || none;
    const inset = Math.min(displayWidth(heading), 12) + gap;
    const words = wrap(cells.what, room - inset, 'break');
    const reckoning = `${cells.rate} on ${cells.basisAmount} (${cells.basis})`;
    const spare = room - inset - displayWidth(cells.amount);
    const last =
      displayWidth(reckoning) + gap <= spare
        ? [padRight(reckoning, spare) + cells.amount]
        : [...wrap(reckoning, room - inset, 'break'), padLeft(cells.amount, room - inset)];
    const long = displayWidth(heading) > inset - gap;
    const lines = [...words, ...last].map((text) => ' '.repeat(inset) + text);
    if (long) return [...wrap(heading, room, 'break'), ...lines];
    return [padRight(heading, inset) + (words[0] ?? ''), ...lines.slice(1)];
  });
}
