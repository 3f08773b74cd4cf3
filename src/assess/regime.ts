import type { Measure } from '../customs/measure.ts';
import type { GoodsEntry } from '../customs/goods.ts';
import type { Schedule } from '../customs/schedule.ts';
import type { Table } from '../customs/table.ts';
import { type Days, type IsoDate, firstDay, holdsOn, spanOf } from '../exact/iso-date.ts';
import { numbered } from '../exact/numbered.ts';
import { type BaseSchedule, prepareSchedule } from './base-schedule.ts';
import type { Candidate, CandidateQuota, Docket } from './candidate.ts';
import { keepAlike } from './docket.ts';
import { type Lists, goodsDays, goodsWidth, outside, rangesIn } from './goods.ts';
import { type Dockets, goodsChangeDays, keepDockets, lastingDays, mayReach, rateDays } from './docket-book.ts';
import { type Kinds, indexKinds, rememberByCode, rememberKinds } from './kinds.ts';
import { type Groups, type OriginSet, reachesOrigin } from './origins.ts';
import { suppliedFactsOf } from './supplied-facts.ts';

/** A table made ready: what is found once for a kind, an origin and a stretch of days is remembered. */
export interface Regime {
  readonly table: Table;
  readonly groups: Groups;
  readonly kinds: Kinds;
  /** Days on which anything changes, ascending. */
  readonly days: readonly IsoDate[];
  readonly docket: Dockets<Docket>['docket'];
  /** What dockets are told apart by, beside the kind of the goods: the class of the origin, and days. */
  readonly originClass: Dockets<Docket>['classOf'];
  readonly docketDays: Dockets<Docket>['daysOf'];
  /** Whether it has a rate on any day, by kinds of goods and classes of origins; `everHasRate` finds it. */
  readonly ever: Map<string, boolean[]>;
  /** Codes of equal keys on a day have equal dockets, whatever the origin: kinds tell goods apart that on the day fare alike. */
  readonly goodsKey: (code: string, date: IsoDate) => string;
  /** Undefined: no measure ever names these goods. */
  readonly reach: (code: string) => Reach | undefined;
  /** Null: the table has no rows of a tariff schedule. */
  readonly schedule: BaseSchedule | null;
  /** Facts it asks for that no line declares. */
  readonly asksFor: readonly string[];
}

/** The first and the last day (exclusive; null: no end) on which any measure has a rate for some goods. */
export type Reach = Days;

export function prepareRegime(table: Table, schedule: Schedule): Regime {
  const groups = { ...schedule.jurisdiction.groups, ...table.groups };
  const countries = schedule.countries.codes;
  const rows =
    table.schedule && prepareSchedule(table.schedule, { groups, countries, programs: schedule.jurisdiction.programs });
  const kinds = kindsOf(table, rows);
  const measures = rows ? [...table.measures, ...rows.scopes] : table.measures;
  const lasting = [...new Set(lastingDays(table, groups))];
  const days = [...new Set([...lasting, ...measures.flatMap(rateDays)])].toSorted();
  const changes = [...new Set(goodsChangeDays(table))];
  const widths = keepByStretch<Widths>(kinds, changes, (code, date) =>
    isCovered(table, code, date) ? widthsOn(table, code, date) : new Map(),
  );
  const keyNumber = numbered();
  const keys = keepByStretch(kinds, changes, (code, date) =>
    String(keyNumber(keyOf(table, widths(code, date), code, date))),
  );
  const book = {
    table: { ...table, measures },
    groups,
    kinds,
    days,
    lasting,
    countries,
    goodsKey: rows ? null : keys,
  };
  const alike = keepAlike(table, groups);
  const { docket, classOf, daysOf } = keepDockets(book, (code, origin, date, reached) => {
    const own = candidatesIn(table, widths(code, date), reached, groups, code, origin, date);
    return alike(rows ? [...own, ...rows.candidates(code, origin, date)] : own, date);
  });
  const asked = [firstDay, ...changes];
  const reaches = new Map<string, Reach | undefined>();
  const reach = (code: string): Reach | undefined => {
    const kind = kinds.kindOf(code);
    if (!reaches.has(kind))
      reaches.set(
        kind,
        isCoveredEver(table, asked, code)
          ? spanOf([...ratesFor(table, asked, code), ...(rows?.reaching(code) ?? [])])
          : undefined,
      );
    return reaches.get(kind);
  };
  const goodsKey = rows ? kinds.kindOf : keys;
  return {
    table,
    groups,
    kinds,
    days,
    docket,
    originClass: classOf,
    docketDays: daysOf,
    ever: new Map(),
    goodsKey,
    reach,
    schedule: rows,
    asksFor: suppliedFactsOf(table),
  };
}

/** All that candidates take from the goods: the measures, how narrowly each names them, and the categories of their quotas. */
function keyOf(table: Table, widths: Widths, code: string, date: IsoDate): string {
  const quotas = new Set([...widths.keys()].flatMap(({ quota }) => quota ?? []));
  return [
    ...[...widths].map(([measure, width]) => `${table.measures.indexOf(measure)}:${width}`),
    ...[...quotas].map((id) => {
      const own = candidateQuota(table, id, code, date);
      const places = own?.categories.map((one) => own.quota.categories.indexOf(one)).join('+');
      return own && `${id}:${quotaWidth(own, code, date, table.lists)}:${places}`;
    }),
  ].join();
}

/**
 * Codes of equal keys get equal answers of the regime for goods of an origin on a day: the same rates are candidates, named as narrowly and in
 * the same categories of quotas. Where none is, what is said may turn on other days: then codes are told apart by kind.
 */
export function fareKey(regime: Regime, code: string, origin: string, date: IsoDate): string {
  const reach = regime.reach(code);
  if (reach === undefined) return '';
  if (regime.schedule) return regime.kinds.kindOf(code);
  const { candidates, id } = regime.docket(code, origin, date);
  if (candidates.length > 0) return `${reach.from}/${reach.before ?? ''}/${id}`;
  if (!everHasRate(regime, code, origin)) return 'never';
  return date < reach.from ? `not before ${reach.from}` : regime.kinds.kindOf(code);
}

/** Goods that the table does not cover are a kind by themselves, so that its cover, long as it may be, tells no others apart. */
function kindsOf(table: Table, rows: BaseSchedule | null): Kinds {
  const { covers, lists } = table;
  if (covers === null) return rows ? withRows(indexKinds(rangesOf(table)), rows) : indexKinds(rangesOf(table));
  const entries = covers.flatMap((entry) =>
    entry.what.kind === 'list' ? [entry, ...(lists[entry.what.list] ?? [])] : [entry],
  );
  // Where goods come to be covered, or cease to be, on some day, each entry counts.
  if ([...goodsDays(entries)].length > 0) return indexKinds([...rangesOf(table), ...rangesIn(entries)]);
  const kinds = indexKinds(rangesOf(table));
  const covered = rememberByCode((code) => goodsWidth(covers, code, firstDay, lists) !== outside);
  return { ...kinds, kindOf: (code) => (covered(code) ? kinds.kindOf(code) : 'not covered') };
}

/** Numbers of a schedule that print the same on the same days are of one kind. */
function withRows(kinds: Kinds, rows: BaseSchedule): Kinds {
  return {
    kindOf: rememberKinds((code) => `${kinds.kindOf(code)}/${rows.printedFor(code)}`),
    prefixes: () => [...new Set([...kinds.prefixes(), ...rows.schedule.rows.map(({ number }) => number)])].toSorted(),
  };
}

/** Lists that anything but the cover of the table names. */
function listsUsed({ lists, measures, quotas }: Table): ReadonlySet<string> {
  const used = new Set<string>();
  const note = (entries: readonly GoodsEntry[]): void => {
    for (const { what, within, except } of entries) {
      if (what.kind === 'list') used.add(what.list);
      if (within) note(within);
      if (except) note(except);
    }
  };
  for (const { goods } of measures) note(goods);
  for (const list of Object.values(lists)) note(list);
  for (const { categories } of Object.values(quotas)) for (const { goods } of categories) note(goods);
  return used;
}

function* rangesOf(table: Table): Generator<{ readonly first: string; readonly last: string }> {
  for (const measure of table.measures) yield* rangesIn(measure.goods);
  const used = listsUsed(table);
  const covered = new Set((table.covers ?? []).flatMap(({ what }) => (what.kind === 'list' ? [what.list] : [])));
  for (const [name, list] of Object.entries(table.lists))
    if (!covered.has(name) || used.has(name)) yield* rangesIn(list);
  if (table.covers !== null) for (const { number } of table.schedule?.rows ?? []) yield { first: number, last: number };
  for (const quota of Object.values(table.quotas))
    for (const category of quota.categories) yield* rangesIn(category.goods);
}

/** Measures that name goods, and how narrowly. */
type Widths = ReadonlyMap<Measure, number>;

const mostKept = 20_000;

/** What is found once for a kind of goods and a stretch of days on which no list changes. */
function keepByStretch<Found>(
  kinds: Kinds,
  changes: readonly IsoDate[],
  find: (code: string, date: IsoDate) => Found,
): (code: string, date: IsoDate) => Found {
  const days = changes.toSorted();
  const known = new Map<string, Found>();
  return (code, date) => {
    const key = `${kinds.kindOf(code)}|${days.findLastIndex((day) => day <= date)}`;
    let found = known.get(key);
    if (found === undefined) {
      if (known.size >= mostKept) known.clear();
      found = find(code, date);
      known.set(key, found);
    }
    return found;
  };
}

function widthsOn({ measures, lists }: Table, code: string, date: IsoDate): Widths {
  const widths = new Map<Measure, number>();
  for (const measure of measures) {
    const width = goodsWidth(measure.goods, code, date, lists);
    if (width !== outside) widths.set(measure, width);
  }
  return widths;
}

function candidatesIn(
  table: Table,
  widths: Widths,
  reached: (measure: Measure) => OriginSet,
  groups: Groups,
  code: string,
  origin: string,
  date: IsoDate,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const [measure, width] of widths) {
    if (!measure.rates.some((rate) => holdsOn(rate, date))) continue;
    if (!reachesOrigin(measure.origins, origin, date, groups)) continue;
    const quota = measure.quota === null ? null : candidateQuota(table, measure.quota, code, date);
    if (quota === undefined) continue;
    const goods = quota && width === 0 ? quotaWidth(quota, code, date, table.lists) : width;
    for (const rate of measure.rates)
      if (holdsOn(rate, date)) candidates.push({ measure, rate, goodsWidth: goods, origins: reached(measure), quota });
  }
  return candidates;
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

/** Whether the table can answer for the goods on a day. */
export function isCovered({ covers, lists }: Table, code: string, date: IsoDate): boolean {
  return covers === null || goodsWidth(covers, code, date, lists) !== outside;
}

function isCoveredEver(table: Table, days: readonly IsoDate[], code: string): boolean {
  return table.covers === null || days.some((day) => isCovered(table, code, day));
}

/** Rates of measures that name the goods on any of the days. */
function ratesFor(table: Table, days: readonly IsoDate[], code: string): readonly Days[] {
  const lists = new Map<string, boolean>();
  return table.measures
    .filter(
      ({ goods }) =>
        mayReach(goods, code, table.lists, lists) &&
        days.some((day) => goodsWidth(goods, code, day, table.lists) !== outside),
    )
    .flatMap(({ rates }) => rates);
}

/** Whether a regime has a rate for such goods of such an origin on any day. Found once for a kind of goods and a class of origins. */
export function everHasRate(regime: Regime, code: string, origin: string): boolean {
  const kind = regime.kinds.kindOf(code);
  const known = regime.ever.get(kind) ?? [];
  regime.ever.set(kind, known);
  const place = regime.originClass(origin);
  return (known[place] ??= [firstDay, ...regime.days].some(
    (day) => regime.docket(code, origin, day).candidates.length > 0,
  ));
}
