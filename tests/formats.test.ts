import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from './support/transcript.ts';

const folder = mkdtempSync(join(tmpdir(), 'tariff-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const examples = readFileSync(join(import.meta.dirname, '..', 'examples', 'shipments.csv'), 'utf8');
const file = (name: string): string => join(folder, name);

interface Ran {
  readonly exit: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

function tariff(args: readonly string[], input?: Uint8Array): Ran {
  const ran = spawnSync(process.execPath, [command, 'calc', ...args], { cwd: folder, input });
  return { exit: ran.status, stdout: ran.stdout, stderr: ran.stderr.toString() };
}

type Row = Readonly<Record<string, string>>;

function rowsOf(csv: string | Buffer): Row[] {
  return parse(csv, { columns: true, relax_column_count: true });
}

/** What the answers say, however the rows were written. */
function answers(csv: string | Buffer): unknown {
  const ours = ['id', 'tariff_status', 'tariff_duty', 'tariff_fees', 'tariff_total', 'tariff_headings', 'tariff_rates'];
  return rowsOf(csv).map((row) => ours.map((column) => row[column]));
}

writeFileSync(file('shipments.csv'), examples);
const expected = tariff(['shipments.csv', '-f', 'csv']);

describe('the examples', () => {
  /** Rows that are no CSV cannot be written in another way; all others can. */
  const sound = rowsOf(expected.stdout)
    .filter(({ tariff_problems: problems = '' }) => !/bad-row|encoding/.test(problems))
    .map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !column.startsWith('tariff_'))));
  const columns = Object.keys(sound[0] ?? {});
  const asText = (sign: string): string =>
    [columns, ...sound.map((row) => columns.map((column) => row[column] ?? ''))]
      .map((fields) => fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(sign))
      .join('\r\n');
  writeFileSync(file('sound.csv'), asText(','));
  const answer = answers(tariff(['sound.csv', '-f', 'csv']).stdout);

  test.each<readonly [what: string, bytes: Uint8Array, flags: readonly string[]]>([
    ['semicolons', Buffer.from(asText(';')), ['--decimal', 'point']],
    ['tabs in UTF-16', Buffer.from(`\uFEFF${asText('\t')}`, 'utf16le'), ['--decimal', 'point']],
    ['another sign', Buffer.from(asText('^')), ['--delimiter', '^', '--decimal', 'point']],
    ['packed NDJSON', gzipSync(sound.map((row) => JSON.stringify(row)).join('\n')), ['--input-format', 'ndjson']],
  ])('give the same answers in %s', (_, bytes, flags) => {
    expect(answers(tariff(['-', '-f', 'csv', ...flags], bytes).stdout)).toEqual(answer);
  });

  test('come back the same from a workbook', () => {
    expect(tariff(['shipments.csv', '-o', 'duties.xlsx'])).toMatchObject({ exit: expected.exit });
    const read = tariff(['duties.xlsx', '-f', 'csv', '--sheet', 'Duties']);
    expect(read.exit).toBe(3);
    const isSound = ({ tariff_problems: problems = '' }: Row): boolean => !/bad-row|encoding/.test(problems);
    const [before, after] = [expected.stdout, read.stdout].map((csv) => rowsOf(csv));
    const pairs = (before ?? []).map((row, index) => [row, after?.[index]] as const).filter(([row]) => isSound(row));
    expect(pairs.length).toBeGreaterThan(50);
    // A number in a cell has no zeros at its end.
    const asNumber = (row: Row | undefined): object => ({ ...row, value: Number(row?.['value']) || row?.['value'] });
    for (const [row, again] of pairs) expect(asNumber(again)).toEqual(asNumber(row));
  });

  test('have the same figures in Parquet', async () => {
    tariff(['shipments.csv', '-o', 'duties.parquet']);
    const bytes = readFileSync(file('duties.parquet'));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    expect(rows.map((row) => [row['tariff_status'], row['tariff_duty']])).toEqual(
      rowsOf(expected.stdout).map((row) => [
        row['tariff_status'],
        row['tariff_duty'] === '' ? null : Number(row['tariff_duty']),
      ]),
    );
  });

  test('are written to a pipe too, byte for byte', () => {
    expect(tariff(['shipments.csv', '-f', 'xlsx']).stdout).toEqual(readFileSync(file('duties.xlsx')));
  });
});

describe('an output file', () => {
  test('does not appear where the run is stopped, and the older one stays', () => {
    writeFileSync(file('older.xlsx'), 'older');
    const { exit, stderr } = tariff(['shipments.csv', '-o', 'older.xlsx', '--bail']);
    expect([exit, readFileSync(file('older.xlsx'), 'utf8')]).toEqual([3, 'older']);
    expect(stderr).toContain('older.xlsx was not written');
    expect(tariff(['shipments.csv', '-o', 'none.parquet', '--bail']).exit).toBe(3);
    expect(existsSync(file('none.parquet'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('usage', () => {
  test.each([
    [['shipments.csv', '-f', 'parquet', '--summary', 'origin'], '--summary gives sums, and parquet gives lines'],
    [['shipments.csv', '--explain', '-o', 'a.xlsx'], '--explain of files of shipments has no place in xlsx'],
    [['shipments.csv', '--delimiter', 'ab'], 'cannot stand between fields'],
    [['shipments.csv', '--sheet', 'A'], 'shipments.csv is no workbook'],
    [['shipments.csv', '--rejects', './shipments.csv'], 'is a file that this run reads or writes already'],
    [['--hts', '7208', '--origin', 'IN', '--value', '1', '--decimal', 'comma'], 'is about files of shipments'],
  ])('%j is refused', (args, message) => {
    const { exit, stderr } = tariff(args);
    expect([exit, stderr.replaceAll(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(message)]);
  });
});
