import type { DutyLine, QuotaDraw } from '../customs/assessment.ts';
import type { EntryLine, QuotaTier } from '../customs/entry-line.ts';
import type { DatedRate } from '../customs/measure.ts';
import type { Jurisdiction } from '../customs/jurisdiction.ts';
import { type Problem, type ProblemCode, problem } from '../customs/problem.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import { quantityFact } from '../customs/unit.ts';
import { Decimal, decimal, greatest, groupedText, least, numberText, zero } from '../exact/decimal.ts';
import { moneyText, toMoney } from '../exact/money.ts';
import { unreachable } from '../exact/unreachable.ts';
import { type Branch, blockedBy, emptyBranch } from './branch.ts';
import { type NoDuty, computeDuty } from './duty.ts';
import type { Candidate } from './candidate.ts';
import type { DutyBasis } from './duty-terms.ts';
import type { Draw } from './balances.ts';
import type { Regime } from './regime.ts';

/** A part of a line that is charged alike: all of it, or what is in or over a quota. */
export interface Portion {
  /** This portion's part of an amount of the whole line; parts add up to the whole. */
  readonly share: (total: Decimal) => Decimal;
  readonly kilograms: Decimal | null;
  readonly tier: QuotaTier | null;
}

/** All of a line. */
export function wholeOf(line: EntryLine): Portion {
  return { share: (total) => total, kilograms: line.weightKg, tier: null };
}

export interface ChargeContext {
  readonly line: EntryLine;
  readonly regime: Regime;
  readonly jurisdiction: Jurisdiction;
  /** The entered value, less what regimes that go first have covered. */
  readonly valueLeft: Decimal;
  /** The base duty of the whole line before rounding; null: not known. */
  readonly baseDuty: Decimal | null;
}

/** A draw on a quota, what is left after it (null: not known), and whether the pot's content is the limit of the law. */
export interface Drawing {
  readonly draw: Draw;
  readonly left: Decimal | null;
  readonly fromLimit: boolean;
}

/** One duty line: a candidate's rate on a portion, rounded once. */
export function chargeRate(
  context: ChargeContext,
  candidate: Candidate,
  portion: Portion,
  drawing: Drawing | null,
  overlay: string | null,
): Branch {
  const { rate, measure } = candidate;
  const basis = basisOf(context, rate);
  const amount = portion.share(basis.total);
  const duty = dutyOf(context, candidate, portion, amount);
  if (!(duty instanceof Decimal)) return blockedBy(...basis.problems, ...duty);
  const heading = candidate.quota?.categories[0]?.heading;
  const charged: DutyLine = {
    regime: context.regime.table.regime,
    regimeTitle: context.regime.table.title,
    role: context.regime.table.role,
    measure: measure.id,
    measureTitle: measure.title,
    headings: rate.headings.length > 0 || heading === undefined ? rate.headings : [heading],
    tier: portion.tier,
    basis: basis.name,
    basisAmount: amount,
    rate: rate.charge.printed.text,
    charge: rate.charge.kind,
    amount: toMoney(duty, context.jurisdiction.rounding),
    exact: duty,
    quota: drawing && candidate.quota ? quotaDraw(drawing, candidate) : null,
    entry: rate.bounds,
    citation: rate.citation,
    refund: rate.refund ?? context.regime.table.refund,
    overlay: overlay ?? measure.overlay,
  };
  return { ...emptyBranch, duties: [charged], draws: drawing ? [drawing.draw] : [], problems: basis.problems };
}

function quotaDraw({ draw, left, fromLimit }: Drawing, candidate: Candidate): QuotaDraw {
  const quota = candidate.quota?.quota;
  const text = (amount: Decimal): QuotaDraw['drawn'] => numberText(amount) as QuotaDraw['drawn'];
  return {
    id: draw.pot.id,
    title: candidate.quota?.categories[0]?.title ?? quota?.title ?? '',
    unit: quota?.unit ?? '',
    // Made when they are asked for: of ways that stay open most formats tell no quantities.
    get requested() {
      return text(draw.requested);
    },
    get drawn() {
      return text(draw.drawn);
    },
    get remaining() {
      return left === null ? null : text(left);
    },
    limit: fromLimit ? draw.pot.citation : null,
  };
}

/** What the rate is laid upon, for the whole line. An undeclared content means the full value, and that is said. */
function basisOf(
  context: ChargeContext,
  rate: DatedRate,
): { name: string; total: Decimal; problems: readonly Problem[] } {
  const { basis } = rate;
  const full = context.valueLeft;
  const name = full.eq(context.line.value) ? 'entered-value' : 'value-left';
  if (basis.kind === 'entered-value') return { name, total: full, problems: [] };
  const declared = context.line.facts.get(basis.fact);
  if (!declared || !('amount' in declared)) {
    const problems = [
      about(
        context,
        'fact-undeclared',
        'notice',
        'not declared: the rate is laid on the full value',
        basis.fact,
        `Declare ${basis.fact} to lay it on that part alone.`,
      ),
    ];
    return { name, total: full, problems };
  }
  if (basis.kind === 'declared') return { name: basis.fact, total: least(declared.amount, full), problems: [] };
  const share =
    basis.atLeast !== null && declared.amount.lt(decimal(basis.atLeast))
      ? zero
      : basis.atMost === null
        ? declared.amount
        : least(declared.amount, decimal(basis.atMost));
  const total = toMoney(full.times(new Decimal(100).minus(share)).div(100), context.jurisdiction.rounding);
  return { name: `${name} less ${basis.fact}`, total, problems: [] };
}

function dutyOf(
  context: ChargeContext,
  { rate, measure }: Candidate,
  portion: Portion,
  amount: Decimal,
): Decimal | readonly Problem[] {
  const { text, rate: printed } = rate.charge.printed;
  if (rate.charge.kind === 'added') {
    const duty = computeDuty(printed, dutyBasis(context, portion, amount));
    return duty instanceof Decimal ? duty : noDuty(context, duty, text, measure.title);
  }
  if (printed.form !== 'ad-valorem' || printed.on !== undefined)
    return noDuty(context, { code: 'rate-unknown' }, text, measure.title);
  // Where other duties left nothing, the base duty does not matter.
  if (amount.isZero()) return zero;
  if (context.baseDuty === null) {
    const message = `base duty and this duty together are ${text}, and the base duty is not known`;
    const hint = `Declare ${baseRateFact}, the base duty as the schedule prints it: 2.5%.`;
    return [about(context, 'fact-undeclared', 'error', message, baseRateFact, hint)];
  }
  if (context.line.value.isZero()) return zero;
  const over = printed.over === undefined ? new Decimal(1) : decimal(printed.over);
  const whole = amount.times(decimal(printed.percent)).div(over.times(100));
  return greatest(zero, whole.minus(context.baseDuty.times(amount).div(context.line.value)));
}

/** What a duty that is added to the base duty is laid upon; the base duty itself is charged by its own regime. */
export function dutyBasis(
  { line, jurisdiction }: Pick<ChargeContext, 'line' | 'jurisdiction'>,
  portion: Portion,
  amount: Decimal,
): DutyBasis {
  const program = line.facts.get('spi');
  return {
    amount,
    currency: jurisdiction.currency,
    currencySign: jurisdiction.currencySign,
    declared: (fact) => {
      if (fact === quantityFact('kg')) return portion.kilograms;
      const value = line.facts.get(fact);
      if (!value || !('amount' in value)) return null;
      return value.type === 'percent' ? value.amount : portion.share(value.amount);
    },
    baseDuty: zero,
    program: program && 'text' in program ? program.text : null,
  };
}

function noDuty(context: ChargeContext, why: NoDuty, text: string, title: string | null): readonly Problem[] {
  switch (why.code) {
    case 'rate-unknown': {
      const named = title === null ? '' : ` (${title})`;
      const message = `${context.regime.table.title}${named}: a rate may hold for these goods, and it is not known`;
      return [about(context, why.code, 'error', message)];
    }
    case 'unsupported-rate': {
      const message = `the rate "${text}" cannot be computed from what a line declares: ${why.reason}`;
      return [about(context, why.code, 'error', message)];
    }
    case 'undeclared':
      return why.needs.map(({ code, fact, what }) => {
        const hint = fact === quantityFact('kg') ? 'Declare the weight: 50000 or 50t.' : `Declare ${fact}.`;
        return about(context, code, 'error', `the rate "${text}" needs ${what}`, fact, hint);
      });
    default:
      return unreachable(why);
  }
}

/** An amount in a sentence: "$1,900.00". */
export function moneyWords(amount: Decimal, jurisdiction: Jurisdiction): string {
  return `${jurisdiction.currencySign}${groupedText(moneyText(amount, jurisdiction.rounding))}`;
}

/** A quantity in a sentence: "50,000 kg". */
export function quantityText(amount: Decimal, unit: string): string {
  return `${groupedText(numberText(amount))} ${unit}`;
}

/** A problem of this line. */
export function about(
  context: Pick<ChargeContext, 'line'>,
  code: ProblemCode,
  severity: Problem['severity'],
  message: string,
  column: string | null = null,
  hint: string | null = null,
): Problem {
  return problem(code, severity, message, {
    file: context.line.where.file,
    line: context.line.where.line,
    column,
    hint,
  });
}
