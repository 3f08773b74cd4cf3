import type { Enactment } from '../../customs/act.ts';
import type { GoodsEntry } from '../../customs/goods.ts';
import type { DatedRate, Measure } from '../../customs/measure.ts';
import type { Refund } from '../../customs/refund.ts';
import type { Schedule } from '../../customs/schedule.ts';
import type { Table, Unsaid, Yield } from '../../customs/table.ts';
import { type IsoDate, firstDay } from '../../exact/iso-date.ts';
import { type AskPublic, type Publication, askPublic, ofAll } from './publication.ts';

/**
 * The law as it was public on a day: what later acts laid is gone, and what they ended goes on. What rests on an act of which nobody can say
 * when it became public gives no number. Rows and programs of a tariff schedule, groups of countries, and what quotas held are taken as they
 * are on hand.
 */
export function asKnownOn(schedule: Schedule, day: IsoDate): Schedule {
  const ask = askPublic(schedule.jurisdiction.acts, day);
  const { begins: _, ...rest } = schedule;
  return { ...rest, tables: schedule.tables.map((table) => tableKnown(table, ask, day)) };
}

function tableKnown(table: Table, ask: AskPublic, day: IsoDate): Table {
  const unsaid: Unsaid[] = [];
  const still = <Stop extends Enactment & { readonly from: IsoDate }>(stop: Stop | null): Stop | null => {
    const publication = stop === null || stop.from <= day ? 'public' : ask(stop);
    if (stop !== null && typeof publication === 'object')
      unsaid.push({ goods: null, from: stop.from, words: publication.unsaid });
    return publication === 'public' ? stop : null;
  };
  const ended = still(table.ended && { ...table.ended, published: null });
  const replaced = still(table.replaced && { ...table.replaced, published: null });
  const lists = Object.fromEntries(
    Object.entries(table.lists).map(([name, entries]) => [name, listKnown(name, entries, table, ask, unsaid)]),
  );
  const measures = table.measures
    .map((measure) => (measure.overlay === null ? measureKnown(measure, table, ask, day) : measure))
    .filter(({ rates }) => rates.length > 0);
  const refund = refundKnown(table.refund, ask);
  return { ...table, ended, replaced, lists, measures, refund, yields: yieldsKnown(table, ask), unsaid };
}

/** That duty may have to be paid back is no law of the line: it is left out only where it is known to have come later. */
function refundKnown(refund: Refund | null, ask: AskPublic): Refund | null {
  return refund !== null && ask({ published: null, citation: refund.citation }) === 'later' ? null : refund;
}

/** A rate without a first day was law before all acts on hand. */
function laid(rate: DatedRate, ask: AskPublic): Publication {
  return rate.from === firstDay && rate.published === null ? 'public' : ask(rate);
}

function measureKnown(measure: Measure, table: Table, ask: AskPublic, day: IsoDate): Measure {
  const kept = measure.rates.filter((rate) => laid(rate, ask) !== 'later');
  const nextAfter = (from: IsoDate): IsoDate | null =>
    kept
      .map((rate) => rate.from)
      .filter((start) => start > from)
      .toSorted()[0] ?? null;
  const rates = kept.flatMap((rate): readonly DatedRate[] => {
    const publication = laid(rate, ask);
    const told = { ...rate, refund: refundKnown(rate.refund, ask) };
    const known = typeof publication === 'object' ? { ...told, unsaid: publication.unsaid } : told;
    const end = rateEnd(rate, measure, table, ask, day);
    if (end === 'public' || rate.before === null) return [known];
    if (end === 'later') return [{ ...known, before: nextAfter(rate.from) }];
    return [known, { ...known, from: rate.before, before: nextAfter(rate.before), unsaid: end.unsaid }];
  });
  return { ...measure, rates };
}

/** Whether the end of a rate was public: by the act that is said to have set it, the rates that follow, or the act that ended all of that day. */
function rateEnd(
  { before, ending }: DatedRate,
  { rates }: Measure,
  { endings }: Table,
  ask: AskPublic,
  day: IsoDate,
): Publication {
  if (before === null) return 'public';
  if (ending !== null) return ask(ending);
  const next = rates.filter(({ from }) => from === before);
  if (next.length > 0) return next.every((rate) => ask(rate) === 'later') ? 'later' : 'public';
  const act = endings.find((one) => one.before === before);
  if (act) return ask(act);
  return before <= day ? 'public' : { unsaid: `the act that ended a rate on ${before}, which is not cited` };
}

function yieldsKnown({ yields, endings }: Table, ask: AskPublic): readonly Yield[] {
  const publicOf = (one: Yield): Publication => (one.from === null && one.published === null ? 'public' : ask(one));
  return yields.flatMap((one): readonly Yield[] => {
    const publication = publicOf(one);
    if (publication === 'later') return [];
    const next = yields.filter(({ from }) => from !== null && from === one.before);
    const act = endings.find(({ before }) => before === one.before);
    const isEndLater =
      next.length > 0 ? next.every((other) => publicOf(other) === 'later') : act !== undefined && ask(act) === 'later';
    const known = isEndLater ? { ...one, before: null } : one;
    return [typeof publication === 'object' ? { ...known, unsaid: publication.unsaid } : known];
  });
}

/** A list as it stood: what later acts added is not on it, what they dropped still is. */
function listKnown(
  name: string,
  entries: readonly GoodsEntry[],
  { amendings }: Table,
  ask: AskPublic,
  unsaid: Unsaid[],
): readonly GoodsEntry[] {
  const changes = amendings.filter(({ list }) => list === name);
  if (changes.length === 0) return entries;
  const days = new Map(
    changes.map(({ on }): [IsoDate, Publication] => [on, ofAll(changes.filter((one) => one.on === on).map(ask))]),
  );
  const doubts = new Map<IsoDate, GoodsEntry[]>();
  const known = entries.flatMap((entry): readonly GoodsEntry[] => {
    const { from, before, ...goods } = entry;
    for (const on of [from, before])
      if (on !== undefined && typeof days.get(on) === 'object') doubts.set(on, [...(doubts.get(on) ?? []), goods]);
    if (from !== undefined && days.get(from) === 'later') return [];
    const end = before === undefined || days.get(before) === 'later' ? {} : { before };
    return [{ ...goods, ...(from !== undefined && { from }), ...end }];
  });
  for (const [from, goods] of doubts) {
    const publication = days.get(from);
    if (typeof publication === 'object') unsaid.push({ goods, from, words: publication.unsaid });
  }
  return known;
}
