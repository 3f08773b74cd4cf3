import type { EntryLine } from '../customs/entry-line.ts';
import type { PlannedDraw, PlannedOutcome } from '../customs/planned-draw.ts';
import { zero } from '../exact/decimal.ts';
import { type Money, difference, nothing } from '../exact/money.ts';
import { type Batch, type LineDraw, assessBatch } from './assess-batch.ts';
import { type LineAnswer, assessLine } from './assess-line.ts';
import { type Balances, openBalances, recordDraws } from './balances.ts';
import type { Law } from './law.ts';

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
    const inQuota = dutyOf(alone({ ...line, quotaTier: 'in-quota' }, law, balances));
    // Where nobody can say whether there is room, all of it may be over.
    const reached = drawn === null ? dutyOf(alone({ ...line, quotaTier: 'over-quota' }, law, balances)) : duty;
    return {
      line,
      quota: pot.id,
      unit: 'kg',
      outcome: outcomeOf(draw, answer?.status === 'refused'),
      requested,
      drawn,
      duty,
      atStake: reached === null || inQuota === null ? null : difference(reached, inQuota),
      next: pot.next(),
      nextDrawn: null,
      saves: null,
    };
  });
}

/**
 * What lines that do not fit would get in the next period. They compete for its room: with all planned lines of that period, which `balances` count
 * already, and with each other, in order.
 */
export function planNext(draws: readonly PlannedDraw[], law: Law, balances: Balances): readonly PlannedDraw[] {
  const later = openBalances(balances);
  const moved = new Map<string, LineAnswer>();
  return draws.map((draw) => {
    const { line, next, outcome, duty } = draw;
    if (outcome === 'fits') return { ...draw, saves: duty && nothing };
    if (next === null) return draw;
    // A line that draws on two quotas is moved once.
    const name = `${line.where.file ?? ''} ${line.where.line ?? ''} ${next}`;
    const known = moved.get(name);
    const then = known ?? alone({ ...line, date: next, presentedAt: null }, law, later);
    moved.set(name, then);
    if (!known) recordDraws(later, then.draws);
    const [place = ''] = draw.quota.split('/');
    const own = then.draws.find(({ pot }) => pot.id.startsWith(`${place}/`));
    const owed = dutyOf(then);
    return {
      ...draw,
      nextDrawn: own?.drawn ?? null,
      saves: duty === null || owed === null ? null : atLeastNothing(difference(duty, owed)),
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

/** A line as if it came now, wherever it stands. */
function alone(line: EntryLine, law: Law, balances: Balances): LineAnswer {
  const { recorded: _, ...without } = balances;
  return assessLine(line, { ...law, fees: [] }, { ...without, presented: new Map(), shared: new Map() });
}

/** The duty of a line; null where it has no answer. */
function dutyOf({ line: { status, totals } }: LineAnswer): Money | null {
  return status === 'assessed' && totals ? totals.duty : null;
}

function atLeastNothing(amount: Money): Money {
  return amount.lt(zero) ? nothing : amount;
}
