import { type Days, dayNumber } from '../../exact/iso-date.ts';
import type { Style } from '../rendering.ts';
import { percentScale } from './chart-scale.ts';
import { seriesOf } from './chart-series.ts';
import type { HistoryAnswer } from './history-rendering.ts';
import { describe, gridLines } from './svg-around.ts';
import { svgLabels } from './svg-labels.ts';
import { type FrameSize, element, escapeXml, frameOf, quotaPath, stepPath } from './svg-parts.ts';
import { looks } from './svg-style.ts';

/** Where a picture stands on a page, which has its words and its style. */
export interface ChartPlace {
  /** Of its description; no other thing on the page has it. */
  readonly id: string;
  readonly size: FrameSize;
  /** Days to be marked; null: none. */
  readonly marked: (Pick<Days, 'from'> & { readonly until: Days['from'] }) | null;
}

/** The steps as a picture within a page. */
export function historyChart(answer: HistoryAnswer, style: Style, { id, size, marked }: ChartPlace): string {
  const { from, until, histories } = answer;
  const series = histories.map((history) => seriesOf(history, from));
  const isApart = series.some(({ stretches }) =>
    stretches.some(({ level }) => level.kind === 'unknown' || level.kind === 'other'),
  );
  const first = dayNumber(from);
  const days = dayNumber(until) - first + 1;
  const names = series.map(({ name }) => name);
  const frame = frameOf(days, percentScale(series), names, isApart ? 66 : 28, size);
  const dates = new Map(
    histories.flatMap(({ steps }) => steps.map((step) => [dayNumber(step.from) - first, step.from] as const)),
  );
  const within = (day: Days['from']): number => Math.min(days, Math.max(0, dayNumber(day) - first));
  const [begin, end] = marked ? [within(marked.from), within(marked.until) + 1] : [0, 0];
  const band = {
    class: 'marked',
    x: frame.x(begin),
    y: frame.top,
    width: Math.max(2, frame.x(Math.min(days, end)) - frame.x(begin)),
    height: frame.bottom - frame.top,
  };
  const parts = [
    element('desc', { id }, escapeXml(describe(answer, style))),
    ...(marked ? [element('rect', band)] : []),
    ...gridLines(frame, answer),
    ...series.flatMap((one, index) => [
      quotaPath(one, index, frame),
      element('path', { class: `line s${index % looks}`, d: stepPath(one, index, frame) }),
    ]),
    ...svgLabels(series, frame, (day) => dates.get(day) ?? ''),
  ];
  return `<svg viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-labelledby="${id}">${parts.join('')}</svg>`;
}
