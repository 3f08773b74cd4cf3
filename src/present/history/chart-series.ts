import type { RateHistory, RateStep, RateWay } from '../../customs/rates-due.ts';
import { type IsoDate, dayNumber } from '../../exact/iso-date.ts';

/** Where a line of the chart runs: at a percentage, or apart from the scale. */
export type Level =
  | { readonly kind: 'rate'; readonly percent: number }
  /** Not known, not documented, or undecided. */
  | { readonly kind: 'unknown' }
  /** A rate that is no percentage of the value. */
  | { readonly kind: 'other' }
  /** No line at all: no rate on hand, or goods that are refused. */
  | { readonly kind: 'none' };

/** Days with one level, counted from the first day of the chart; `end` is the day after the last. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
  readonly level: Level;
  /** The rate within a quota, in percent; null: there is none. */
  readonly inQuota: number | null;
}

/** One line of the chart. */
export interface ChartSeries {
  /** "DE", or "DE FR" where they fare alike. */
  readonly name: string;
  readonly stretches: readonly Stretch[];
}

export function seriesOf({ origins, steps }: RateHistory, from: IsoDate): ChartSeries {
  const first = dayNumber(from);
  return {
    name: origins.join(' '),
    stretches: steps.map((step): Stretch => ({
      begin: dayNumber(step.from) - first,
      end: dayNumber(step.to) - first + 1,
      ...levelsOf(step),
    })),
  };
}

/** Beyond a quota, or without one; and within it. */
function levelsOf({ due, undocumented }: RateStep): Pick<Stretch, 'level' | 'inQuota'> {
  const { ways, status } = due;
  const isOpen = status !== 'known' || undocumented.length > 0;
  if (isOpen) return { level: { kind: 'unknown' }, inQuota: null };
  const inside = ways.find(({ tier }) => tier === 'in-quota');
  const other = ways.find(({ tier }) => tier !== 'in-quota');
  const percent = inside?.total.percent ?? null;
  return { level: other ? levelOf(other) : { kind: 'none' }, inQuota: percent === null ? null : Number(percent) };
}

function levelOf({ status, rates, total }: RateWay): Level {
  if (total.percent !== null) return { kind: 'rate', percent: Number(total.percent) };
  return { kind: status === 'due' && rates.length > 0 ? 'other' : status === 'unknown' ? 'unknown' : 'none' };
}
