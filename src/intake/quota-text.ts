import type { PeriodCap, Quota, QuotaLimit, QuotaPeriod } from '../customs/quota.ts';
import type { DecimalText } from '../exact/decimal.ts';
import { citationOf } from './citation-text.ts';
import { type KnownLists, readGoods } from './goods-text.ts';
import type { JsonPath } from './json-text.ts';
import type { Reading } from './reading.ts';
import type { RawQuota } from './quota-shape.ts';
import { readAmount, readDay } from './test-text.ts';

type RawPeriod = NonNullable<RawQuota['periods']>[number];
type RawLimit = NonNullable<RawQuota['limits']>[number];

/** Reads a quota: its pots, periods, limits and categories. */
export function readQuota(reading: Reading, id: string, raw: RawQuota, path: JsonPath, lists: KnownLists): Quota {
  const names = new Set((raw.periods ?? []).map((period) => period.name));
  const periods = (raw.periods ?? []).map((period, index) => readPeriod(reading, period, [...path, 'periods', index]));
  for (const [index, move] of (raw.rollover ?? []).entries()) {
    for (const key of ['leftIn', 'goesTo'] as const) {
      if (!names.has(move[key]))
        reading.wrong(
          [...path, 'rollover', index, key],
          move[key],
          'is not a period of this quota',
          null,
          'unknown-name',
        );
    }
  }
  return {
    id,
    title: raw.title,
    unit: raw.unit,
    cell: raw.cell ?? ['category', 'origin'],
    periods,
    limits: (raw.limits ?? []).map((limit, index) => readLimit(reading, limit, [...path, 'limits', index], raw)),
    categories: Object.entries(raw.categories ?? {}).map(([heading, category]) => ({
      heading,
      title: category.title ?? null,
      goods: readGoods(reading, category.goods, [...path, 'categories', heading, 'goods'], lists),
    })),
    openings: (raw.openings ?? []).map(({ at, citation }, index) => {
      const day = readDay(reading, at.slice(0, 10), [...path, 'openings', index, 'at']);
      return { day, at, citation: citationOf(citation ?? raw.citation) };
    }),
    rollover: (raw.rollover ?? []).map((move, index) => ({
      leftIn: move.leftIn,
      goesTo: move.goesTo,
      atMost:
        move.atMost === undefined ? null : readAmount(reading, move.atMost, [...path, 'rollover', index, 'atMost']),
    })),
    citation: citationOf(raw.citation),
    note: raw.note ?? null,
  };
}

function readPeriod(reading: Reading, raw: RawPeriod, path: JsonPath): QuotaPeriod {
  if (raw.share !== undefined && raw.atMost !== undefined)
    reading.wrong(path, raw.share, 'a period has either "share" or "atMost"');
  readDay(reading, `2000-${raw.begins}`, [...path, 'begins']);
  return {
    name: raw.name,
    begins: raw.begins,
    cap: readCap(reading, raw, path),
    from: raw.from === undefined ? null : readDay(reading, raw.from, [...path, 'from']),
    before: raw.before === undefined ? null : readDay(reading, raw.before, [...path, 'before']),
  };
}

function readCap(reading: Reading, raw: RawPeriod, path: JsonPath): PeriodCap {
  if (raw.share === 'unknown') return { kind: 'unknown' };
  if (raw.share !== undefined) return { kind: 'share', percent: readAmount(reading, raw.share, [...path, 'share']) };
  if (raw.atMost === undefined) return { kind: 'rest' };
  const orIfMore = raw.orIfMore === undefined ? null : readAmount(reading, raw.orIfMore, [...path, 'orIfMore']);
  return { kind: 'at-most', percent: readAmount(reading, raw.atMost, [...path, 'atMost']), orIfMore };
}

function readLimit(reading: Reading, raw: RawLimit, path: JsonPath, quota: RawQuota): QuotaLimit {
  const [first, last] = (raw.category ?? '').split(/\s+to\s+/);
  for (const heading of [first, last]) {
    if (heading && !quota.categories?.[heading] && quota.categories)
      reading.wrong([...path, 'category'], heading, 'is not a category of this quota', null, 'unknown-name');
  }
  if (raw.per === 'its days' && (raw.from === undefined || raw.before === undefined))
    reading.wrong(path, raw.per, '"its days" needs "from" and "before"');
  const amount: DecimalText | null =
    raw.amount === 'unknown' ? null : readAmount(reading, raw.amount, [...path, 'amount']);
  return {
    categories: first ? { first, last: last ?? first } : null,
    origin: raw.origin ?? null,
    per: raw.per ?? 'year',
    amount,
    from: raw.from === undefined ? null : readDay(reading, raw.from, [...path, 'from']),
    before: raw.before === undefined ? null : readDay(reading, raw.before, [...path, 'before']),
    citation: citationOf(raw.citation),
  };
}
