import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type LedgerEntry, type LedgerRecord, type NewRecord, counted, isFigure } from '../../customs/ledger-record.ts';
import { type FillRecord, type NewFill, type PublishedFill, figuresInForce } from '../../customs/published-fill.ts';
import { type Decimal, decimal, plainText, zero } from '../../exact/decimal.ts';
import { drawnByDay } from './drawn-by-day.ts';
import { type Ledger, type LedgerView, UnusableLedger } from './ledger.ts';
import {
  countFills,
  countTurns,
  insert,
  insertFill,
  selectAll,
  selectEntry,
  selectFills,
  selectLast,
  selectLine,
  selectPresented,
  selectShipment,
  selectSince,
  selectTotals,
  selectUpTo,
  selectYearTotals,
} from './schema.ts';
import { type Row, countedIn, eachFill, eachRecord, quantityIn, recordsFrom, textIn } from './rows.ts';
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
    publish: (work) =>
      transact(() => {
        const { figures, value } = work(store.figures());
        store.publish(figures);
        return value;
      }),
    restore: (entries) =>
      transact(() => {
        if (store.count() > 0)
          throw new UnusableLedger(
            badLedger(name, 'holds records already, and only an empty ledger takes others', 'Name a new file.'),
          );
        for (const entry of entries) store.write(entry);
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
  /** The number of the last entry. */
  readonly count: () => number;
  readonly add: (records: readonly NewRecord[]) => void;
  readonly figures: () => readonly FillRecord[];
  readonly publish: (figures: readonly NewFill[]) => void;
  readonly write: (entry: LedgerEntry) => void;
}

function storeIn(database: DatabaseSyncInstance): Store {
  const statements = {
    all: database.prepare(selectAll),
    entry: database.prepare(selectEntry),
    fills: database.prepare(selectFills),
    fillCount: database.prepare(countFills),
    insert: database.prepare(insert),
    insertFill: database.prepare(insertFill),
    line: database.prepare(selectLine),
    presented: database.prepare(selectPresented),
    shipment: database.prepare(selectShipment),
    since: database.prepare(selectSince),
    totals: database.prepare(selectTotals),
    turns: database.prepare(countTurns),
    yearTotals: database.prepare(selectYearTotals),
    upTo: database.prepare(selectUpTo),
    last: database.prepare(selectLast),
    now: database.prepare("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now') AS now"),
  };
  const totals = new Map<string, Decimal>();
  const presented = new Map<string, string>();
  let inForce: readonly FillRecord[] = [];
  let fillCount = 0;
  let last: number | null = null;

  const readPresented = (quota: string): void => {
    const row = statements.presented.get(quota) as Row | undefined;
    if (row) presented.set(quota, textIn(row, 'presented'));
    else presented.delete(quota);
  };
  const byDay = drawnByDay((quota, asOf) => {
    const moment = `${asOf}~`; // after every time of that day
    const rows = statements.upTo.iterate(quota, moment, quota, moment) as Iterable<Row>;
    let drawn: Decimal = zero;
    for (const row of rows) drawn = drawn.plus(countedIn(row));
    return drawn;
  });
  const readFills = (): void => {
    const fills = [...eachFill(statements.fills.iterate())];
    fillCount = fills.length;
    inForce = figuresInForce(fills);
  };
  const readAll = (): void => {
    totals.clear();
    presented.clear();
    byDay.clear();
    readFills();
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
      const year = row['year'] === null ? null : textIn(row, 'year');
      if (year !== null) totals.set(year, decimal(quantityIn(row, 'year_total')));
      byDay.add(year === null ? [quota] : [quota, year], textIn(row, 'presented'), countedIn(row));
    }
    for (const quota of changed) readPresented(quota);
    const { fills } = statements.fillCount.get() as { readonly fills: number };
    if (fills !== fillCount) readFills();
  };
  const next = (): { readonly number: number; readonly at: string } => ({
    number: (last ?? 0) + 1,
    at: (statements.now.get() as { readonly now: string }).now,
  });
  const write = (record: LedgerEntry): void => {
    if (isFigure(record)) {
      const { number, at, kind, quota, asOf, quantity, percent, unit, source, reverses, reason } = record;
      statements.insertFill.run(number, at, kind, quota, asOf, quantity, percent, unit, source, reverses, reason);
      return;
    }
    const { turns } = statements.turns.get(record.entry, record.entryLine, record.shipment, record.quota) as {
      readonly turns: number;
    };
    statements.insert.run(...valuesOf(record, turns));
  };
  return {
    view: {
      totals,
      presented,
      recordsOf: ({ entry, entryLine, shipment }) => recordsFrom(statements.line.all(entry, entryLine, shipment)),
      drawsOfEntry: (name) => [
        ...recordsFrom(statements.entry.all(name)),
        ...recordsFrom(statements.shipment.all(name)),
      ],
      records: () => eachRecord(statements.all.iterate()),
      get published() {
        return publishedFrom(inForce, byDay.of);
      },
      drawnUpTo: byDay.of,
      entries: () => inOrder(eachRecord(statements.all.iterate()), [...eachFill(statements.fills.iterate())]),
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
      if (records.length === 0) return;
      const { number, at } = next();
      for (const [index, record] of records.entries()) {
        const done = follow(record, totals, number + index, at);
        write(done);
        last = done.number;
        if (record.kind === 'reversal') readPresented(record.quota);
        else if (!counted(record).isZero() && (presented.get(record.quota) ?? '') < record.presented)
          presented.set(record.quota, record.presented);
        byDay.add(
          record.year === null ? [record.quota] : [record.quota, record.year],
          record.presented,
          counted(record),
        );
      }
    },
    figures: () => [...eachFill(statements.fills.iterate())],
    publish: (figures) => {
      for (const figure of figures) {
        const fill: FillRecord = { ...figure, ...next() };
        write(fill);
        last = fill.number;
      }
      if (figures.length > 0) readFills();
    },
    write,
  };
}

/** By quota, in order of their days, each with what the ledger's own lines had drawn by then. */
function publishedFrom(
  figures: readonly FillRecord[],
  drawnUpTo: LedgerView['drawnUpTo'],
): ReadonlyMap<string, readonly PublishedFill[]> {
  const published = new Map<string, PublishedFill[]>();
  for (const { quota, asOf, quantity, percent, unit, source } of figures) {
    const own = published.get(quota) ?? [];
    own.push({ quota, asOf, quantity, percent, unit, source, own: drawnUpTo(quota, asOf) });
    published.set(quota, own);
  }
  return published;
}

/** Both by number. There are few figures. */
function* inOrder(records: Iterable<LedgerRecord>, fills: readonly FillRecord[]): Iterable<LedgerEntry> {
  let at = 0;
  for (const record of records) {
    for (let fill = fills[at]; fill && fill.number < record.number; fill = fills[at]) {
      yield fill;
      at += 1;
    }
    yield record;
  }
  yield* fills.slice(at);
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
    ...[record.limit, record.yearLimit, record.from && JSON.stringify(record.from)],
    ...[record.total, record.yearTotal, record.presented],
    ...[JSON.stringify(record.declared), record.reverses, record.reason],
  ];
}
