import type { Quota } from '../customs/quota.ts';
import { type IsoDate, dayAfter } from '../exact/iso-date.ts';
import { numbered } from '../exact/numbered.ts';
import { potDays } from './pots.ts';
import type { Regime } from './regime.ts';

/** A number for each stretch of days that none of the given ones parts; found once for a day. */
export function stretchesBetween(given: readonly IsoDate[]): (date: IsoDate) => number {
  const days = [...new Set(given)].toSorted();
  return foundOnce((date) => days.findLastIndex((day) => day <= date));
}

/** What is found for a day, found once. */
export function foundOnce(find: (date: IsoDate) => number): (date: IsoDate) => number {
  const known = new Map<IsoDate, number>();
  return (date) => {
    const found = known.get(date) ?? find(date);
    known.set(date, found);
    return found;
  };
}

/** The same, where the pots that lines draw on are told apart as well: a new year is another stretch. */
export function stretchesWithPots(given: readonly IsoDate[], quotas: readonly Quota[]): (date: IsoDate) => number {
  const stretchOf = stretchesBetween(given);
  const potsOf = potDays(quotas);
  const numberOf = numbered();
  return foundOnce((date) => numberOf(`${stretchOf(date)}/${potsOf(date)}`));
}

/** Days on which a regime as a whole begins, ends, or gives way to others. */
export function boundsOf({ table }: Regime): readonly IsoDate[] {
  const { documentedFrom, documentedThrough, ended, replaced, yields, unsaid = [] } = table;
  const bounds = yields.flatMap(({ from, before }) => [from, before]);
  const others = [
    documentedFrom,
    documentedThrough && dayAfter(documentedThrough),
    ended?.from,
    replaced?.from,
    ...bounds,
    ...unsaid.map(({ from }) => from),
  ];
  return others.filter((day) => day !== undefined && day !== null);
}
