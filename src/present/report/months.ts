import { isoDate } from '../../exact/iso-date.ts';
import type { SummaryRow } from '../../customs/summary.ts';
import { printedMoney } from '../amounts.ts';
import type { Style } from '../rendering.ts';
import { type Markup, markup, nothingAtAll } from './markup.ts';
import { type MonthSum, monthChart } from './month-chart.ts';
import type { ReportEnd } from './report-shape.ts';
import { section } from './section.ts';
import { numberText, sumFigures } from './sums.ts';

const wide = { width: 960, height: 260 };
const narrow = { width: 360, height: 220 };

/** Columns month by month, and the same as a table. */
export function monthsSection({ months, totals }: ReportEnd, style: Style): Markup {
  if (months.length === 0) return nothingAtAll;
  const known = months.filter((row) => row.keys.month !== '');
  const sums = known.flatMap((row): MonthSum[] => {
    const month = isoDate(`${row.keys.month ?? ''}-01`);
    return month === undefined ? [] : [{ month, duty: row.duty }];
  });
  const chart = monthChart(sums, wide, style);
  const small = chart && monthChart(sums, narrow, style);
  const rows = [...known, ...months.filter((row) => row.keys.month === '')];
  const money = printedMoney(style);
  const lines = months.reduce((sum, row) => sum + row.lines, 0);
  const table = markup`<table class="plain">
<caption class="unseen">Duty, entered value and lines by month of entry</caption>
<thead><tr><th scope="col">Month</th>${['Duty', 'Entered value', 'Lines'].map((title) => markup`<th scope="col" class="number">${title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => monthRow(row, style))}</tbody>
<tfoot><tr><th scope="row">Total</th>${[money(totals.duty), money(totals.enteredValue), numberText(lines)].map((text) => markup`<td class="number">${text}</td>`)}</tr></tfoot>
</table>`;
  const picture =
    chart && small
      ? markup`<div class="chart wide">${chart}</div>
<div class="chart narrow">${small}</div>`
      : nothingAtAll;
  return section(
    'months',
    'By month',
    markup`${picture}
<details${chart ? nothingAtAll : markup` open`}><summary>${rows.length === 1 ? 'The month as a table' : `${numberText(rows.length)} months as a table`}</summary>
${table}
</details>`,
  );
}

function monthRow(row: SummaryRow, style: Style): Markup {
  const month = row.keys.month === '' ? markup`Not read <span class="aside">invalid lines</span>` : row.keys.month;
  return markup`
<tr><th scope="row">${month ?? ''}</th>${sumFigures(row, style).map((figure) => markup`<td class="number">${figure}</td>`)}</tr>`;
}
