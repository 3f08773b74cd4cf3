import type { Problem } from '../customs/problem.ts';
import { columnsFor } from '../customs/supplied-fact.ts';
import { type Decimal, zero } from '../exact/decimal.ts';
import { sum } from '../exact/money.ts';
import { type RegimeContext, valueLeft } from './assess-regime.ts';
import type { Branch } from './branch.ts';
import { about, chargeRate, moneyWords, wholeOf } from './charge.ts';
import { alternatives, questionAbout } from './decide.ts';
import type { Candidate } from './candidate.ts';
import { type Suppositions, describeSupposition } from './suppositions.ts';

/** What declaring facts would change: the candidate that would apply then, and by how much the duty. */
export interface Stake {
  /** Below zero: less. */
  readonly change: Decimal;
  readonly candidate: Candidate;
  readonly suppositions: Suppositions;
  /** The suppositions in words. */
  readonly when: string;
}

/**
 * Names each undeclared fact that could have changed the answer, and the duty at stake: nothing is taken in the declarant's
 * favour, or against it, in silence. `before` and `after`: the line without and with what this regime laid on it.
 */
export function undeclaredStakes(
  within: Omit<RegimeContext, 'valueLeft'>,
  before: Branch,
  after: Branch,
): readonly Problem[] {
  const found = new Map<string, Stake>();
  for (const stake of stakesOf(within, before, after)) {
    const key = stake.suppositions.flatMap(({ test }) => test.facts).join();
    const known = found.get(key);
    if (!known || outweighs(stake, known)) found.set(key, stake);
  }
  return [...found.values()].map((stake) => notice(within, stake));
}

/** Every candidate that facts not declared could bring, if that changes the duty. */
export function stakesOf(within: Omit<RegimeContext, 'valueLeft'>, before: Branch, after: Branch): readonly Stake[] {
  const { line, regime } = within;
  const docket = regime.docket(within.code, line.origin, line.date);
  const open = alternatives(docket, questionAbout(line, docket, regime.groups));
  const left = open.length === 0 ? null : valueLeft(within, before.duties);
  if (left === null) return [];
  const context = { ...within, valueLeft: left };
  const own = after.duties.filter((duty) => duty.regime === regime.table.regime);
  const due = sum(own.map((duty) => duty.amount));
  return open.flatMap(({ candidate, suppositions, chosen }): readonly Stake[] => {
    const charged = chargeRate(context, candidate, wholeOf(line), null, null);
    const change = (charged.duties[0]?.amount ?? zero).minus(due);
    if (charged.blocked || change.isZero() || (chosen && change.isPositive())) return [];
    return [{ change, candidate, suppositions, when: suppositions.map(describeSupposition).join(' and ') }];
  });
}

/** A larger change; of equal ones the same whatever the order of the measures. */
function outweighs(stake: Stake, known: Stake): boolean {
  const more = stake.change.abs().comparedTo(known.change.abs());
  return more > 0 || (more === 0 && stake.when < known.when);
}

function notice(context: Omit<RegimeContext, 'valueLeft'>, { change, candidate, suppositions, when }: Stake): Problem {
  const heading = candidate.rate.headings[0] ?? candidate.quota?.categories[0]?.heading;
  const name = [
    heading ?? `"${candidate.measure.title ?? candidate.measure.id}"`,
    `(${candidate.rate.charge.printed.text}${candidate.quota ? ', in quota' : ''})`,
  ].join(' ');
  const amount = moneyWords(change.abs(), context.jurisdiction);
  const message = `not declared; if ${when}, ${name} applies: ${candidate.quota ? 'up to ' : ''}${amount} ${change.isNegative() ? 'less' : 'more'}`;
  return about(
    context,
    'fact-undeclared',
    'notice',
    message,
    columnsFor(suppositions[0]?.test.facts[0] ?? '')[0] ?? null,
  );
}
