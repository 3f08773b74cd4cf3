import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChartSeries, Level } from '../../../src/present/history/chart-series.ts';
import { stepChart } from '../../../src/present/history/step-chart.ts';
import { displayWidth } from '../../../src/present/text-width.ts';
import { date } from '../../support/nouns.ts';

const rate = (percent: number): Level => ({ kind: 'rate', percent });

/** From levels and the days on which they end. */
function line(name: string, ...parts: readonly (readonly [Level, number, number?])[]): ChartSeries {
  let begin = 0;
  const stretches = parts.map(([level, end, inQuota]) => {
    const stretch = { begin, end, level, inQuota: inQuota ?? null };
    begin = end;
    return stretch;
  });
  return { name, stretches };
}

/** 2020-01-01 to 2022-12-31. */
const days = 1096;
const staircase = line('DE', [rate(0), 100], [rate(25), 500], [rate(25), 800, 0], [rate(50), days]);
const other = line('GB', [rate(25), 900], [{ kind: 'unknown' }, days]);

function drawn(series: readonly ChartSeries[], width: number): string {
  return stepChart({ series, from: date('2020-01-01'), until: date('2022-12-31'), days }, width)
    .map((text) => `${text}\n`)
    .join('');
}

describe('a step chart', () => {
  test('in 60 columns', () => {
    expect(drawn([staircase], 60)).toBe(`\
50% ┤                                     ┌───────────── 50%
    │                                     │
    │                                     │
    │                                     │
    │                                     │
25% ┤    ┌────────────────────────────────┘
    │    │
    │    │
    │    │
    │    │
 0% ┤────┘                  ·· in quota ···
    └┬────────────────┬────────────────┬────────────────
     2020             2021             2022
`);
  });

  test('in 40 columns', () => {
    expect(drawn([staircase], 40)).toBe(`\
50% ┤                      ┌──────── 50%
    │                      │
    │                      │
    │                      │
    │                      │
25% ┤  ┌───────────────────┘
    │  │
    │  │
    │  │
    │  │
 0% ┤──┘           ·········
    └┬─────────┬─────────┬──────────
     2020      2021      2022
`);
  });

  test('two lines are told apart without colour, and what is not known stands apart from the scale', () => {
    expect(drawn([staircase, other], 70)).toBe(`\
  ? ┤                                                  ?  GB ? ? ?
50% ┤                                             ┌──────────────── DE
    │                                             │
    │                                             │
    │                                             │
    │                                             │
25% ┤══GB═┬─ DE GB ───────────────────────────────┴═GB═
    │     │
    │     │
    │     │
    │     │
 0% ┤──DE─┘                      ·· DE in quota ···
    └┬───────────────────┬────────────────────┬────────────────────
     2020                2021                 2022
`);
  });

  test('a rate of fifteen days is a spike, not lost', () => {
    expect(drawn([line('CA', [rate(0), 600], [rate(10), 615], [rate(0), days])], 50)).toBe(`\
10% ┤                      ┌┐
    │                      ││
    │                      ││
    │                      ││
    │                      ││
 5% ┤                      ││
    │                      ││
    │                      ││
    │                      ││
    │                      ││
 0% ┤──────────────────────┘└────────────────── 0%
    └┬─────────────┬─────────────┬─────────────
     2020          2021          2022
`);
  });

  test('fewer than 40 columns show nothing', () => {
    expect(drawn([staircase], 39)).toBe('');
  });

  const level = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(0, 2.6, 7.5, 10, 25, 50, 200).map(rate) },
    { weight: 1, arbitrary: fc.constantFrom<Level>({ kind: 'unknown' }, { kind: 'other' }, { kind: 'none' }) },
  );
  const series = fc
    .array(fc.tuple(level, fc.integer({ min: 1, max: 900 }), fc.option(fc.constantFrom(0, 10), { nil: undefined })), {
      minLength: 1,
      maxLength: 9,
    })
    .map((parts) => {
      let end = 0;
      return parts.map(([one, long, inQuota]) => [one, (end += long), inQuota] as [Level, number, number?]);
    });

  test('is never wider than it may be, and shows every percentage that lasts a column', () => {
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 5 }), fc.integer({ min: 40, max: 200 }), (all, width) => {
        const last = Math.max(...all.map((parts) => parts.at(-1)?.[1] ?? 0));
        const lines = stepChart(
          {
            series: all.map((parts, index) => line('ABCDE'.charAt(index).repeat(2), ...parts)),
            from: date('2018-03-23'),
            until: date('2026-10-07'),
            days: last,
          },
          width,
        );
        expect(lines.filter((text) => displayWidth(text) > width)).toEqual([]);
        expect(lines.filter((text) => text !== text.trimEnd())).toEqual([]);
        // An unknown stretch never stands on the scale.
        if (all.flat().some(([one]) => one.kind === 'unknown'))
          expect(lines.some((text) => /^ *\? ┤/.test(text))).toBe(true);
      }),
    );
  });
});
