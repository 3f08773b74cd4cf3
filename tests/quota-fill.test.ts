import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command } from './support/transcript.ts';

const folder = mkdtempSync(join(tmpdir(), 'tariff-fill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function quota(...args: readonly string[]): string {
  const ended = spawnSync(process.execPath, [command, 'quota', ...args, '--ledger', 'quota.db'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return ended.stdout + ended.stderr;
}

test('figures of customs are recorded once, corrected by a later one of the same day, and come out of export and import', () => {
  const figures = (percent: string): void =>
    writeFileSync(
      join(folder, 'figures.csv'),
      `quota,as_of,percent,source\n9903.80.65/NL/2022-Q1,2022-02-14,${percent},CBP weekly report\n9903.85.51-9903.85.52/2022-H2,2022-08-01,10,\n`,
    );
  figures('87');
  expect(quota('fill', 'figures.csv')).toBe('2 published figures recorded in quota.db\n');
  expect(quota('fill', 'figures.csv')).toBe('0 published figures recorded in quota.db; 2 were there already\n');
  figures('88');
  expect(quota('fill', 'figures.csv')).toBe('1 published figure recorded in quota.db; 1 was there already\n');
  const [balance] = quota('status', '--origin', 'NL', '--format', 'ndjson')
    .split('\n')
    .filter((text) => text.includes('"9903.80.65/NL/2022-Q1"'))
    .map((text) => JSON.parse(text) as { readonly left: string });
  // 30,632,250 kg less 88%.
  expect(balance?.left).toBe('3675870');
  expect(quota('log', '--format', 'csv').split('\n')).toHaveLength(5);
  const text = quota('export');
  writeFileSync(join(folder, 'export.ndjson'), text);
  rmSync(join(folder, 'quota.db'));
  expect(quota('import', 'export.ndjson')).toBe('3 records imported into quota.db\n');
  expect(quota('export')).toBe(text);
  expect(quota('verify')).toBe('');
});
