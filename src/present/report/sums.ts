import type { SummaryRow } from '../../customs/summary.ts';
import { type Decimal, groupedText, zero } from '../../exact/decimal.ts';
import { printedMoney } from '../amounts.ts';
import type { Style } from '../rendering.ts';
import { type BarRow, barTable, drawBar, shareOf } from './bar-table.ts';
import { type Markup, type Part, markup, nothingAtAll } from './markup.ts';
import type { ReportEnd, ReportInfo } from './report-shape.ts';
import { section } from './section.ts';

const columns = ['Duty', 'Entered value', 'Lines'] as const;

export function regimesSection({ regimes, totals }: ReportEnd, { tables }: ReportInfo, style: Style): Markup {
  const titles = new Map(tables.map(({ id, title }) => [id, title]));
  const label = (id: string): Part =>
    id === ''
      ? markup`No regime <span class="aside">lines without an answer among them</span>`
      : markup`${titles.get(id) ?? id} <code class="aside">${id}</code>`;
  const rows = rowsOf(regimes, 'regime', label, style);
  if (rows.length === 0) return nothingAtAll;
  return section(
    'regimes',
    'By regime',
    markup`${barTable({ caption: 'Duty, entered value and lines by regime', first: 'Regime', bars: 'Duty, as a bar', columns, rows, foot: [printedMoney(style)(totals.duty)] })}
<p class="note">A line that several regimes charge stands in the row of each: duties add up to the total, values and lines do not.</p>`,
  );
}

/** As many origins are seen at once. */
const mostOrigins = 12;

export function originsSection({ origins, totals }: ReportEnd, style: Style): Markup {
  const label = (code: string): Part =>
    code === ''
      ? markup`Not read <span class="aside">invalid lines</span>`
      : markup`${style.countryName(code)} <code class="aside">${code}</code>`;
  const rows = rowsOf(origins, 'origin', label, style);
  if (rows.length === 0) return nothingAtAll;
  const lines = origins.reduce((sum, row) => sum + row.lines, 0);
  const money = printedMoney(style);
  const foot = [money(totals.duty), money(totals.enteredValue), numberText(lines)];
  const caption = 'Duty, entered value and lines by country of origin';
  const titles = { first: 'Origin', bars: 'Duty, as a bar', columns };
  if (rows.length <= mostOrigins) return section('origins', 'By origin', barTable({ ...titles, caption, rows, foot }));
  const others = rows.slice(mostOrigins);
  return section(
    'origins',
    'By origin',
    markup`${barTable({ ...titles, caption: `${caption}: the ${mostOrigins} with the most duty`, rows: rows.slice(0, mostOrigins) })}
<details><summary>${others.length} more origins, and the total</summary>
${barTable({ ...titles, caption: `${caption}: all others`, rows: others, foot })}
</details>`,
  );
}

/** The most duty first; lines of which the key is not known last. */
function rowsOf(
  summary: readonly SummaryRow[],
  key: 'regime' | 'origin',
  label: (key: string) => Part,
  style: Style,
): readonly BarRow[] {
  const nameOf = (row: SummaryRow): string => row.keys[key] ?? '';
  const sorted = summary.toSorted(
    (a, b) => Number(nameOf(a) === '') - Number(nameOf(b) === '') || b.duty.cmp(a.duty) || b.lines - a.lines,
  );
  const most = sorted.reduce((greatest: Decimal, { duty }) => (duty.gt(greatest) ? duty : greatest), zero);
  return sorted.map((row) => ({
    label: label(nameOf(row)),
    bar: drawBar([['fill', shareOf(row.duty, most)]]),
    figures: sumFigures(row, style),
  }));
}

/** Duty, entered value and lines, as text. */
export function sumFigures({ duty, enteredValue, lines }: SummaryRow, style: Style): readonly string[] {
  const money = printedMoney(style);
  return [money(duty), money(enteredValue), numberText(lines)];
}

export function numberText(count: number): string {
  return groupedText(String(count));
}
