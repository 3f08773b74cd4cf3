import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { configFormats } from '../src/customs/setting.ts';
import { formatNames } from '../src/present/renderer.ts';

const root = join(import.meta.dirname, '..');
const top = mkdtempSync(join(tmpdir(), 'tariff-config-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

mkdirSync(join(top, 'office', 'law'), { recursive: true });
mkdirSync(join(top, 'office', 'below'));
mkdirSync(join(top, 'office', 'repository', '.git'), { recursive: true });
mkdirSync(join(top, 'office', 'nearer', 'deep'), { recursive: true });
cpSync(join(root, 'examples', 'my-table.json'), join(top, 'office', 'law', 'mine.json'));
writeFileSync(join(top, 'office', 'tariff.config.json'), '{ "with": ["law/mine.json"], "format": "csv" }');
writeFileSync(join(top, 'office', 'nearer', 'tariff.config.json'), '{ "facts": { "melt_pour_country": "DE" } }');

function told(folder: string, ...flags: readonly string[]): string {
  const asked = ['rates', '7208.10.15.00', '--origin', 'DE', '--date', '2019-01-02', ...flags];
  const { stderr } = spawnSync(process.execPath, [join(root, 'bin', 'tariff.js'), ...asked], {
    cwd: join(top, 'office', folder),
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  return stderr;
}

describe('a config', () => {
  test.each([
    ['of the folder itself', '.', 'From tariff.config.json: --with law/mine.json\n'],
    ['of a folder above, its paths meant from there', 'below', 'From ../tariff.config.json: --with ../law/mine.json\n'],
    ['that is nearest, and no other beside it', 'nearer/deep', 'From ../tariff.config.json: --melt-pour-country DE\n'],
    ['above a repository is not its own', 'repository', ''],
  ])('%s', (_, folder, words) => expect(told(folder)).toBe(words));

  test('is left aside, a flag going before all of it', () => {
    expect(told('below', '--no-config')).toBe('');
    expect(told('below', '--with', '../law')).toBe('');
  });

  test('names the formats that answers have', () => expect(configFormats.toSorted()).toEqual(formatNames.toSorted()));
});
