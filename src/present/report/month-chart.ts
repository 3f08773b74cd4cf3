import { Decimal, greatest, groupedText, zero } from '../../exact/decimal.ts';
import { type IsoDate, dayBefore, dayNumber, monthStart } from '../../exact/iso-date.ts';
import type { Money } from '../../exact/money.ts';
import { printedMoney } from '../amounts.ts';
import { dayTicks } from '../history/chart-scale.ts';
import type { Style } from '../rendering.ts';
import { type Markup, type Part, markup } from './markup.ts';

/** A month by its first day, and the duty of the lines entered in it. */
export interface MonthSum {
  readonly month: IsoDate;
  readonly duty: Money;
}

export interface MonthChartSize {
  readonly width: number;
  readonly height: number;
}

/** Over more years columns are too thin to be seen: the table stands alone. */
const mostMonths = 360;
const below = 26;
const above = 22;
const letter = 8;
const widest = 56;

/** The area within the axes, and where days and amounts stand in it. */
interface MonthFrame {
  readonly first: IsoDate;
  readonly until: IsoDate;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly ticks: readonly Decimal[];
  readonly labels: readonly string[];
  readonly x: (day: IsoDate) => number;
  readonly y: (amount: Decimal) => number;
}

/** A column for each month, from the first to the last; undefined where a picture would show nothing. In order of the months. */
export function monthChart(sums: readonly MonthSum[], size: MonthChartSize, style: Style): Markup | undefined {
  const frame = frameOf(sums, size, style);
  const [first, last] = [sums[0], sums.at(-1)];
  if (!frame || !first || !last) return undefined;
  const months = `${first.month.slice(0, 7)} to ${last.month.slice(0, 7)}`;
  return markup`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="Columns: the duty of each month from ${months}. The table below has the figures.">${amountAxis(frame)}${timeAxis(frame)}${sums.map((one) => column(one, frame, style))}</svg>`;
}

function frameOf(
  sums: readonly MonthSum[],
  { width, height }: MonthChartSize,
  { currencySign }: Style,
): MonthFrame | undefined {
  const [first, last] = [sums[0]?.month, sums.at(-1)?.month];
  const most = greatest(zero, ...sums.map(({ duty }) => duty));
  if (sums.length < 2 || first === undefined || last === undefined || most.isZero()) return undefined;
  const until = dayBefore(monthStart(last, 1));
  const days = dayNumber(until) - dayNumber(first) + 1;
  if (days > mostMonths * 31) return undefined;
  const ticks = moneyTicks(most);
  const top = ticks.at(-1) ?? most;
  const labels = ticks.map((tick) => currencySign + shortAmount(tick));
  const left = Math.max(...labels.map((text) => text.length)) * letter + 10;
  const [bottom, right] = [height - below, width - 2];
  const plotHeight = bottom - above;
  return {
    first,
    until,
    left,
    right,
    bottom,
    ticks,
    labels,
    x: (day) => left + ((right - left) * (dayNumber(day) - dayNumber(first))) / days,
    y: (amount) => bottom - amount.times(plotHeight).div(top).toDecimalPlaces(2).toNumber(),
  };
}

/** What is more than nothing is always seen. */
function column({ month, duty }: MonthSum, { x, y, bottom }: MonthFrame, style: Style): Part {
  if (duty.isZero()) return '';
  const [begin, end] = [x(month), x(monthStart(month, 1))];
  const wide = Math.min(widest, Math.max(1, (end - begin) * 0.8));
  const high = Math.max(1.5, bottom - y(duty));
  return markup`<rect class="column" x="${tenths((begin + end - wide) / 2)}" y="${tenths(bottom - high)}" width="${tenths(wide)}" height="${tenths(high)}"><title>${month.slice(0, 7)}: ${printedMoney(style)(duty)}</title></rect>`;
}

function amountAxis({ ticks, labels, left, right, y }: MonthFrame): readonly Markup[] {
  return ticks.map(
    (tick, index) =>
      markup`<path class="${tick.isZero() ? 'axis' : 'grid'}" d="M${left} ${tenths(y(tick))}H${right}"/><text class="tick" x="${left - 8}" y="${tenths(y(tick) + 4)}" text-anchor="end">${labels[index] ?? ''}</text>`,
  );
}

/** Few months by name below their columns; of many, marks where years or quarters begin. */
function timeAxis({ first, until, left, right, bottom, x }: MonthFrame): readonly Part[] {
  const days = dayNumber(until) - dayNumber(first) + 1;
  const room = (label: string): number => label.length * letter + 14;
  const months: IsoDate[] = [];
  for (let month = first; month <= until; month = monthStart(month, 1)) months.push(month);
  if (months.length * room('2000-00') <= right - left)
    return months.map((month) => {
      const middle = tenths((x(month) + x(monthStart(month, 1))) / 2);
      return markup`<text class="tick" x="${middle}" y="${bottom + 19}" text-anchor="middle">${month.slice(0, 7)}</text>`;
    });
  const times = dayTicks(first, until, (label) => (room(label) * days) / (right - left));
  return times.map(({ day, label }) => {
    const at = tenths(left + ((right - left) * day) / days);
    return at + label.length * letter > right + 2
      ? ''
      : markup`<path class="axis" d="M${at} ${bottom}v5"/><text class="tick" x="${at}" y="${bottom + 19}">${label}</text>`;
  });
}

/** From nothing to what is at least the most, in round steps: three to six of them. */
export function moneyTicks(most: Decimal): readonly Decimal[] {
  const rough = most.div(4);
  const power = new Decimal(10).pow(rough.e);
  const step = [1, 2, 2.5, 5, 10].map((times) => power.times(times)).find((one) => one.gte(rough)) ?? most;
  const count = most.div(step).ceil().toNumber();
  return Array.from({ length: count + 1 }, (_, index) => step.times(index));
}

const scales = [
  [1_000_000_000, 'B'],
  [1_000_000, 'M'],
  [1000, 'k'],
] as const;

/** "1.5M", "500k", "20": round amounts, shorter. */
export function shortAmount(amount: Decimal): string {
  const [scale, sign] = scales.find(([one]) => amount.gte(one)) ?? [1, ''];
  return `${groupedText(amount.div(scale).toFixed())}${sign}`;
}

function tenths(place: number): number {
  return Math.round(place * 10) / 10;
}
