import { Decimal, least, zero } from '../exact/decimal.ts';
import { apportion } from '../exact/money.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import type { Problem } from '../customs/problem.ts';
import type { Quota } from '../customs/quota.ts';
import { type PublishedFill, figureWords } from '../customs/published-fill.ts';
import { type Branch, blockedBy, emptyBranch, join } from './branch.ts';
import { type ChargeContext, type Portion, about, chargeRate } from './charge.ts';
import {
  type Ask,
  type Balances,
  type Draw,
  type Pot,
  type Proration,
  availableIn,
  carriedInto,
  contentOf,
  foundBefore,
  isBefore,
  periodStart,
  potOf,
  quantityText,
} from './pots.ts';
import type { Candidate } from './candidate.ts';
import { countedAt } from './presented.ts';
import { drawnBefore } from './recorded.ts';

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
  const label = held.categories[0]?.heading ?? candidate.rate.headings[0] ?? held.quota.id;
  const pot = potOf(held.quota, held.categories[0] ?? null, label, line.origin, line.date, context.regime.groups);
  const presented = countedAt(line, held.quota);
  const kept = drawnBefore(line, pot.id, balances);
  const isRecorded = kept !== null;
  // What the ledger holds of this very line is answered from the balance it met.
  const room = kept === null ? balances : { ...balances, drawn: kept.before, presented: nobody, published: noFigures };
  const early = kept === null ? foundBefore(pot, room, presented) : undefined;
  const found = early === undefined ? availableIn(pot, room) : early;
  const isCompeting = kept === null && line.quotaTier === null;
  const share = isCompeting ? balances.allotted?.get(pot.id) : undefined;
  const allotted = isCompeting
    ? (proratedAt(presented, held.quota, balances.prorated?.get(pot.id), portion) ??
      (share && found ? least(share, found) : share))
    : undefined;
  const available = found !== null && balances.isAsking ? (portion.kilograms ?? zero) : (allotted ?? found);
  const leftAfter = (drawn: Decimal): Decimal | null => {
    // What the line met is known; what was published since is not part of it.
    if (isRecorded && balances.published?.has(pot.id)) return null;
    // What came before the published figure is part of it.
    if (early !== undefined) return availableIn(pot, room);
    return found === null ? null : Decimal.max(zero, found.minus(drawn));
  };
  const within = (part: Portion, drawn: Decimal | null): Branch => {
    const requested = part.kilograms ?? zero;
    const draw: Draw = { pot, requested: portion.kilograms ?? zero, drawn: drawn ?? requested, presented, isRecorded };
    const left = leftAfter(draw.drawn);
    const fromLimit = available !== null && line.quotaTier === null && !balances.given.has(pot.id);
    const drawing = portion.kilograms?.gt(0) ? { draw, left, fromLimit } : null;
    return chargeRate(context, candidate, { ...part, tier: 'in-quota' }, drawing, overlay);
  };
  const beyond = (part: Portion): readonly Branch[] => {
    if (candidate.measure.whenFull === 'admitted') return [within(part, zero)];
    if (candidate.measure.whenFull === 'refused') return [refusal(context, part, pot)];
    return rest({ ...part, tier: 'over-quota' });
  };
  if (line.quotaTier === 'in-quota')
    return [within(portion, kept?.drawn ?? (available === null ? null : least(available, portion.kilograms ?? zero)))];
  if (line.quotaTier === 'over-quota') return beyond(portion);
  const open = whyOpen(context, portion, pot, kept?.drawn ?? available, room, presented);
  if (open) {
    const asks: readonly Ask[] =
      open.code === 'limit-unknown' && portion.kilograms
        ? [{ pot, requested: portion.kilograms, drawn: null, presented, isRecorded }]
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
  const drawn = kept?.drawn ?? least(available ?? zero, portion.kilograms ?? zero);
  const draw = { pot, requested: portion.kilograms ?? zero, drawn, presented, isRecorded };
  const isShared = allotted !== undefined && !allotted.isZero();
  return split(context, portion, draw, { available, isShared }, balances, within, beyond);
}

/**
 * What customs accepted of a line by the percentage it published, in whole kilograms: of the lines of that opening. Nothing was left for later
 * ones, since only a quota that is exceeded is prorated. Undefined: the line is no part of that.
 */
function proratedAt(
  presented: string,
  quota: Quota,
  proration: Proration | undefined,
  { kilograms }: Portion,
): Decimal | undefined {
  if (!proration || !kilograms) return undefined;
  const { percent } = proration;
  const at = proration.at ?? quota.openings.find((one) => isSamePeriod(quota, one.day, presented))?.at;
  if (at === undefined) return undefined;
  const isOfOpening = presented === at || isEarlierThatDay(presented, at, quota);
  if (isOfOpening) return kilograms.times(percent).div(100).floor();
  return presented > at && percent.lt(100) ? zero : undefined;
}

function isSamePeriod(quota: Quota, day: IsoDate, presented: string): boolean {
  const other = isoDate(presented.slice(0, 10));
  return (
    other !== undefined &&
    periodStart(quota, day) === periodStart(quota, other) &&
    day.slice(0, 4) === other.slice(0, 4)
  );
}

/** An opening that the table does not have takes what came before it on its day. */
function isEarlierThatDay(presented: string, at: string, { openings }: Quota): boolean {
  return presented < at && presented.slice(0, 10) === at.slice(0, 10) && openings.every((one) => one.at !== presented);
}

const nobody: ReadonlyMap<string, string> = new Map();
const noFigures: ReadonlyMap<string, PublishedFill> = new Map();

function split(
  context: ChargeContext,
  portion: Portion,
  draw: Draw,
  { available, isShared }: { readonly available: Decimal | null; readonly isShared: boolean },
  balances: Balances,
  within: (part: Portion, drawn: Decimal | null) => Branch,
  beyond: (part: Portion) => readonly Branch[],
): readonly Branch[] {
  const { pot, requested, drawn } = draw;
  const notes = shared(context, draw, balances);
  if (drawn.eq(requested)) return [withProblem(within(portion, drawn), ...notes)];
  const over = requested.minus(drawn);
  const finds = isShared
    ? `is prorated among the lines presented ${draw.presented}; this one has ${quantityText(drawn, 'kg')} of it`
    : `has ${quantityText(available ?? drawn, 'kg')} left`;
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

/** The reason why nobody can say whether the pot has room; undefined where it can be said. */
function whyOpen(
  context: ChargeContext,
  portion: Portion,
  pot: Pot,
  available: Decimal | null,
  balances: Balances,
  presented: string,
): Problem | undefined {
  const { kilograms } = portion;
  if (kilograms === null || kilograms.isZero())
    return about(
      context,
      'missing-quantity',
      'error',
      `the quota ${pot.id} counts kilograms, and ${kilograms ? 'a weight of 0 was declared' : 'the weight was not declared'}`,
      'weight_kg',
      'Declare the weight (50000 or 50t), or the tier that customs accepted in quota_tier.',
    );
  const last = balances.presented.get(pot.id);
  if (last !== undefined && isBefore(presented, last))
    return about(
      context,
      'out-of-order',
      'error',
      `presented ${presented}, before a line presented ${last} that already drew on ${pot.id}`,
      context.line.presentedAt === null ? 'date' : 'presented_at',
      'Put the lines in order of presentation.',
    );
  if (available !== null) return undefined;
  const fill = balances.given.has(pot.id) ? undefined : balances.published?.get(pot.id);
  const isTooLate = fill !== undefined && contentOf(pot, balances) !== null;
  return about(
    context,
    'limit-unknown',
    'error',
    isTooLate
      ? `${pot.id} was ${figureWords(fill)}; whether goods presented ${presented} still found room is not told by that`
      : `what ${pot.id} holds is not known`,
    null,
    `Give what was left: --balance '${pot.id}=500t', or the tier that customs accepted in quota_tier.`,
  );
}

/** What else may have been drawn: by other importers, or by lines of this run that have no answer. */
function shared(context: ChargeContext, draw: Draw, balances: Balances): readonly Problem[] {
  const { pot, drawn, requested } = draw;
  const notes: Problem[] = [];
  if (balances.undecided?.has(pot.id)) {
    const message = `an earlier line that may draw on ${pot.id} has no answer; if it drew, less is left for this one`;
    notes.push(about(context, 'quota-shared', 'warning', message));
  }
  if (balances.given.has(pot.id)) return notes;
  const fill = balances.published?.get(pot.id);
  if (fill) {
    const likely = drawn.eq(requested) ? 'fit' : drawn.isZero() ? 'find it full' : 'find room for a part';
    const message = `${pot.id} was ${figureWords(fill)}: these goods likely ${likely}`;
    return [...notes, about(context, 'quota-published', 'notice', message)];
  }
  const isUncertain = pot.mayHoldMore && drawn.lt(requested) && carriedInto(pot, balances) === null;
  const more = isUncertain ? '; unused quantity of an earlier period may have been added' : '';
  const what = balances.recorded ? 'this ledger' : 'this run';
  const message = `other importers draw on ${pot.id} too; only ${what} is counted${more}`;
  const hint = `Give what was left: --balance '${pot.id}=500t'`;
  return [...notes, about(context, 'quota-shared', 'notice', message, null, hint)];
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
