import type { DutyLine } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { printCode } from '../customs/commodity-code.ts';
import type { Test } from '../customs/measure.ts';
import type { Problem } from '../customs/problem.ts';
import { columnsFor } from '../customs/supplied-fact.ts';
import type { Yield, YieldTarget } from '../customs/table.ts';
import { type Decimal, greatest, zero } from '../exact/decimal.ts';
import { type IsoDate, dayBefore } from '../exact/iso-date.ts';
import { type Branch, blockedBy, emptyBranch, merge } from './branch.ts';
import { type ChargeContext, type Portion, about, chargeRate, wholeOf } from './charge.ts';
import { type Decision, type Question, decide, endedOverlay, holds, openQuestions, questionAbout } from './decide.ts';
import { choiceBetween } from './docket.ts';
import { describeTest } from './facts.ts';
import type { Balances } from './balances.ts';
import { publicationUnknown, unsaidOf, unsaidOn } from './known/unsaid.ts';
import { quotaBranches } from './quota-branches.ts';
import type { Candidate, Docket } from './candidate.ts';
import { type Regime, everHasRate } from './regime.ts';
import { type Suppositions, canHoldTogether, describeSupposition } from './suppositions.ts';

/** Tests that may be left open on one line; beyond that the ways multiply and nobody reads them. */
const mostOpen = 4;

export interface RegimeContext extends ChargeContext {
  readonly code: string;
  readonly balances: Balances;
  readonly strict: boolean;
  /** What is supposed of facts that the line does not declare; none, unless it is asked what declaring them would change. */
  readonly supposed: Suppositions;
}

/** Everything one regime may lay on a line: one branch if that is decided, several if something is not known. */
export function assessRegime(context: RegimeContext): readonly Branch[] {
  const { line, regime } = context;
  const docket = regime.docket(context.code, line.origin, line.date);
  const words = unsaidOn(regime, context.code, line);
  if (words !== undefined) return [blockedBy(publicationUnknown(context, regime.table.title, words))];
  if (docket.candidates.length === 0 && docket.ended.length === 0) return [silent(context)];
  const base = questionOf(context, docket);
  const late = outsideDocumented(context);
  const open = openQuestions(docket, base).slice(0, mostOpen);
  const ways =
    open.length === 0
      ? decidePortion(context, docket, base, wholeOf(context.line))
      : tryWays(context, docket, base, open);
  if (late === null) return ways;
  return ways.map((branch) => ({
    ...branch,
    blocked: branch.blocked || late.severity === 'error',
    problems: [...branch.problems, late],
  }));
}

/** What a line puts to a docket, with what is supposed of it. */
export function questionOf({ line, regime, supposed }: Omit<RegimeContext, 'valueLeft'>, docket: Docket): Question {
  const asked = questionAbout(line, docket, regime.groups);
  return supposed.length === 0 ? asked : { ...asked, suppositions: supposed, found: new Map() };
}

/** Whether a regime neither charges such goods of such an origin on such a day nor says anything of them, whatever else a line declares. */
export function isMute(regime: Regime, line: EntryLine, code: string): boolean {
  const docket = regime.docket(code, line.origin, line.date);
  if (docket.candidates.length > 0 || docket.ended.length > 0) return false;
  if (unsaidOf(regime, code, line) !== undefined) return false;
  return regime.table.role !== 'base' && silent({ line, regime, code }) === emptyBranch;
}

/** Each open question may be answered yes or no; ways that turn out alike are one. */
function tryWays(context: RegimeContext, docket: Docket, base: Question, open: readonly Test[]): readonly Branch[] {
  const ways: Branch[] = [];
  for (let bits = 0; bits < 2 ** open.length; bits++) {
    const answers = open.map((test, index) => ({ test, holds: (bits & (1 << index)) !== 0 }));
    const suppositions = [...base.suppositions, ...answers];
    if (!canHoldTogether(suppositions, docket.date, base.groups)) continue;
    const branches = decidePortion(context, docket, { ...base, suppositions }, wholeOf(context.line));
    const when = answers.map(describeSupposition);
    ways.push(...branches.map((branch) => ({ ...branch, when: [...when, ...branch.when] })));
  }
  const merged = merge(ways);
  const asked = merged.length > 1 ? open.map((test) => undeclared(context, test)) : [];
  return merged.map((branch) => ({ ...branch, problems: [...branch.problems, ...asked] }));
}

function undeclared(context: RegimeContext, test: Test): Problem {
  const columns = test.facts.flatMap(columnsFor);
  return about(
    context,
    'fact-undeclared',
    'error',
    `${context.regime.table.title}: the answer turns on whether ${describeTest(test)}, and that was not declared`,
    columns[0] ?? null,
    `Declare ${columns.join(', ')}.`,
  );
}

function decidePortion(
  context: RegimeContext,
  docket: Docket,
  question: Question,
  portion: Portion,
): readonly Branch[] {
  const decision = decide(docket, question);
  switch (decision.kind) {
    case 'none':
      return [withoutEnded(context, docket, question) ?? silent(context)];
    case 'tied':
      return [
        choiceBetween(decision.candidates, context.regime.table)
          ? lowestOf(context, decision.candidates, portion)
          : blockedBy(tie(context, decision)),
      ];
    default: {
      const { candidate } = decision;
      if (candidate.rate.unsaid !== undefined)
        return [blockedBy(publicationUnknown(context, context.regime.table.title, candidate.rate.unsaid))];
      const overlay = endedOverlay(docket, question, candidate);
      if (!candidate.quota) return [chargeRate(context, candidate, portion, null, overlay)];
      const rest = (part: Portion): readonly Branch[] =>
        decidePortion(context, docket, { ...question, without: [...question.without, candidate] }, part);
      return quotaBranches(context, candidate, portion, context.balances, overlay, rest);
    }
  }
}

/**
 * The declarant may choose: all are computed, and the lowest is laid. One that gives no number (a quantity is missing) is told, and not
 * waited for: what is laid is lawful, and may be more than need be.
 */
function lowestOf(context: RegimeContext, candidates: readonly Candidate[], portion: Portion): Branch {
  const tried = candidates.map((candidate) =>
    candidate.rate.unsaid === undefined
      ? chargeRate(context, candidate, portion, null, null)
      : blockedBy(publicationUnknown(context, context.regime.table.title, candidate.rate.unsaid)),
  );
  const [lowest] = tried.filter(({ blocked }) => !blocked).toSorted((a, b) => dutyIn(a).comparedTo(dutyIn(b)));
  const untold = tried.flatMap(({ blocked, problems }) => (blocked ? problems : []));
  if (!lowest) return blockedBy(...untold);
  const notes = untold.map((one): Problem => ({ ...one, severity: 'notice', message: `not compared: ${one.message}` }));
  return { ...lowest, problems: [...lowest.problems, ...notes] };
}

function dutyIn({ duties }: Branch): Decimal {
  return duties.reduce((total, { exact }) => total.plus(exact), zero);
}

function tie(context: RegimeContext, decision: Extract<Decision, { kind: 'tied' }>): Problem {
  const [a, b] = decision.candidates.map((one) => `"${one.measure.id}" (${one.rate.charge.printed.text})`);
  return about(
    context,
    'ambiguous-rate',
    'error',
    `${context.regime.table.regime}: ${a} and ${b} fit ${printCode(context.code, context.jurisdiction.code)} from ${context.line.origin} on ${context.line.date} equally well`,
    null,
    'Give the table an "order", or take the goods of one out of the other with "except".',
  );
}

/** Nothing is left because an overlay took the rate away: said, since a zero without a word would look like law. */
function withoutEnded(context: RegimeContext, docket: Docket, question: Question): Branch | undefined {
  const lost = docket.ended.find((one) => holds(one, docket, question));
  if (!lost) return undefined;
  const message = `"${lost.rate.endedBy}", laid over the law, ended ${lost.measure.title ?? lost.measure.id} (${lost.rate.charge.printed.text})`;
  return { ...emptyBranch, problems: [about(context, 'rests-on-overlay', 'notice', message)] };
}

/** No measure fits: the law may have ended on hand, or never have named the goods. */
function silent(context: Pick<RegimeContext, 'line' | 'regime' | 'code'>): Branch {
  const { line, regime } = context;
  const { documentedThrough, title } = regime.table;
  const reach = regime.reach(context.code);
  // A number without base duty is told once, with the number: no duty was ever not due.
  if (!reach || regime.table.role !== 'additional' || !everHasRate(regime, context.code, line.origin))
    return emptyBranch;
  if (documentedThrough !== null && line.date > documentedThrough) {
    const problem = about(
      context,
      'not-on-hand',
      'error',
      `${title}: the law on hand ends on ${documentedThrough}, and its rates for these goods ended with it`,
      'date',
      'Use a table that reaches the date, with --tables or --with.',
    );
    return blockedBy(problem);
  }
  if (line.date < reach.from) {
    const message = `${title}: nothing is due before ${reach.from}`;
    return { ...emptyBranch, problems: [about(context, 'outside-documented', 'notice', message, 'date')] };
  }
  // Rates whose conditions are not met hold all the same.
  const holding = regime.docket(context.code, line.origin, line.date).candidates.length > 0;
  const ended = holding
    ? undefined
    : regime.days.findLast((day) => day <= line.date && hadRate(context, dayBefore(day)));
  if (ended === undefined) return emptyBranch;
  const message = `${title}: no rate holds for these goods from ${ended} on; nothing was computed for them`;
  return {
    ...emptyBranch,
    problems: [about(context, 'gap', 'warning', message, 'date', 'If the law goes on, the table lacks a rate.')],
  };
}

function hadRate({ regime, code, line }: Pick<RegimeContext, 'line' | 'regime' | 'code'>, date: IsoDate): boolean {
  return regime.docket(code, line.origin, date).candidates.length > 0;
}

function outsideDocumented(context: RegimeContext): Problem | null {
  const { documentedFrom, documentedThrough, role, title } = context.regime.table;
  const { date } = context.line;
  const told = (known: string, refused: string, applied: string, hint: string): Problem =>
    about(
      context,
      'outside-documented',
      context.strict ? 'error' : 'warning',
      `${title}: the table is documented ${known}${context.strict ? `, and --strict refuses what lies ${refused}` : `; a rate without ${applied} was applied`}`,
      'date',
      hint,
    );
  // A fee of such a day is not charged at all, and stays among what is not covered.
  if (documentedFrom !== null && date < documentedFrom && role !== 'fee')
    return told(`from ${documentedFrom} on`, 'before', 'a first day', 'Check what the law was before.');
  if (documentedThrough === null || date <= documentedThrough) return null;
  return told(`through ${documentedThrough}`, 'past it', 'an end', 'Check whether the law has changed since.');
}

/** How far a regime gives way to charges already made: all of it, or for the value they cover. */
export function valueLeft(context: Omit<ChargeContext, 'valueLeft'>, charged: readonly DutyLine[]): Decimal | null {
  const { line, regime } = context;
  if (regime.table.yields.length === 0) return line.value;
  let covered: Decimal = zero;
  for (const { yields, duties } of coveringYields(context, charged)) {
    if (yields.extent === 'whole') return null;
    for (const duty of duties) covered = covered.plus(duty.basisAmount);
  }
  return greatest(zero, line.value.minus(covered));
}

/** What a regime gives way to among the charges already made, and by which rule. */
export function coveringYields(
  { line, regime }: Pick<ChargeContext, 'line' | 'regime'>,
  charged: readonly DutyLine[],
): readonly { readonly yields: Yield; readonly duties: readonly DutyLine[] }[] {
  const { date } = line;
  return regime.table.yields
    .filter(({ from, before }) => (from === null || from <= date) && (before === null || date < before))
    .map((yields) => ({
      yields,
      duties: charged.filter((duty) => yields.to.some((target) => isTarget(target, duty, line))),
    }))
    .filter(({ duties }) => duties.length > 0);
}

/** Goods are subject to a duty that comes to less than a cent, or to nothing because they have no value. */
function isPaid(duty: DutyLine, line: EntryLine): boolean {
  return line.value.isZero() ? !isFree(duty) : !duty.exact.isZero();
}

export function isFree({ rate }: Pick<DutyLine, 'rate'>): boolean {
  return rate.toLowerCase() === 'free';
}

/** A regime is given way to where it is paid; a heading wherever it is reported, whatever its rate. */
function isTarget(target: YieldTarget, duty: DutyLine, line: EntryLine): boolean {
  if (target.kind === 'regime') return duty.regime === target.regime && isPaid(duty, line);
  return duty.headings.some((heading) => target.first <= heading && heading <= target.last);
}
