import { Decimal } from '../../exact/decimal.ts';
import { type Markup, type Part, markup, nothingAtAll } from './markup.ts';

/** A table whose rows carry bars: the picture and the figures are one. */
export interface BarTable {
  readonly caption: string;
  /** The title of the rows, of the bars, and of the figures. */
  readonly first: string;
  readonly bars: string;
  readonly columns: readonly string[];
  readonly rows: readonly BarRow[];
  /** What the figures come to; empty where there is nothing to add up. */
  readonly foot?: readonly string[];
  /** How it looks, beside how all such tables do. */
  readonly look?: string;
}

export interface BarRow {
  readonly label: Part;
  readonly bar: Part;
  readonly figures: readonly Part[];
}

/** Roles are written out: on a narrow screen a row is laid out anew, which would take them away. */
export function barTable({ caption, first, bars, columns, rows, foot = [], look = '' }: BarTable): Markup {
  return markup`<table class="bars ${look}" role="table">
<caption class="unseen">${caption}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${first}</th><th role="columnheader" scope="col" class="bar"><span class="unseen">${bars}</span></th>${columns.map((title) => markup`<th role="columnheader" scope="col" class="number">${title}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => barRow(row, columns))}</tbody>${
    foot.length === 0
      ? nothingAtAll
      : markup`
<tfoot role="rowgroup"><tr role="row"><th role="rowheader" scope="row">Total</th><td role="cell" class="bar"></td>${figureCells(foot, columns)}</tr></tfoot>`
  }
</table>`;
}

function barRow({ label, bar, figures }: BarRow, columns: readonly string[]): Markup {
  return markup`
<tr role="row"><th role="rowheader" scope="row">${label}</th><td role="cell" class="bar">${bar}</td>${figureCells(figures, columns)}</tr>`;
}

/** Each names its column, for screens on which the head has no room; where figures are left out at the end, the cells are there all the same. */
function figureCells(figures: readonly Part[], columns: readonly string[]): readonly Markup[] {
  return columns.map((title, index) =>
    figures[index] === undefined
      ? markup`<td role="cell"></td>`
      : markup`<td role="cell" class="number" data-column="${title}">${figures[index]}</td>`,
  );
}

/** Parts of a bar from the left, each with its look and its share of the whole, in percent. Nothing is read from it that the figures do not say. */
export function drawBar(parts: readonly (readonly [look: string, share: number])[]): Markup {
  let x = 0;
  const pieces = parts.map(([look, share]) => {
    const piece = markup`<rect class="${look}" x="${hundredths(x)}" width="${hundredths(share)}" height="10"/>`;
    x += share;
    return piece;
  });
  return markup`<svg class="stripe" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/>${pieces}</svg>`;
}

/** How long a bar is, in percent of the longest; what is more than nothing is always seen. */
export function shareOf(amount: Decimal, whole: Decimal): number {
  if (whole.lte(0) || amount.lte(0)) return 0;
  const share = amount.times(100).div(whole);
  return Math.min(100, Math.max(0.5, share.toDecimalPlaces(2, Decimal.ROUND_DOWN).toNumber()));
}

function hundredths(share: number): number {
  return Math.round(share * 100) / 100;
}
