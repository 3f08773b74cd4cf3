import type { ChartSeries, Level } from './chart-series.ts';

/** Days on which the same lines run at one level: what a label stands at. `quotas`: those that run there in quota. */
export interface LevelRun {
  /** A percentage, or null: apart from the scale. */
  readonly percent: number | null;
  readonly lines: readonly number[];
  readonly quotas: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/** All runs, level by level; days without any line at a level are left out. */
export function levelRuns(series: readonly ChartSeries[]): readonly LevelRun[] {
  const days = [
    ...new Set(series.flatMap(({ stretches }) => stretches.flatMap(({ begin, end }) => [begin, end]))),
  ].toSorted((a, b) => a - b);
  const levels = new Set(
    series.flatMap(({ stretches }) =>
      stretches.flatMap(({ level, inQuota }) => [percentOf(level), ...(inQuota === null ? [] : [inQuota])]),
    ),
  );
  return [...levels].flatMap((percent) => (percent === undefined ? [] : runsAt(percent, series, days)));
}

/** Null: apart from the scale; undefined: no line. */
function percentOf(level: Level): number | null | undefined {
  if (level.kind === 'none') return undefined;
  return level.kind === 'rate' ? level.percent : null;
}

function runsAt(percent: number | null, series: readonly ChartSeries[], days: readonly number[]): readonly LevelRun[] {
  const runs: LevelRun[] = [];
  for (const [index, begin] of days.slice(0, -1).entries()) {
    const end = days[index + 1] ?? begin;
    const lines: number[] = [];
    const quotas: number[] = [];
    for (const [place, { stretches }] of series.entries()) {
      const here = stretches.find((one) => one.begin <= begin && begin < one.end);
      if (!here) continue;
      if (percentOf(here.level) === percent) lines.push(place);
      else if (percent !== null && here.inQuota === percent) quotas.push(place);
    }
    if (lines.length + quotas.length === 0) continue;
    const last = runs.at(-1);
    if (last?.end === begin && last.lines.join() === lines.join() && last.quotas.join() === quotas.join())
      runs[runs.length - 1] = { ...last, end };
    else runs.push({ percent, lines, quotas, begin, end });
  }
  return runs;
}
