import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { verifyLedger } from '../../../src/assess/verify-ledger.ts';
import type { NewRecord } from '../../../src/customs/ledger-record.ts';
import { type Ledger, UnusableLedger } from '../../../src/io/ledger/ledger.ts';
import { type LedgerUse, openLedger } from '../../../src/io/ledger/open-ledger.ts';
import { firstDay, isoDate } from '../../../src/exact/iso-date.ts';
import { draw } from '../../support/ledger-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'tariff-ledger-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function newFile(): string {
  files += 1;
  return join(folder, `${files}.db`);
}

function record(ledger: Ledger, ...records: readonly NewRecord[]): void {
  ledger.commit(() => ({ records, value: null }));
}

function totalOf(ledger: Ledger, quota = 'pot/DE/2022'): string | undefined {
  return ledger.look((view) => view.totals.get(quota)?.toFixed());
}

/** What is said of a file that cannot be used so; undefined: it can. */
async function refusal(file: string, use: LedgerUse): Promise<string | undefined> {
  try {
    (await openLedger(file, use)).close();
    return undefined;
  } catch (error) {
    if (error instanceof UnusableLedger) return error.problem.message;
    throw error;
  }
}

describe('a ledger', () => {
  test('keeps what is recorded, in order, with the totals', async () => {
    const file = newFile();
    const first = await openLedger(file, 'record');
    record(first, draw('A', '100.5'), draw('B', '40', { drawn: '30', limit: '130.5' }));
    first.close();
    const second = await openLedger(file, 'read');
    const records = second.look((view) => [...view.records()]);
    expect(records.map(({ number, shipment, total }) => [number, shipment, total])).toEqual([
      [1, 'A', '100.5'],
      [2, 'B', '130.5'],
    ]);
    expect(verifyLedger(records, file)).toEqual([]);
    second.close();
  });

  test('counts what was asked where no limit was known', async () => {
    const ledger = await openLedger(newFile(), 'record');
    record(ledger, draw('A', '70', { drawn: null }));
    expect(totalOf(ledger)).toBe('70');
    ledger.close();
  });

  test('counts on the year too', async () => {
    const ledger = await openLedger(newFile(), 'record');
    const year = 'pot/DE';
    record(ledger, draw('A', '70', { year, quota: 'pot/DE/Q1' }), draw('B', '5', { year, quota: 'pot/DE/Q2' }));
    const totals = ['pot/DE/Q1', 'pot/DE/Q2', year].map((quota) => totalOf(ledger, quota));
    expect(totals).toEqual(['70', '5', '75']);
    ledger.close();
  });

  test('refuses a line twice, and keeps nothing of that transaction', async () => {
    const ledger = await openLedger(newFile(), 'record');
    record(ledger, draw('A', '70'));
    expect(() => record(ledger, draw('B', '5'), draw('A', '70'))).toThrow(UnusableLedger);
    expect(ledger.commit((view) => ({ records: [], value: view.totals.get('pot/DE/2022')?.toFixed() }))).toBe('70');
    ledger.close();
  });

  test('takes a line again once it was reversed', async () => {
    const ledger = await openLedger(newFile(), 'record');
    record(ledger, draw('A', '70', { presented: '2022-03-01' }));
    const [taken] = ledger.look((view) => view.drawsOfEntry('A'));
    if (!taken) throw new Error('nothing was recorded');
    record(ledger, { ...taken, kind: 'reversal', reverses: taken.number, reason: 'cancelled' });
    expect(totalOf(ledger)).toBe('0');
    expect(ledger.look((view) => [view.presented.size, view.drawsOfEntry('A').length])).toEqual([0, 0]);
    record(ledger, draw('A', '60'));
    expect(totalOf(ledger)).toBe('60');
    const records = ledger.look((view) => [...view.records()]);
    expect(verifyLedger(records, 'ledger')).toEqual([]);
    ledger.close();
  });

  test('keeps nothing of a transaction whose work fails, nor of one for which the disk is full', async () => {
    const ledger = await openLedger(newFile(), 'record');
    const fail = (error: Error): void =>
      ledger.commit(() => {
        throw error;
      });
    expect(() => fail(new Error('of ours'))).toThrow('of ours');
    expect(() => fail(Object.assign(new Error('full'), { errcode: 13 }))).toThrow('the disk is full');
    record(ledger, draw('A', '1'));
    expect(totalOf(ledger)).toBe('1');
    ledger.close();
  });

  test('sees what another has recorded since, in a transaction of its own', async () => {
    const file = newFile();
    const [one, other] = [await openLedger(file, 'record'), await openLedger(file, 'record')];
    expect(totalOf(one)).toBeUndefined();
    record(other, draw('A', '7'));
    expect(totalOf(one)).toBeUndefined(); // as it stood at the first look
    expect(one.commit((view) => ({ records: [], value: view.totals.get('pot/DE/2022')?.toFixed() }))).toBe('7');
    one.close();
    other.close();
  });

  test('is never changed, only added to', async () => {
    const file = newFile();
    const ledger = await openLedger(file, 'record');
    record(ledger, draw('A', '7'));
    ledger.close();
    const database = new DatabaseSync(file);
    expect(() => database.exec("UPDATE record SET requested = '1'")).toThrow('never changed');
    expect(() => database.exec('DELETE FROM record')).toThrow('never deleted');
    database.close();
  });

  test('is filled once, with numbers and moments as they were', async () => {
    const [from, to] = [await openLedger(newFile(), 'record'), await openLedger(newFile(), 'record')];
    record(from, draw('A', '7'), draw('B', '8'));
    const records = from.look((view) => [...view.records()]);
    to.restore(records);
    expect(to.look((view) => [...view.records()])).toEqual(records);
    expect(() => to.restore(records)).toThrow('holds records already');
    from.close();
    to.close();
  });
});

describe('a file that is no ledger of ours', () => {
  const made = (sql: string): string => {
    const file = newFile();
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
    return file;
  };
  const text = newFile();
  writeFileSync(text, 'shipment,weight\n'.repeat(20));
  const isFolder = newFile();
  mkdirSync(isFolder);
  const other = made('CREATE TABLE mine (a)');
  const newer = made('CREATE TABLE record (a); PRAGMA application_id = 1414679623; PRAGMA user_version = 4');

  test.each([
    ['text', text, 'is not a ledger: it is no SQLite database'],
    ['a folder', isFolder, 'is a folder, not a file'],
    ['a database of another program', other, 'is not a ledger: it is a database of another program'],
    ['a ledger of a newer version', newer, 'is a ledger of version 4; this program knows version 3'],
    ['in no folder', join(folder, 'none', 'a.db'), 'cannot be opened'],
  ])('%s is refused and stays as it is', async (_, file, message) => {
    const bytes = file === isFolder || file.includes('none') ? null : readFileSync(file);
    expect(await refusal(file, 'record')).toBe(message);
    if (bytes) expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('nothing is read where nothing is', async () => {
    expect(await refusal(join(folder, 'none.db'), 'read')).toBe('no such file');
    expect(await refusal(join(folder, 'none.db'), 'rehearse')).toBeUndefined();
  });

  test('a read-only file can be read, and is not recorded in', async () => {
    const file = newFile();
    const ledger = await openLedger(file, 'record');
    record(ledger, draw('A', '7'));
    ledger.close();
    chmodSync(file, 0o444);
    expect(await refusal(file, 'record')).toBe('is read-only, and recording needs to write');
    const again = await openLedger(file, 'rehearse');
    expect(totalOf(again)).toBe('7');
    again.close();
  });

  test('the latest moment counts, whatever was recorded last', async () => {
    const ledger = await openLedger(newFile(), 'record');
    record(ledger, draw('A', '1', { presented: '2022-03-01' }), draw('B', '1', { presented: '2022-02-01' }));
    const presented = (): string | undefined => ledger.look((view) => view.presented.get('pot/DE/2022'));
    expect(presented()).toBe('2022-03-01');
    ledger.close();
  });
});

describe('what lines drew by the end of a day', () => {
  test('is kept up with what is recorded, here and elsewhere', async () => {
    const file = newFile();
    const [one, other] = [await openLedger(file, 'record'), await openLedger(file, 'record')];
    const day = isoDate('2022-02-14') ?? firstDay;
    const drawn = (): string =>
      one.commit((view) => ({ records: [], value: view.drawnUpTo('pot/DE/2022', day).toFixed() }));
    record(one, draw('A', '5', { presented: '2022-02-14T23:59' }), draw('B', '3', { presented: '2022-02-15' }));
    expect(drawn()).toBe('5');
    record(other, draw('C', '2', { presented: '2022-02-01' }), draw('D', '9', { presented: '2022-02-16' }));
    expect(drawn()).toBe('7');
    const [taken] = one.look((view) => view.drawsOfEntry('A'));
    if (!taken) throw new Error('nothing was recorded');
    record(one, { ...taken, kind: 'reversal', reverses: taken.number, reason: 'x' });
    expect(drawn()).toBe('2');
    one.close();
    other.close();
  });
});
