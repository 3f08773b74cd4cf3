import type { Measure } from '../../customs/measure.ts';
import type { RegimeName } from '../../customs/search.ts';
import type { Schedule } from '../../customs/schedule.ts';
import type { Table } from '../../customs/table.ts';
import { type IsoDate, holdsOn } from '../../exact/iso-date.ts';
import { goodsWidth, outside } from '../goods.ts';

/** Tells which regimes lay a duty beside base duty on goods under a number on a day, from whatever origin and on whatever condition. `named`: numbers that the law names. */
export function laidOn(
  schedule: Schedule,
  date: IsoDate,
  named: readonly string[],
): (number: string) => readonly RegimeName[] {
  const onHand = new Set(schedule.tables.map(({ regime }) => regime));
  const laying = schedule.tables
    .filter((table) => table.role === 'additional' && goesOn(table, date, onHand))
    .map((table) => ({ table, measures: table.measures.filter((measure) => charges(measure, date)) }));
  return (number) => {
    const below = schedule.numbersBelow(number);
    const numbers = below.length > 0 ? below : [number, ...named.filter((one) => one.startsWith(number))];
    return laying
      .filter(({ table, measures }) => numbers.some((one) => names(table, measures, one, date)))
      .map(({ table: { regime, title } }) => ({ regime, title }));
  };
}

function goesOn({ ended, replaced }: Table, date: IsoDate, onHand: ReadonlySet<string>): boolean {
  if (ended !== null && ended.from <= date) return false;
  return replaced === null || date < replaced.from || !onHand.has(replaced.by);
}

function charges({ rates }: Measure, date: IsoDate): boolean {
  return rates.some(
    (rate) => holdsOn(rate, date) && rate.endedBy === null && !nothing.has(rate.charge.printed.rate.form),
  );
}

const nothing: ReadonlySet<string> = new Set(['free', 'no-additional-duty', 'no-change']);

function names({ lists, covers }: Table, measures: readonly Measure[], number: string, date: IsoDate): boolean {
  if (covers !== null && goodsWidth(covers, number, date, lists) === outside) return false;
  return measures.some(({ goods }) => goodsWidth(goods, number, date, lists) !== outside);
}
