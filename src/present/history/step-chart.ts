import type { IsoDate } from '../../exact/iso-date.ts';
import { padLeft, widest } from '../text-width.ts';
import { Canvas, side } from './chart-canvas.ts';
import { type PercentScale, dayTicks, percentScale } from './chart-scale.ts';
import type { ChartSeries, Level, Stretch } from './chart-series.ts';

export interface StepChart {
  readonly series: readonly ChartSeries[];
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** Days shown, both ends included. */
  readonly days: number;
}

/** Fewer columns show nothing that could be read. */
export const narrowestChart = 40;
const usualHeight = 10;
const inQuota = 'in quota';

/** Lines of text with the steps of each series; none wider than `width`. Empty where that is too little. */
export function stepChart(chart: StepChart, width: number): readonly string[] {
  if (width < narrowestChart || chart.days < 1) return [];
  const scale = percentScale(chart.series);
  const apart = (['other', 'unknown'] as const).filter((kind) => chart.series.some((one) => has(one, kind)));
  const marks = [...apart.map((kind) => apartMarks[kind]), ...scale.ticks.map((tick) => `${tick}%`)];
  const margin = widest(marks) + 2;
  const ends = endLabels(chart.series);
  const right = Math.min(Math.floor(width / 4), widest([...ends.values()].map((names) => ` ${names}`)));
  const plot = new Plot(chart, scale, apart, width - margin - right);
  plot.draw();
  const lines = plot.canvas.lines().map((line, row) => {
    const mark = plot.markOf(row);
    const axis = `${padLeft(mark ?? '', margin - 2)} ${mark === null ? '│' : '┤'}`;
    const end = [...ends].filter(([level]) => plot.rowAt(level) === row).map(([, names]) => names);
    return `${axis}${line}${end.length === 0 ? '' : ` ${end.join(' ')}`.slice(0, right)}`.trimEnd();
  });
  return [...lines, ...axisLines(chart, plot.canvas.width, margin, width)];
}

const apartMarks = { other: '*', unknown: '?' } as const;

function has({ stretches }: ChartSeries, kind: Level['kind']): boolean {
  return stretches.some(({ level }) => level.kind === kind);
}

/** The names of the lines at the right end, by the percentage at which they end; of one line that percentage. */
function endLabels(series: readonly ChartSeries[]): ReadonlyMap<number, string> {
  const ends = new Map<number, string>();
  for (const { name, stretches } of series) {
    const last = stretches.at(-1)?.level;
    if (last?.kind !== 'rate') continue;
    const own = series.length === 1 ? `${last.percent}%` : name;
    ends.set(last.percent, [ends.get(last.percent) ?? [], own].flat().join(' '));
  }
  return ends;
}

/** Years below the axis. */
function axisLines(
  { from, until, days }: StepChart,
  plotWidth: number,
  margin: number,
  width: number,
): readonly string[] {
  const ticks = dayTicks(from, until, (label) => ((label.length + 2) * days) / plotWidth);
  const axis = Array.from({ length: plotWidth }, () => '─');
  const [first] = ticks;
  const year = from.slice(0, 4);
  // The chart seldom begins with a year; which it begins in is said without a mark.
  const isRoomy = first !== undefined && first.label.length === 4 && (first.day * plotWidth) / days > year.length + 2;
  let labels = ' '.repeat(margin) + (isRoomy ? `${year}  ` : '');
  for (const { day, label } of ticks) {
    const column = Math.min(plotWidth - 1, Math.floor((day * plotWidth) / days));
    const at = margin + column;
    if (at < labels.length || at + label.length > width) continue;
    axis[column] = '┬';
    labels = `${labels.padEnd(at)}${label}  `;
  }
  return [`${' '.repeat(margin - 1)}└${axis.join('')}`, labels.trimEnd()];
}

/** What is drawn at a cell of a row, lines over quotas. */
interface Run {
  readonly names: string;
  begin: number;
  end: number;
}

/** The area within the axes. */
class Plot {
  readonly canvas: Canvas;
  private readonly chart: StepChart;
  private readonly scale: PercentScale;
  private readonly apart: readonly ('other' | 'unknown')[];
  private readonly height: number;

  constructor(chart: StepChart, scale: PercentScale, apart: readonly ('other' | 'unknown')[], width: number) {
    const intervals = scale.ticks.length - 1;
    this.chart = chart;
    this.scale = scale;
    this.apart = apart;
    this.height = intervals * Math.max(2, Math.round(usualHeight / intervals));
    this.canvas = new Canvas(width, apart.length + this.height + 1);
  }

  /** Rows apart from the scale stand above it. */
  rowOf(level: Level): number | null {
    if (level.kind === 'none') return null;
    return level.kind === 'rate' ? this.rowAt(level.percent) : this.apart.indexOf(level.kind);
  }

  /** What is above zero never stands at zero. */
  rowAt(percent: number): number {
    const up = Math.round((percent / this.scale.top) * this.height);
    return this.apart.length + this.height - (percent > 0 ? Math.max(1, up) : up);
  }

  /** What the axis says of a row; null: nothing. */
  markOf(row: number): string | null {
    const kind = this.apart[row];
    if (kind !== undefined) return apartMarks[kind];
    const tick = this.scale.ticks.find((one) => this.rowAt(one) === row);
    return tick === undefined ? null : `${tick}%`;
  }

  draw(): void {
    for (const [index, series] of this.chart.series.entries()) this.drawLine(series, index);
    for (const series of this.chart.series) this.drawApart(series);
    this.drawQuotas();
    this.label();
  }

  private columnOf(day: number): number {
    return Math.min(this.canvas.width - 1, Math.floor((day * this.canvas.width) / this.chart.days));
  }

  /** The columns a stretch reaches: it shares the first with the one before, if it begins within it. */
  private columnsOf({ begin, end }: Stretch): readonly [first: number, last: number] {
    return [this.columnOf(begin), Math.max(this.columnOf(begin), this.columnOf(end - 1))];
  }

  /** Column by column: from the row at its left, over all that is passed within it, to the row at its right. */
  private drawLine({ stretches }: ChartSeries, index: number): void {
    const passed = Array.from({ length: this.canvas.width }, (): (number | null)[] => []);
    for (const stretch of stretches) {
      const row = stretch.level.kind === 'rate' ? this.rowOf(stretch.level) : null;
      const [first, last] = this.columnsOf(stretch);
      for (let column = first; column <= last; column++) passed[column]?.push(row);
    }
    let left: number | null = null;
    for (const [column, rows] of passed.entries()) {
      const right = rows.at(-1) ?? null;
      const met = [left, ...rows].filter((row) => row !== null);
      const isWhole = !rows.includes(null);
      if (left !== null && isWhole) this.canvas.join(left, column, side.left, index);
      if (right !== null) this.canvas.join(right, column, side.right, index);
      if (isWhole) this.riser(Math.min(...met), Math.max(...met), column, index);
      left = right;
    }
  }

  private riser(top: number, bottom: number, column: number, series: number): void {
    if (top >= bottom) return;
    for (let row = top; row <= bottom; row++) {
      const sides = (row > top ? side.up : 0) | (row < bottom ? side.down : 0);
      this.canvas.join(row, column, sides, series);
    }
  }

  /** Question marks, two columns apart, so that they are no line. */
  private drawApart({ stretches }: ChartSeries): void {
    for (const stretch of stretches) {
      if (stretch.level.kind !== 'unknown' && stretch.level.kind !== 'other') continue;
      const row = this.rowOf(stretch.level) ?? 0;
      const [first, last] = this.columnsOf(stretch);
      for (let column = first; column <= last; column += 2)
        this.canvas.write(row, column, apartMarks[stretch.level.kind]);
    }
  }

  /** Dots wherever no line runs. */
  private drawQuotas(): void {
    for (const { stretches } of this.chart.series) {
      for (const stretch of stretches) {
        if (stretch.inQuota === null) continue;
        const row = this.rowAt(stretch.inQuota);
        const [first, last] = this.columnsOf(stretch);
        for (let column = first; column <= last; column++)
          if (this.canvas.isFree(row, column)) this.canvas.write(row, column, '·');
      }
    }
  }

  /** The names of lines where they begin to run by themselves, and of quotas; the shorter ones where there is little room. */
  private label(): void {
    for (let row = 0; row < this.apart.length + this.height + 1; row++) {
      for (const { names, begin, end } of this.runsIn(row)) {
        const isNamedAtEnd = end === this.canvas.width && row >= this.apart.length;
        if (names === '' || isNamedAtEnd) continue;
        const short = names.endsWith(inQuota) ? ` ${inQuota} ` : names;
        const places = [
          [2, ` ${names} `],
          [1, ` ${names} `],
          [2, short],
          [1, short],
        ] as const;
        const found = places.find(
          ([inset, text]) => begin + inset + text.length < end && this.isStraight(row, begin + inset, text),
        );
        if (found) this.canvas.write(row, begin + found[0], found[1].replaceAll(' ', '\u00A0'));
      }
    }
  }

  private isStraight(row: number, column: number, text: string): boolean {
    return Array.from(text).every((_, index) => this.canvas.isStraight(row, column + index));
  }

  private runsIn(row: number): readonly Run[] {
    const runs: Run[] = [];
    for (let column = 0; column < this.canvas.width; column++) {
      const names = this.namesAt(row, column);
      const run = runs.at(-1);
      if (run && run.names === names) run.end = column + 1;
      else runs.push({ names, begin: column, end: column + 1 });
    }
    return runs;
  }

  private namesAt(row: number, column: number): string {
    const isOne = this.chart.series.length === 1;
    const lines: string[] = [];
    const quotas: string[] = [];
    for (const { name, stretches } of this.chart.series) {
      const here = stretches.findLast((stretch) => {
        const [first, last] = this.columnsOf(stretch);
        return first <= column && column <= last;
      });
      if (!here) continue;
      if (this.rowOf(here.level) === row) lines.push(name);
      else if (here.inQuota !== null && this.rowAt(here.inQuota) === row) quotas.push(name);
    }
    if (isOne) return quotas.length > 0 ? inQuota : '';
    return [...lines, ...(quotas.length > 0 ? [`${quotas.join(' ')} ${inQuota}`] : [])].join(' ');
  }
}
