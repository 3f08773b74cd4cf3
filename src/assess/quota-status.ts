import type { LedgerRecord } from '../customs/ledger-record.ts';
import { publishedQuantity } from '../customs/published-fill.ts';
import type { QuotaBalance } from '../customs/quota-balance.ts';
import { type Decimal, zero } from '../exact/decimal.ts';
import { byText } from '../exact/by-text.ts';
import { type IsoDate, dayNumber, holdsOn, isoDate } from '../exact/iso-date.ts';
import type { Law } from './law.ts';
import { reachesOrigin } from './origins.ts';
import { type Balances, type Pot, availableIn, carriedInto, contentOf, countedOn, potOf } from './pots.ts';
import type { Regime } from './regime.ts';

/** Which quota periods are asked about; null: whichever. */
export interface QuotaFilter {
  readonly origin: string | null;
  /** "2022-Q1". */
  readonly period: string | null;
}

/** What counts on a quota, and how many records say so. */
export interface QuotaCount {
  readonly draws: number;
  readonly last: LedgerRecord;
}

interface NamedPot {
  readonly pot: Pot;
  readonly title: string;
}

/**
 * The balances of quota periods: those that records draw on, and, where an origin is asked for, every one the law opens to it in the period, or on
 * the day. A balance is what was given, or the limit, less what is recorded.
 */
export function quotaBalances(
  law: Law,
  balances: Balances,
  counts: ReadonlyMap<string, QuotaCount>,
  filter: QuotaFilter,
  today: IsoDate,
): readonly QuotaBalance[] {
  const pots = new Map<string, NamedPot>();
  const { origin, period } = filter;
  if (origin !== null)
    for (const day of period === null ? [today] : daysOf(law, period))
      for (const one of potsOn(law, day, origin)) pots.set(one.pot.id, one);
  for (const quota of balances.published?.keys() ?? []) {
    const [from = ''] = quota.split('/').slice(1, -1);
    if (origin !== null && from !== '' && from !== origin) continue;
    const found = daysOf(law, quota.split('/').at(-1) ?? '').flatMap((day) =>
      (from === '' ? law.schedule.countries.codes : [from]).flatMap((one) => potsOn(law, day, one)),
    );
    pots.set(quota, found.find(({ pot }) => pot.id === quota) ?? unknownPot(quota));
  }
  for (const [quota, { last }] of counts) {
    const day = isoDate(last.declared['date'] ?? '');
    const from = last.declared['origin'] ?? '';
    if (origin !== null && from !== origin) continue;
    const known = day && potsOn(law, day, from).find(({ pot }) => pot.id === quota);
    pots.set(quota, known ?? unknownPot(quota));
  }
  return [...pots.values()]
    .filter(({ pot }) => period === null || pot.id.endsWith(`/${period}`))
    .toSorted((a, b) => byText(a.pot.id, b.pot.id))
    .map((one) => balanceOf(one, balances, counts.get(one.pot.id), today));
}

/** The first day of a quota period, or of the year of one; undefined: the law on hand has none of that name. */
export function startOfQuota(id: string, law: Law): IsoDate | undefined {
  const parts = id.split('/');
  const period = parts.at(-1) ?? '';
  if (!/^\d{4}/.test(period)) return undefined;
  const { countries } = law.schedule;
  const [own] = parts.length === 3 ? [parts[1] ?? ''] : [];
  const origins = own === undefined ? countries.codes : countries.codes.includes(own) ? [own] : [];
  for (const origin of origins)
    for (const day of daysOf(law, period))
      if (potsOn(law, day, origin).some(({ pot }) => pot.id === id || pot.year?.id === id)) return day;
  return undefined;
}

/** A quota that the law on hand does not have. */
function unknownPot(id: string): NamedPot {
  const pot = {
    id,
    capacity: null,
    year: null,
    mayHoldMore: false,
    carried: () => [],
    next: () => null,
    citation: null,
  };
  return { pot, title: id };
}

function balanceOf(
  { pot, title }: NamedPot,
  balances: Balances,
  count: QuotaCount | undefined,
  today: IsoDate,
): QuotaBalance {
  const given = balances.given.get(pot.id);
  const limit = contentOf(pot, balances);
  const drawn = (id: string): Decimal => balances.drawn.get(id) ?? zero;
  return {
    quota: pot.id,
    title,
    unit: 'kg',
    limit,
    isGiven: given !== undefined,
    drawn: drawn(pot.id),
    published: given ? null : publishedOn(pot.id, limit, balances, today),
    carried: given ? null : carriedInto(pot, balances),
    left: availableIn(pot, balances),
    year: pot.year && { quota: pot.year.id, limit: pot.year.capacity, drawn: drawn(pot.year.id) },
    citation: given ? null : pot.citation,
    draws: count?.draws ?? 0,
    presented: count?.last.presented ?? null,
  };
}

function publishedOn(id: string, limit: Decimal | null, balances: Balances, today: IsoDate): QuotaBalance['published'] {
  const fill = balances.published?.get(id);
  if (!fill) return null;
  const counted = countedOn(id, limit, balances);
  return {
    figure: fill,
    quantity: publishedQuantity(fill, limit),
    binds: counted.gt(balances.drawn.get(id) ?? zero),
    age: dayNumber(today) - dayNumber(fill.asOf),
  };
}

/** The pots that the law opens to an origin on a day, whatever the goods. */
function potsOn(law: Law, day: IsoDate, origin: string): readonly NamedPot[] {
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

/** Days on which a period, or limits within it, may begin. */
function daysOf(law: Law, period: string): readonly IsoDate[] {
  const year = period.slice(0, 4);
  const quotas = law.regimes.flatMap(({ table }) => Object.values(table.quotas));
  const texts = quotas.flatMap(({ periods, limits }) => [
    ...periods.map(({ begins }) => `${year}-${begins}`),
    ...limits.flatMap(({ from }) => (from?.startsWith(year) === true ? [from] : [])),
  ]);
  return [...new Set([`${year}-01-01`, ...texts])].map(isoDate).filter((day) => day !== undefined);
}
