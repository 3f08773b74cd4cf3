import type { DatedRate, Measure } from '../customs/measure.ts';
import type { Quota, QuotaCategory } from '../customs/quota.ts';
import type { Schedule } from '../customs/schedule.ts';
import type { Table } from '../customs/table.ts';
import { type Days, type IsoDate, firstDay, holdsOn } from '../exact/iso-date.ts';
import { type Lists, goodsWidth, outside, rangesIn } from './goods.ts';
import { keepDockets, lastingDays, rateDays } from './docket-book.ts';
import { type Kinds, indexKinds } from './kinds.ts';
import { type Groups, type OriginSet, everyOrigin, hasOrigin } from './origins.ts';
import { compareGoods, compareOrigins, compareTests } from './width.ts';

/** A measure's rate that fits a line's goods, origin and day. Whether its tests hold is asked line by line. */
export interface Candidate {
  readonly measure: Measure;
  readonly rate: DatedRate;
  readonly goodsWidth: number;
  readonly origins: OriginSet;
  readonly quota: CandidateQuota | null;
}

/** The quota a candidate holds within. More than one category: the table's categories overlap for these goods. */
export interface CandidateQuota {
  readonly quota: Quota;
  readonly categories: readonly QuotaCategory[];
}

/** All candidates for a kind of goods from one origin on one day, and which of each pair goes first. */
export interface Docket {
  readonly date: IsoDate;
  readonly candidates: readonly Candidate[];
  /** `beats(a, b)`: a is narrower, or the table's order says so. */
  readonly beats: (a: Candidate, b: Candidate) => boolean;
  /** Rates an overlay took away; they tell that an answer rests on it. */
  readonly ended: readonly Candidate[];
  /** Columns that any of the candidates asks for: lines that agree in them are decided alike. */
  readonly facts: readonly string[];
  /** What was found for lines that agree in the facts; bounded. */
  readonly memory: Map<string, unknown>;
}

/** A table made ready: what is found once for a kind, an origin and a stretch of days is remembered. */
export interface Regime {
  readonly table: Table;
  readonly groups: Groups;
  readonly kinds: Kinds;
  /** Days on which anything changes, ascending. */
  readonly days: readonly IsoDate[];
  readonly docket: (code: string, origin: string, date: IsoDate) => Docket;
  /** Undefined: no measure ever names these goods. */
  readonly reach: (code: string) => Reach | undefined;
}

/** The first and the last day (exclusive; null: no end) on which any measure has a rate for some goods. */
export type Reach = Days;

export function prepareRegime(table: Table, schedule: Schedule): Regime {
  const groups = { ...schedule.jurisdiction.groups, ...table.groups };
  const kinds = indexKinds(rangesOf(table));
  const days = [...new Set([...lastingDays(table, groups), ...table.measures.flatMap(rateDays)])].toSorted();
  const book = { table, groups, kinds, days, countries: schedule.countries.codes };
  const docket = keepDockets(book, (code, origin, date, reached) => drawUp(table, groups, reached, code, origin, date));
  const reaches = new Map<string, Reach | undefined>();
  const reach = (code: string): Reach | undefined => {
    const kind = kinds.kindOf(code);
    if (!reaches.has(kind)) reaches.set(kind, reachOf(table, days, code));
    return reaches.get(kind);
  };
  return { table, groups, kinds, days, docket, reach };
}

function* rangesOf(table: Table): Generator<{ readonly first: string; readonly last: string }> {
  for (const measure of table.measures) yield* rangesIn(measure.goods);
  for (const list of Object.values(table.lists)) yield* rangesIn(list);
  for (const quota of Object.values(table.quotas))
    for (const category of quota.categories) yield* rangesIn(category.goods);
}

function drawUp(
  table: Table,
  groups: Groups,
  reached: readonly OriginSet[],
  code: string,
  origin: string,
  date: IsoDate,
): Docket {
  const candidates: Candidate[] = [];
  for (const [index, measure] of table.measures.entries()) {
    const origins = reached[index] ?? everyOrigin;
    if (!hasOrigin(origins, origin) || !measure.rates.some((rate) => holdsOn(rate, date))) continue;
    const width = goodsWidth(measure.goods, code, date, table.lists);
    if (width === outside) continue;
    const quota = measure.quota === null ? null : candidateQuota(table, measure.quota, code, date);
    if (quota === undefined) continue;
    const goods = quota && width === 0 ? quotaWidth(quota, code, date, table.lists) : width;
    for (const rate of measure.rates)
      if (holdsOn(rate, date)) candidates.push({ measure, rate, goodsWidth: goods, origins, quota });
  }
  const known = new Map<Candidate, Map<Candidate, boolean>>(candidates.map((one) => [one, new Map()]));
  const beats = (a: Candidate, b: Candidate): boolean => {
    let before = known.get(a)?.get(b);
    if (before === undefined) {
      before = goesBefore(a, b, table, date, groups);
      known.get(a)?.set(b, before);
    }
    return before;
  };
  return {
    date,
    candidates: candidates.filter((one) => one.rate.endedBy === null),
    beats,
    ended: candidates.filter((one) => one.rate.endedBy !== null),
    facts: [...new Set(candidates.flatMap((one) => one.rate.when.flatMap((test) => test.facts)))],
    memory: new Map(),
  };
}

/** Undefined where the quota has categories and none holds the goods: then the measure does not reach them. */
function candidateQuota(table: Table, id: string, code: string, date: IsoDate): CandidateQuota | undefined {
  const quota = table.quotas[id];
  if (!quota) throw new Error(`quota ${id} of ${table.regime} vanished after the table was checked`);
  if (quota.categories.length === 0) return { quota, categories: [] };
  const widths = quota.categories.map((category) => goodsWidth(category.goods, code, date, table.lists));
  const best = Math.max(...widths);
  if (best === outside) return undefined;
  return { quota, categories: quota.categories.filter((_, index) => widths[index] === best) };
}

function quotaWidth(quota: CandidateQuota, code: string, date: IsoDate, lists: Lists): number {
  return Math.max(0, ...quota.categories.map((category) => goodsWidth(category.goods, code, date, lists)));
}

/** No wider in goods, origins and facts and narrower in at least one; else as the table's `order` says. */
function goesBefore(a: Candidate, b: Candidate, table: Table, date: IsoDate, groups: Groups): boolean {
  const widths = [
    compareGoods(a.goodsWidth, b.goodsWidth),
    compareOrigins(a.origins, b.origins),
    compareTests(a.rate.when, b.rate.when, date, groups),
  ];
  const inner = widths.every((width) => width === 'narrower' || width === 'equal');
  const outer = widths.every((width) => width === 'wider' || width === 'equal');
  if (inner !== outer) return inner;
  return rank(a, table) < rank(b, table);
}

/** Those the order names go before those it does not. */
function rank(candidate: Candidate, table: Table): number {
  const place = table.order.findIndex((entry) => entry.id === candidate.measure.id);
  return place === -1 ? table.order.length : place;
}

function reachOf(table: Table, days: readonly IsoDate[], code: string): Reach | undefined {
  let from: IsoDate | undefined;
  let before: IsoDate | null | undefined;
  for (const measure of table.measures) {
    const listed = [firstDay, ...days].some((day) => goodsWidth(measure.goods, code, day, table.lists) !== outside);
    if (!listed) continue;
    for (const rate of measure.rates) {
      if (from === undefined || rate.from < from) from = rate.from;
      if (before === undefined || rate.before === null || (before !== null && rate.before > before))
        before = rate.before;
    }
  }
  return from === undefined ? undefined : { from, before: before ?? null };
}
