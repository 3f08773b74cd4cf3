import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exitWords } from '../../../src/cli/exit-words.ts';
import { helpNames } from '../../../src/cli/help-names.ts';
import { exit } from '../../../src/cli/world.ts';
import { coreColumns } from '../../../src/intake/columns.ts';
import { bundledManifest } from '../../../src/io/bundled-law.ts';
import { columnNames } from '../../../src/present/csv-columns.ts';
import { runHere } from '../../support/run-here.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

test('the exit codes of the README are those of the program', () => {
  const table = readme.slice(readme.indexOf('| exit code | means |')).split('\n\n')[0] ?? '';
  const rows = table.split('\n').slice(2);
  const ours = Object.entries(exitWords).map(([name, [, full]]) => `| ${exit[name as keyof typeof exit]} | ${full} |`);
  expect(rows).toEqual(ours);
});

describe('tariff help', () => {
  test('lists every topic and every command', async () => {
    const { code, stdout } = await runHere(['help']);
    expect(code).toBe(0);
    for (const name of [...helpNames, 'calc', 'search', 'quota', 'help'])
      expect(stdout).toMatch(new RegExp(`^${name} `, 'm'));
  });

  const { tables } = bundledManifest();
  test.each<readonly [topic: string, names: readonly string[]]>([
    ['facts', tables.flatMap(({ facts }) => Object.keys(facts))],
    ['facts', bundledManifest().jurisdictions.flatMap(({ facts }) => Object.keys(facts))],
    ['columns', [...coreColumns.map(({ name }) => name), ...columnNames]],
    ['exit-codes', Object.values(exit).map(String)],
    ['formats', ['calc', 'quota status', 'search', 'parquet', 'ndjson', 'xlsx', 'tsv']],
    ['tables', tables.map(({ regime }) => regime)],
    ['tables', tables.flatMap(({ documentedThrough }) => documentedThrough ?? [])],
    ['quotas', ['HEADING/ORIGIN/2022-Q1', 'us-232-steel', 'Q1, Q2, Q3, Q4']],
  ])('%s names what there is', async (topic, names) => {
    const { code, stdout, stderr } = await runHere(['help', topic]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(names.filter((name) => !stdout.includes(name))).toEqual([]);
  });

  test.each(helpNames)('%s fits in 40 columns, names aside', async (topic) => {
    const { stdout } = await runHere(['help', topic], { COLUMNS: '40' });
    expect(stdout.split('\n').filter((line) => line.length > 40)).toEqual([]);
  });

  test.each(['calc', 'check', 'rates', 'history', 'diff', 'audit', 'search', 'quota', 'quota plan', 'import hts'])(
    '%s is the help of the command',
    async (command) => {
      const words = command.split(' ');
      const asked = await runHere(['help', ...words]);
      expect(asked).toEqual(await runHere([...words, '--help']));
      expect(asked.stdout).toMatch(new RegExp(`^Usage: tariff ${command}`));
    },
  );

  test.each([
    ['exit-code', 'exit-codes'],
    ['fact', 'facts'],
    ['clac', 'calc'],
    ['quota stauts', 'quota status'],
  ])('%s: did you mean %s?', async (name, meant) => {
    const { code, stdout, stderr } = await runHere(['help', ...name.split(' ')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`Did you mean ${meant}`);
  });
});
