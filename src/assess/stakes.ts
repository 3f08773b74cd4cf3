import type { Test } from '../customs/measure.ts';
import type { Problem } from '../customs/problem.ts';
import { type Decimal, zero } from '../exact/decimal.ts';
import { sum } from '../exact/money.ts';
import { type RegimeContext, valueLeft } from './assess-regime.ts';
import type { Branch } from './branch.ts';
import { about, chargeRate, moneyWords } from './charge.ts';
import { alternatives, questionAbout } from './decide.ts';
import { describeTest } from './facts.ts';
import type { Candidate } from './regime.ts';

/**
 * Names each undeclared fact that could have changed the answer, and the duty at stake: nothing is taken in the declarant's
 * favour, or against it, in silence. `before` and `after`: the line without and with what this regime laid on it.
 */
export function undeclaredStakes(
  within: Omit<RegimeContext, 'valueLeft'>,
  before: Branch,
  after: Branch,
): readonly Problem[] {
  const { line, regime } = within;
  const docket = regime.docket(within.code, line.origin, line.date);
  const open = alternatives(docket, questionAbout(line, docket, regime.groups));
  const left = open.length === 0 ? null : valueLeft(within, before.duties);
  if (left === null) return [];
  const context = { ...within, valueLeft: left };
  const own = after.duties.filter((duty) => duty.regime === regime.table.regime);
  const due = sum(own.map((duty) => duty.amount));
  const found = new Map<string, { change: Decimal; candidate: Candidate; tests: readonly Test[] }>();
  for (const { candidate, tests } of open) {
    const charged = chargeRate(
      context,
      candidate,
      { share: (total) => total, kilograms: line.weightKg, tier: null },
      null,
      null,
    );
    const change = (charged.duties[0]?.amount ?? zero).minus(due);
    const key = tests.flatMap((test) => test.facts).join();
    const known = found.get(key);
    if (!charged.blocked && !change.isZero() && (!known || change.abs().gt(known.change.abs())))
      found.set(key, { change, candidate, tests });
  }
  return [...found.values()].map(({ change, candidate, tests }) => notice(context, change, candidate, tests));
}

function notice(context: RegimeContext, change: Decimal, candidate: Candidate, tests: readonly Test[]): Problem {
  const heading = candidate.rate.headings[0] ?? candidate.quota?.categories[0]?.heading;
  const name = [
    heading ?? candidate.measure.title ?? candidate.measure.id,
    `(${candidate.rate.charge.printed.text}${candidate.quota ? ', in quota' : ''})`,
  ].join(' ');
  const amount = moneyWords(change.abs(), context.jurisdiction);
  const message = `not declared; if ${tests.map(describeTest).join(' and ')}, ${name} applies: ${amount} ${change.isNegative() ? 'less' : 'more'}`;
  return about(context, 'fact-undeclared', 'notice', message, tests[0]?.facts[0] ?? null);
}
