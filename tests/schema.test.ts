import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const tables = ['data/jurisdictions', 'data/regimes', 'data/quotas'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
);

describe('data/schema/', () => {
  test('is what the shapes in src/ say', () => {
    const script = join(root, 'scripts', 'schema.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test.each(tables)('accepts %s', (path) => {
    expect(mistakes(path, readJson(path))).toEqual([]);
  });

  test('refuses what nobody knows', () => {
    const path = 'data/regimes/us-232-steel.json';
    expect(mistakes(path, { ...readJson(path), mesures: [] })).not.toEqual([]);
  });
});

/** What the schema a table names in `$schema` says against it. */
function mistakes(path: string, table: object): readonly unknown[] {
  const schema = readJson(join(dirname(path), String(readJson(path)['$schema'])));
  const validate = new Ajv2020({ allowUnionTypes: true, formats: { uri: URL.canParse } }).compile(schema);
  return validate(table) ? [] : (validate.errors ?? []);
}

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
}
