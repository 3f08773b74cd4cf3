import { type LevelRun, levelRuns } from './chart-runs.ts';
import type { ChartSeries } from './chart-series.ts';
import { type Frame, element, escapeXml, labelWidth } from './svg-parts.ts';
import { looks } from './svg-style.ts';

/** Names at the lines, rather than in a legend; `dayOf` says which day it is so many days after the first. */
export function svgLabels(
  series: readonly ChartSeries[],
  frame: Frame,
  dayOf: (day: number) => string,
): readonly string[] {
  const marks = levelRuns(series).flatMap((run) =>
    run.percent === null ? openMark(run, series, frame) : runLabel(run, run.percent, series, frame, dayOf),
  );
  return withoutOverlaps(marks).map((mark) => (typeof mark === 'string' ? mark : labelText(mark)));
}

/** A text beside a line. */
interface Label {
  readonly x: number;
  readonly y: number;
  readonly pieces: readonly Piece[];
  readonly anchor: 'start' | 'end';
}

const lineHeight = 14;
const apart = 12;

/** Of two texts that would stand on each other the first is left: what is not named there is named where its line ends. */
function withoutOverlaps(marks: readonly (string | Label)[]): readonly (string | Label)[] {
  const placed: Label[] = [];
  return marks.filter((mark) => {
    if (typeof mark === 'string') return true;
    if (placed.some((other) => isOver(mark, other))) return false;
    placed.push(mark);
    return true;
  });
}

function isOver(one: Label, other: Label): boolean {
  const [begin, end] = reach(one);
  const [first, last] = reach(other);
  return Math.abs(one.y - other.y) < lineHeight && begin < last + apart && first < end + apart;
}

function reach({ x, pieces, anchor }: Label): readonly [begin: number, end: number] {
  const wide = widthOf(pieces);
  return anchor === 'end' ? [x - wide, x] : [x, x + wide];
}

function runLabel(
  run: LevelRun,
  percent: number,
  series: readonly ChartSeries[],
  frame: Frame,
  dayOf: (day: number) => string,
): readonly Label[] {
  const isLast = run.end >= frame.days && run.lines.length > 0;
  const y = frame.y(percent) + frame.aside(0) - 9;
  const x = frame.x(run.begin) + 10;
  const room = frame.x(run.end) - x;
  if (series.length > 1) {
    if (isLast) return [labelAt(frame.right + 12, frame.y(percent) + 5, namesOf(run, series))];
    const short: readonly Piece[] = run.quotas.length === 0 ? [] : [{ series: null, text: 'in quota' }];
    const fitting = [namesOf(run, series), short].find((pieces) => widthOf(pieces) <= room);
    return fitting === undefined || fitting.length === 0 ? [] : [labelAt(x, y, fitting)];
  }
  const label: readonly Piece[] = [{ series: 0, text: aloneText(run, percent, dayOf) }];
  const atEnd = isLast ? [labelAt(frame.right + 12, frame.y(percent) + 5, [{ series: 0, text: `${percent}%` }])] : [];
  if (widthOf(label) <= room) return [labelAt(x, y, label), ...atEnd];
  // The last step is often short: its label ends where the line ends.
  return isLast ? [labelAt(frame.right, y, label, 'end'), ...atEnd] : [];
}

/** "25% from 2018-06-01" */
function aloneText({ lines, begin }: LevelRun, percent: number, dayOf: (day: number) => string): string {
  const rate = percent === 0 ? 'Free' : `${percent}%`;
  return `${rate}${lines.length > 0 ? '' : ' in quota'} from ${dayOf(begin)}`;
}

/** A part of a label in the colour of a line; null: in none. */
interface Piece {
  readonly series: number | null;
  readonly text: string;
}

/** "DE, JP; GB in quota", each name in its colour. */
function namesOf({ lines, quotas }: LevelRun, series: readonly ChartSeries[]): readonly Piece[] {
  const names = (places: readonly number[]): readonly Piece[] =>
    places.flatMap((place, index) => [
      ...(index === 0 ? [] : [{ series: null, text: ', ' }]),
      { series: place, text: series[place]?.name ?? '' },
    ]);
  const between = lines.length > 0 && quotas.length > 0 ? [{ series: null, text: '; ' }] : [];
  const within = quotas.length === 0 ? [] : [...names(quotas), { series: null, text: ' in quota' }];
  return [...names(lines), ...between, ...within];
}

function widthOf(pieces: readonly Piece[]): number {
  return labelWidth(pieces.map(({ text }) => text).join(''));
}

/** Days of which the chart gives no number stand above it, and say so. */
function openMark(run: LevelRun, series: readonly ChartSeries[], frame: Frame): readonly (string | Label)[] {
  const [first = 0] = run.lines;
  const x = frame.x(run.begin);
  const y = frame.top - 40;
  const names = series.length === 1 ? [] : [{ series: null, text: ' ' }, ...namesOf(run, series)];
  const label: readonly Piece[] = [{ series: first, text: '?' }, ...names];
  const width = Math.max(2, frame.x(run.end) - x);
  const isAtEnd = frame.right - x < widthOf(label);
  return [
    element('rect', { class: `open t${first % looks}`, x, y, width, height: 8, rx: 3 }),
    isAtEnd ? labelAt(frame.right + 12, y + 8, label) : labelAt(x + 2, y - 5, label),
  ];
}

function labelAt(x: number, y: number, pieces: readonly Piece[], anchor: Label['anchor'] = 'start'): Label {
  return { x, y, pieces, anchor };
}

/** On a halo that keeps lines off it. */
function labelText({ x, y, pieces, anchor }: Label): string {
  const place = { x, y, ...(anchor !== 'start' && { 'text-anchor': anchor }) };
  const parts = pieces.map(({ series, text }) =>
    series === null ? escapeXml(text) : element('tspan', { class: `t${series % looks}` }, escapeXml(text)),
  );
  const words = escapeXml(pieces.map(({ text }) => text).join(''));
  return (
    element('text', { class: 'halo', 'aria-hidden': 'true', ...place }, words) +
    element('text', { class: 'name quiet', ...place }, parts.join(''))
  );
}
