import { type DrawnFrom, type LedgerEntry, type LedgerRecord, isFigure } from '../../customs/ledger-record.ts';
import { jsonText } from '../json-text.ts';
import type { OutputFill, OutputRecord } from './quota-shape.ts';

/** The first line of an exported ledger. */
export const ledgerHead = '{"tariffLedger":1}\n';

/** The last line: with it a reader knows that nothing was cut off. */
export function ledgerEnd(count: number): string {
  return `{"end":${count}}\n`;
}

/** A record on a line of its own, keys in a fixed order: an export grows at its end only. */
export function entryText(entry: LedgerEntry): string {
  return `${jsonText(entryJson(entry))}\n`;
}

export function entryJson(entry: LedgerEntry): OutputRecord | OutputFill {
  if (!isFigure(entry)) return recordJson(entry);
  const { kind, number, at, quota, asOf, quantity, percent, unit, source, reverses, reason } = entry;
  return { kind, number, at, quota, asOf, quantity, percent, unit, source, reverses, reason };
}

function recordJson(record: LedgerRecord): OutputRecord {
  return {
    number: record.number,
    at: record.at,
    kind: record.kind,
    entry: record.entry || null,
    entryLine: record.entryLine || null,
    shipment: record.shipment || null,
    quota: record.quota,
    year: record.year,
    unit: record.unit,
    requested: record.requested,
    drawn: record.drawn,
    limit: record.limit,
    yearLimit: record.yearLimit,
    from: record.from && fromJson(record.from),
    total: record.total,
    yearTotal: record.yearTotal,
    presented: record.presented,
    declared: record.declared,
    reverses: record.reverses,
    reason: record.reason,
  };
}

function fromJson({ found, left, prorated, given, mayHoldMore, published }: DrawnFrom): OutputRecord['from'] {
  return { found, left, prorated, given, mayHoldMore, published };
}
