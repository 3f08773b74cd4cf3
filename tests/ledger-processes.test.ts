import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command } from './support/transcript.ts';

const folder = mkdtempSync(join(tmpdir(), 'tariff-processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const table = join(folder, 'table.json');
const limit = 1000;
writeFileSync(
  table,
  JSON.stringify({
    regime: 'mine',
    order: ['quota'],
    quotas: { pot: { title: 'Pot', unit: 'kg', limits: [{ amount: String(limit) }], periods: [] } },
    measures: [
      { id: 'general', goods: ['7208'], rates: [{ heading: '9999.10', rate: '25%' }] },
      { id: 'quota', goods: ['7208'], quota: 'pot', rates: [{ heading: '9999.00', rate: 'Free' }] },
    ],
  }),
);
const ledger = join(folder, 'quota.db');

/** Runs the command on rows, a few at a time, so that its transactions fall between those of the others. */
function record(name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = [command, 'calc', '-', '--tables', table, '--ledger', ledger, '--commit', '--format', 'csv'];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const rows = Array.from(
      { length: 20 },
      (_, index) => `${name}${index},7208.10.15.00,IN,2022-02-01,1000,${7 + index}\n`,
    );
    let printed = '';
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (printed += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(said))));
    child.stdin.write(`id,hts,origin,date,value,weight_kg\n${rows.slice(0, 4).join('')}`);
    let at = 4;
    child.stdout.on('data', () => {
      if (at >= rows.length) child.stdin.end();
      else child.stdin.write(rows.slice(at, (at += 4)).join(''));
    });
  });
}

interface DrawRecord {
  readonly shipment: string;
  readonly requested: string;
  readonly drawn: string;
  readonly total: string;
}

test('eight processes on one quota: never beyond its limit, each its share in the order of the commits', async () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  const printed = (await Promise.all(names.map(record))).join('');
  const run = (args: readonly string[]): string =>
    spawnSync(process.execPath, [command, 'quota', ...args, '--ledger', ledger], { encoding: 'utf8' }).stdout;
  expect(run(['verify'])).toBe('');
  const records = run(['export'])
    .trim()
    .split('\n')
    .slice(1, -1)
    .map((text) => JSON.parse(text) as DrawRecord);
  expect(new Set(records.map(({ shipment }) => shipment)).size).toBe(160);
  let total = 0; // whole kilograms
  for (const one of records) {
    expect(Number(one.drawn)).toBe(Math.min(Number(one.requested), limit - total));
    total += Number(one.drawn);
    expect(Number(one.total)).toBe(total);
    const cell = one.drawn === '0' ? '' : `9999.00/IN/2022=${one.drawn}kg`;
    const row = printed.split('\n').find((text) => text.startsWith(`${one.shipment},`));
    expect(row).toContain(cell);
  }
  expect(total).toBe(limit);
});
