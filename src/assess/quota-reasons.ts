import type { Problem } from '../customs/problem.ts';
import type { Balances, Draw } from './balances.ts';
import { type ChargeContext, about, quantityText } from './charge.ts';
import { isBefore } from './presented.ts';
import type { Met } from './quota-room.ts';
import { reversedOn } from './recorded.ts';
import { silentWords } from './told.ts';

/** Customs accepted more than there was, as far as is known here. */
export function overdrawn(context: ChargeContext, { pot, requested, available }: Met): readonly Problem[] {
  if (available === null || requested.lte(available)) return [];
  const over = quantityText(requested.minus(available), 'kg');
  const message = `customs accepted ${quantityText(requested, 'kg')} in quota, and ${pot.id} has ${quantityText(available, 'kg')} left here: all of it counts, ${over} beyond what is known`;
  const hint = 'Check the balance, the published figures, and the other lines that are counted.';
  return [about(context, 'overdrawn', 'warning', message, 'quota_tier', hint)];
}

/** The reason why nobody can say whether the pot has room; undefined where it can be said. */
export function whyOpen(context: ChargeContext, met: Met, balances: Balances): Problem | undefined {
  const { pot, requested, presented, available, kept, room } = met;
  if (requested.isZero())
    return about(
      context,
      'missing-quantity',
      'error',
      `the quota ${pot.id} counts kilograms, and ${context.line.weightKg ? 'a weight of 0 was declared' : 'the weight was not declared'}`,
      'weight_kg',
      'Declare the weight (50000 or 50t), or the tier that customs accepted in quota_tier.',
    );
  // Where nobody knows what there was, it does not matter who came first.
  if ((kept?.drawn ?? available) !== null) return whyTooLate(context, met, balances);
  const silent = silentWords(pot, room, presented);
  return about(
    context,
    'limit-unknown',
    'error',
    silent === null
      ? `what ${pot.id} holds is not known`
      : `${silent}; whether goods presented ${presented} still found room is not told by that`,
    null,
    `Give what was left: --balance '${pot.id}=500t', or the tier that customs accepted in quota_tier.`,
  );
}

/** A line that was reversed draws on what is left now, wherever it stood before; any other keeps its place. */
function whyTooLate(context: ChargeContext, met: Met, balances: Balances): Problem | undefined {
  const { pot, presented, requested, available, isPercentage, kept, room } = met;
  if (reversedOn(context.line, pot.id, balances)) return undefined;
  const column = context.line.presentedAt === null ? 'date' : 'presented_at';
  const last = room.presented.get(pot.id);
  if (last !== undefined && isBefore(presented, last))
    return about(
      context,
      'out-of-order',
      'error',
      `presented ${presented}, before a line presented ${last} that already drew on ${pot.id}`,
      column,
      'Put the lines in order of presentation, or use --sort.',
    );
  // Where there is room for both, or each has its share by a published percentage, it does not matter.
  if (kept !== null || isPercentage || balances.shared?.get(pot.id) !== presented) return undefined;
  if (available === null || available.gte(requested)) return undefined;
  return about(
    context,
    'out-of-order',
    'error',
    `presented ${presented}, like a line further up that already drew on ${pot.id}, with lines of another moment between them: those of one moment share what it holds`,
    column,
    'Put the lines of a moment together, or use --sort.',
  );
}

/** What else may have been drawn: by other importers, or by lines of this run that have no answer. */
export function shared(context: ChargeContext, draw: Draw, balances: Balances): readonly Problem[] {
  const { pot, drawn, requested, from } = draw;
  const notes: Problem[] = [];
  if (balances.undecided?.has(pot.id)) {
    const message = `an earlier line that may draw on ${pot.id} has no answer; if it drew, less is left for this one`;
    notes.push(about(context, 'quota-shared', 'warning', message));
  }
  if (from.given) return notes;
  if (from.published !== null) {
    const likely = drawn.eq(requested) ? 'fit' : drawn.isZero() ? 'find it full' : 'find room for a part';
    const message = `${from.published}: these goods likely ${likely}`;
    return [...notes, about(context, 'quota-published', 'notice', message)];
  }
  const isUncertain = drawn.lt(requested) && from.mayHoldMore;
  const more = isUncertain ? '; unused quantity of an earlier period may have been added' : '';
  const what = balances.recorded ? 'this ledger' : 'this run';
  const message = `other importers draw on ${pot.id} too; only ${what} is counted${more}`;
  const hint = `Give what was left: --balance '${pot.id}=500t'`;
  return [...notes, about(context, 'quota-shared', 'notice', message, null, hint)];
}
