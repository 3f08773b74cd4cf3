import { dayNumber } from '../../exact/iso-date.ts';
import { type Ink, inkFor } from '../ink.ts';
import { notCoveredNote, noteText, tablesNote } from '../notes-text.ts';
import type { Style } from '../rendering.ts';
import { displayWidth, wrap } from '../text-width.ts';
import { disclaimer, notCoveredWords, tableWords } from '../words.ts';
import { lineSample } from './chart-canvas.ts';
import { type ChartSeries, seriesOf } from './chart-series.ts';
import { historyList } from './history-list.ts';
import { historyListText, listLayout } from './history-list-text.ts';
import type { HistoryAnswer } from './history-rendering.ts';
import { factsText, historyTitle, markWords, usedRegimes } from './history-words.ts';
import { narrowestChart, stepChart } from './step-chart.ts';

const widestChart = 200;

/** The chart, and below it every step with its act. Without the chart where the terminal has too few columns. */
export function historyText(answer: HistoryAnswer, style: Style): string {
  const ink = inkFor(style);
  const facts = factsText(answer, style);
  const lists = answer.histories.map((history) => historyList(history, style));
  const layout = listLayout(lists, style.width);
  const notCovered = [...new Set(answer.histories.flatMap(({ steps }) => steps.flatMap(({ due }) => due.notCovered)))];
  const sections = [
    [
      ...wrap(historyTitle(answer, style), style.width).map(ink.strong),
      ...(facts === '' ? [] : wrap(facts, style.width)),
    ],
    chartText(answer, style, ink),
    ...lists.map((list) => [
      ...(lists.length === 1 ? [] : wrap(list.title, style.width).map(ink.strong)),
      ...historyListText(list, layout, ink),
    ]),
    [
      notCoveredNote(notCoveredWords(notCovered, answer)),
      tablesNote(tableWords(answer.tables, usedRegimes(answer.histories))),
    ].flatMap((note) => noteText(note, style.width, ink)),
    wrap(disclaimer, style.width).map(ink.quiet),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function chartText(answer: HistoryAnswer, style: Style, ink: Ink): readonly string[] {
  const { from, until } = answer;
  const width = Math.min(style.width, widestChart);
  if (Math.min(answer.columns, width) < narrowestChart) return [];
  const series = answer.histories.map((history) => seriesOf(history, from));
  const lines = stepChart({ series, from, until, days: dayNumber(until) - dayNumber(from) + 1 }, width);
  return [
    ...wrap('Duty in percent of the value', width).map(ink.quiet),
    ...lines,
    ...legend(series, answer, style, width).flatMap((text) => wrap(text, width)),
  ];
}

/** What the lines and the marks stand for, as far as there are any. */
function legend(
  series: readonly ChartSeries[],
  { histories }: HistoryAnswer,
  style: Style,
  width: number,
): readonly string[] {
  const stretches = series.flatMap((one) => one.stretches);
  const names = histories.map(
    ({ origins }, index) =>
      `${lineSample(index).repeat(3)} ${origins.map((code) => `${code} ${style.countryName(code)}`).join(', ')}`,
  );
  const quota = stretches.some(({ inQuota }) => inQuota !== null) ? ['··· in quota'] : [];
  const marks = (['unknown', 'other'] as const).filter((kind) => stretches.some(({ level }) => level.kind === kind));
  return [
    ...(series.length > 1 || quota.length > 0 ? flow([...names, ...quota], width) : []),
    ...marks.map((kind) => markWords[kind]),
  ];
}

/** Texts side by side as far as they fit; none is torn apart. */
function flow(texts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const line = lines.at(-1);
    if (line !== undefined && displayWidth(line) + displayWidth(text) + 3 <= width)
      lines[lines.length - 1] = `${line}   ${text}`;
    else lines.push(text);
  }
  return lines;
}
