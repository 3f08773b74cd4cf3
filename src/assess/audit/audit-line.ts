import type { AssessedLine, DutyLine, ResultLine } from '../../customs/assessment.ts';
import type { AuditedLine, Declared, DeclaredCharge, Finding, FindingKind } from '../../customs/audit.ts';
import { type Problem, problem } from '../../customs/problem.ts';
import { type Decimal, zero } from '../../exact/decimal.ts';
import { sum } from '../../exact/money.ts';
import type { HeadingIndex } from './heading-index.ts';
import { ratesDiffer } from './declared-rate.ts';

/** What is let pass, and which regimes are looked at; null: all. */
export interface AuditRule {
  /** Undefined: the amounts must be the same. */
  readonly tolerance: { readonly limit: Decimal; readonly unit: 'amount' | 'percent' } | undefined;
  readonly only: ReadonlySet<string> | null;
  readonly headings: HeadingIndex;
}

/** What was declared on a line beside what is owed. `declared`: null where nothing was, or what was cannot be read. */
export function auditLine(
  line: ResultLine,
  declared: Declared | null,
  problems: readonly Problem[],
  rule: AuditRule,
): AuditedLine {
  const unchecked = (more: readonly Problem[] = []): AuditedLine => ({
    status: 'unchecked',
    line,
    findings: [],
    declared: declared?.total ?? null,
    owed: null,
    difference: null,
    problems: [...line.problems, ...problems, ...more],
  });
  if (line.kind === 'invalid' || line.totals === null || problems.length > 0) return unchecked();
  if (declared === null)
    return unchecked([about(line, 'missing-field', 'no duty and no heading was declared on this line')]);
  if (declared.charges.length === 0) {
    if (rule.only)
      return unchecked([about(line, 'missing-field', 'the duty of one regime was not declared, only the sum')]);
    return checked(line, [ofTotal(line, declared, rule)], [], rule);
  }
  const [findings, heard] = byRegime(line, declared, rule);
  const notes = [...heard, ...contradiction(line, declared)];
  // Headings that carry no amounts are checked as headings, and the sum beside them as a sum.
  const isSum = declared.total !== null && declared.charges.every(({ amount }) => amount === null);
  return isSum && !rule.only
    ? checked(line, [...findings, ofTotal(line, declared, rule)], notes, rule)
    : checked(line, findings, notes, rule);
}

/** A sum that is not that of its parts: the parts are checked, and the line does not pass as a match. */
function contradiction(line: AssessedLine, { total, charges }: Declared): readonly Problem[] {
  const amounts = charges.flatMap(({ amount }) => amount ?? []);
  const parts = amounts.reduce((all, one) => all.plus(one), zero);
  if (total === null || amounts.length === 0 || parts.eq(total)) return [];
  const message = `declared_duty is ${total.toFixed()}, and the parts in declared_duties come to ${parts.toFixed()}: the parts were checked`;
  return [about(line, 'missing-field', message)];
}

function checked(
  line: AssessedLine,
  found: readonly Finding[],
  notes: readonly Problem[],
  { only }: AuditRule,
): AuditedLine {
  const findings = found.filter(({ regime }) => only === null || (regime !== null && only.has(regime)));
  const wrong = findings.some(({ kind }) => kind !== 'match');
  const whole = findings.filter(({ regime, duties }) => regime === null && duties.length > 0);
  const summed = whole.length > 0 ? whole : findings;
  const known = summed.every((one) => one.declared !== null);
  const declared = known ? summed.reduce((total, one) => total.plus(one.declared ?? zero), zero) : null;
  const owed = sum(summed.map((one) => one.owed));
  return {
    status: wrong ? 'mismatch' : notes.length > 0 ? 'unchecked' : 'match',
    line,
    findings,
    declared,
    owed,
    difference: declared && declared.minus(owed),
    problems: [...line.problems, ...notes],
  };
}

function about(line: AssessedLine, code: 'missing-field' | 'not-on-hand', message: string): Problem {
  return problem(code, code === 'missing-field' ? 'error' : 'warning', message, line.line.where);
}

/** Only the sum was declared. */
function ofTotal(line: AssessedLine, { total }: Declared, rule: AuditRule): Finding {
  const owed = sum(line.duties.map(({ amount }) => amount));
  const difference = total && total.minus(owed);
  return {
    kind: amountKind(difference, owed, rule) ?? 'match',
    regime: null,
    title: 'All duties',
    headings: [],
    declaredRate: null,
    owedRate: null,
    declared: total,
    owed,
    difference,
    duties: line.duties,
  };
}

/** What a regime is made of on a line. */
interface Sides {
  readonly regime: string | null;
  readonly title: string;
  readonly duties: DutyLine[];
  readonly charges: DeclaredCharge[];
}

function byRegime(
  line: AssessedLine,
  { charges }: Declared,
  rule: AuditRule,
): readonly [readonly Finding[], readonly Problem[]] {
  const sides = new Map<string, Sides>();
  const sideOf = (regime: string | null, title: string): Sides => {
    const key = regime ?? `heading ${title}`;
    const found = sides.get(key) ?? { regime, title, duties: [], charges: [] };
    sides.set(key, found);
    return found;
  };
  const isFee = ({ number }: DeclaredCharge): boolean => rule.headings.get(number ?? '')?.role === 'fee';
  // Fees are looked at where the line declares any of them.
  const areFeesDeclared = charges.some(isFee);
  const owedHere = areFeesDeclared ? [...line.duties, ...line.fees] : line.duties;
  for (const duty of owedHere) sideOf(duty.regime, duty.regimeTitle).duties.push(duty);
  const base = line.duties.find(({ role }) => role === 'base');
  const notes: Problem[] = [];
  const areFeesKnown = line.totals !== null && line.totals.fees !== null;
  if (areFeesDeclared && !areFeesKnown)
    notes.push(
      about(
        line,
        'not-on-hand',
        'the fees of this line are not known (a line needs its entry number): they are not checked',
      ),
    );
  for (const charge of charges) {
    if (isOwnNumber(charge, line)) {
      if (base) sideOf(base.regime, base.regimeTitle).charges.push(charge);
      else if (charge.amount && !charge.amount.isZero())
        notes.push(
          about(line, 'not-on-hand', 'base duty of these goods is not on hand: what was declared of it is not checked'),
        );
      continue;
    }
    if (isFee(charge) && !areFeesKnown) continue;
    const owed = owedHere.find(({ headings }) => headings.some((one) => digits(one) === charge.number));
    const known = rule.headings.get(charge.number ?? '');
    const regime = owed?.regime ?? known?.regime ?? null;
    sideOf(regime, owed?.regimeTitle ?? known?.title ?? charge.number ?? '').charges.push(charge);
  }
  return [[...sides.values()].flatMap((side) => findingOf(side, rule)), notes];
}

/** The goods' own number, however much of it is written, or a word in its place. */
function isOwnNumber({ number }: DeclaredCharge, { line }: AssessedLine): boolean {
  if (number === null) return true;
  const { goods } = line;
  return goods.kind === 'number' && (goods.code.startsWith(number) || number.startsWith(goods.code));
}

function findingOf({ regime, title, duties, charges }: Sides, rule: AuditRule): readonly Finding[] {
  const owed = sum(duties.map(({ amount }) => amount));
  const reported = duties.flatMap(({ headings }) => headings);
  // Nothing is due, nothing is reported, and nothing was declared.
  if (charges.length === 0 && owed.isZero() && reported.length === 0) return [];
  const amounts = charges.flatMap(({ amount }) => amount ?? []);
  const declared =
    charges.length === 0 ? zero : amounts.length === 0 ? null : amounts.reduce((all, one) => all.plus(one), zero);
  const difference = declared && declared.minus(owed);
  const written = charges.flatMap(({ number }) => number ?? []);
  const wanted = reported.map(digits);
  const rates = charges.flatMap(({ rate }) => rate ?? []);
  const kind = ((): FindingKind => {
    if (charges.length === 0) return 'missing';
    if (duties.length === 0) return 'superfluous';
    const unequal = amountKind(difference, owed, rule);
    if (unequal) return unequal;
    if (wanted.length > 0 && written.length > 0 && !wanted.every((one) => written.includes(one))) return 'heading';
    return ratesDiffer(rates, duties) ? 'rate' : 'match';
  })();
  return [
    {
      kind,
      regime,
      title,
      headings: [
        ...new Set([
          ...reported,
          ...written.filter((one) => !wanted.includes(one)).map((one) => rule.headings.get(one)?.heading ?? one),
        ]),
      ],
      declaredRate: rates.length === 0 ? null : [...new Set(rates)].join(', '),
      owedRate: duties.length === 0 ? null : [...new Set(duties.map(({ rate }) => rate))].join(', '),
      declared,
      owed,
      difference,
      duties,
    },
  ];
}

/** Undefined: the same, as far as the tolerance goes, or no amount was declared. */
function amountKind(difference: Decimal | null, owed: Decimal, { tolerance }: AuditRule): FindingKind | undefined {
  if (difference === null || difference.isZero()) return undefined;
  const limit = tolerance && (tolerance.unit === 'amount' ? tolerance.limit : owed.times(tolerance.limit).div(100));
  if (limit && difference.abs().lte(limit)) return undefined;
  return difference.gt(0) ? 'overpaid' : 'underpaid';
}

function digits(heading: string): string {
  return heading.replaceAll(/\D/g, '');
}
