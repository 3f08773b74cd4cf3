import type { GoodsEntry } from '../customs/goods.ts';
import type { Measure } from '../customs/measure.ts';
import type { Table } from '../customs/table.ts';
import { type IsoDate, firstDay } from '../exact/iso-date.ts';
import { type Lists, goodsDays } from './goods.ts';
import type { Kinds } from './kinds.ts';
import { type Groups, type OriginSet, originsOn, reachesOrigin } from './origins.ts';

/** What dockets are kept for. */
export interface Book {
  readonly table: Table;
  readonly groups: Groups;
  readonly kinds: Kinds;
  /** Days on which anything in the table changes, ascending. */
  readonly days: readonly IsoDate[];
  /** Those on which members of lists, categories and groups change. */
  readonly lasting: readonly IsoDate[];
  readonly countries: readonly string[];
  /** Codes of equal keys on a day have equal dockets, whatever the origin; null: as many keys as kinds. */
  readonly goodsKey: ((code: string, date: IsoDate) => string) | null;
}

/** Draws up a docket; `reached` finds the origins of a measure on the day. */
export type DrawUp<Docket> = (
  code: string,
  origin: string,
  date: IsoDate,
  reached: (measure: Measure) => OriginSet,
) => Docket;

/** Days on which dockets begin, ascending, and those that were asked for, in their places. */
interface Spans<Docket> {
  readonly from: readonly IsoDate[];
  readonly dockets: Docket[];
}

/** Dockets as they are found, and what they are found by. */
export interface Dockets<Docket> {
  readonly docket: (code: string, origin: string, date: IsoDate) => Docket;
  /** A number for each class of origins. */
  readonly classOf: (origin: string) => number;
  /** Days on which a docket of such goods of such an origin may begin to be another one, ascending. */
  readonly daysOf: (code: string, origin: string) => readonly IsoDate[];
}

/**
 * Finds dockets, each drawn up once: for a kind of goods, a class of origins (those that no measure ever tells apart), and a span of
 * days within which nothing that concerns them changes. So there are few, however many the lines.
 */
export function keepDockets<Docket>(book: Book, drawUp: DrawUp<Docket>): Dockets<Docket> {
  const reached = new Map<IsoDate, Map<Measure, OriginSet>>();
  const reachedOn = (day: IsoDate): ((measure: Measure) => OriginSet) => {
    const known = reached.get(day) ?? new Map<Measure, OriginSet>();
    reached.set(day, known);
    return (measure) => {
      const found = known.get(measure) ?? originsOn(measure.origins, day, book.groups, book.countries);
      known.set(measure, found);
      return found;
    };
  };
  const memberDays = [firstDay, ...new Set(groupDays(book.groups))];
  const signatures: string[] = [];
  const classes = new Map<string, number>();
  const classOf = (origin: string): number => {
    const known = classes.get(origin);
    if (known !== undefined) return known;
    const own = signature(book, origin, memberDays);
    if (!signatures.includes(own)) signatures.push(own);
    classes.set(origin, signatures.indexOf(own));
    return signatures.indexOf(own);
  };
  /** By kind, and within it by the class of the origin: asked many times for each line. */
  const spans = new Map<string, Spans<Docket>[]>();
  const lists = new Map<string, readonly IsoDate[]>();
  const spansOf = (code: string, origin: string): Spans<Docket> => {
    const kind = book.kinds.kindOf(code);
    let byClass = spans.get(kind);
    if (!byClass) {
      byClass = [];
      spans.set(kind, byClass);
    }
    const origins = classOf(origin);
    return (byClass[origins] ??= { from: daysFor(code, signatures[origins] ?? ''), dockets: [] });
  };
  const reaching = keepReaching(book);
  /** Most kinds and classes have the same days as others. */
  const daysFor = (code: string, own: string): readonly IsoDate[] => {
    const days = [firstDay, ...new Set([...book.lasting, ...daysThatConcern(reaching(code), own)])].toSorted();
    const key = days.join();
    const known = lists.get(key) ?? days;
    lists.set(key, known);
    return known;
  };
  const alike = new Map<string, Docket>();
  const drawUpOnce = (code: string, origin: string, date: IsoDate, day: IsoDate): Docket => {
    if (!book.goodsKey) return drawUp(code, origin, date, reachedOn(day));
    const key = `${book.goodsKey(code, date)}|${classOf(origin)}|${day}`;
    const found = alike.get(key) ?? drawUp(code, origin, date, reachedOn(day));
    alike.set(key, found);
    return found;
  };
  const docket = (code: string, origin: string, date: IsoDate): Docket => {
    const { from, dockets } = spansOf(code, origin);
    let place = from.length - 1;
    while (place > 0 && (from[place] ?? firstDay) > date) place -= 1;
    return (dockets[place] ??= drawUpOnce(code, origin, date, begun(book.days, from[place] ?? firstDay)));
  };
  return { docket, classOf, daysOf: (code, origin) => spansOf(code, origin).from };
}

/** A character for each set of measures that reach the origin at some time; the days apart, the same for all origins alike. */
function signature({ table, groups }: Book, origin: string, memberDays: readonly IsoDate[]): string {
  const on = (day: IsoDate): string =>
    table.measures.map(({ origins }) => (reachesOrigin(origins, origin, day, groups) ? '1' : '0')).join('');
  return memberDays.map(on).join('/');
}

/** The places of measures that may reach goods, found once for a kind of them. */
function keepReaching({ table, kinds }: Book): (code: string) => readonly Placed[] {
  const known = new Map<string, readonly Placed[]>();
  return (code) => {
    const kind = kinds.kindOf(code);
    let found = known.get(kind);
    if (!found) {
      const lists = new Map<string, boolean>();
      found = table.measures.flatMap((measure, place) =>
        mayReach(measure.goods, code, table.lists, lists) ? [{ measure, place }] : [],
      );
      known.set(kind, found);
    }
    return found;
  };
}

interface Placed {
  readonly measure: Measure;
  readonly place: number;
}

/** Days on which a rate that may concern goods, which the measures reach, and origins begins or ends. */
function daysThatConcern(reaching: readonly Placed[], origins: string): readonly IsoDate[] {
  const ever = origins.split('/');
  return reaching
    .filter(({ place }) => ever.some((day) => day[place] === '1'))
    .flatMap(({ measure }) => rateDays(measure));
}

/** Whether the entries could name the code on some day; exceptions and limits aside. `known`: what was found of lists, for this code. */
export function mayReach(
  entries: readonly GoodsEntry[],
  code: string,
  lists: Lists,
  known: Map<string, boolean>,
): boolean {
  return entries.some(({ what }) => {
    if (what.kind === 'all') return true;
    if (what.kind === 'list') {
      const found = known.get(what.list) ?? mayReach(lists[what.list] ?? [], code, lists, known);
      known.set(what.list, found);
      return found;
    }
    const head = code.slice(0, what.first.length);
    return what.first <= head && head <= what.last;
  });
}

/** Days on which the members of lists, categories and groups change. */
export function* lastingDays(table: Table, groups: Groups): Generator<IsoDate> {
  yield* goodsChangeDays(table);
  yield* groupDays(groups);
}

/** Days on which the members of lists and categories change. */
export function* goodsChangeDays(table: Table): Generator<IsoDate> {
  yield* goodsDays(table.covers ?? []);
  for (const measure of table.measures) yield* goodsDays(measure.goods);
  for (const list of Object.values(table.lists)) yield* goodsDays(list);
  for (const quota of Object.values(table.quotas))
    for (const category of quota.categories) yield* goodsDays(category.goods);
}

/** Days on which the members of groups change. */
export function* groupDays(groups: Groups): Generator<IsoDate> {
  for (const group of Object.values(groups)) {
    for (const member of group) {
      if (member.from) yield member.from;
      if (member.before) yield member.before;
    }
  }
}

/** Days on which a rate of the measure begins or ends. */
export function rateDays(measure: Measure): readonly IsoDate[] {
  return measure.rates.flatMap(({ from, before }) => (before === null ? [from] : [from, before]));
}

/** The last of the days that has begun on a date. */
function begun(days: readonly IsoDate[], date: IsoDate): IsoDate {
  return days.findLast((day) => day <= date) ?? firstDay;
}
