import type { Table } from '../customs/table.ts';
import { type IsoDate, holdsOn, isoDate } from '../exact/iso-date.ts';
import type { Law } from './law.ts';
import { reachesOrigin } from './origins.ts';
import { type Pot, potOf } from './pots.ts';
import type { Regime } from './regime.ts';

/** A quota period of the law, whatever the goods. */
export interface NamedPot {
  readonly pot: Pot;
  readonly title: string;
}

/** The pots that the law opens to an origin on a day. */
export function potsOn(law: Law, day: IsoDate, origin: string): readonly NamedPot[] {
  return law.regimesOn(day).flatMap((regime) => potsOfRegime(regime, day, origin));
}

function potsOfRegime({ table, groups }: Regime, day: IsoDate, origin: string): readonly NamedPot[] {
  return table.measures.flatMap((measure): readonly NamedPot[] => {
    const quota = measure.quota === null ? undefined : table.quotas[measure.quota];
    if (!quota || !reachesOrigin(measure.origins, origin, day, groups)) return [];
    const rate = measure.rates.find((one) => holdsOn(one, day));
    if (!rate) return [];
    if (quota.categories.length === 0)
      return [{ pot: potOf(quota, null, rate.headings[0] ?? quota.id, origin, day, groups), title: quota.title }];
    return quota.categories.map((category) => ({
      pot: potOf(quota, category, category.heading, origin, day, groups),
      title: category.title ?? quota.title,
    }));
  });
}

/** A quota period by its name, or the year of one, and the first day on which goods can draw on it; undefined: the law on hand has none. */
export function findPot(law: Law, id: string): (NamedPot & { readonly day: IsoDate }) | undefined {
  const parts = id.split('/');
  const { codes } = law.schedule.countries;
  const [own] = parts.length === 3 ? [parts[1] ?? ''] : [];
  const origins = own === undefined ? codes : codes.filter((code) => code === own);
  for (const day of daysOf(law, parts.at(-1) ?? ''))
    for (const origin of origins)
      for (const { pot, title } of potsOn(law, day, origin)) {
        if (pot.id === id) return { pot, title, day };
        if (pot.year?.id === id) return { pot: yearPot(pot, id), title, day };
      }
  return undefined;
}

/** A year as a pot of its own. */
function yearPot({ year, citation }: Pot, id: string): Pot {
  const none = { mayHoldMore: false, carried: () => [], next: () => null, isSteady: () => true };
  return { id, capacity: year?.capacity ?? null, year, citation, ...none };
}

/** Days on which pots of a period may begin: where it does, and where a limit, a rate, or who has a share in it changes within its year. */
export function daysOf(law: Law, period: string): readonly IsoDate[] {
  const year = period.slice(0, 4);
  const days = law.regimes.flatMap(({ table, groups }) => {
    if (Object.keys(table.quotas).length === 0) return [];
    const begins = Object.values(table.quotas).flatMap(({ periods }) => periods.map((one) => `${year}-${one.begins}`));
    const members = Object.values(groups).flat();
    return [...begins, ...changes(table), ...members.flatMap(({ from, before }) => [from ?? '', before ?? ''])];
  });
  const own = [...new Set([`${year}-01-01`, ...days])].filter((day) => day.startsWith(`${year}-`));
  return own
    .toSorted()
    .map(isoDate)
    .filter((day) => day !== undefined);
}

/** The days on which limits of quotas and rates within them change. */
function changes({ quotas, measures }: Table): readonly string[] {
  const dated = [
    ...Object.values(quotas).flatMap(({ limits, periods }) => [...limits, ...periods]),
    ...measures.flatMap(({ quota, rates }) => (quota === null ? [] : rates)),
  ];
  return dated.flatMap(({ from, before }) => [from ?? '', before ?? '']);
}

/** How the quotas of the law name their periods and years: "2022-Q1", "2022". `until`: years up to that day. */
export function periodNames(law: Law, until: IsoDate): readonly string[] {
  const names = law.regimes.flatMap(({ table }) => {
    const quotas = Object.values(table.quotas);
    if (quotas.length === 0) return [];
    const years = yearsOf(table, until);
    return quotas.flatMap(({ periods, limits }) => [
      ...years,
      ...years.flatMap((year) => periods.map(({ name }) => `${year}-${name}`)),
      ...limits.flatMap(({ per, from, before }) => (per === 'its days' ? [`${from ?? ''}..${before ?? ''}`] : [])),
    ]);
  });
  return [...new Set(names)].toSorted();
}

/** The years in which the quotas of a table hold. */
function yearsOf({ measures }: Table, until: IsoDate): readonly string[] {
  const rates = measures.flatMap((measure) => (measure.quota === null ? [] : measure.rates));
  const last = Number(until.slice(0, 4));
  const years = rates.flatMap(({ from, before }) => {
    const first = Number(from.slice(0, 4));
    const end = before === null ? last : Math.min(last, Number(before.slice(0, 4)));
    return Array.from({ length: Math.max(0, end - first + 1) }, (_, index) => String(first + index).padStart(4, '0'));
  });
  return [...new Set(years)].toSorted();
}
