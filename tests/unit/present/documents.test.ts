import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

/** What the command prints, as its stories have it, beside the schema that is published of it. */
test.each([
  ['diff-two-files-as-json', 'diff.v1'],
  ['audit-as-json', 'audit.v1'],
])('%s is as %s says', (story, schema) => {
  const read = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(
    read('data', 'schema', `${schema}.schema.json`) as object,
  );
  validate(read('tests', 'cases', story, 'stdout'));
  expect(validate.errors ?? []).toEqual([]);
});
