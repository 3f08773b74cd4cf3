import { type DeclaredTexts, type DrawnFrom, type LedgerRecord, counted } from '../../customs/ledger-record.ts';
import type { FillRecord } from '../../customs/published-fill.ts';
import { type Decimal, type DecimalText, decimalText } from '../../exact/decimal.ts';
import { isoDate } from '../../exact/iso-date.ts';

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, unknown>>;

export function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw damaged(column);
  return value;
}

export function quantityIn(row: Row, column: string): DecimalText {
  const value = decimalText(textIn(row, column));
  if (value === undefined) throw damaged(column);
  return value;
}

function numberIn(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw damaged(column);
  return value;
}

function orNull<Value>(row: Row, column: string, read: (row: Row, column: string) => Value): Value | null {
  return row[column] === null ? null : read(row, column);
}

/** As SQLite says it of a damaged file. */
function damaged(column: string): Error {
  return Object.assign(new Error(`column ${column}`), { errcode: 11 });
}

/** What a row adds to the total of its quota: below zero for a reversal. */
export function countedIn(row: Row): Decimal {
  return counted({
    kind: textIn(row, 'kind') === 'draw' ? 'draw' : 'reversal',
    drawn: orNull(row, 'drawn', quantityIn),
    requested: quantityIn(row, 'requested'),
  });
}

export function recordsFrom(rows: readonly unknown[]): readonly LedgerRecord[] {
  return [...eachRecord(rows)];
}

export function* eachRecord(rows: Iterable<unknown>): Iterable<LedgerRecord> {
  for (const row of rows as Iterable<Row>) yield recordIn(row);
}

export function* eachFill(rows: Iterable<unknown>): Iterable<FillRecord> {
  for (const row of rows as Iterable<Row>) yield fillIn(row);
}

function fillIn(row: Row): FillRecord {
  const asOf = isoDate(textIn(row, 'as_of'));
  if (asOf === undefined) throw damaged('as_of');
  return {
    kind: textIn(row, 'kind') === 'fill' ? 'fill' : 'fill-reversal',
    number: numberIn(row, 'number'),
    at: textIn(row, 'at'),
    quota: textIn(row, 'quota'),
    asOf,
    quantity: orNull(row, 'quantity', quantityIn),
    percent: orNull(row, 'percent', quantityIn),
    unit: textIn(row, 'unit'),
    source: orNull(row, 'source', textIn),
    reverses: orNull(row, 'reverses', numberIn),
    reason: orNull(row, 'reason', textIn),
  };
}

function recordIn(row: Row): LedgerRecord {
  return {
    number: numberIn(row, 'number'),
    at: textIn(row, 'at'),
    kind: textIn(row, 'kind') === 'draw' ? 'draw' : 'reversal',
    entry: textIn(row, 'entry'),
    entryLine: textIn(row, 'entry_line'),
    shipment: textIn(row, 'shipment'),
    quota: textIn(row, 'quota'),
    year: orNull(row, 'year', textIn),
    unit: textIn(row, 'unit'),
    requested: quantityIn(row, 'requested'),
    drawn: orNull(row, 'drawn', quantityIn),
    limit: orNull(row, 'quota_limit', quantityIn),
    yearLimit: orNull(row, 'year_limit', quantityIn),
    from: orNull(row, 'drawn_from', (one, column) => jsonIn(one, column) as DrawnFrom),
    total: quantityIn(row, 'total'),
    yearTotal: orNull(row, 'year_total', quantityIn),
    presented: textIn(row, 'presented'),
    declared: jsonIn(row, 'declared') as DeclaredTexts,
    reverses: orNull(row, 'reverses', numberIn),
    reason: orNull(row, 'reason', textIn),
  };
}

function jsonIn(row: Row, column: string): unknown {
  try {
    return JSON.parse(textIn(row, column)) as unknown;
  } catch {
    throw damaged(column);
  }
}
