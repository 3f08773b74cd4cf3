import { printedMoney } from '../amounts.ts';
import { goodsText } from '../cells.ts';
import { historyChart } from '../history/history-chart.ts';
import { type HistoryList, type ListedRate, type ListedWay, historyList } from '../history/history-list.ts';
import { historyTitle, markWords } from '../history/history-words.ts';
import { seriesOf } from '../history/chart-series.ts';
import type { Style } from '../rendering.ts';
import { Markup, markup, nothingAtAll } from './markup.ts';
import type { ReportEnd, ReportHistory } from './report-shape.ts';
import { roomy, section } from './section.ts';
import { numberText } from './sums.ts';

const wide = { width: 960, plotHeight: 230, left: 48, end: 60, below: 34 };
const narrow = { width: 360, plotHeight: 170, left: 48, end: 48, below: 34 };

/** The rate over time on the goods with the most duty: a picture of each, and its steps with their acts. */
export function historiesSection({ histories, goods }: ReportEnd, style: Style): Markup {
  if (histories.length === 0) return nothingAtAll;
  const which =
    goods > histories.length
      ? `The ${histories.length} goods with the most duty, of ${numberText(goods)} in the lines.`
      : 'All goods of the lines.';
  return section(
    'histories',
    'Rates over time',
    markup`<p class="note">${which} The duty is in percent of the value, as if no facts had been declared; shaded are the days on which the lines were entered. Solid: due without a quota or beyond it; dotted: within one.</p>
${histories.map((history, index) => figure(history, index, style))}`,
  );
}

function figure(history: ReportHistory, index: number, style: Style): Markup {
  const { answer, lines, duty, from, until } = history;
  const chart = (id: string, size: typeof wide): Markup =>
    new Markup(historyChart(answer, style, { id, size, marked: { from, until } }));
  const lists = answer.histories.map((one) => historyList(one, style));
  const goods = goodsText(answer.goods, style);
  return markup`
<figure class="history" aria-labelledby="history-${index}">
<figcaption><h3 id="history-${index}">${historyTitle(answer, style)}</h3>
<p class="note">${numberText(lines)} ${lines === 1 ? 'line' : 'lines'}, duty ${printedMoney(style)(duty)}${marksIn(history)}</p></figcaption>
<div class="chart wide">${chart(`steps-${index}-wide`, wide)}</div>
<div class="chart narrow">${chart(`steps-${index}-narrow`, narrow)}</div>
<details><summary>Steps and their acts</summary>
${lists.map((list) => steps(list, goods))}
</details>
</figure>`;
}

/** What stands apart from the scale. */
function marksIn({ answer }: ReportHistory): string {
  const kinds = new Set(
    answer.histories.flatMap((one) => seriesOf(one, answer.from).stretches.map(({ level }) => level.kind)),
  );
  const marks = (['unknown', 'other'] as const).filter((kind) => kinds.has(kind));
  return marks.map((kind) => `; ${markWords[kind].replace(/^\*/, '?').replace(/;[^;]*$/, '')}`).join('');
}

function steps({ title, throughout, steps: found }: HistoryList, goods: string): Markup {
  const rows = found.flatMap(({ from, to, ways, doubts }) => [
    ...ways.map((way) => stepRow(from, to, way)),
    ...doubts.map(
      (text) => markup`
<tr><th scope="row" class="fixed">${from}</th><td class="fixed">${to}</td><td>?</td><td colspan="2">${text}</td></tr>`,
    ),
  ]);
  const always = throughout.map(
    ({ heading, rate, what, act }) => markup`<p class="note">At all times ${heading} ${rate}: ${what}; ${act}</p>`,
  );
  return markup`${roomy(
    `Steps: ${goods} from ${title}`,
    markup`<table class="plain steps">
<caption>${title}</caption>
<thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">Duty</th><th scope="col">Rates</th><th scope="col">Act</th></tr></thead>
<tbody>${rows}</tbody>
</table>`,
  )}
${always}`;
}

function stepRow(from: string, to: string, { due, when, rates }: ListedWay): Markup {
  const rateLines = rates.map(
    ({ heading, rate, what }) => markup`<span class="item"><code>${heading}</code> ${rate}: ${what}</span>`,
  );
  const condition = when === null ? nothingAtAll : markup`<span class="item aside">${when}</span>`;
  return markup`
<tr><th scope="row" class="fixed">${from}</th><td class="fixed">${to}</td><td>${due}</td><td>${rateLines}${condition}</td><td>${acts(rates)}</td></tr>`;
}

function acts(rates: readonly ListedRate[]): readonly Markup[] {
  return [...new Set(rates.map(({ act }) => act))].map((act) => markup`<span class="item">${act}</span>`);
}
