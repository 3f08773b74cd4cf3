import type { ResultLine } from '../customs/assessment.ts';
import type { CountryCode } from '../customs/country.ts';
import type { DeclaredGoods } from '../customs/entry-line.ts';
import { type Money, nothing, sum } from '../exact/money.ts';
import type { IsoDate } from '../exact/iso-date.ts';

/** Goods of a run, and the origins they came from, those with the most duty first. */
export interface ConcernedGoods {
  readonly goods: DeclaredGoods;
  readonly origins: readonly CountryCode[];
  readonly lines: number;
  readonly duty: Money;
  /** The first and the last day on which any of them was entered. */
  readonly from: IsoDate;
  readonly until: IsoDate;
}

export interface GoodsGatherer {
  readonly add: (lines: readonly ResultLine[]) => void;
  /** At most so many goods, and of each so many origins: those with the most duty, then those with the most lines. */
  readonly most: (goods: number, origins: number) => readonly ConcernedGoods[];
  /** How many goods there were. */
  readonly count: () => number;
}

interface Tally {
  lines: number;
  duty: Money;
  from: IsoDate;
  until: IsoDate;
}

interface Gathered extends Tally {
  readonly goods: DeclaredGoods;
  readonly origins: Map<CountryCode, Tally>;
}

/** Goods and origins that are told apart: memory does not grow without end where a file names ever new numbers. */
const room = 50_000;

/** Gathers which goods the lines of a run are about, and what duty they bear. Lines that could not be read are about none. */
export function gatherGoods(): GoodsGatherer {
  const found = new Map<string, Gathered>();
  let kept = 0;
  const add = (line: ResultLine): void => {
    if (line.kind !== 'line') return;
    const { goods, origin, date } = line.line;
    const name = goods.kind === 'number' ? goods.code : goods.name;
    const duty = line.totals?.duty ?? nothing;
    const known = found.get(name);
    if (!known?.origins.has(origin) && kept >= room) return;
    const of = known ?? { goods, origins: new Map<CountryCode, Tally>(), ...begun(date) };
    const from = of.origins.get(origin) ?? begun(date);
    if (!of.origins.has(origin)) kept += 1;
    count(of, date, duty);
    count(from, date, duty);
    of.origins.set(origin, from);
    found.set(name, of);
  };
  return {
    add: (lines) => lines.forEach(add),
    count: () => found.size,
    most: (goods, origins) =>
      [...found.values()]
        .toSorted(byDuty)
        .slice(0, goods)
        .map((one) => ({
          goods: one.goods,
          origins: [...one.origins]
            .toSorted(([, a], [, b]) => byDuty(a, b))
            .slice(0, origins)
            .map(([origin]) => origin),
          lines: one.lines,
          duty: one.duty,
          from: one.from,
          until: one.until,
        })),
  };
}

function begun(date: IsoDate): Tally {
  return { lines: 0, duty: nothing, from: date, until: date };
}

function count(tally: Tally, date: IsoDate, duty: Money): void {
  Object.assign(tally, {
    lines: tally.lines + 1,
    duty: sum([tally.duty, duty]),
    from: date < tally.from ? date : tally.from,
    until: date > tally.until ? date : tally.until,
  });
}

function byDuty(a: Tally, b: Tally): number {
  return b.duty.cmp(a.duty) || b.lines - a.lines;
}
