import type { InvalidLine, LineTotals, ResultLine, Row, Totals } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { Decimal } from '../exact/decimal.ts';
import { type Money, nothing, sum } from '../exact/money.ts';
import { assessLine } from './assess-line.ts';
import { type EntryRun, endEntry, startEntries, strayLine, throughEntries } from './entries.ts';
import type { Law } from './law.ts';
import { changedLine, keepDraws, lineTakenBack, uncountable } from './ledger-lines.ts';
import { type Allotments, prorate } from './together.ts';
import { momentAmong, sharedMoment } from './presented.ts';
import { type Ask, type Balances, type Draw, type OpenBalances, openBalances, recordDraws } from './balances.ts';
import { wrongLine } from './wrong-line.ts';

/** What is carried from batch to batch: balances and totals; nothing else. */
export interface RunState {
  readonly entries: EntryRun;
  readonly balances: Balances;
  readonly totals: Totals;
}

/** A declared line with its row, or one that could not be read. */
export type IntakeLine = { readonly kind: 'line'; readonly line: EntryLine; readonly row: Row | null } | InvalidLine;

/** `grouping`: whether a line is an entry by itself, or lines are grouped by their entry numbers. */
export function startRun(balances: Balances, grouping: EntryRun['grouping'] = 'by-number'): RunState {
  const counts = { assessed: 0, refused: 0, unknown: 0, invalid: 0 };
  return {
    entries: startEntries(grouping),
    balances,
    totals: { enteredValue: nothing, duty: nothing, refundable: nothing, fees: null, total: nothing, counts },
  };
}

/** What a batch came to. `draws` is what a ledger would record, and what it holds already; assessing records nothing. */
export interface Batch {
  readonly lines: readonly ResultLine[];
  readonly draws: readonly LineDraw[];
  readonly state: RunState;
}

/** A draw and the line that made it. */
export type LineDraw = (Draw | Ask) & { readonly line: EntryLine };

/**
 * Assesses lines in order of presentation. Batch size never changes an answer, as long as lines that were presented at one moment come in
 * one batch: they share what a quota holds. `explained`: each with its trace. Lines of an entry that may go on are held back; `endRun` gives
 * the last of them.
 */
export function assessBatch(lines: readonly IntakeLine[], law: Law, state: RunState, explained = false): Batch {
  const balances = openBalances(state.balances);
  const drawn: LineDraw[] = [];
  const together = groupTogether(lines, law);
  let allotments: Allotments = nobody;
  const results = lines.map((one, index): ResultLine => {
    const group = together.get(index);
    if (group) {
      begin(balances, group.moment);
      allotments = group.lines.length < 2 ? nobody : prorate(group.lines, law, balances);
    }
    if (one.kind === 'invalid') return one;
    const wrong =
      strayLine(state.entries, one.line, law) ??
      changedLine(one.line, balances.recorded) ??
      lineTakenBack(one.line, balances.recorded);
    if (wrong) return { ...wrong, row: one.row };
    const { line, draws, undecided } = assessLine(one.line, law, shareOf(one.line, allotments, balances), explained);
    const why = uncountable(one.line, draws, balances.recorded);
    if (why) return { ...wrongLine(one.line, why), row: one.row };
    const notes = keepDraws(one.line, draws, balances);
    recordDraws(balances, draws);
    for (const id of undecided) balances.undecided.add(id);
    for (const draw of draws) {
      drawn.push({ ...draw, line: one.line });
      if (draw.drawn?.isZero() !== true && draw.presented.includes('T'))
        balances.sharing.pots.set(draw.pot.id, draw.presented);
    }
    if (notes.length > 0) return { ...line, problems: [...line.problems, ...notes], row: one.row };
    return one.row === null ? line : { ...line, row: one.row };
  });
  const done = throughEntries(results, state.entries, law);
  return { lines: done, draws: drawn, state: { ...state, balances, totals: addUp(state.totals, done) } };
}

const nobody: Allotments = new Map();

/** With lines of another moment those before are past: one of their moment that still comes finds what they left. */
function begin(balances: OpenBalances, moment: string | null): void {
  const { sharing, shared } = balances;
  if (moment !== null && moment === sharing.moment) return;
  for (const [pot, presented] of sharing.pots) shared.set(pot, presented);
  balances.sharing = { moment, pots: new Map() };
}

interface Group {
  readonly moment: string | null;
  readonly lines: EntryLine[];
}

/** The lines that share a moment, by the place of the first of them. */
function groupTogether(lines: readonly IntakeLine[], law: Law): ReadonlyMap<number, Group> {
  const momentOf = sharedMoments(law);
  const groups = new Map<number, Group>();
  let moment: string | null = null;
  let group: Group = { moment, lines: [] };
  for (const [index, one] of lines.entries()) {
    const own: string | null = one.kind === 'line' ? momentAmong(one.line, moment, momentOf) : moment;
    if (own === null || own !== moment) {
      group = { moment: own, lines: [] };
      groups.set(index, group);
    }
    moment = own;
    if (one.kind === 'line') group.lines.push(one.line);
  }
  return groups;
}

const moments = new WeakMap<Law, ReturnType<typeof sharedMoment>>();

function sharedMoments(law: Law): ReturnType<typeof sharedMoment> {
  const known = moments.get(law) ?? sharedMoment(law.schedule);
  moments.set(law, known);
  return known;
}

/** The balances as a line finds them that shares what quotas hold with others. */
function shareOf(line: EntryLine, allotments: Allotments, balances: OpenBalances): Balances {
  const allotted = allotments.get(line);
  return allotted ? { ...balances, allotted } : balances;
}

/** The lines that were held back, when no more can come. */
export function endRun(law: Law, state: RunState): Batch {
  const done = endEntry(state.entries, law);
  return { lines: done, draws: [], state: { ...state, totals: addUp(state.totals, done) } };
}

/** Only assessed lines enter the sums; the others are counted. */
function addUp(before: Totals, results: readonly ResultLine[]): Totals {
  const counts = { ...before.counts };
  const assessed: { readonly value: Decimal; readonly totals: LineTotals }[] = [];
  for (const result of results) {
    counts[result.status] += 1;
    if (result.kind === 'line' && result.totals) assessed.push({ value: result.line.value, totals: result.totals });
  }
  return {
    enteredValue: assessed.reduce((total, { value }) => total.plus(value), before.enteredValue),
    duty: sum([before.duty, ...assessed.map(({ totals }) => totals.duty)]),
    refundable: sum([
      before.refundable,
      ...assessed.map(({ totals }) => totals.refundable).filter((part) => !part.isZero()),
    ]),
    fees: addFees(
      before.fees,
      assessed.map(({ totals }) => totals.fees),
    ),
    total: sum([before.total, ...assessed.map(({ totals }) => totals.total)]),
    counts,
  };
}

/** Rows that were answered elsewhere, none of which has fees, and what those add that are assessed. */
export interface AnsweredRows {
  readonly rows: number;
  /** How many of them have no answer. */
  readonly unknown: number;
  readonly sums: { readonly value: Decimal; readonly duty: Money; readonly refundable: Money };
}

export function withReady(before: Totals, { rows, unknown, sums }: AnsweredRows): Totals {
  const { counts } = before;
  return {
    ...before,
    enteredValue: before.enteredValue.plus(sums.value),
    duty: sum([before.duty, sums.duty]),
    refundable: sum([before.refundable, sums.refundable]),
    total: sum([before.total, sums.duty]),
    counts: { ...counts, assessed: counts.assessed + rows - unknown, unknown: counts.unknown + unknown },
  };
}

/** What is known of fees; null: nothing. */
function addFees(before: Money | null, fees: readonly (Money | null)[]): Money | null {
  const known = fees.filter((fee) => fee !== null);
  return known.length === 0 ? before : sum([...(before === null ? [] : [before]), ...known]);
}
