import { dayNumber } from '../../exact/iso-date.ts';
import { escaped, labelled, tableHead, tableRow } from '../markdown-text.ts';
import type { Style } from '../rendering.ts';
import { disclaimer, notCoveredWords, tableWords } from '../words.ts';
import { seriesOf } from './chart-series.ts';
import { type HistoryList, type ListedRate, historyList } from './history-list.ts';
import type { HistoryAnswer } from './history-rendering.ts';
import { factsText, historyTitle, usedRegimes } from './history-words.ts';
import { stepChart } from './step-chart.ts';

const chartWidth = 90;

/** The chart as a block of text, and a table of the steps for each line of it. */
export function historyMarkdown(answer: HistoryAnswer, style: Style): string {
  const { from, until, histories } = answer;
  const series = histories.map((history) => seriesOf(history, from));
  const chart = stepChart({ series, from, until, days: dayNumber(until) - dayNumber(from) + 1 }, chartWidth);
  const facts = factsText(answer, style);
  const lists = histories.map((history) => historyList(history, style));
  const notCovered = [...new Set(histories.flatMap(({ steps }) => steps.flatMap(({ due }) => due.notCovered)))];
  return [
    `### ${escaped(historyTitle(answer, style))}\n`,
    facts === '' ? '' : `${escaped(facts)}\n`,
    `\`\`\`text\n${chart.join('\n')}\n\`\`\`\n`,
    ...lists.map((list) => (lists.length === 1 ? '' : `#### ${escaped(list.title)}\n\n`) + listMarkdown(list)),
    labelled('Not covered', escaped(notCoveredWords(notCovered, answer))) +
      tableWords(answer.tables, usedRegimes(histories))
        .map((text) => labelled('Tables', escaped(text)))
        .join(''),
    `_${disclaimer}_\n`,
  ]
    .filter((section) => section !== '')
    .join('\n');
}

function listMarkdown({ steps, throughout }: HistoryList): string {
  const rows = steps.flatMap(({ from, to, ways, doubts }) => {
    const told = ways.map(({ due, when, rates }) =>
      tableRow([
        from,
        to,
        escaped(due),
        cell(rates, when, ({ heading, rate, what }) => `${heading} ${rate}: ${what}`),
        cell(rates, null, ({ act }) => act),
      ]),
    );
    const doubt = doubts.map((text) => tableRow([from, to, '?', escaped(text), '']));
    return [...told, ...doubt];
  });
  const head = tableHead(
    ['From', 'To', 'Together', 'Rates', 'Act'].map((title) => ({ title, align: 'left' as const })),
  );
  const always = throughout.map(
    ({ heading, rate, what, act }) => `\nAt all times ${escaped(`${heading} ${rate}: ${what}; ${act}`)}\n`,
  );
  return head + rows.join('') + always.join('');
}

function cell(rates: readonly ListedRate[], when: string | null, text: (rate: ListedRate) => string): string {
  return [...rates.map(text), ...(when === null ? [] : [when])].map(escaped).join('<br>');
}
