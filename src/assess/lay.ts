import type { DutyLine } from '../customs/assessment.ts';
import { zero } from '../exact/decimal.ts';
import { nothing } from '../exact/money.ts';
import { type RegimeContext, assessRegime, coveringYields, isFree, questionOf, valueLeft } from './assess-regime.ts';
import { aboutDeclared, baseDutyOf, declaredBranch } from './base-duty.ts';
import type { Problem } from '../customs/problem.ts';
import { type Branch, blockedBy, emptyBranch, join } from './branch.ts';
import { aboutClaim } from './claims.ts';
import { decide } from './decide.ts';
import { publicationUnknown } from './known/unsaid.ts';
import type { Regime } from './regime.ts';
import { withSupplied } from './supplied-facts.ts';

/** A line, as all regimes see it. */
export type Around = Omit<RegimeContext, 'regime' | 'valueLeft' | 'baseDuty'>;

/** What one regime sees before it is known what others leave it of the value. */
export type SeenContext = Omit<RegimeContext, 'valueLeft'>;

/** One way of the regimes before, and the ways in which it comes out of this one. */
export interface Laid {
  readonly context: SeenContext;
  readonly before: Branch;
  readonly after: readonly Branch[];
}

/** What a regime lays on each way in which the regimes before it came out. */
export function layRegime(around: Around, regime: Regime, branches: readonly Branch[]): readonly Laid[] {
  return branches.map((before): Laid => {
    const context = seenBy(around, regime, before);
    return { context, before, after: layOn(context, before) };
  });
}

/** All that the regimes lay, one after another. */
export function layAll(around: Around, regimes: readonly Regime[]): readonly Branch[] {
  return regimes.reduce<readonly Branch[]>(
    (branches, regime) => layRegime(around, regime, branches).flatMap(({ after }) => after),
    [emptyBranch],
  );
}

/** What a regime knows of the base duty that was laid before. */
function seenBy(around: Around, regime: Regime, branch: Branch): SeenContext {
  const { jurisdiction, code, balances, strict, supposed } = around;
  const known = { line: around.line, regime, jurisdiction, code, balances, strict, supposed };
  const baseDuty = regime.table.role === 'base' ? null : baseDutyOf(known, branch);
  const { asksFor } = regime;
  const line = asksFor.length > 0 ? withSupplied(around.line, asksFor, baseDuty) : around.line;
  return { line, regime, jurisdiction, code, balances, strict, supposed, baseDuty };
}

/** What a regime adds to a branch; nothing where it gives way altogether. */
function layOn(seen: SeenContext, branch: Branch): readonly Branch[] {
  const doubtful = doubtOf(seen, branch);
  if (doubtful) return [join(branch, blockedBy(doubtful))];
  const left = valueLeft(seen, branch.duties);
  if (left === null || left.isZero()) {
    const outside = givenWay(seen, branch);
    if (outside) return [join(branch, outside)];
  }
  if (left === null) return [branch];
  const context = { ...seen, valueLeft: left };
  if (context.regime.table.role === 'base') return layBase(context);
  const added = left.isZero() ? assessRegime(context).map((one) => withoutCharges(one, seen)) : assessRegime(context);
  return branch === emptyBranch ? added : added.map((one) => join(branch, one));
}

/** A rule of giving way of which nobody can say whether it was public, where there is something to give way. */
function doubtOf(seen: SeenContext, branch: Branch): Problem | undefined {
  const { regime, code, line } = seen;
  if (!regime.table.yields.some(({ unsaid }) => unsaid !== undefined)) return undefined;
  const doubtful = coveringYields(seen, branch.duties).find(({ yields }) => yields.unsaid !== undefined)?.yields.unsaid;
  if (doubtful === undefined || regime.docket(code, line.origin, line.date).candidates.length === 0) return undefined;
  return publicationUnknown(seen, regime.table.title, doubtful);
}

/** A rate that others left nothing to charge is not reported; an exemption of its own is. */
function withoutCharges(branch: Branch, { line }: SeenContext): Branch {
  if (line.value.isZero()) return branch;
  return { ...branch, duties: branch.duties.filter((duty) => isFree(duty)) };
}

/**
 * What is reported of a regime that is left nothing: the heading that says so, where the regime would have charged the goods. Undefined:
 * nothing is reported.
 */
function givenWay(seen: SeenContext, branch: Branch): Branch | undefined {
  const way = coveringYields(seen, branch.duties).find(({ yields }) => yields.heading !== null);
  const spared = way && laidOtherwise(seen);
  if (spared && 'code' in spared) return blockedBy(spared);
  if (!spared || way.yields.heading === null) return undefined;
  if (spared.free) return { ...emptyBranch, duties: [{ ...spared.free, basisAmount: zero }] };
  const titles = [...new Set(way.duties.map(({ regimeTitle }) => regimeTitle))];
  const { table } = seen.regime;
  const reported: DutyLine = {
    regime: table.regime,
    regimeTitle: table.title,
    role: table.role,
    measure: spared.measure,
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
    entry: null,
    citation: way.yields.citation,
    refund: null,
    overlay: spared.overlay,
  };
  return { ...emptyBranch, duties: [reported] };
}

/** What a regime would lay if nothing went before it. `free`: an exemption of its own, which is then reported. */
interface Spared extends Pick<DutyLine, 'measure' | 'overlay'> {
  readonly free: DutyLine | null;
}

/**
 * What a regime would lay if nothing went before it; undefined where it names the goods in no heading. A charge that gives no number here
 * (its base duty is not known, the goods have no value) is one all the same; where it rests on an act of which nobody can say whether it was
 * public, that is the answer.
 */
function laidOtherwise(seen: SeenContext): Spared | Problem | undefined {
  const { line, regime } = seen;
  const [only, ...others] = assessRegime({ ...seen, valueLeft: line.value });
  if (!only || others.length > 0) return undefined;
  const doubt = only.problems.find(({ code }) => code === 'publication-unknown');
  if (doubt) return doubt;
  const [duty] = only.duties;
  if (duty && isFree(duty)) return duty.headings.length === 0 ? undefined : { ...duty, free: duty };
  if (duty) return { ...duty, free: null };
  const docket = regime.docket(seen.code, line.origin, line.date);
  const decision = decide(docket, questionOf(seen, docket));
  if (decision.kind !== 'applies') return undefined;
  const { id, overlay } = decision.candidate.measure;
  return { measure: id, overlay, free: null };
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
