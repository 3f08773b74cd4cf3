import {
  type LedgerEntry,
  type LedgerRecord,
  counted,
  differences,
  isAccepted,
  isFigure,
  keyText,
  keyWords,
} from '../customs/ledger-record.ts';
import { type FillRecord, isSameFigure } from '../customs/published-fill.ts';
import { type Problem, problem } from '../customs/problem.ts';
import { type Decimal, type DecimalText, decimal, plainText, zero } from '../exact/decimal.ts';

/**
 * Adds up all entries anew and holds them to the laws of a ledger: numbers without gaps, totals that follow from what was drawn, nothing
 * drawn beyond a limit that was known unless customs accepted it, no line counted twice, no draw and no figure taken back twice. `file` is named in
 * what is found.
 */
export function verifyLedger(entries: Iterable<LedgerEntry>, file: string): readonly Problem[] {
  const found: Problem[] = [];
  const state: Replay = { last: 0, totals: new Map(), live: new Map(), draws: new Map(), figures: new Map() };
  for (const entry of entries) {
    const { number } = entry;
    const own = isFigure(entry) ? figureOf(entry, state) : [...balanceOf(entry, state), ...lineOf(entry, state)];
    for (const message of [...countOf(entry, state), ...own])
      found.push(problem('ledger-broken', 'error', `record ${number}: ${message}`, { file }));
    state.last = number;
  }
  return found;
}

/** What the records up to one come to. */
interface Replay {
  last: number;
  readonly totals: Map<string, Decimal>;
  /** Draws that were not reversed, by line and quota. */
  readonly live: Map<string, LedgerRecord>;
  /** Every draw; null: it was reversed. */
  readonly draws: Map<number, LedgerRecord | null>;
  /** Every published figure; null: it was taken back. */
  readonly figures: Map<number, FillRecord | null>;
}

function figureOf(record: FillRecord, { figures }: Replay): readonly string[] {
  const { quantity, percent, number, reverses } = record;
  const figure = decimal(quantity ?? percent ?? plainText(zero));
  const found = figure.isNegative() ? ['a figure is below zero'] : [];
  if (percent !== null && figure.gt(100)) found.push('a figure is beyond 100%');
  if (record.kind === 'fill') {
    figures.set(number, record);
    return found;
  }
  const taken = figures.get(reverses ?? 0);
  if (taken === undefined) return [...found, `takes back record ${reverses}, which is no figure before it`];
  if (taken === null) return [...found, `takes back record ${reverses}, which was taken back before`];
  figures.set(taken.number, null);
  return isSameFigure(taken, record) ? found : [...found, `is not the same as record ${reverses}, which it takes back`];
}

function countOf({ number }: LedgerEntry, { last }: Replay): readonly string[] {
  return number === last + 1 ? [] : [`follows record ${last}: one is missing, or stands twice`];
}

function balanceOf(record: LedgerRecord, { totals }: Replay): readonly string[] {
  const { quota, year, drawn, requested } = record;
  const found: string[] = [];
  if (decimal(requested).isNegative() || (drawn !== null && decimal(drawn).isNegative()))
    found.push('a quantity is below zero');
  if (drawn !== null && decimal(drawn).gt(decimal(requested))) found.push(`drew ${drawn} of ${requested} requested`);
  const accepted = isAccepted(record);
  if (accepted && drawn !== null && !decimal(drawn).eq(decimal(requested)))
    found.push(`customs accepted all of ${requested} in quota, and ${drawn} is recorded`);
  const add = (name: string, total: DecimalText | null, limit: DecimalText | null): void => {
    const sum = (totals.get(name) ?? zero).plus(counted(record));
    totals.set(name, sum);
    if (total === null || !decimal(total).eq(sum)) found.push(`${name} stands at ${plainText(sum)}, not ${total}`);
    if (sum.isNegative()) found.push(`${name} stands below zero`);
    const got = record.kind === 'draw' && drawn !== null && !decimal(drawn).isZero() && !accepted;
    if (got && limit !== null && sum.gt(decimal(limit)))
      found.push(`${name} held ${limit}, and ${plainText(sum)} is drawn`);
  };
  add(quota, record.total, record.limit);
  if (year !== null) add(year, record.yearTotal, record.yearLimit);
  return found;
}

function lineOf(record: LedgerRecord, { live, draws }: Replay): readonly string[] {
  const key = `${keyText(record)} ${record.quota}`;
  if (record.kind === 'draw') {
    const before = live.get(key);
    live.set(key, record);
    draws.set(record.number, record);
    return before ? [`${keyWords(record)} is counted already by record ${before.number}`] : [];
  }
  const taken = draws.get(record.reverses ?? 0);
  if (taken === undefined) return [`reverses record ${record.reverses}, which is no draw before it`];
  if (taken === null) return [`reverses record ${record.reverses}, which was reversed before`];
  draws.set(taken.number, null);
  live.delete(key);
  const same = (['quota', 'year', 'unit', 'requested', 'drawn'] as const).filter((one) => taken[one] !== record[one]);
  const changes = differences(taken.declared, record.declared);
  const isSame = same.length + changes.length === 0 && keyText(taken) === keyText(record);
  return isSame ? [] : [`is not the same as record ${taken.number}, which it reverses`];
}
