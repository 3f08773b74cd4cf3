import type { AssessedLine, Outcome } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { type Money, sum, toMoney } from '../exact/money.ts';
import { Decimal } from '../exact/decimal.ts';
import { answerFor } from './answer.ts';
import type { Branch } from './branch.ts';
import { coarseAnswer } from './coarse.ts';
import type { Law } from './law.ts';
import { type Balances, type Draw, applyDraws } from './pots.ts';

/** Assesses one line and returns the balances after it. Only a decided line draws. */
export function assessLine(
  line: EntryLine,
  law: Law,
  balances: Balances,
): { readonly line: AssessedLine; readonly balances: Balances } {
  const coarse = line.goods.kind === 'class' || line.goods.code.length < law.schedule.jurisdiction.code.full;
  const answer = coarse
    ? coarseAnswer(line, law, balances)
    : answerFor(line, line.goods.kind === 'number' ? line.goods.code : '', law, balances);
  const [only, ...others] = answer.branches;
  const decided = only !== undefined && others.length === 0;
  const draws: readonly Draw[] =
    decided && answer.status !== 'unknown' && answer.status !== 'invalid' ? only.draws : [];
  return {
    balances: applyDraws(balances, draws),
    line: {
      kind: 'line',
      line,
      status: answer.status,
      duties: decided ? only.duties : [],
      outcomes: decided ? null : outcomesOf(answer.branches),
      totals: answer.status === 'assessed' && only ? totalsOf(only, law) : null,
      notCovered: law.notCoveredBy(line),
      problems: answer.problems,
      row: null,
    },
  };
}

function outcomesOf(branches: readonly Branch[]): readonly Outcome[] | null {
  const known = branches.filter((branch) => !branch.blocked);
  if (known.length === 0) return null;
  return known.map((branch) => ({
    when: branch.when.join(' and '),
    status: branch.refused ? 'refused' : 'assessed',
    duties: branch.duties,
    duty: branch.refused ? null : sum(branch.duties.map((duty) => duty.amount)),
  }));
}

function totalsOf(branch: Branch, law: Law): { duty: Money; fees: Money; total: Money } {
  const duty = sum(branch.duties.map((one) => one.amount));
  const fees = toMoney(new Decimal(0), law.schedule.jurisdiction.rounding);
  return { duty, fees, total: sum([duty, fees]) };
}
