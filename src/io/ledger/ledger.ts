import type { LedgerEntry, LedgerRecord, LineKey, NewRecord } from '../../customs/ledger-record.ts';
import type { FillRecord, NewFill, PublishedFill } from '../../customs/published-fill.ts';
import type { Problem } from '../../customs/problem.ts';
import type { Decimal } from '../../exact/decimal.ts';
import type { IsoDate } from '../../exact/iso-date.ts';

/**
 * A durable record of what was drawn on quotas. The rest of the program knows a ledger by this interface alone, so that another store can
 * stand here. Every method throws `UnusableLedger` where the store fails; then nothing was changed.
 */
export interface Ledger {
  /** The file, as it was named. */
  readonly name: string;
  /** It was not there before. */
  readonly isNew: boolean;
  /**
   * Calls `work` with the ledger as it stands, while nobody else can record, and records all that it asks for, or nothing. Once this returns
   * the records outlive the process.
   */
  readonly commit: <Value>(work: (view: LedgerView) => Recording<Value>) => Value;
  /** Calls `work` with the ledger as it stood at the first look, whoever records in the meantime. */
  readonly look: <Value>(work: (view: LedgerView) => Value) => Value;
  /** Calls `work` with every figure it holds, also those that were taken back, and records what it gives, as one. */
  readonly publish: <Value>(work: (figures: readonly FillRecord[]) => Publishing<Value>) => Value;
  /** Entries as they are, numbers included, into a ledger that has none. */
  readonly restore: (entries: readonly LedgerEntry[]) => void;
  /** What is damaged in the store itself, in its own words; empty: nothing. */
  readonly damage: () => readonly string[];
  readonly close: () => void;
}

/** What a transaction asks to record, and what it came to. */
export interface Recording<Value> {
  readonly records: readonly NewRecord[];
  readonly value: Value;
}

/** Figures that customs published, or that are taken back, and what came of it. */
export interface Publishing<Value> {
  readonly figures: readonly NewFill[];
  readonly value: Value;
}

/** A ledger at one moment. */
export interface LedgerView {
  /** What counts on each quota period, and on each year of one that has periods. */
  readonly totals: ReadonlyMap<string, Decimal>;
  /** When the latest line that drew on a quota was presented; what was reversed aside. */
  readonly presented: ReadonlyMap<string, string>;
  /** The draws of a line, and their reversals, in order. */
  readonly recordsOf: (key: LineKey) => readonly LedgerRecord[];
  /** The draws of all lines of an entry, or of the shipment of that id, that were not reversed. */
  readonly drawsOfEntry: (name: string) => readonly LedgerRecord[];
  /** Every drawdown and reversal, in order. */
  readonly records: () => Iterable<LedgerRecord>;
  /** The published figures in force by quota period, in order of their days. */
  readonly published: ReadonlyMap<string, readonly PublishedFill[]>;
  /** What counts on a quota period, or a year, of lines presented by the end of a day. */
  readonly drawnUpTo: (quota: string, asOf: IsoDate) => Decimal;
  /** Everything it holds, in order. */
  readonly entries: () => Iterable<LedgerEntry>;
}

/** The ledger cannot be used; the problem says why. */
export class UnusableLedger extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}
