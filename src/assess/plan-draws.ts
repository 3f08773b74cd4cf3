import type { EntryLine } from '../customs/entry-line.ts';
import type { PlannedDraw, PlannedOutcome } from '../customs/planned-draw.ts';
import { zero } from '../exact/decimal.ts';
import { type Money, difference, nothing } from '../exact/money.ts';
import { type Batch, type LineDraw, assessBatch } from './assess-batch.ts';
import { assessLine } from './assess-line.ts';
import type { Law } from './law.ts';
import type { Balances } from './pots.ts';

/** What the lines of a batch would get of quotas, and what it would cost to be too late. Fees do not turn on that, and are left out. */
export function planDraws(batch: Batch, law: Law): readonly PlannedDraw[] {
  const answers = new Map(
    batch.lines.flatMap((result) => (result.kind === 'line' ? [[result.line, result] as const] : [])),
  );
  const { balances } = batch.state;
  return batch.draws.map((draw): PlannedDraw => {
    const { line, pot, requested, drawn } = draw;
    const answer = answers.get(line);
    const duty = answer?.totals?.duty ?? null;
    const inQuota = dutyOf({ ...line, quotaTier: 'in-quota' }, law, balances);
    // Where nobody can say whether there is room, all of it may be over.
    const reached = drawn === null ? dutyOf({ ...line, quotaTier: 'over-quota' }, law, balances) : duty;
    const next = pot.next();
    const later = next === null ? null : dutyOf({ ...line, date: next, presentedAt: null }, law, balances);
    return {
      line,
      quota: pot.id,
      unit: 'kg',
      outcome: outcomeOf(draw, answer?.status === 'refused'),
      requested,
      drawn,
      duty,
      atStake: reached === null || inQuota === null ? null : difference(reached, inQuota),
      next,
      saves: duty === null || later === null ? null : atLeastNothing(difference(duty, later)),
    };
  });
}

/** Lines as they are planned: each by itself, whatever entry it will be part of. */
export function assessPlanned(lines: Parameters<typeof assessBatch>[0], law: Law, state: Batch['state']): Batch {
  return assessBatch(lines, { ...law, fees: [] }, state);
}

function outcomeOf({ drawn, requested }: LineDraw, isRefused: boolean): PlannedOutcome {
  if (drawn === null) return 'unknown';
  if (drawn.eq(requested)) return 'fits';
  if (isRefused) return 'refused';
  return drawn.isZero() ? 'over' : 'splits';
}

/** The duty of a line alone; null where it has no answer. */
function dutyOf(line: EntryLine, law: Law, balances: Balances): Money | null {
  const { recorded: _, ...without } = balances;
  const alone = { ...without, presented: new Map<string, string>() };
  const { status, totals } = assessLine(line, { ...law, fees: [] }, alone).line;
  return status === 'assessed' && totals ? totals.duty : null;
}

function atLeastNothing(amount: Money): Money {
  return amount.lt(zero) ? nothing : amount;
}
