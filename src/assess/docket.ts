import type { Choice, Table } from '../customs/table.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { Candidate, Docket } from './candidate.ts';
import type { Groups } from './origins.ts';
import { compareGoods, compareOrigins, compareTests } from './width.ts';

/** Puts candidates in order: which of two goes first is found when it is asked, once. */
export function drawUp(table: Table, groups: Groups, candidates: readonly Candidate[], date: IsoDate): Docket {
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
