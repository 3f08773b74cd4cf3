import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };

const needed = ['@photostructure/sqlite', 'node-addon-api', 'node-gyp-build'];

/** What a user gets: the packed project, installed in a folder of its own without network and without scripts. */
describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tariff-pack-'));
  const home = join(folder, 'user');
  let packed: readonly string[] = [];

  beforeAll(() => {
    const answer = run(root, 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
    const [{ filename, files }] = JSON.parse(answer) as [{ filename: string; files: readonly { path: string }[] }];
    packed = files.map(({ path }) => path);
    mkdirSync(home);
    // What it depends on comes from this project's own installation: the test needs no network.
    const others = needed.map((name) => {
      const folders = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
      const [one] = JSON.parse(run(join(root, 'node_modules', name), 'npm', folders)) as [{ filename: string }];
      return join(folder, one.filename);
    });
    write('package.json', '{ "private": true }');
    run(home, 'npm', [
      'install',
      '--offline',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      ...others,
      join(folder, filename),
    ]);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds what it needs and no sources', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'bin/tariff.js',
        'dist/command.json',
        'dist/library.mjs',
        'dist/library.cjs',
        'dist/types/library.d.ts',
        'dist/THIRD-PARTY-LICENSES.txt',
        'CHANGELOG.md',
        'LICENSE',
        'package.json',
      ]),
    );
    expect(packed.filter((path) => /^(?:src|tests|scripts|\.)|\.(?:map|tgz)$/.test(path))).toEqual([]);
  });

  test('needs SQLite and nothing else', () => {
    const lock = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')) as { readonly packages: object };
    expect(Object.keys(lock.packages)).toEqual([
      '',
      ...needed.map((name) => `node_modules/${name}`),
      'node_modules/tariff-calc',
    ]);
  });

  test('tells its version', () => {
    expect(run(home, join(home, 'node_modules', '.bin', 'tariff'), ['--version'])).toBe(`${version}\n`);
  });

  test('computes a duty', () => {
    const goods = ['--hts', '7208.10.15.00', '--origin', 'DE', '--date', '2020-06-01'];
    const args = ['calc', ...goods, '--value', '1000', '--weight', '1t', '--format', 'json'];
    const answer: unknown = JSON.parse(run(home, join(home, 'node_modules', '.bin', 'tariff'), args));
    // 9903.80.01: 25% of $1,000
    expect(answer).toMatchObject({ version: 1, totals: { duty: '250.00' } });
  });

  test('records in a ledger, though no script ran when it was installed', () => {
    const goods = ['--hts', '7208.10.15.00', '--origin', 'DE', '--date', '2022-02-01', '--id', 'A'];
    const quota = ['--melt-pour-country', 'DE', '--balance', '9903.80.67/DE/2022-Q1=100t'];
    const tariff = join(home, 'node_modules', '.bin', 'tariff');
    const ledger = ['--ledger', 'quota.db'];
    run(home, tariff, ['calc', ...goods, '--value', '1000', '--weight', '1t', ...quota, ...ledger, '--commit']);
    expect(run(home, tariff, ['quota', 'log', ...ledger, '--format', 'csv'])).toContain('9903.80.67/DE/2022-Q1');
  });

  test('is a library for import and for require, with the same names', () => {
    write('names.mjs', "import * as tariff from 'tariff-calc'; console.log(Object.keys(tariff).sort().join());");
    write('names.cjs', "console.log(Object.keys(require('tariff-calc')).sort().join());");
    const names = run(home, process.execPath, ['names.mjs']);
    expect(names.trim()).not.toBe('');
    expect(run(home, process.execPath, ['names.cjs'])).toBe(names);
  });

  test('has types that need nothing else, for modules and for CommonJS', () => {
    write('user.mts', "import * as tariff from 'tariff-calc'; export const names = Object.keys(tariff);");
    write('user.cts', "import tariff = require('tariff-calc'); export const names = Object.keys(tariff);");
    write('wrong.mts', "import { nothingOfTheKind } from 'tariff-calc'; export const none = nothingOfTheKind;");
    expect(checkTypes('user.mts', 'user.cts')).toBe('');
    expect(checkTypes('wrong.mts')).toContain("has no exported member 'nothingOfTheKind'");
  });

  test('hands out its rate tables', () => {
    const table = packed.find((path) => /^data\/.*\.json$/.test(path));
    expect(table).toBeDefined();
    const copy = run(home, process.execPath, ['-p', `JSON.stringify(require('tariff-calc/${table}'))`]);
    expect(JSON.parse(copy)).toEqual(JSON.parse(readFileSync(join(root, String(table)), 'utf8')));
  });

  function write(name: string, text: string): void {
    writeFileSync(join(home, name), text);
  }

  /** What the compiler says about files of a strict project that has no other types, declarations included. */
  function checkTypes(...files: readonly string[]): string {
    const strict = ['--strict', '--noEmit', '--skipLibCheck', 'false', '--types', '', '--target', 'es2023'];
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    try {
      return run(home, process.execPath, [compiler, ...strict, '--module', 'nodenext', ...files]);
    } catch (error) {
      return (error as { readonly stdout: string }).stdout;
    }
  }
});

function run(cwd: string, command: string, args: readonly string[]): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
