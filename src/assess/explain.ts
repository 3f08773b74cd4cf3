import type { DutyLine } from '../customs/assessment.ts';
import type { Citation } from '../customs/citation.ts';
import type { Test } from '../customs/measure.ts';
import type { RegimeOutcome, RegimeTrace } from '../customs/trace.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { greatest, zero } from '../exact/decimal.ts';
import type { Considered } from './answer.ts';
import type { Laid } from './lay.ts';
import type { PassedOver } from './passed-over.ts';
import { coveringYields, isFree, valueLeft } from './assess-regime.ts';
import type { Branch } from './branch.ts';
import { moneyWords } from './charge.ts';
import { mayDeclare } from './claims.ts';
import { ratesConsidered } from './explain-rates.ts';
import { goodsWidth, outside } from './goods.ts';
import type { Law } from './law.ts';
import { reachesOrigin } from './origins.ts';
import { type Regime, isCovered } from './regime.ts';
import { holdsOn } from '../exact/iso-date.ts';

/** The line that is explained. */
export interface Asked {
  readonly code: string;
  readonly origin: string;
  readonly date: IsoDate;
}

/** What is said of a regime: `words` continue a sentence that begins with its title. */
interface Said {
  readonly outcome: RegimeOutcome;
  readonly words: string;
  readonly citation: Citation | null;
}

/** Why a regime laid what it did, or nothing. Made after the answer, from what was heard while it was found. */
export function explain(considered: Considered, asked: Asked, law: Law): RegimeTrace {
  const { regime, passedOver, laid, stakes } = considered;
  const [first] = laid;
  const said =
    passedOver !== null || !first ? saidOfPassed(regime, passedOver, asked, law) : saidOfLaid(first, laid, asked, law);
  const rates =
    first && said.outcome !== 'gives-way' ? ratesConsidered(first, stakes, whatMayBeDeclared(asked, law)) : [];
  return { regime: regime.table.regime, title: regime.table.title, ...said, rates };
}

/** Tests on programs, less those that the goods may not claim: declaring one would be refused. */
function whatMayBeDeclared(asked: Asked, law: Law): (test: Test) => Test {
  return (test) =>
    test.facts.some((fact) => law.claims.includes(fact))
      ? {
          ...test,
          conditions: test.conditions.map((one) =>
            one.op === 'in' ? { ...one, values: one.values.filter((symbol) => mayDeclare(symbol, asked, law)) } : one,
          ),
        }
      : test;
}

function saidOfPassed(regime: Regime, why: PassedOver | null, asked: Asked, law: Law): Said {
  const { table } = regime;
  if (why === 'replaced' && table.replaced) {
    const { by, from, citation } = table.replaced;
    const other = law.regimes.find((one) => one.table.regime === by)?.table.title ?? by;
    return { outcome: 'replaced', words: `ended: ${other} took its place on ${from}`, citation };
  }
  if (why === 'ended' && table.ended)
    return { outcome: 'ended', words: `ended on ${table.ended.from}`, citation: table.ended.citation };
  const reach = regime.reach(asked.code);
  if (why === 'not-yet' && reach) return notYet(reach.from);
  if (!isCovered(table, asked.code, asked.date))
    return {
      outcome: 'not-on-hand',
      words: 'may name these goods: the table on hand does not hold them',
      citation: null,
    };
  return { outcome: 'other-goods', words: 'does not name these goods', citation: null };
}

function notYet(from: IsoDate): Said {
  return { outcome: 'not-yet', words: `has nothing for these goods before ${from}`, citation: null };
}

function saidOfLaid(first: Laid, laid: readonly Laid[], asked: Asked, law: Law): Said {
  const { regime } = first.context;
  const ways = laid.flatMap(({ after }) => after);
  const [only, ...more] = ways;
  const left = valueLeft(first.context, first.before.duties);
  const yields = coveringYields(first.context, first.before.duties);
  const isSpared = left === null || (left.isZero() && yields.length > 0 && !first.context.line.value.isZero());
  if (isSpared && holdsFor(regime, asked)) {
    const titles = [...new Set(yields.flatMap(({ duties }) => duties.map((duty) => duty.regimeTitle)))];
    const words = `gives way: ${titles.join(' and ')} charges these goods`;
    return { outcome: 'gives-way', words, citation: yields[0]?.yields.citation ?? null };
  }
  const { before } = first;
  // What an earlier regime left open is told with that one.
  const isOpen = only !== undefined && ((only.blocked && !before.blocked) || (only.refused && !before.refused));
  if (!only || (more.length > 0 && laid.length < ways.length) || isOpen)
    return { outcome: 'undecided', words: undecided(ways, before), citation: null };
  const own = only.duties.filter((duty) => duty.regime === regime.table.regime);
  if (own.length === 0) return saidOfNothing(regime, asked, law);
  const { line, jurisdiction } = first.context;
  const charged = own.filter((duty) => !duty.amount.isZero());
  const others = greatest(zero, line.value.minus(left ?? zero));
  const part = others.isZero()
    ? ''
    : `, on the ${moneyWords(left ?? zero, jurisdiction)} that other duties have not covered`;
  return {
    outcome: charged.length > 0 ? 'charged' : 'free',
    words: charged.length > 0 ? `charges these goods${part}` : `lays nothing on these goods: ${whyNothing(own)}`,
    citation: others.isZero() ? null : (yields[0]?.yields.citation ?? null),
  };
}

/** Why duties come to nothing. */
function whyNothing(own: readonly DutyLine[]): string {
  const rated = own.find((duty) => !isFree(duty));
  if (!rated) return 'the rate is Free';
  if (rated.basisAmount.isZero()) return `no value is left for its ${rated.rate}`;
  return rated.exact.isZero() ? `its ${rated.rate} adds nothing here` : `its ${rated.rate} rounds to nothing`;
}

function holdsFor(regime: Regime, { code, origin, date }: Asked): boolean {
  return regime.docket(code, origin, date).candidates.length > 0;
}

function undecided(ways: readonly Branch[], before: Branch): string {
  if (ways.some(({ refused }) => refused)) return 'refuses these goods, or part of them';
  const why = ways.flatMap(({ problems }) =>
    problems.filter((one) => one.severity === 'error' && !before.problems.includes(one)),
  );
  return why[0] === undefined ? 'turns on what is not known here' : `gives no number: ${why[0].message}`;
}

/** It names the goods, on some day, and laid nothing. */
function saidOfNothing(regime: Regime, { code, origin, date }: Asked, law: Law): Said {
  const { table } = regime;
  const none = (words: string): Said => ({ outcome: 'no-rate', words, citation: null });
  const reach = regime.reach(code);
  if (reach && date < reach.from && table.role === 'additional') return notYet(reach.from);
  if (holdsFor(regime, { code, origin, date })) return none('has no rate whose conditions are met');
  const naming = table.measures.filter(({ goods }) => goodsWidth(goods, code, date, table.lists) !== outside);
  const inForce = naming.filter(({ rates }) => rates.some((rate) => holdsOn(rate, date)));
  const { names } = law.schedule.countries;
  if (inForce.length > 0) return none(`does not reach goods of ${names[origin] ?? origin} on this day`);
  if (naming.length === 0) return none('does not name these goods on this day');
  const own = naming.filter((measure) => reachesOrigin(measure.origins, origin, date, regime.groups));
  const ends = own.flatMap(({ rates }) =>
    rates.flatMap(({ before }) => (before !== null && before <= date ? [before] : [])),
  );
  const last = ends.toSorted().at(-1);
  return none(last === undefined ? 'has no rate on this day' : `has no rate on this day: it ended on ${last}`);
}
