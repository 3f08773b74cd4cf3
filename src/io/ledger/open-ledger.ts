import { accessSync, constants, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { type Ledger, UnusableLedger } from './ledger.ts';
import { applicationId, schema, schemaVersion } from './schema.ts';
import { badLedger, isBusy, unusable } from './sqlite-errors.ts';
import { sqliteLedger } from './sqlite-ledger.ts';

/** `record`: it may be written to, and is made if it is not there. `rehearse`: what is not there counts as empty. `read`: it must be there. */
export type LedgerUse = 'record' | 'rehearse' | 'read';

/** How long to wait for another process, in milliseconds. */
const patience = 60_000;

/** Versions before this one may lose what several processes write at once. https://sqlite.org/wal.html#walreset */
const safeFrom = [3, 51, 3] as const;

/** Opens the ledger in a file. Throws `UnusableLedger` where it cannot be used so. */
export async function openLedger(file: string, use: LedgerUse): Promise<Ledger> {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw new UnusableLedger(badLedger(file, 'is a folder, not a file'));
  const isNew = found === undefined || found.size === 0;
  if (isNew && use === 'read')
    throw new UnusableLedger(
      badLedger(
        file,
        found ? 'is empty, not a ledger' : 'no such file',
        'tariff calc … --ledger FILE --commit makes one.',
      ),
    );
  const writable = found === undefined || mayWrite(file, found.mode);
  if (use === 'record' && !writable) throw unusable(file, { errcode: 8 });
  const { DatabaseSync } = await loadSqlite(file);
  const isStill = use !== 'record' && !isNew && isStillIn(file);
  const place = isNew && use === 'rehearse' ? ':memory:' : isStill ? unchanging(file) : resolve(file);
  return retried(file, () => {
    const database = new DatabaseSync(place, { timeout: patience, readOnly: isStill || !writable });
    try {
      prepare(database, file, isNew || use === 'record');
      return sqliteLedger(database, file, isNew);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/**
 * Whether nobody can write beside the file, where SQLite keeps what others are told of it: then it is read as a file that does not change. What was
 * not written into the file itself yet cannot be read so.
 */
function isStillIn(file: string): boolean {
  const folder = dirname(resolve(file));
  if (mayWrite(folder, statSync(folder).mode)) return false;
  const waiting = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (waiting === undefined || waiting.size === 0) return true;
  throw new UnusableLedger(
    badLedger(
      file,
      `cannot be read: its last records wait in ${basename(file)}-wal, and the folder is read-only`,
      'Give write permission to the folder, or copy both files to another one.',
    ),
  );
}

/** https://sqlite.org/uri.html#uriimmutable */
function unchanging(file: string): string {
  return `${pathToFileURL(resolve(file)).href}?immutable=1`;
}

/** The mode counts too: who may do everything would otherwise write to a file that was made read-only on purpose. */
function mayWrite(file: string, mode: number): boolean {
  if ((mode & 0o222) === 0) return false;
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function loadSqlite(file: string): Promise<typeof import('@photostructure/sqlite')> {
  try {
    return await import('@photostructure/sqlite');
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new UnusableLedger(badLedger(file, `SQLite cannot be loaded on this machine: ${why}`));
  }
}

/** Several processes may make a ledger at once; one does, the others wait. */
function retried<Value>(file: string, open: () => Value): Value {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; ; waited += 20) {
    try {
      return open();
    } catch (error) {
      if (!isBusy(error) || waited >= patience) throw unusable(file, error);
      Atomics.wait(pause, 0, 0, 20);
    }
  }
}

function prepare(database: DatabaseSyncInstance, file: string, mayMake: boolean): void {
  checkVersion(database, file);
  if (isBlank(database)) {
    if (!mayMake) throw new UnusableLedger(badLedger(file, 'is an empty database, not a ledger'));
    database.exec('BEGIN IMMEDIATE');
    // Another process may have been faster.
    if (isBlank(database))
      database.exec(`${schema} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion};`);
    database.exec('COMMIT');
  }
  if (pragma(database, 'application_id') !== applicationId)
    throw new UnusableLedger(
      badLedger(
        file,
        'is not a ledger: it is a database of another program',
        'Name a file that tariff made, or a new one.',
      ),
    );
  const version = pragma(database, 'user_version');
  if (version !== schemaVersion)
    throw new UnusableLedger(
      badLedger(
        file,
        `is a ledger of version ${version}; this program knows version ${schemaVersion}`,
        version > schemaVersion
          ? 'Use the newer program that made it.'
          : 'It was made before the first release. Name a new file, and run the shipments again.',
      ),
    );
  if (mayMake) database.prepare('PRAGMA journal_mode = WAL').get();
  database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
}

function checkVersion(database: DatabaseSyncInstance, file: string): void {
  const { version } = database.prepare('SELECT sqlite_version() AS version').get() as { readonly version: string };
  const parts = version.split('.').map(Number);
  const differing = safeFrom.findIndex((part, index) => part !== parts[index]);
  if (differing !== -1 && (parts[differing] ?? 0) < (safeFrom[differing] ?? 0))
    throw new UnusableLedger(
      badLedger(file, `SQLite ${version} is not safe for several processes; ${safeFrom.join('.')} is`),
    );
}

function isBlank(database: DatabaseSyncInstance): boolean {
  const { tables } = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as {
    readonly tables: number;
  };
  return tables === 0 && pragma(database, 'application_id') === 0 && pragma(database, 'user_version') === 0;
}

function pragma(database: DatabaseSyncInstance, name: 'application_id' | 'user_version'): number {
  return Number(Object.values(database.prepare(`PRAGMA ${name}`).get() as object)[0]);
}
