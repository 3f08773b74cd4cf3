import type { Choice, Table } from '../customs/table.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { Candidate, Docket } from './candidate.ts';
import { groupDays } from './docket-book.ts';
import { type Groups, type OriginSet, everyOrigin } from './origins.ts';
import { compareGoods, compareOrigins, compareTests } from './width.ts';

/** Makes dockets of one table. Goods, origins and days with the same candidates share one, and with it all that was found for it. */
export function keepAlike(table: Table, groups: Groups): (candidates: readonly Candidate[], date: IsoDate) => Docket {
  const known = new Map<string, Docket>();
  const texts = originTexts();
  // What a declared country is a member of may change while the candidates stay the same.
  const changes = [...new Set(groupDays(groups))].toSorted();
  return (candidates, date) => {
    const asks = candidates.some(({ rate }) => rate.when.length > 0);
    const members = asks ? changes.findLastIndex((day) => day <= date) : null;
    const key = `${candidates.map((one) => contentOf(one, table, texts)).join('\n')}/${members}`;
    const found = known.get(key) ?? drawUp(table, groups, candidates, date, { id: known.size, members });
    known.set(key, found);
    return found;
  };
}

/** Equal for candidates that stand for the same: those of a schedule are made anew for each row. */
function contentOf(
  { measure, rate, goodsWidth, origins, quota }: Candidate,
  table: Table,
  textOf: (origins: OriginSet) => string,
): string {
  const place = table.measures.indexOf(measure);
  const own = place < 0 ? `${measure.id} ${rate.from} ${rate.before} ${rate.charge.printed.text}` : place;
  const categories = quota?.categories.map((one) => quota.quota.categories.indexOf(one)).join('+');
  return `${own}#${measure.rates.indexOf(rate)}@${goodsWidth}:${textOf(origins)}:${categories ?? ''}`;
}

/** A text for each set of origins, made once. */
function originTexts(): (origins: OriginSet) => string {
  const known = new WeakMap<ReadonlySet<string>, string>();
  return (origins) => {
    if (origins === everyOrigin) return '*';
    const text = known.get(origins) ?? [...origins].toSorted().join();
    known.set(origins, text);
    return text;
  };
}

/** Puts candidates in order: which of two goes first is found when it is asked, once. */
function drawUp(
  table: Table,
  groups: Groups,
  candidates: readonly Candidate[],
  date: IsoDate,
  named: Pick<Docket, 'id' | 'members'>,
): Docket {
  const known = new Map<Candidate, Map<Candidate, boolean>>();
  const beats = (a: Candidate, b: Candidate): boolean => {
    const own = known.get(a) ?? new Map<Candidate, boolean>();
    known.set(a, own);
    const before = own.get(b) ?? goesBefore(a, b, table, date, groups);
    own.set(b, before);
    return before;
  };
  return {
    ...named,
    date,
    candidates: candidates.filter((one) => one.rate.endedBy === null),
    beats,
    ended: candidates.filter((one) => one.rate.endedBy !== null),
    facts: [...new Set(candidates.flatMap((one) => one.rate.when.flatMap((test) => test.facts)))],
    memory: new Map(),
  };
}

/** As the table's `order` says where each is narrower in its own way. */
function goesBefore(a: Candidate, b: Candidate, table: Table, date: IsoDate, groups: Groups): boolean {
  if (choiceBetween([a, b], table)) return false;
  return isNarrower(a, b, date, groups) ?? rank(a, table) < rank(b, table);
}

/** The choice that all of the candidates stand in: the declarant may take any of them. */
export function choiceBetween(candidates: readonly Candidate[], { choices }: Table): Choice | undefined {
  return choices.find(({ of }) => candidates.every(({ measure }) => of.includes(measure.id)));
}

/** No wider in goods, origins and facts and narrower in at least one; undefined: neither is narrower than the other. */
export function isNarrower(a: Candidate, b: Candidate, date: IsoDate, groups: Groups): boolean | undefined {
  const widths = [
    compareGoods(a.goodsWidth, b.goodsWidth),
    compareOrigins(a.origins, b.origins),
    compareTests(a.rate.when, b.rate.when, date, groups),
  ];
  const inner = widths.every((width) => width === 'narrower' || width === 'equal');
  const outer = widths.every((width) => width === 'wider' || width === 'equal');
  return inner === outer ? undefined : inner;
}

/** Those the order names go before those it does not. */
function rank(candidate: Candidate, table: Table): number {
  const place = table.order.findIndex((entry) => entry.id === candidate.measure.id);
  return place === -1 ? table.order.length : place;
}
