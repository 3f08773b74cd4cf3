import type { LedgerRecord } from '../customs/ledger-record.ts';
import { publishedQuantity } from '../customs/published-fill.ts';
import type { QuotaBalance } from '../customs/quota-balance.ts';
import { type Decimal, greatest, zero } from '../exact/decimal.ts';
import { byText } from '../exact/by-text.ts';
import { type IsoDate, dayNumber, isoDate } from '../exact/iso-date.ts';
import { type Balances, availableIn, carriedInto, contentOf, countedOn, wholeOf, yearContent } from './balances.ts';
import type { Law } from './law.ts';
import { type NamedPot, daysOf, findPot, potsOn } from './law-quotas.ts';
import type { Pot } from './pots.ts';

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
    pots.set(quota, findPot(law, quota) ?? unknownPot(quota));
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
    .map((one) => quotaBalance(one, balances, today, counts.get(one.pot.id)));
}

/** A quota that the law on hand does not have. */
function unknownPot(id: string): NamedPot {
  const none = { mayHoldMore: false, carried: () => [], next: () => null, isSteady: () => true };
  return { pot: { id, capacity: null, year: null, citation: null, ...none }, title: id };
}

/** How a quota period stands. `count`: what a ledger has of it; left out: nothing. `today`: how old published figures are is counted from it. */
export function quotaBalance(
  { pot, title }: NamedPot,
  balances: Balances,
  today: IsoDate,
  count?: QuotaCount,
): QuotaBalance {
  const given = balances.given.get(pot.id);
  const limit = contentOf(pot, balances);
  const drawn = (id: string): Decimal => balances.drawn.get(id) ?? zero;
  const { year } = pot;
  return {
    quota: pot.id,
    title,
    unit: 'kg',
    limit,
    given: given ? { amount: given.amount, asOf: given.asOf } : null,
    drawn: drawn(pot.id),
    published: given ? null : publishedOn(pot, balances, today),
    carried: given ? null : carriedInto(pot, balances),
    left: availableIn(pot, balances),
    beyond: limit && greatest(zero, countedOn(pot.id, wholeOf(pot, balances), balances).minus(limit)),
    year:
      year && year.id !== pot.id ? { quota: year.id, limit: yearContent(year, balances), drawn: drawn(year.id) } : null,
    citation: given ? null : pot.citation,
    draws: count?.draws ?? 0,
    presented: count?.last.presented ?? null,
  };
}

function publishedOn(pot: Pot, balances: Balances, today: IsoDate): QuotaBalance['published'] {
  const fill = balances.published?.get(pot.id)?.at(-1);
  if (!fill) return null;
  const whole = wholeOf(pot, balances);
  const counted = countedOn(pot.id, whole, balances);
  return {
    figure: fill,
    quantity: publishedQuantity(fill, whole),
    binds: counted.gt(balances.drawn.get(pot.id) ?? zero),
    age: dayNumber(today) - dayNumber(fill.asOf),
  };
}
