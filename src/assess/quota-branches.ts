import { apportion } from '../exact/money.ts';
import { type Decimal, decimal, least, zero } from '../exact/decimal.ts';
import type { Problem } from '../customs/problem.ts';
import type { Ask, Balances, Draw } from './balances.ts';
import { type Branch, blockedBy, emptyBranch, join } from './branch.ts';
import type { Candidate } from './candidate.ts';
import { type ChargeContext, type Portion, about, chargeRate, quantityText } from './charge.ts';
import { type Pot, potHeld } from './pots.ts';
import { countedAt } from './presented.ts';
import { overdrawn, shared, whyOpen } from './quota-reasons.ts';
import { askOf, drawOf, metBy } from './quota-room.ts';

/** How the part of a line that finds no room is decided: as if this measure did not exist. */
export type DecideRest = (portion: Portion) => readonly Branch[];

/**
 * A candidate that holds within a quota: draws on the pot in order of presentation, splits at its edge, or leaves both ways
 * open where the pot's content is not known. What customs accepted (`quota_tier`) overrides all of it.
 */
export function quotaBranches(
  context: ChargeContext,
  candidate: Candidate,
  portion: Portion,
  balances: Balances,
  overlay: string | null,
  rest: DecideRest,
): readonly Branch[] {
  const held = candidate.quota;
  if (!held) return [];
  const { line } = context;
  if (held.categories.length > 1) {
    const names = held.categories.map((category) => category.heading).join(', ');
    return [
      blockedBy(
        about(
          context,
          'ambiguous-category',
          'error',
          `the goods fall into several categories of ${held.quota.title}: ${names}`,
          'hts',
          'Give the number that the schedule of that day has; it may have been renumbered.',
        ),
      ),
    ];
  }
  const pot = potHeld(held, candidate.rate, line, context.regime.groups);
  const met = metBy(context, portion, { pot, presented: countedAt(line, held.quota), quota: held.quota }, balances);
  const within = (part: Portion, drawn: Decimal | null): Branch => {
    const draw = drawOf(met, drawn ?? part.kilograms ?? zero);
    const left = draw.from.left === null ? null : decimal(draw.from.left);
    const fromLimit = draw.from.found !== null && line.quotaTier === null && !draw.from.given;
    const drawing = portion.kilograms?.gt(0) ? { draw, left, fromLimit } : null;
    return chargeRate(context, candidate, { ...part, tier: 'in-quota' }, drawing, overlay);
  };
  const beyond = (part: Portion): readonly Branch[] => {
    if (candidate.measure.whenFull === 'admitted') return [within(part, zero)];
    if (candidate.measure.whenFull === 'refused') return [refusal(context, part, pot)];
    return rest({ ...part, tier: 'over-quota' });
  };
  // What customs accepted is a fact: all of it counts, whatever there is on hand.
  if (line.quotaTier === 'in-quota')
    return [withProblem(within(portion, met.kept?.drawn ?? null), ...overdrawn(context, met))];
  if (line.quotaTier === 'over-quota') return beyond(portion);
  const open = whyOpen(context, met, balances);
  if (open) {
    const asks: readonly Ask[] =
      open.code === 'limit-unknown' && portion.kilograms
        ? [{ ...askOf(met), requested: portion.kilograms, drawn: null, from: null }]
        : [];
    const way = { when: [`${pot.id} has room for it`], draws: [], undecided: [pot.id], asks };
    return [
      withProblem({ ...within(portion, null), ...way }, open),
      ...beyond(portion).map((branch) => ({
        ...branch,
        when: [`${pot.id} has no room for it`, ...branch.when],
        undecided: [...branch.undecided, pot.id],
        asks: [...branch.asks, ...asks],
      })),
    ];
  }
  const drawn = met.kept?.drawn ?? least(met.available ?? zero, met.requested);
  return split(context, portion, drawOf(met, drawn), balances, within, beyond);
}

function split(
  context: ChargeContext,
  portion: Portion,
  draw: Draw,
  balances: Balances,
  within: (part: Portion, drawn: Decimal | null) => Branch,
  beyond: (part: Portion) => readonly Branch[],
): readonly Branch[] {
  const { pot, requested, drawn, from } = draw;
  const notes = shared(context, draw, balances);
  if (drawn.eq(requested)) return [withProblem(within(portion, drawn), ...notes)];
  const over = requested.minus(drawn);
  const finds = from.prorated
    ? `is prorated among the lines presented ${draw.presented}; this one has ${quantityText(drawn, 'kg')} of it`
    : `has ${quantityText(from.found === null ? drawn : decimal(from.found), 'kg')} left`;
  const note = about(
    context,
    'over-quota',
    'notice',
    `${pot.id} ${finds}: ${quantityText(over, 'kg')} of ${quantityText(requested, 'kg')} ${drawn.isZero() ? 'are' : 'is the part'} over quota`,
  );
  const overNote = (branch: Branch): readonly Problem[] => (branch.refused ? [] : [note]); // a refusal says it itself
  if (drawn.isZero()) {
    const inVain = { ...emptyBranch, draws: [draw] }; // the run knows that the pot was asked
    return beyond({ ...portion, kilograms: over }).map((branch) =>
      withProblem(join(inVain, branch), ...overNote(branch), ...notes),
    );
  }
  const { rounding } = context.jurisdiction;
  const parts = (total: Decimal): readonly [Decimal, Decimal] =>
    apportion(portion.share(total), drawn, requested, rounding);
  const first = within({ ...portion, share: (total) => parts(total)[0], kilograms: drawn }, drawn);
  const second = beyond({ ...portion, share: (total) => parts(total)[1], kilograms: over });
  return second.map((branch) => withProblem(join(first, branch), ...overNote(branch), ...notes));
}

function refusal(context: ChargeContext, portion: Portion, pot: Pot): Branch {
  const quantity = portion.kilograms ? quantityText(portion.kilograms, 'kg') : 'the goods';
  const message = `${pot.id} has no room for ${quantity}: they are refused entry for consumption; no rate applies`;
  return {
    ...emptyBranch,
    refused: true,
    problems: [
      about(
        context,
        'quota-full',
        'error',
        message,
        null,
        'The goods may go to a warehouse or a foreign-trade zone, be exported, or wait for the next period.',
      ),
    ],
  };
}

function withProblem(branch: Branch, ...problems: readonly Problem[]): Branch {
  return { ...branch, problems: [...branch.problems, ...problems] };
}
