import type { Problem } from '../customs/problem.ts';
import { baseRateFact, columnsFor } from '../customs/supplied-fact.ts';
import { type Decimal, zero } from '../exact/decimal.ts';
import { sum } from '../exact/money.ts';
import { questionOf, valueLeft } from './assess-regime.ts';
import type { Branch } from './branch.ts';
import { about, chargeRate, moneyWords, wholeOf } from './charge.ts';
import { type Alternative, alternatives } from './decide.ts';
import type { Candidate } from './candidate.ts';
import { type Around, type Laid, type SeenContext, layAll } from './lay.ts';
import type { Regime } from './regime.ts';
import { type Supposition, type Suppositions, describeSupposition } from './suppositions.ts';

/** What declaring facts would change: the candidate that would apply then, and by how much the duty of the line. */
export interface Stake {
  /** Below zero: less. Null: something else is not known then. */
  readonly change: Decimal | null;
  readonly candidate: Candidate;
  readonly suppositions: Suppositions;
  /** The suppositions in words. */
  readonly when: string;
  /** The regime that has the candidate, as it saw the line. */
  readonly context: SeenContext;
}

/** What a line came to, and what it takes to find what it would come to. */
export interface Outcomes {
  readonly around: Around;
  readonly regimes: readonly Regime[];
  /** Regimes whose charges turn on those of others, or on the same facts. */
  readonly entangled: () => ReadonlySet<Regime>;
  /** The line as it came out of all regimes; null: in several ways. */
  readonly decided: Branch | null;
}

/**
 * Every candidate of a regime that facts not declared could bring, if that changes the duty of the line. What this regime no longer takes
 * may fall to another one, so the line is laid anew where regimes are entangled.
 */
export function stakesOf({ context, before, after }: Laid, outcomes: Outcomes): readonly Stake[] {
  const [only, ...others] = after;
  if (!only || others.length > 0) return [];
  const { line, regime } = context;
  const docket = regime.docket(context.code, line.origin, line.date);
  const open = alternatives(docket, questionOf(context, docket));
  return open.flatMap((alternative): readonly Stake[] => {
    const { candidate, suppositions, chosen } = alternative;
    // How much a quota has room for is not asked: what it could save at most is told.
    const isWhole = outcomes.entangled().has(regime) && candidate.quota === null;
    const change = isOpen(alternative, context)
      ? null
      : isWhole
        ? changeOfLine(suppositions, outcomes)
        : changeOfRegime(context, before, only, alternative);
    if (change === undefined || change?.isZero() || (chosen && change?.isPositive())) return [];
    return [{ change, candidate, suppositions, when: suppositions.map(describeSupposition).join(' and '), context }];
  });
}

/**
 * Whether more than the supposition decides what the line would owe: a base duty that is not known is part of it, and a fee is held between
 * bounds of the whole entry.
 */
function isOpen({ suppositions }: Alternative, { regime }: SeenContext): boolean {
  if (regime.table.role === 'fee') return true;
  return suppositions.some(({ test }) => test.facts.includes(baseRateFact));
}

/** Null: not known what the line would owe then. Undefined: not known what it owes now. */
function changeOfLine(suppositions: Suppositions, outcomes: Outcomes): Decimal | null | undefined {
  const { around, regimes, decided } = outcomes;
  if (!decided || !isSum(decided)) return undefined;
  // One of several values is declared in the end: that which changes most is told.
  const changes = eachValue(suppositions).map((supposed): Decimal | null => {
    const [then, ...others] = layAll({ ...around, supposed }, regimes);
    return then && others.length === 0 && isSum(then) ? dutyOf(then).minus(dutyOf(decided)) : null;
  });
  const known = changes.filter((change) => change !== null);
  return known.toSorted((a, b) => b.abs().comparedTo(a.abs()))[0] ?? null;
}

/** Values of a condition that are tried one by one; of more, the condition is supposed as it stands. */
const mostValues = 4;

/** "spi is one of S, S+" as spi S, and spi S+. */
function eachValue(suppositions: Suppositions): readonly Suppositions[] {
  return suppositions.reduce<readonly Suppositions[]>(
    (ways, one) => ways.flatMap((way) => valuesOf(one).map((value) => [...way, value])),
    [[]],
  );
}

function valuesOf(supposition: Supposition): readonly Supposition[] {
  const { test, holds } = supposition;
  const [condition, ...others] = test.conditions;
  if (!holds || others.length > 0 || condition?.op !== 'in' || condition.values.length > mostValues)
    return [supposition];
  return condition.values.map((value) => ({
    holds,
    test: { ...test, conditions: [{ ...condition, values: [value] }] },
  }));
}

function isSum({ blocked, refused }: Branch): boolean {
  return !blocked && !refused;
}

function dutyOf({ duties }: Branch): Decimal {
  return sum(duties.map(({ amount }) => amount));
}

/** Undefined: the regime gives no number then, or has nothing left to lay it on. */
function changeOfRegime(
  context: SeenContext,
  before: Branch,
  after: Branch,
  { candidate }: Alternative,
): Decimal | undefined {
  const left = valueLeft(context, before.duties);
  if (left === null) return undefined;
  const charged = chargeRate({ ...context, valueLeft: left }, candidate, wholeOf(context.line), null, null);
  if (charged.blocked) return undefined;
  const own = after.duties.filter(({ regime }) => regime === context.regime.table.regime);
  return (charged.duties[0]?.amount ?? zero).minus(sum(own.map(({ amount }) => amount)));
}

/**
 * Names each undeclared fact that could have changed the answer, and the duty at stake: nothing is taken in the declarant's
 * favour, or against it, in silence. Of several rates that the same facts bring, the one that changes most.
 */
export function undeclaredStakes(stakes: readonly Stake[]): readonly Problem[] {
  const found = new Map<string, Stake>();
  for (const stake of stakes) {
    const facts = stake.suppositions.flatMap(({ test }) => test.facts).join();
    const key = `${stake.context.regime.table.regime}|${facts}`;
    const known = found.get(key);
    if (!known || outweighs(stake, known)) found.set(key, stake);
  }
  const told = [...found.values()];
  return told.filter((stake, index) => !told.slice(0, index).some((one) => isToldBy(stake, one))).map(notice);
}

/** Regimes that turn on the same facts tell one change of the whole line, not two that add up. */
function isToldBy(stake: Stake, earlier: Stake): boolean {
  const whole = stake.candidate.quota === null && earlier.candidate.quota === null;
  return whole && stake.when === earlier.when && stake.change !== null && earlier.change?.equals(stake.change) === true;
}

/** A larger change; of equal ones the same whatever the order of the measures. */
function outweighs(stake: Stake, known: Stake): boolean {
  const more = (stake.change ?? zero).abs().comparedTo((known.change ?? zero).abs());
  return more > 0 || (more === 0 && stake.when < known.when);
}

function notice({ change, candidate, suppositions, when, context }: Stake): Problem {
  const heading = candidate.rate.headings[0] ?? candidate.quota?.categories[0]?.heading;
  const name = [
    heading ?? `"${candidate.measure.title ?? candidate.measure.id}"`,
    `(${candidate.rate.charge.printed.text}${candidate.quota ? ', in quota' : ''})`,
  ].join(' ');
  const message = `not declared; if ${when}, ${name} applies: ${changeWords(change, candidate, context)}`;
  return about(
    context,
    'fact-undeclared',
    'notice',
    message,
    columnsFor(suppositions[0]?.test.facts[0] ?? '')[0] ?? null,
  );
}

function changeWords(change: Decimal | null, { quota }: Candidate, { jurisdiction }: SeenContext): string {
  if (change === null) return 'what the line owes then turns on what else is declared';
  return `${quota ? 'up to ' : ''}${moneyWords(change.abs(), jurisdiction)} ${change.isNegative() ? 'less' : 'more'}`;
}
