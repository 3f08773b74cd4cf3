import type { AssessedLine, DutyLine, ResultLine } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { EntryFee } from '../customs/fee.ts';
import type { Problem } from '../customs/problem.ts';
import type { RegimeTrace } from '../customs/trace.ts';
import { type Decimal, decimal, zero } from '../exact/decimal.ts';
import { type Money, apportionAmong, sum, toMoney } from '../exact/money.ts';
import { type RegimeContext, assessRegime } from './assess-regime.ts';
import { type Branch, emptyBranch } from './branch.ts';
import { about } from './charge.ts';
import { explain } from './explain.ts';
import type { Law } from './law.ts';
import { untouched } from './balances.ts';
import type { Regime } from './regime.ts';
import { stakesOf } from './stakes.ts';

/**
 * The lines of one entry with their parts of its fees: each fee is worked out on all lines together, held between its bounds once, and
 * apportioned in proportion, so that the lines add up to the entry. 19 CFR 24.23(b)(1)(i) is such a fee. Where a line of the entry is wrong,
 * its fees are not known: then no line has any, and each says why.
 */
export function withFees(lines: readonly ResultLine[], law: Law): readonly ResultLine[] {
  const open = whyOpen(lines);
  if (open !== null) return lines.map((line) => (isCounted(line) ? told(line, open) : line));
  let charged = lines;
  for (const regime of law.fees) charged = chargeEntry(charged, regime, law);
  return charged.map((line) => (isCounted(line) ? summed(line) : line));
}

/** Lines that bear fees: refused goods do not enter, and what is wrong is told. */
function isCounted(line: ResultLine): line is AssessedLine {
  return line.kind === 'line' && (line.status === 'assessed' || line.status === 'unknown');
}

/** Why the fees of an entry cannot be worked out; null: they can. */
function whyOpen(lines: readonly ResultLine[]): string | null {
  if (lines.some((line) => line.status === 'invalid'))
    return 'a line of this entry is wrong, so the fees of the entry were not computed';
  const [first, ...others] = new Set(lines.flatMap((line) => (isCounted(line) ? [line.line.date] : [])));
  if (others.length === 0) return null;
  return `lines of this entry have different dates (${[first, ...others].join(', ')}), so its fees were not computed`;
}

function told(line: AssessedLine, why: string): AssessedLine {
  const problem = about(line, 'entry-incomplete', 'warning', why, 'entry_number');
  return { ...line, problems: [...line.problems, problem] };
}

function summed(line: AssessedLine): AssessedLine {
  const { totals } = line;
  if (totals === null || line.fees.length === 0) return line;
  const fees = sum(line.fees.map(({ amount }) => amount));
  return { ...line, totals: { ...totals, fees, total: sum([totals.duty, fees]) } };
}

/** What a regime says of one line, before the lines are taken together. */
interface Part {
  readonly line: AssessedLine;
  readonly context: RegimeContext;
  readonly ways: readonly Branch[];
}

function chargeEntry(lines: readonly ResultLine[], regime: Regime, law: Law): readonly ResultLine[] {
  const parts = new Map<ResultLine, Part>();
  for (const line of lines) {
    if (!isCounted(line)) continue;
    const context = contextOf(line.line, regime, law);
    parts.set(line, { line, context, ways: assessRegime(context) });
  }
  const answers = [...parts.values()].filter(isAnswered);
  const why = whyTogetherOpen([...parts.values()], answers);
  const fees = why === null ? feesAmong(answers, law) : new Map<ResultLine, readonly DutyLine[]>();
  return lines.map((line) => {
    const part = parts.get(line);
    if (!part) return line;
    const own = answered(part, why === null && isAnswered(part), fees.get(line) ?? [], law);
    return why === null || !isAnswered(part) ? own : told(own, why);
  });
}

/** Whether the fee of a line is known, if only that it owes none. Before the first documented day it is not. */
function isAnswered({ context: { regime, line }, ways: [only, ...others] }: Part): boolean {
  const { documentedFrom } = regime.table;
  const isBefore = documentedFrom !== null && line.date < documentedFrom;
  return only !== undefined && others.length === 0 && !only.blocked && !isBefore;
}

/**
 * Why a fee that the lines of an entry bear together cannot be worked out; null: it can, or each line bears its own. A fee without bounds is
 * each line's own.
 */
function whyTogetherOpen(parts: readonly Part[], answers: readonly Part[]): string | null {
  const title = parts[0]?.context.regime.table.title;
  const isOpen = parts.some((part) => !answers.includes(part) && mayBeBounded(part));
  if (isOpen && answers.length > 0)
    return `another line of this entry leaves open which ${title} it pays, so that of the entry was not computed`;
  const kinds = new Set(
    answers.flatMap(({ ways }) =>
      (ways[0]?.duties ?? []).filter(isBounded).map(({ measure, measureTitle }) => measureTitle ?? measure),
    ),
  );
  if (kinds.size < 2) return null;
  return `lines of this entry are declared to pay different kinds of ${title} (${[...kinds].join(', ')}), so none was computed`;
}

function isBounded({ entry }: Pick<DutyLine, 'entry'>): boolean {
  return entry !== null && (entry.least !== null || entry.most !== null);
}

function mayBeBounded({ context: { regime, code, line } }: Part): boolean {
  const { candidates } = regime.docket(code, line.origin, line.date);
  return candidates.some(({ rate }) => isBounded({ entry: rate.bounds }));
}

function contextOf(line: EntryLine, regime: Regime, law: Law): RegimeContext {
  return {
    line,
    regime,
    jurisdiction: law.schedule.jurisdiction,
    code: line.goods.kind === 'number' ? line.goods.code : '',
    balances: untouched,
    strict: law.strict,
    valueLeft: line.value,
    baseDuty: null,
    supposed: [],
  };
}

/** A fee that is known is no longer among what is not covered; one that is not says what it lacks. */
function answered({ line, context, ways }: Part, known: boolean, fees: readonly DutyLine[], law: Law): AssessedLine {
  const { regime } = context.regime.table;
  const problems = ways.flatMap((way) => way.problems).map(softened);
  return {
    ...line,
    fees: [...line.fees, ...fees],
    notCovered: known ? line.notCovered.filter((id) => id !== regime) : line.notCovered,
    problems: problems.length === 0 ? line.problems : [...line.problems, ...distinct(problems)],
    trace: line.trace && [...line.trace, traceOf(context, ways, law)],
  };
}

/** What a fee lacks leaves the duty as it is: the fee is then not covered. */
function softened(problem: Problem): Problem {
  return problem.severity === 'error' ? { ...problem, severity: 'notice' } : problem;
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((one) => [one.message, one])).values()];
}

function traceOf(context: RegimeContext, after: readonly Branch[], law: Law): RegimeTrace {
  const { line, code, regime } = context;
  const laid = { context, before: emptyBranch, after };
  const stakes = stakesOf(laid, { around: context, regimes: [], entangled: () => new Set(), decided: null });
  return explain(
    { regime, passedOver: null, laid: [laid], stakes },
    { code, origin: line.origin, date: line.date },
    law,
  );
}

/** Lines charged at one rate bear its fee together. */
function feesAmong(parts: readonly Part[], law: Law): Map<ResultLine, readonly DutyLine[]> {
  const alike = new Map<string, { readonly line: AssessedLine; readonly duty: DutyLine }[]>();
  for (const { line, ways } of parts) {
    for (const duty of ways[0]?.duties ?? []) {
      const key = [duty.measure, duty.rate, duty.entry?.least, duty.entry?.most].join('|');
      alike.set(key, [...(alike.get(key) ?? []), { line, duty }]);
    }
  }
  const fees = new Map<ResultLine, readonly DutyLine[]>();
  for (const group of alike.values()) {
    const shares = sharesOf(
      group.map(({ duty }) => duty),
      law,
    );
    for (const [index, { line, duty }] of group.entries()) {
      const share = shares[index];
      if (share) fees.set(line, [...(fees.get(line) ?? []), { ...duty, ...share }]);
    }
  }
  return fees;
}

function sharesOf(
  duties: readonly DutyLine[],
  law: Law,
): readonly { readonly amount: Money; readonly entry: EntryFee }[] {
  const { rounding } = law.schedule.jurisdiction;
  const bounds = duties[0]?.entry ?? { least: null, most: null };
  const exact = duties.reduce((total, duty) => total.plus(duty.exact), zero);
  const { amount, held } = between(exact, bounds);
  const total = toMoney(amount, rounding);
  const entry: EntryFee = { ...bounds, total, held };
  return apportionAmong(
    total,
    duties.map((duty) => duty.exact),
    rounding,
  ).map((share) => ({ amount: share, entry }));
}

function between(
  exact: Decimal,
  { least, most }: Pick<EntryFee, 'least' | 'most'>,
): { readonly amount: Decimal; readonly held: EntryFee['held'] } {
  if (least !== null && exact.lt(decimal(least))) return { amount: decimal(least), held: 'least' };
  if (most !== null && exact.gt(decimal(most))) return { amount: decimal(most), held: 'most' };
  return { amount: exact, held: null };
}
