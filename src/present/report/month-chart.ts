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

/** A column for each month, between the first and the last; undefined where there is nothing to be seen. In order of the months. */
export function monthChart(
  sums: readonly MonthSum[],
  { width, height }: MonthChartSize,
  style: Style,
): Markup | undefined {
  const [first, last] = [sums[0]?.month, sums.at(-1)?.month];
  const most = greatest(zero, ...sums.map(({ duty }) => duty));
  if (first === undefined || last === undefined || most.isZero()) return undefined;
  const until = dayBefore(monthStart(last, 1));
  const days = dayNumber(until) - dayNumber(first) + 1;
  if (days > mostMonths * 31) return undefined;
  const ticks = moneyTicks(most);
  const top = ticks.at(-1) ?? most;
  const labels = ticks.map((tick) => style.currencySign + shortAmount(tick));
  const left = Math.max(...labels.map((text) => text.length)) * letter + 10;
  const [bottom, right] = [height - below, width - 2];
  const x = (day: IsoDate): number => tenths(left + ((right - left) * (dayNumber(day) - dayNumber(first))) / days);
  const y = (amount: Decimal): number =>
    tenths(
      bottom -
        amount
          .times(bottom - above)
          .div(top)
          .toDecimalPlaces(2)
          .toNumber(),
    );
  const money = printedMoney(style);
  const column = ({ month, duty }: MonthSum): Part => {
    if (duty.isZero()) return '';
    const [begin, end] = [x(month), x(monthStart(month, 1))];
    const gap = Math.min(4, (end - begin) * 0.2);
    const high = Math.max(1.5, bottom - y(duty));
    return markup`<rect class="column" x="${tenths(begin + gap / 2)}" y="${tenths(bottom - high)}" width="${tenths(Math.min(56, Math.max(1, end - begin - gap)))}" height="${tenths(high)}"><title>${month.slice(0, 7)}: ${money(duty)}</title></rect>`;
  };
  const grid = ticks.map(
    (tick, index) =>
      markup`<path class="${tick.isZero() ? 'axis' : 'grid'}" d="M${left} ${y(tick)}H${right}"/><text class="tick" x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${labels[index] ?? ''}</text>`,
  );
  const times = dayTicks(first, until, (label) => ((label.length * letter + 14) * days) / (right - left));
  const months = times.map(({ day, label }) => {
    const at = tenths(left + ((right - left) * day) / days);
    return at + label.length * letter > width
      ? ''
      : markup`<path class="axis" d="M${at} ${bottom}v5"/><text class="tick" x="${at}" y="${bottom + 19}">${label}</text>`;
  });
  return markup`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Columns: the duty of each month from ${first.slice(0, 7)} to ${last.slice(0, 7)}. The table below has the figures.">${grid}${months}${sums.map(column)}</svg>`;
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
