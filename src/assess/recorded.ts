import {
  type DeclaredTexts,
  type DrawnFrom,
  type LedgerRecord,
  counted,
  declaredTexts,
  keyOf,
  keyText,
} from '../customs/ledger-record.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { type Decimal, decimal } from '../exact/decimal.ts';

/** What a ledger holds of lines; a run adds the lines that draw. */
export interface RecordedLines {
  /** By `keyText`. */
  readonly lines: Map<string, RecordedLine>;
  /** Lines whose draws were taken back, by `keyText`: also those that drew again since. */
  readonly reversed: Map<string, ReversedLine>;
  /** Entries and shipments that were reversed and are to draw again all the same; null: all of them. */
  readonly again: ReadonlySet<string> | null;
  /** Lines of this run that drew, by `keyText`. */
  readonly seen: Set<string>;
  /** What draws will be recorded: a line that draws needs a key. */
  readonly isKeyNeeded: boolean;
}

/** A line that a ledger holds, or that this run drew for. */
export interface RecordedLine {
  readonly declared: DeclaredTexts;
  /** By quota. */
  readonly draws: ReadonlyMap<string, RecordedDraw>;
}

/**
 * What a line drew, how the quota stood for it (null: nobody could say), and what counted on the quota, and on its year, before. `drawn: null`: no
 * limit was known.
 */
export interface RecordedDraw {
  readonly drawn: Decimal | null;
  readonly from: DrawnFrom | null;
  readonly before: ReadonlyMap<string, Decimal>;
}

/** A line whose draws were taken back: the last of those reversals, and the quotas it had drawn on. */
export interface ReversedLine {
  readonly record: LedgerRecord;
  readonly quotas: ReadonlySet<string>;
}

interface OfRecorded {
  readonly recorded?: RecordedLines;
}

/** What a ledger holds of the draw of a line on a pot; null: nothing. */
export function drawnBefore(line: EntryLine, pot: string, { recorded }: OfRecorded): RecordedDraw | null {
  return (recorded && recordedLine(line, recorded)?.draws.get(pot)) ?? null;
}

export function recordedLine(line: EntryLine, { lines }: RecordedLines): RecordedLine | undefined {
  const key = keyOf(line);
  return key === null ? undefined : lines.get(keyText(key));
}

/** How the draws of a line were taken back; undefined: they were not. */
export function reversedLine(line: EntryLine, { reversed }: RecordedLines): ReversedLine | undefined {
  const key = keyOf(line);
  return key === null || reversed.size === 0 ? undefined : reversed.get(keyText(key));
}

/** Whether a line had drawn on a pot, and that was taken back. */
export function reversedOn(line: EntryLine, pot: string, { recorded }: OfRecorded): boolean {
  return (recorded && reversedLine(line, recorded)?.quotas.has(pot)) ?? false;
}

/** Keeps what the records of a line tell of it. */
export function keepRecords(recorded: RecordedLines, key: string, records: readonly LedgerRecord[]): void {
  const taken = new Set(records.map(({ reverses }) => reverses));
  const live = records.filter(({ kind, number }) => kind === 'draw' && !taken.has(number));
  const [first] = live;
  if (first) recorded.lines.set(key, { declared: first.declared, draws: new Map(live.map(drawIn)) });
  const reversals = records.filter(({ kind }) => kind === 'reversal');
  const last = reversals.at(-1);
  if (last) recorded.reversed.set(key, { record: last, quotas: new Set(reversals.map(({ quota }) => quota)) });
}

function drawIn(record: LedgerRecord): readonly [quota: string, draw: RecordedDraw] {
  const before = new Map([[record.quota, decimal(record.total).minus(counted(record))]]);
  if (record.year !== null && record.yearTotal !== null)
    before.set(record.year, decimal(record.yearTotal).minus(counted(record)));
  const { drawn, from } = record;
  return [record.quota, { drawn: drawn === null ? null : decimal(drawn), from, before }];
}

/** Keeps what a line of this run draws, so that the same line further down draws nothing more. */
export function remember(recorded: RecordedLines, line: EntryLine, draws: ReadonlyMap<string, RecordedDraw>): void {
  const key = keyOf(line);
  if (key === null || draws.size === 0) return;
  recorded.seen.add(keyText(key));
  if (!recorded.lines.has(keyText(key))) recorded.lines.set(keyText(key), { declared: declaredTexts(line), draws });
}
