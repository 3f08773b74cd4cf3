import type { DutyLine, Status } from '../customs/assessment.ts';
import { printCode } from '../customs/commodity-code.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import { zero } from '../exact/decimal.ts';
import { nothing } from '../exact/money.ts';
import { type RegimeContext, assessRegime, coveringYields, valueLeft } from './assess-regime.ts';
import { type Branch, emptyBranch, join, merge } from './branch.ts';
import { about } from './charge.ts';
import { aboutDeclared, baseDutyOf, declaredBranch } from './base-duty.ts';
import { aboutClaim, aboutPrograms } from './claims.ts';
import type { Law } from './law.ts';
import { type PassedOver, planFor, whyPassedOver } from './plan.ts';
import type { Regime } from './regime.ts';
import type { Balances } from './pots.ts';
import { undeclaredStakes } from './stakes.ts';
import { layDeclared } from './declared-duties.ts';
import { withSupplied } from './supplied-facts.ts';

/** Ways that are listed for an undecided line; more would not be read. */
const mostOutcomes = 8;

/** What a line owes, over all regimes: one branch if decided. */
export interface Answer {
  readonly status: Status;
  readonly branches: readonly Branch[];
  readonly problems: readonly Problem[];
}

/** A regime considered while a line is answered: why it was passed over, or every way it was laid. */
export interface Considered {
  readonly regime: Regime;
  readonly passedOver: PassedOver | null;
  readonly laid: readonly Laid[];
}

/** `gives-way`: to what was charged before it, altogether. */
export interface Laid {
  readonly context: SeenContext;
  readonly before: Branch;
  readonly after: readonly Branch[];
}

type SeenContext = Omit<RegimeContext, 'valueLeft'>;

/** What a line owes if its goods are of one full code. `tell` hears of every regime as it is considered. */
export function answerFor(
  line: EntryLine,
  code: string,
  law: Law,
  balances: Balances,
  tell?: (considered: Considered) => void,
): Answer {
  let branches: readonly Branch[] = [emptyBranch];
  const stakes: Problem[] = [];
  const around = { line, jurisdiction: law.schedule.jurisdiction, code, balances, strict: law.strict };
  const plan = planFor(line, code, law);
  for (const regime of tell ? law.regimesOn(line.date) : plan.regimes) {
    const passedOver = tell ? whyPassedOver(line, code, regime, law) : null;
    if (passedOver !== null) {
      tell?.({ regime, passedOver, laid: [] });
      continue;
    }
    const laid = branches.map((before): Laid => {
      const context = seenBy(around, regime, before);
      return { context, before, after: layOn(context, before) };
    });
    branches = laid.flatMap(({ after }) => after);
    const [first, only] = [laid[0], branches[0]];
    if (first && only && branches.length === 1) stakes.push(...undeclaredStakes(first.context, first.before, only));
    tell?.({ regime, passedOver, laid });
  }
  if (line.facts.size > 0 && law.declared.length > 0)
    branches = branches.map((branch) => layDeclared(around, law.declared, branch));
  branches = merge(branches).slice(0, mostOutcomes);
  if (isUnlaid(line, branches, law)) branches = branches.map((branch) => withoutBase(line, branch));
  const problems = [
    ...branches.flatMap((branch) => problemsOf(branch, branches.length)),
    ...stakes,
    ...aboutPrograms(line, law),
    ...aboutTier(line, printCode(code, law.schedule.jurisdiction.code), branches),
    ...aboutOverlay(line, branches),
    ...law.aboutNumber(line, code),
    ...(plan.listed || law.hasBase
      ? []
      : [notListed(line, 'notice', 'no table on hand names these goods; nothing was computed for them')]),
  ];
  return {
    status: statusOf(branches, problems),
    branches,
    problems: problems.length < 2 ? problems : withoutNoise(distinct(problems)),
  };
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

type LineContext = Omit<RegimeContext, 'regime' | 'valueLeft' | 'baseDuty'>;

/** What a regime knows of the base duty that was laid before. */
function seenBy(around: LineContext, regime: Regime, branch: Branch): SeenContext {
  const { jurisdiction, code, balances, strict } = around;
  const known = { line: around.line, regime, jurisdiction, code, balances, strict };
  const baseDuty = regime.table.role === 'base' ? null : baseDutyOf(known, branch);
  const { asksFor } = regime;
  const line = asksFor.length > 0 ? withSupplied(around.line, asksFor, baseDuty) : around.line;
  return { line, regime, jurisdiction, code, balances, strict, baseDuty };
}

/** What a regime adds to a branch; nothing where it gives way altogether. */
function layOn(seen: SeenContext, branch: Branch): readonly Branch[] {
  const left = valueLeft(seen, branch.duties);
  if (left === null || left.isZero()) {
    const outside = givenWay(seen, branch);
    if (outside) return [join(branch, outside)];
  }
  if (left === null) return [branch];
  const context = { ...seen, valueLeft: left };
  if (context.regime.table.role === 'base') return layBase(context);
  const added = assessRegime(context);
  return branch === emptyBranch ? added : added.map((one) => join(branch, one));
}

/**
 * What is reported of a regime that is left nothing: the heading that says so, where the regime would have charged the goods. Undefined:
 * nothing is reported.
 */
function givenWay(seen: SeenContext, branch: Branch): Branch | undefined {
  const way = coveringYields(seen, branch.duties).find(({ yields }) => yields.heading !== null);
  if (!way || way.yields.heading === null || seen.line.value.isZero()) return undefined;
  const [only, ...others] = assessRegime({ ...seen, valueLeft: seen.line.value });
  const [duty] = only && others.length === 0 ? only.duties : [];
  if (!duty || duty.amount.isZero()) return undefined;
  const titles = [...new Set(way.duties.map(({ regimeTitle }) => regimeTitle))];
  const reported: DutyLine = {
    ...duty,
    measureTitle: `outside, as ${titles.join(' and ')} is paid`,
    headings: [way.yields.heading],
    tier: null,
    basis: 'entered-value',
    basisAmount: zero,
    rate: 'Free',
    charge: 'added',
    amount: nothing,
    exact: zero,
    quota: null,
    citation: way.yields.citation,
    refund: null,
  };
  return { ...emptyBranch, duties: [reported] };
}

/** Base duty comes first, so nothing has been laid yet. */
function layBase(context: RegimeContext): readonly Branch[] {
  const laid = context.regime.reach(context.code) === undefined ? [emptyBranch] : assessRegime(context);
  // Goods that the schedule lays nothing on, for this origin and day, may still be declared.
  const declared = laid.every(({ duties, blocked }) => duties.length === 0 && !blocked) && declaredBranch(context);
  if (declared) return [declared];
  return laid.map((branch) => {
    const problems = [...aboutClaim(context, branch), ...aboutDeclared(context, branch)];
    const blocked = branch.blocked || problems.some((one) => one.severity === 'error');
    return problems.length === 0 ? branch : { ...branch, blocked, problems: [...branch.problems, ...problems] };
  });
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
