import type { EntryLine } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import type { PrintedRate } from '../customs/rate.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import { firstDay } from '../exact/iso-date.ts';
import { Decimal, zero } from '../exact/decimal.ts';
import { toMoney } from '../exact/money.ts';
import type { Branch } from './branch.ts';
import type { Candidate } from './candidate.ts';
import { type ChargeContext, about, chargeRate, dutyBasis, moneyWords, wholeOf } from './charge.ts';
import { computeDuty } from './duty.ts';
import { everyOrigin } from './origins.ts';
import { stubMeasure } from './schedule-scopes.ts';

/** What the line declares its base duty to be, as a schedule prints it. */
function declaredBaseRate(line: EntryLine): PrintedRate | null {
  const declared = line.facts.get(baseRateFact);
  return declared?.type === 'rate' ? declared.printed : null;
}

/** The base duty of the whole line before rounding: as it was laid, else as the declared rate lays it; null: not known. */
export function baseDutyOf(context: Omit<ChargeContext, 'baseDuty' | 'valueLeft'>, branch: Branch): Decimal | null {
  const laid = branch.duties.filter((duty) => duty.role === 'base');
  if (laid.length > 0) return laid.reduce((total, duty) => total.plus(duty.exact), zero);
  return declaredDuty(context);
}

function declaredDuty(context: Omit<ChargeContext, 'baseDuty' | 'valueLeft'>): Decimal | null {
  const declared = declaredBaseRate(context.line);
  if (!declared) return null;
  const { line } = context;
  const duty = computeDuty(declared.rate, dutyBasis(context, wholeOf(line), line.value));
  return duty instanceof Decimal ? duty : null;
}

/** The base duty of goods that no schedule on hand has, as declared; undefined where it was not. */
export function declaredBranch(context: ChargeContext): Branch | undefined {
  const printed = declaredBaseRate(context.line);
  if (!printed) return undefined;
  const stub = stubMeasure('declared', { of: null, except: [] }, [{ from: firstDay, before: null }]);
  const rates = stub.rates.map((rate) => ({
    ...rate,
    charge: { kind: 'added' as const, printed },
    citation: { source: `declared in ${baseRateFact}`, confidence: 'unverified' as const },
  }));
  const [rate] = rates;
  if (!rate) return undefined;
  const measure = { ...stub, title: `as declared in ${baseRateFact}`, rates };
  const candidate: Candidate = { measure, rate, goodsWidth: 0, origins: everyOrigin, quota: null };
  return chargeRate(context, candidate, wholeOf(context.line), null, null);
}

/** Where the schedule on hand lays another duty than the declared rate would: the schedule's stands, and that is said. */
export function aboutDeclared(context: ChargeContext, branch: Branch): readonly Problem[] {
  const printed = declaredBaseRate(context.line);
  const laid = branch.duties.find((duty) => duty.role === 'base');
  if (!printed || !laid) return [];
  const { rounding } = context.jurisdiction;
  const duty = declaredDuty(context);
  if (duty !== null && toMoney(duty, rounding).eq(laid.amount)) return [];
  const declared = duty === null ? printed.text : `${printed.text}, ${moneyWords(duty, context.jurisdiction)}`;
  const message = `the declared base rate (${declared}) is not that of the schedule on hand, which was used: ${laid.rate}, ${moneyWords(laid.amount, context.jurisdiction)}`;
  return [
    about(context, 'differs-from-schedule', 'warning', message, baseRateFact, 'Leave it out, or check the number.'),
  ];
}
