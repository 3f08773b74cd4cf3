import type { Status } from '../customs/assessment.ts';
import { printCode } from '../customs/commodity-code.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import { type Branch, emptyBranch, merge } from './branch.ts';
import { about } from './charge.ts';
import { aboutPrograms } from './claims.ts';
import { layDeclared } from './declared-duties.ts';
import type { Law } from './law.ts';
import { type Around, type Laid, layRegime } from './lay.ts';
import { type PassedOver, whyPassedOver } from './passed-over.ts';
import { planFor } from './plan.ts';
import type { Balances } from './balances.ts';
import type { Regime } from './regime.ts';
import { type Outcomes, type Stake, stakesOf, undeclaredStakes } from './stakes.ts';

/** Ways that are listed for an undecided line; more would not be read. */
const mostOutcomes = 8;

/** What a line owes, over all regimes: one branch if decided. */
export interface Answer {
  readonly status: Status;
  readonly branches: readonly Branch[];
  readonly problems: readonly Problem[];
}

/** A regime considered while a line is answered: why it was passed over, or every way it was laid, and what facts not declared could change. */
export interface Considered {
  readonly regime: Regime;
  readonly passedOver: PassedOver | null;
  readonly laid: readonly Laid[];
  readonly stakes: readonly Stake[];
}

/** What a line owes if its goods are of one full code. `tell` hears of every regime that was considered, when the answer is found. */
export function answerFor(
  line: EntryLine,
  code: string,
  law: Law,
  balances: Balances,
  tell?: (considered: Considered) => void,
): Answer {
  const { jurisdiction } = law.schedule;
  const around: Around = { line, jurisdiction, code, balances, strict: law.strict, supposed: [] };
  const plan = planFor(line, code, law);
  const asked = tell ? regimesTold(line, code, law) : plan.regimes.map(heard);
  let branches: readonly Branch[] = [emptyBranch];
  const found = asked.map(({ regime, passedOver }): Omit<Considered, 'stakes'> => {
    if (passedOver !== null) return { regime, passedOver, laid: [] };
    const laid = layRegime(around, regime, branches);
    branches = laid.flatMap(({ after }) => after);
    return { regime, passedOver, laid };
  });
  const decided = branches.length === 1 ? (branches[0] ?? null) : null;
  const considered = withStakes(found, { around, ...plan, decided });
  if (law.declared.length > 0) branches = branches.map((branch) => layDeclared(around, law.declared, branch));
  branches = merge(branches).slice(0, mostOutcomes);
  if (isUnlaid(line, branches, law)) branches = branches.map((branch) => withoutBase(line, branch));
  const problems = [
    ...branches.flatMap((branch) => problemsOf(branch, branches.length)),
    ...undeclaredStakes(considered.flatMap(({ stakes }) => stakes)),
    ...aboutPrograms(line, law),
    ...aboutTier(line, printCode(code, law.schedule.jurisdiction.code), branches),
    ...aboutOverlay(line, branches),
    ...law.aboutNumber(line, code),
    ...(plan.listed || law.hasBase
      ? []
      : [notListed(line, 'notice', 'no table on hand names these goods; nothing was computed for them')]),
  ];
  if (tell) considered.forEach(tell);
  return {
    status: statusOf(branches, problems),
    branches,
    problems: problems.length < 2 ? problems : withoutNoise(distinct(problems)),
  };
}

type Heard = Pick<Considered, 'regime' | 'passedOver'>;

function heard(regime: Regime): Heard {
  return { regime, passedOver: null };
}

/** All regimes of the day, also those that have nothing to say of the line. */
function regimesTold(line: EntryLine, code: string, law: Law): readonly Heard[] {
  return law.regimesOn(line.date).map((regime) => ({ regime, passedOver: whyPassedOver(line, code, regime, law) }));
}

function withStakes(found: readonly Omit<Considered, 'stakes'>[], outcomes: Outcomes): readonly Considered[] {
  return found.map((one) => {
    const [first, ...others] = one.laid;
    return { ...one, stakes: first && others.length === 0 ? stakesOf(first, outcomes) : [] };
  });
}

/** Whether no regime laid anything, not even a Free base duty, where base duty is looked for: zero would be no answer. */
function isUnlaid({ goods }: EntryLine, branches: readonly Branch[], law: Law): boolean {
  return (
    law.hasBase &&
    goods.kind === 'number' &&
    branches.every(({ duties, blocked, refused }) => duties.length === 0 && !blocked && !refused)
  );
}

function withoutBase(line: EntryLine, branch: Branch): Branch {
  const message = 'the base duty of these goods is not on hand, and nothing else was laid on them';
  return { ...branch, blocked: true, problems: [...branch.problems, notListed(line, 'error', message)] };
}

function notListed(line: EntryLine, severity: Problem['severity'], message: string): Problem {
  const hint =
    severity === 'error' ? `Declare ${baseRateFact}, or use a table that has them (tariff import makes one).` : null;
  return about({ line }, 'not-listed', severity, message, 'hts', hint);
}

/** What holds on one of several ways is told by the outcome, not as if it had happened. */
function problemsOf(branch: Branch, ways: number): readonly Problem[] {
  return ways === 1
    ? branch.problems
    : branch.problems.filter((one) => one.code !== 'quota-full' && one.code !== 'over-quota');
}

/** Errors that lie in the declaration, not in the law. */
const contradictions: ReadonlySet<string> = new Set(['no-quota', 'program-not-applicable']);

function statusOf(branches: readonly Branch[], problems: readonly Problem[]): Status {
  if (problems.some((problem) => contradictions.has(problem.code) && problem.severity === 'error')) return 'invalid';
  if (branches.length !== 1 || branches[0]?.blocked) return 'unknown';
  return branches[0]?.refused ? 'refused' : 'assessed';
}

/** A tier that customs is said to have accepted where no quota applies contradicts the rest of the declaration. */
function aboutTier(line: EntryLine, number: string, branches: readonly Branch[]): readonly Problem[] {
  if (line.quotaTier === null) return [];
  const used = branches.some((branch) => branch.refused || branch.duties.some((duty) => duty.tier !== null));
  if (used || branches.some((branch) => branch.blocked)) return [];
  const context = { line };
  if (line.quotaTier === 'in-quota')
    return [
      about(
        context,
        'no-quota',
        'error',
        `in-quota was declared, but no quota applies to ${number} from ${line.origin} on ${line.date}`,
        'quota_tier',
        'Leave quota_tier empty, or check number, origin and date.',
      ),
    ];
  return [
    about(
      context,
      'no-quota',
      'notice',
      `over-quota was declared, but no quota applies to ${number} from ${line.origin} on ${line.date}`,
      'quota_tier',
    ),
  ];
}

function aboutOverlay(line: EntryLine, branches: readonly Branch[]): readonly Problem[] {
  if (branches.every((branch) => branch.duties.every((duty) => duty.overlay === null))) return [];
  const titles = new Set(
    branches.flatMap((branch) => branch.duties.map((duty) => duty.overlay)).filter((title) => title !== null),
  );
  return [...titles].map((title) =>
    about({ line }, 'rests-on-overlay', 'notice', `rests on "${title}", laid over the law`),
  );
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [
    ...new Map(problems.map((problem) => [`${problem.code}|${problem.column}|${problem.message}`, problem])).values(),
  ];
}

/** An undecided line says what is missing; the smaller stakes beside that would only distract. */
function withoutNoise(problems: readonly Problem[]): readonly Problem[] {
  const asked = new Set(
    problems
      .filter((problem) => problem.code === 'fact-undeclared' && problem.severity === 'error')
      .map((problem) => problem.column),
  );
  return problems.filter(
    (problem) => problem.code !== 'fact-undeclared' || problem.severity === 'error' || !asked.has(problem.column),
  );
}
