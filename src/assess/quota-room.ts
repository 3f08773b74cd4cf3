import type { DrawnFrom } from '../customs/ledger-record.ts';
import type { Quota } from '../customs/quota.ts';
import { type Decimal, type DecimalText, decimal, greatest, least, plainText, zero } from '../exact/decimal.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import { type Balances, type Draw, type Proration, availableIn, carriedInto, yearContent } from './balances.ts';
import type { ChargeContext, Portion } from './charge.ts';
import { type Pot, periodStart } from './pots.ts';
import { drawnBefore } from './recorded.ts';
import { foundBefore, limitMet, publishedWords } from './told.ts';

/** What a line asks of a pot, and when it counts as presented there. */
export interface Request {
  readonly pot: Pot;
  readonly presented: string;
  readonly quota: Quota;
}

/** How a line finds the pot. */
export interface Met extends Request {
  readonly requested: Decimal;
  /** Null: nobody can say what there is for it. */
  readonly available: Decimal | null;
  /** It has a published percentage of what it asks, whatever others ask. */
  readonly isPercentage: boolean;
  /** What the ledger holds of this very line. */
  readonly kept: ReturnType<typeof drawnBefore>;
  /** The balances that it finds. */
  readonly room: Balances;
  /** How the pot stands once the line drew. */
  readonly from: (drawn: Decimal) => DrawnFrom;
}

/** Finds what a pot has for a line, or what the ledger says that it had. */
export function metBy({ line }: ChargeContext, portion: Portion, request: Request, balances: Balances): Met {
  const { pot, presented, quota } = request;
  const requested = portion.kilograms ?? zero;
  const kept = drawnBefore(line, pot.id, balances);
  // What the ledger holds of this very line is answered from the balance it met.
  const room = kept === null ? balances : { ...balances, drawn: kept.before, presented: nobody };
  const then = kept?.from ?? null;
  if (then !== null) {
    const found = then.found === null ? null : decimal(then.found);
    return { ...request, requested, available: found, isPercentage: false, kept, room, from: () => then };
  }
  const early = foundBefore(pot, room, presented);
  const found = early === undefined ? availableIn(pot, room, presented) : early;
  const isCompeting = kept === null && line.quotaTier === null;
  const percentage = isCompeting ? proratedAt(presented, quota, balances.prorated?.get(pot.id), portion) : undefined;
  const share = isCompeting ? balances.allotted?.get(pot.id) : undefined;
  const allotted = percentage ?? (share && found ? least(share, found) : share);
  const available = found !== null && balances.isAsking ? requested : (allotted ?? found);
  const given = balances.given.has(pot.id);
  return {
    ...request,
    requested,
    available,
    isPercentage: percentage !== undefined,
    kept,
    room,
    from: (drawn) => ({
      found: textOf(available),
      // What came before the day of a figure is part of it.
      left: textOf(early !== undefined ? availableIn(pot, room) : found && greatest(zero, found.minus(drawn))),
      prorated: allotted !== undefined && !allotted.isZero(),
      given,
      mayHoldMore: !given && pot.mayHoldMore && carriedInto(pot, room) === null,
      published: publishedWords(pot, room, presented),
    }),
  };
}

function textOf(amount: Decimal | null): DecimalText | null {
  return amount?.isFinite() ? plainText(amount) : null;
}

/** What a line asks of the pot, whatever it gets. */
export function askOf({ pot, presented, kept, room }: Met): Omit<Draw, 'requested' | 'drawn' | 'from'> {
  const isRecorded = kept !== null;
  if (isRecorded) return { pot, presented, isRecorded, limit: null, yearLimit: null };
  // What was left in the period says all; the year was not asked then.
  const isYearAsked = pot.year && (!room.given.has(pot.id) || room.given.has(pot.year.id));
  const yearLimit = pot.year && isYearAsked ? yearContent(pot.year, room) : null;
  return { pot, presented, isRecorded, limit: limitMet(pot, room, presented), yearLimit };
}

/** The draw of a line that gets so much. */
export function drawOf(met: Met, drawn: Decimal): Draw {
  return { ...askOf(met), requested: met.requested, drawn, from: met.from(drawn) };
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
