import { type Decimal, type DecimalText, decimal } from '../exact/decimal.ts';
import type { EntryLine, FactValue } from './entry-line.ts';
import type { FillRecord } from './published-fill.ts';

/** What a drawdown is known by: entry number and entry line; else the shipment's own id. Unused parts are empty. */
export interface LineKey {
  readonly entry: string;
  readonly entryLine: string;
  readonly shipment: string;
}

/** A declared line as plain texts by column: what a later run is compared with. */
export type DeclaredTexts = Readonly<Record<string, string>>;

/** How a quota period stood for a line that drew on it, as far as was known then: a rerun is told in the same words. */
export interface DrawnFrom {
  /** What it had for the line, and what it has after it; null: not known. */
  readonly found: DecimalText | null;
  readonly left: DecimalText | null;
  /** Lines presented together shared it. */
  readonly prorated: boolean;
  /** What it held was a balance that was given. */
  readonly given: boolean;
  /** An earlier period may have left more to it. */
  readonly mayHoldMore: boolean;
  /** What customs had published, in words; null: nothing. */
  readonly published: string | null;
}

/**
 * What is to be recorded. `drawn: null`: no limit was known, so the requested quantity counts until one is. `limit` and `yearLimit`: what
 * the quota period, and the year it belongs to, held at the outset as far as was known then.
 */
export interface NewRecord extends LineKey {
  readonly kind: 'draw' | 'reversal';
  readonly quota: string;
  readonly year: string | null;
  readonly unit: string;
  readonly requested: DecimalText;
  readonly drawn: DecimalText | null;
  readonly limit: DecimalText | null;
  readonly yearLimit: DecimalText | null;
  /** Null where nobody could say what the line gets. */
  readonly from: DrawnFrom | null;
  readonly presented: string;
  readonly declared: DeclaredTexts;
  /** The record that a reversal takes back, and why; null for a draw. */
  readonly reverses: number | null;
  readonly reason: string | null;
}

/** A record of a ledger. Records are added in the order of their numbers and never changed; `total` is what counts on the quota after it. */
export interface LedgerRecord extends NewRecord {
  readonly number: number;
  /** When it was recorded, in UTC: "2026-03-01T08:30:00Z". */
  readonly at: string;
  readonly total: DecimalText;
  readonly yearTotal: DecimalText | null;
}

/** Whatever a ledger holds: drawdowns and figures that customs published, and reversals of both. */
export type LedgerEntry = LedgerRecord | FillRecord;

/** The key of a line; null: it has none, so nobody could tell it from another. */
export function keyOf({ entryNumber, entryLine, id }: EntryLine): LineKey | null {
  if (entryNumber !== null && entryLine !== null) return { entry: entryNumber, entryLine, shipment: '' };
  return id === null ? null : { entry: '', entryLine: '', shipment: id };
}

/** One text for each key. */
export function keyText({ entry, entryLine, shipment }: LineKey): string {
  return JSON.stringify([entry, entryLine, shipment]);
}

/** "entry K4T-1, line 2", or "shipment PO-7". */
export function keyWords({ entry, entryLine, shipment }: LineKey): string {
  return entry === '' ? `shipment ${shipment}` : `entry ${entry}, line ${entryLine}`;
}

/** What a record adds to the total of its quota: below zero for a reversal. */
export function counted({ kind, drawn, requested }: Pick<NewRecord, 'kind' | 'drawn' | 'requested'>): Decimal {
  const amount = decimal(drawn ?? requested);
  return kind === 'draw' ? amount : amount.negated();
}

/** Whether customs accepted all of a line in quota: a fact, whatever limit is on hand. */
export function isAccepted({ declared }: Pick<NewRecord, 'declared'>): boolean {
  return declared[tierColumn] === 'in-quota';
}

const tierColumn = 'quota_tier';

/** Everything of a line that may decide what it draws or owes. */
export function declaredTexts(line: EntryLine): DeclaredTexts {
  const { goods, weightKg } = line;
  const facts = [...line.facts].map(([column, value]) => [column, factText(value)] as const);
  const columns: readonly (readonly [string, string | null])[] = [
    goods.kind === 'number' ? ['hts', goods.code] : ['goods', goods.name],
    ['origin', line.origin],
    ['date', line.date],
    ['presented_at', line.presentedAt],
    ['value', line.value.toFixed()],
    ['weight_kg', weightKg && weightKg.toFixed()],
    [tierColumn, line.quotaTier],
    ...facts.toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ];
  return Object.fromEntries(columns.filter((one): one is readonly [string, string] => one[1] !== null));
}

function factText(value: FactValue): string {
  switch (value.type) {
    case 'rate':
      return value.printed.text;
    case 'percent':
    case 'money':
    case 'quantity':
      return value.amount.toFixed();
    case 'yes-no':
      return value.yes ? 'yes' : 'no';
    case 'date':
      return value.date;
    default:
      return value.text;
  }
}

/** Columns in which two declarations differ, in words that show both; empty: they are the same. */
export function differences(recorded: DeclaredTexts, now: DeclaredTexts): readonly string[] {
  const columns = [...new Set([...Object.keys(recorded), ...Object.keys(now)])];
  return columns
    .filter((column) => recorded[column] !== now[column])
    .map((column) => `${column} ${recorded[column] ?? '(none)'} then, ${now[column] ?? '(none)'} now`);
}

/** Whether an entry is about a figure that customs published. */
export function isFigure(entry: LedgerEntry): entry is FillRecord {
  return entry.kind === 'fill' || entry.kind === 'fill-reversal';
}
