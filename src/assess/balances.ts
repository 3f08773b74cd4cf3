import type { DrawnFrom } from '../customs/ledger-record.ts';
import { type PublishedFill, isTold, publishedQuantity } from '../customs/published-fill.ts';
import { type Decimal, greatest, least, zero } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { Pot, YearPot } from './pots.ts';
import type { RecordedLines } from './recorded.ts';

/**
 * What customs or the user says is left in a pot: at the outset, or at the end of a day. `own`: what lines that are counted here had drawn by the
 * end of that day, which is taken from it already; left out: nothing.
 */
export interface GivenBalance {
  readonly amount: Decimal;
  readonly asOf: IsoDate | null;
  readonly source: string | null;
  readonly own?: Decimal;
}

/** A percentage of each request, of lines presented up to a moment; null: up to the opening that the table has. */
export interface Proration {
  readonly percent: Decimal;
  readonly at: string | null;
}

/** Balances of a run. A balance is the given amount, or the limit, less what the run drew; it is never stored. */
export interface Balances {
  readonly given: ReadonlyMap<string, GivenBalance>;
  readonly drawn: ReadonlyMap<string, Decimal>;
  /** When the latest line that drew on a pot was presented. */
  readonly presented: ReadonlyMap<string, string>;
  /** Pots that a line without an answer may have drawn on. */
  readonly undecided?: ReadonlySet<string>;
  /** Lines that a ledger holds; left out: there is no ledger. */
  readonly recorded?: RecordedLines;
  /** The share of the line at hand in what lines presented together find, by quota period; left out: it came alone. */
  readonly allotted?: ReadonlyMap<string, Decimal>;
  /** The moment at which lines further up shared what a pot held: one that comes after lines of another moment comes too late to share. */
  readonly shared?: ReadonlyMap<string, string>;
  /** The moment of the last lines, and the pots they drew on; a null moment is no other's. */
  readonly sharing?: Sharing;
  /** Asks what the line would draw if there were room. */
  readonly isAsking?: boolean;
  /** What part of each request customs accepted at an opening, by quota period. */
  readonly prorated?: ReadonlyMap<string, Proration>;
  /** Figures that customs published, by quota period, in order of their days. */
  readonly published?: Figures;
}

export interface Sharing {
  readonly moment: string | null;
  readonly pots: ReadonlyMap<string, string>;
}

export type Figures = ReadonlyMap<string, readonly PublishedFill[]>;

export const untouched: Balances = { given: new Map(), drawn: new Map(), presented: new Map() };

/** What is known to have been moved to a pot; null: what earlier periods left is not known, as no figure of their last day was published. */
export function carriedInto({ mayHoldMore, carried }: Pot, balances: Balances): Decimal | null {
  const { published } = balances;
  if (!mayHoldMore) return zero;
  if (!published || published.size === 0) return null;
  let sum: Decimal = zero;
  for (const { pot, capacity, lastDay, atMost } of carried()) {
    const fill = published.get(pot.id)?.at(-1);
    if (!fill || !isTold(fill, lastDay)) return null;
    // The period's own quantity counts as drawn first, so that what was moved to it does not move on.
    const unused = greatest(zero, capacity.minus(countedOn(pot.id, contentOf(pot, balances), balances)));
    sum = sum.plus(atMost === null ? unused : least(unused, atMost));
  }
  return sum;
}

/** The limit of a pot with what was moved to it; null: not known. */
export function limitOf(pot: Pot, balances: Balances): Decimal | null {
  return pot.capacity === null ? null : pot.capacity.plus(carriedInto(pot, balances) ?? zero);
}

/** What a pot holds at the outset: a balance that was given, or its limit with what was moved to it. Null: not known. */
export function contentOf(pot: Pot, balances: Balances): Decimal | null {
  return givenContent(pot.id, balances) ?? limitOf(pot, balances);
}

function givenContent(id: string, { given }: Balances): Decimal | undefined {
  const balance = given.get(id);
  return balance && balance.amount.plus(balance.own ?? zero);
}

/** What a year holds at the outset. */
export function yearContent(year: YearPot, balances: Balances): Decimal {
  return givenContent(year.id, balances) ?? year.capacity;
}

/**
 * What counts on a period or a year: what was drawn here, or what customs published with what was drawn here since, if that is more. `content`: what
 * a published percentage is a part of. `presented`: as told by figures of days before that moment; left out: by the last there is.
 */
export function countedOn(id: string, content: Decimal | null, balances: Balances, presented?: string): Decimal {
  const { given, drawn, published } = balances;
  const own = drawn.get(id) ?? zero;
  const fill = given.has(id)
    ? undefined
    : published?.get(id)?.findLast((one) => presented === undefined || !isTold(one, presented));
  const all = fill ? publishedQuantity(fill, content) : null;
  return fill && all ? greatest(own, all.plus(own).minus(fill.own)) : own;
}

/** What a percentage of a pot is a part of: what it holds, or, where it takes from its year, no more than earlier periods left there. */
export function wholeOf(pot: Pot, balances: Balances, presented?: string): Decimal | null {
  const content = contentOf(pot, balances);
  if (content === null || !pot.year || balances.given.has(pot.id)) return content;
  const own = periodsOf(pot.year, balances, presented).find(({ id }) => id === pot.id);
  return own?.whole ? least(content, own.whole) : content;
}

/** The periods of a year: what each may take at most of what earlier ones left, and what counts on it. */
function periodsOf(
  year: YearPot,
  balances: Balances,
  presented?: string,
): readonly { readonly id: string; readonly whole: Decimal | null; readonly counted: Decimal }[] {
  let left = yearContent(year, balances);
  return year.periods().map(({ id, capacity }) => {
    const whole = capacity && greatest(zero, least(capacity, left));
    const counted = countedOn(id, whole, balances, presented);
    left = left.minus(counted);
    return { id, whole, counted };
  });
}

/** What a pot still holds for this run; null where neither a limit nor a balance is known. `presented`: as in {@link countedOn}. */
export function availableIn(pot: Pot, balances: Balances, presented?: string): Decimal | null {
  const content = contentOf(pot, balances);
  if (content === null) return null;
  const counted = countedOn(pot.id, wholeOf(pot, balances, presented), balances, presented);
  return withinYear(greatest(zero, content.minus(counted)), pot, balances, presented);
}

/** A period takes no more than its year still has, unless it was given what is left in it. */
export function withinYear(amount: Decimal, { id, year }: Pot, balances: Balances, presented?: string): Decimal {
  if (!year || (balances.given.has(id) && !balances.given.has(year.id))) return amount;
  const content = yearContent(year, balances);
  // What was published of its periods is part of the year too.
  const byPeriods = periodsOf(year, balances, presented).reduce<Decimal>((sum, { counted }) => sum.plus(counted), zero);
  const counted = greatest(countedOn(year.id, content, balances, presented), byPeriods);
  return least(amount, greatest(zero, content.minus(counted)));
}

/** First come, first served: takes what is left, perhaps nothing; the rest is over quota. 19 CFR 132.11(a). */
export interface Draw {
  readonly pot: Pot;
  readonly requested: Decimal;
  readonly drawn: Decimal;
  readonly presented: string;
  /** The ledger holds it already: it counts in the balances. */
  readonly isRecorded: boolean;
  /** What the pot, and its year, held at the outset as far as it bears on the line; null: not known, or not asked. */
  readonly limit: Decimal | null;
  readonly yearLimit: Decimal | null;
  /** How the pot stood: what is told of the draw rests on it. */
  readonly from: DrawnFrom;
}

/** The same where nobody can say how much it gets: the requested quantity counts until a limit is known. */
export type Ask = Omit<Draw, 'drawn' | 'from'> & { readonly drawn: null; readonly from: null };

/** Balances that one batch may change; whoever handed in the originals keeps them as they were. */
export interface OpenBalances extends Balances {
  readonly given: Map<string, GivenBalance>;
  readonly drawn: Map<string, Decimal>;
  readonly presented: Map<string, string>;
  readonly undecided: Set<string>;
  readonly shared: Map<string, string>;
  sharing: { readonly moment: string | null; readonly pots: Map<string, string> };
  readonly published: Map<string, readonly PublishedFill[]>;
}

export function openBalances(balances: Balances): OpenBalances {
  const { given, drawn, presented, undecided, recorded, published, prorated, shared, sharing } = balances;
  return {
    given: new Map(given),
    drawn: new Map(drawn),
    presented: new Map(presented),
    undecided: new Set(undecided),
    shared: new Map(shared),
    sharing: { moment: sharing?.moment ?? null, pots: new Map(sharing?.pots) },
    ...(recorded && { recorded }),
    ...(prorated && { prorated }),
    published: new Map(published),
  };
}

/** Takes the draws out of the balances; those that a ledger holds are out already. What is asked counts where there is a ledger. */
export function recordDraws(balances: OpenBalances, draws: readonly (Draw | Ask)[]): void {
  for (const { pot, requested, presented, isRecorded, ...draw } of draws) {
    if (isRecorded || (draw.drawn === null && !balances.recorded)) continue;
    const drawn = draw.drawn ?? requested;
    for (const id of pot.year ? [pot.id, pot.year.id] : [pot.id]) {
      balances.drawn.set(id, (balances.drawn.get(id) ?? zero).plus(drawn));
      countAsTold(balances, id, presented, drawn);
    }
    const latest = balances.presented.get(pot.id);
    if (!drawn.isZero() && (latest === undefined || latest < presented)) balances.presented.set(pot.id, presented);
  }
}

/** What was presented by the end of a day is part of what was published, or given, of that day. */
function countAsTold({ given, published }: OpenBalances, id: string, presented: string, drawn: Decimal): void {
  const balance = given.get(id);
  if (balance?.asOf != null && isTold({ asOf: balance.asOf }, presented))
    given.set(id, { ...balance, own: (balance.own ?? zero).plus(drawn) });
  const figures = published.get(id);
  if (figures)
    published.set(
      id,
      figures.map((one) => (isTold(one, presented) ? { ...one, own: one.own.plus(drawn) } : one)),
    );
}
