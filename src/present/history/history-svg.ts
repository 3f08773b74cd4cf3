import { dayNumber } from '../../exact/iso-date.ts';
import type { Style } from '../rendering.ts';
import { wrap } from '../text-width.ts';
import { disclaimer } from '../words.ts';
import { percentScale } from './chart-scale.ts';
import { seriesOf } from './chart-series.ts';
import type { HistoryAnswer } from './history-rendering.ts';
import { factsText, historyTitle, markWords } from './history-words.ts';
import { describe, gridLines } from './svg-around.ts';
import { svgLabels } from './svg-labels.ts';
import { element, escapeXml, frameOf, quotaPath, stepPath } from './svg-parts.ts';
import { looks, svgStyle } from './svg-style.ts';

const longestTitle = 72;
const longestLine = 110;

/** A picture of its own: no script, no font from elsewhere; light or dark as its reader has it. */
export function historySvg(answer: HistoryAnswer, style: Style): string {
  const { from, until, histories } = answer;
  const series = histories.map((history) => seriesOf(history, from));
  const kinds = new Set(series.flatMap(({ stretches }) => stretches.map(({ level }) => level.kind)));
  const marks = (['unknown', 'other'] as const).filter((kind) => kinds.has(kind));
  const title = historyTitle(answer, style);
  const below = [
    ...wrap(
      ['Duty in percent of the value', factsText(answer, style)].filter((text) => text !== '').join('; '),
      longestLine,
    ),
    ...marks.map((kind) => markWords[kind].replace(/^\*/, '?').replace(/;[^;]*$/, '')),
  ];
  const heads = wrap(title, longestTitle);
  const head = 52 + heads.length * 24 + below.length * 18 + (marks.length > 0 ? 50 : 6);
  const frame = frameOf(
    dayNumber(until) - dayNumber(from) + 1,
    percentScale(series),
    series.map(({ name }) => name),
    head,
  );
  const dates = new Map(
    histories.flatMap(({ steps }) => steps.map((step) => [dayNumber(step.from) - dayNumber(from), step.from] as const)),
  );
  const parts = [
    element('title', { id: 'title' }, escapeXml(title)),
    element('desc', { id: 'desc' }, escapeXml(describe(answer, style))),
    `<style>${svgStyle()}</style>`,
    element('rect', { class: 'paper', x: 0.5, y: 0.5, width: frame.width - 1, height: frame.height - 1, rx: 12 }),
    ...heads.map((text, index) => element('text', { class: 'title', x: 32, y: 42 + index * 24 }, escapeXml(text))),
    ...below.map((text, index) =>
      element('text', { class: 'quiet', x: 32, y: 40 + heads.length * 24 + index * 18 }, escapeXml(text)),
    ),
    ...gridLines(frame, answer),
    ...series.flatMap((one, index) => [
      quotaPath(one, index, frame),
      element('path', { class: `line s${index % looks}`, d: stepPath(one, index, frame) }),
    ]),
    ...svgLabels(series, frame, (day) => dates.get(day) ?? ''),
    element('text', { class: 'small', x: 32, y: frame.height - 18 }, escapeXml(disclaimer)),
  ];
  const { width, height } = frame;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">\n${parts.filter((part) => part !== '').join('\n')}\n</svg>\n`;
}
