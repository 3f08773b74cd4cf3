import { type IsoDate, dayNumber, monthStart } from '../../exact/iso-date.ts';
import type { ChartSeries } from './chart-series.ts';

/** Percentages on the axis, from zero up, evenly apart. */
export interface PercentScale {
  readonly ticks: readonly number[];
  readonly top: number;
}

const steps = [100, 50, 25, 20, 10, 5, 2.5, 2, 1, 0.5, 0.25, 0.1];

/** Few ticks; where it can be, each level on one of them. */
export function percentScale(series: readonly ChartSeries[]): PercentScale {
  const levels = series.flatMap(({ stretches }) =>
    stretches.flatMap(({ level, inQuota }) => [
      ...(level.kind === 'rate' ? [level.percent] : []),
      ...(inQuota === null ? [] : [inQuota]),
    ]),
  );
  const most = Math.max(0, ...levels) || 10;
  const count = (step: number): number => Math.ceil(most / step);
  const onTicks = steps.find((step) => count(step) >= 2 && count(step) <= 5 && levels.every((one) => one % step === 0));
  const step = onTicks ?? steps.find((one) => count(one) >= 3) ?? most;
  const wide = count(step) > 6 ? Math.ceil(count(step) / 5) * step : step;
  const ticks = Array.from({ length: count(wide) + 1 }, (_, index) => index * wide);
  return { ticks, top: ticks.at(-1) ?? most };
}

/** A day on the axis, counted from the first, and its words. */
export interface DayTick {
  readonly day: number;
  readonly label: string;
}

/** Months from one tick to the next. */
const distances = [1, 3, 6, 12, 24, 60, 120];

/** Years, or months where few are shown; as many as have room, if one tick takes `room` days. */
export function dayTicks(from: IsoDate, until: IsoDate, room: (label: string) => number): readonly DayTick[] {
  const first = dayNumber(from);
  const last = dayNumber(until);
  for (const distance of distances) {
    const ticks: DayTick[] = [];
    const months = Number(from.slice(5, 7)) - 1 + Number(from.slice(0, 4)) * 12;
    for (let ahead = -(months % distance); ; ahead += distance) {
      const start = monthStart(from, ahead);
      if (start > until) break;
      const label = distance < 12 ? start.slice(0, 7) : start.slice(0, 4);
      if (start >= from) ticks.push({ day: dayNumber(start) - first, label });
    }
    const isRoomy = distance * 28 >= room(distance < 12 ? '2000-00' : '2000');
    if (isRoomy && (distance >= 12 || last - first < 800)) return ticks;
  }
  return [];
}
