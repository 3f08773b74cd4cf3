import {
  type DeclaredTexts,
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

/** What a line drew, and what counted on the quota, and on its year, before. `drawn: null`: no limit was known. */
export interface RecordedDraw {
  readonly drawn: Decimal | null;
  readonly before: ReadonlyMap<string, Decimal>;
}

/** What a ledger holds of the draw of a line on a pot; null: nothing. */
export function drawnBefore(
  line: EntryLine,
  pot: string,
  { recorded }: { readonly recorded?: RecordedLines },
): RecordedDraw | null {
  return (recorded && recordedLine(line, recorded)?.draws.get(pot)) ?? null;
}

export function recordedLine(line: EntryLine, { lines }: RecordedLines): RecordedLine | undefined {
  const key = keyOf(line);
  return key === null ? undefined : lines.get(keyText(key));
}

/** A line as the records of its draws tell of it; undefined for none. */
export function lineOfRecords(records: readonly LedgerRecord[]): RecordedLine | undefined {
  const [first] = records;
  if (!first) return undefined;
  const draws = records.map((record): readonly [string, RecordedDraw] => {
    const before = new Map([[record.quota, decimal(record.total).minus(counted(record))]]);
    if (record.year !== null && record.yearTotal !== null)
      before.set(record.year, decimal(record.yearTotal).minus(counted(record)));
    return [record.quota, { drawn: record.drawn === null ? null : decimal(record.drawn), before }];
  });
  return { declared: first.declared, draws: new Map(draws) };
}

/** Keeps what a line of this run draws, so that the same line further down draws nothing more. */
export function remember(recorded: RecordedLines, line: EntryLine, draws: ReadonlyMap<string, RecordedDraw>): void {
  const key = keyOf(line);
  if (key === null || draws.size === 0) return;
  recorded.seen.add(keyText(key));
  if (!recorded.lines.has(keyText(key))) recorded.lines.set(keyText(key), { declared: declaredTexts(line), draws });
}
