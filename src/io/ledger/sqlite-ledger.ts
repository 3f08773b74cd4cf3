import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type LedgerRecord, type NewRecord, counted } from '../../customs/ledger-record.ts';
import { type Decimal, decimal, plainText, zero } from '../../exact/decimal.ts';
import { type Ledger, type LedgerView, UnusableLedger } from './ledger.ts';
import {
  countTurns,
  insert,
  selectAll,
  selectEntry,
  selectLine,
  selectPresented,
  selectShipment,
  selectSince,
  selectTotals,
  selectYearTotals,
} from './schema.ts';
import { type Row, eachRecord, quantityIn, recordsFrom, textIn } from './rows.ts';
import { badLedger, isOfStore, unusable } from './sqlite-errors.ts';

/** A ledger in an SQLite database that is prepared. */
export function sqliteLedger(database: DatabaseSyncInstance, name: string, isNew: boolean): Ledger {
  const store = storeIn(database);
  let looking = false;
  /** What the store says is told as such; what `work` throws goes on as it is. */
  const guarded = <Value>(action: () => Value): Value => {
    try {
      return action();
    } catch (error) {
      store.forget();
      if (database.isTransaction) rollBack(database);
      looking = false;
      throw isOfStore(error) ? unusable(name, error) : error;
    }
  };
  const endLook = (): void => {
    if (looking) database.exec('COMMIT');
    looking = false;
  };
  const transact = <Value>(action: () => Value): Value =>
    guarded(() => {
      endLook();
      database.exec('BEGIN IMMEDIATE');
      store.refresh();
      const value = action();
      database.exec('COMMIT');
      return value;
    });
  return {
    name,
    isNew,
    commit: (work) =>
      transact(() => {
        const { records, value } = work(store.view);
        store.add(records);
        return value;
      }),
    look: (work) =>
      guarded(() => {
        if (!looking) {
          database.exec('BEGIN');
          looking = true;
          store.refresh();
        }
        return work(store.view);
      }),
    fill: (records) =>
      transact(() => {
        if (store.count() > 0)
          throw new UnusableLedger(
            badLedger(name, 'holds records already, and only an empty ledger takes others', 'Name a new file.'),
          );
        for (const record of records) store.write(record);
        store.forget();
      }),
    damage: () =>
      guarded(() => {
        const rows = database.prepare('PRAGMA integrity_check').all() as readonly Row[];
        return rows.map((row) => textIn(row, 'integrity_check')).filter((text) => text !== 'ok');
      }),
    close: () => database.close(),
  };
}

function rollBack(database: DatabaseSyncInstance): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // The failure that led here is told; closing the file drops the rest.
  }
}

interface Store {
  readonly view: LedgerView;
  /** Reads what others have recorded since. */
  readonly refresh: () => void;
  readonly forget: () => void;
  /** The number of the last record. */
  readonly count: () => number;
  readonly add: (records: readonly NewRecord[]) => void;
  readonly write: (record: LedgerRecord) => void;
}

function storeIn(database: DatabaseSyncInstance): Store {
  const statements = {
    all: database.prepare(selectAll),
    entry: database.prepare(selectEntry),
    insert: database.prepare(insert),
    line: database.prepare(selectLine),
    presented: database.prepare(selectPresented),
    shipment: database.prepare(selectShipment),
    since: database.prepare(selectSince),
    totals: database.prepare(selectTotals),
    turns: database.prepare(countTurns),
    yearTotals: database.prepare(selectYearTotals),
    last: database.prepare('SELECT coalesce(max(number), 0) AS last FROM record'),
    now: database.prepare("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now') AS now"),
  };
  const totals = new Map<string, Decimal>();
  const presented = new Map<string, string>();
  let last: number | null = null;

  const readPresented = (quota: string): void => {
    const row = statements.presented.get(quota) as Row | undefined;
    if (row) presented.set(quota, textIn(row, 'presented'));
    else presented.delete(quota);
  };
  const readAll = (): void => {
    totals.clear();
    presented.clear();
    for (const row of [...statements.totals.all(), ...statements.yearTotals.all()] as readonly Row[])
      totals.set(textIn(row, 'name'), decimal(quantityIn(row, 'total')));
    for (const quota of totals.keys()) readPresented(quota);
  };
  const readSince = (number: number): void => {
    const changed = new Set<string>();
    for (const row of statements.since.iterate(number) as Iterable<Row>) {
      const quota = textIn(row, 'quota');
      changed.add(quota);
      totals.set(quota, decimal(quantityIn(row, 'total')));
      if (row['year'] !== null) totals.set(textIn(row, 'year'), decimal(quantityIn(row, 'year_total')));
    }
    for (const quota of changed) readPresented(quota);
  };
  const write = (record: LedgerRecord): void => {
    const { turns } = statements.turns.get(record.entry, record.entryLine, record.shipment, record.quota) as {
      readonly turns: number;
    };
    statements.insert.run(...valuesOf(record, turns));
  };
  return {
    view: {
      totals,
      presented,
      drawsOf: ({ entry, entryLine, shipment }) => recordsFrom(statements.line.all(entry, entryLine, shipment)),
      drawsOfEntry: (name) => [
        ...recordsFrom(statements.entry.all(name)),
        ...recordsFrom(statements.shipment.all(name)),
      ],
      records: () => eachRecord(statements.all.iterate()),
    },
    refresh: () => {
      const now = (statements.last.get() as { readonly last: number }).last;
      if (last === null) readAll();
      else if (now > last) readSince(last);
      last = now;
    },
    forget: () => {
      last = null;
    },
    count: () => last ?? 0,
    add: (records) => {
      const at = (statements.now.get() as { readonly now: string }).now;
      for (const record of records) {
        const done = follow(record, totals, (last ?? 0) + 1, at);
        write(done);
        last = done.number;
        if (record.kind === 'reversal') readPresented(record.quota);
        else if (!counted(record).isZero()) presented.set(record.quota, record.presented);
      }
    },
    write,
  };
}

/** A record at its place: with its number, its moment and the totals after it. */
function follow(record: NewRecord, totals: Map<string, Decimal>, number: number, at: string): LedgerRecord {
  const after = (name: string): Decimal => {
    const total = (totals.get(name) ?? zero).plus(counted(record));
    totals.set(name, total);
    return total;
  };
  const total = plainText(after(record.quota));
  return { ...record, number, at, total, yearTotal: record.year === null ? null : plainText(after(record.year)) };
}

function valuesOf(record: LedgerRecord, turns: number): (string | number | null)[] {
  const { number, at, kind, entry, entryLine, shipment, quota, year, unit } = record;
  return [
    ...[number, at, kind, entry, entryLine, shipment, turns, quota, year, unit, record.requested, record.drawn],
    ...[record.limit, record.yearLimit, record.total, record.yearTotal, record.presented],
    ...[JSON.stringify(record.declared), record.reverses, record.reason],
  ];
}
