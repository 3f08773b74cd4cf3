import type { AssessedLine, DutyLine, LineTotals, Outcome } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { Role } from '../customs/table.ts';
import { sum } from '../exact/money.ts';
import { type Answer, type Considered, answerFor } from './answer.ts';
import { type Branch, askedByAll } from './branch.ts';
import { claimsNotCovered } from './claims-not-covered.ts';
import { type Tell, coarseAnswer, isCoarse } from './coarse.ts';
import { explain } from './explain.ts';
import { filingsOf } from './filing-order.ts';
import type { Law } from './law.ts';
import type { Ask, Balances, Draw } from './balances.ts';

/** A line and its answer. `draws`: also what it asks of a pot whose content is not known. */
export interface LineAnswer {
  readonly line: AssessedLine;
  readonly draws: readonly (Draw | Ask)[];
  readonly undecided: readonly string[];
}

/** Assesses one line, and says what it draws. Only a decided line draws. */
export function assessLine(line: EntryLine, law: Law, balances: Balances, explained = false): LineAnswer {
  const heard: { readonly code: string; readonly considered: Considered }[] = [];
  const tell: Tell | undefined = explained ? (code, considered) => void heard.push({ code, considered }) : undefined;
  const answer = isCoarse(line, law)
    ? coarseAnswer(line, law, balances, tell)
    : answerNumber(line, law, balances, tell);
  const [only, ...others] = answer.branches;
  const decided = only !== undefined && others.length === 0;
  const draws: readonly Draw[] =
    decided && answer.status !== 'unknown' && answer.status !== 'invalid' ? only.draws : [];
  const notCovered = uncovered(law.notCoveredBy(line, answeredRoles(answer.branches)), answer.branches);
  const claims = answer.status === 'invalid' ? [] : claimsNotCovered(line, notCovered, law.schedule.jurisdiction);
  return {
    draws: answer.status === 'invalid' ? [] : [...draws, ...askedByAll(answer.branches)],
    undecided: answer.branches.flatMap((branch) => [
      ...branch.undecided,
      ...(decided ? [] : branch.draws.map((draw) => draw.pot.id)),
    ]),
    line: {
      kind: 'line',
      line,
      status: answer.status,
      fees: [],
      duties: decided ? dutiesOf(only, answer.status) : [],
      outcomes: decided ? null : outcomesOf(answer.branches),
      totals: answer.status === 'assessed' && only ? totalsOf(only) : null,
      notCovered,
      filings:
        answer.status === 'assessed' && only ? filingsOf(line, only.duties, law.schedule.jurisdiction.filingOrder) : [],
      problems:
        line.notes.length + claims.length === 0 ? answer.problems : [...line.notes, ...answer.problems, ...claims],
      trace: explained
        ? heard.map(({ code, considered }) => explain(considered, { code, origin: line.origin, date: line.date }, law))
        : null,
      row: null,
    },
  };
}

function answerNumber(line: EntryLine, law: Law, balances: Balances, tell: Tell | undefined): Answer {
  const code = line.goods.kind === 'number' ? line.goods.code : '';
  return answerFor(line, code, law, balances, tell && ((considered) => tell(code, considered)));
}

const base: ReadonlySet<Role> = new Set(['base']);
const none: ReadonlySet<Role> = new Set();

/** Nothing is due on goods that are refused; what a part in quota owes is told all the same. */
function dutiesOf(branch: Branch, status: Answer['status']): readonly DutyLine[] {
  if (status === 'assessed') return branch.duties;
  return status === 'refused' ? branch.duties.filter((duty) => duty.role !== 'base') : [];
}

/** Base duty is answered line by line: a schedule seldom holds all goods. */
export function answeredRoles(branches: readonly Pick<Branch, 'duties'>[]): ReadonlySet<Role> {
  const answered = branches.some((branch) => branch.duties.some((duty) => duty.role === 'base'));
  return answered ? base : none;
}

/** Duties that were laid all the same, since the line declared them. */
function uncovered(ids: readonly string[], branches: readonly Branch[]): readonly string[] {
  const [first] = branches;
  return first?.duties.some(({ regime }) => ids.includes(regime))
    ? ids.filter((id) => !first.duties.some(({ regime }) => regime === id))
    : ids;
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

/** Fees are added when all lines of the entry are known. */
function totalsOf(branch: Branch): LineTotals {
  const duty = sum(branch.duties.map((one) => one.amount));
  const refundable = sum(branch.duties.filter((one) => one.refund !== null).map((one) => one.amount));
  return { duty, refundable, fees: null, total: duty };
}
