import type { PercentScale } from './chart-scale.ts';
import type { ChartSeries } from './chart-series.ts';
import { looks } from './svg-style.ts';

/** The picture and the area within its axes, in its own units. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly days: number;
  readonly scale: PercentScale;
  readonly x: (day: number) => number;
  readonly y: (percent: number) => number;
  /** How far a line stands from where it would alone, so that lines beside each other are all seen. */
  readonly aside: (series: number) => number;
}

/** How large the picture is, and the room beside and below its area; `end`: at the right, for a percentage. */
export interface FrameSize {
  readonly width: number;
  readonly plotHeight: number;
  readonly left: number;
  readonly end: number;
  readonly below: number;
}

/** A picture of its own. */
export const pictureSize: FrameSize = { width: 960, plotHeight: 290, left: 78, end: 76, below: 74 };

const lineApart = 5;

/** `head`: what stands above the area; `names`: those of all lines, which stand at its right. */
export function frameOf(
  days: number,
  scale: PercentScale,
  names: readonly string[],
  head: number,
  { width, plotHeight, left, end, below }: FrameSize = pictureSize,
): Frame {
  const room = names.length === 1 ? end : Math.min(width / 3.2, Math.max(end, labelWidth(names.join(', ')) + 34));
  const right = width - room;
  const bottom = head + plotHeight;
  return {
    width,
    height: bottom + below,
    left,
    right,
    top: head,
    bottom,
    days,
    scale,
    x: (day) => tenths(left + ((right - left) * day) / days),
    y: (percent) => tenths(bottom - ((bottom - head) * percent) / scale.top),
    aside: (series) => (series - (names.length - 1) / 2) * lineApart,
  };
}

function tenths(place: number): number {
  return Math.round(place * 10) / 10;
}

export function element(name: string, attributes: Readonly<Record<string, string | number>>, content?: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return content === undefined ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** How much room a text in the size of the labels takes, about. */
export function labelWidth(text: string): number {
  return text.length * 7.8;
}

/** Level stretches joined by risers; a new line after each stretch without a percentage. */
export function stepPath({ stretches }: ChartSeries, series: number, frame: Frame): string {
  const aside = frame.aside(series);
  let path = '';
  let isDrawn = false;
  for (const [index, { level, begin, end }] of stretches.entries()) {
    if (level.kind !== 'rate') {
      isDrawn = false;
      continue;
    }
    const y = tenths(frame.y(level.percent) + aside);
    path += isDrawn ? `H${tenths(frame.x(begin) + aside)}V${y}` : `M${frame.x(begin)} ${y}`;
    if (stretches[index + 1]?.level.kind !== 'rate') path += `H${frame.x(end)}`;
    isDrawn = true;
  }
  return path;
}

/** Dotted, beside the line; empty where there is no quota. */
export function quotaPath({ stretches }: ChartSeries, index: number, frame: Frame): string {
  const path = stretches
    .flatMap(({ inQuota, begin, end }) =>
      inQuota === null ? [] : [`M${frame.x(begin)} ${tenths(frame.y(inQuota) + frame.aside(index))}H${frame.x(end)}`],
    )
    .join('');
  return path === '' ? '' : element('path', { class: `quota s${index % looks}`, d: path });
}
