/**
 * Writes data/schema/*.json, the JSON Schemas of the rate tables, from the shapes in src/.
 * `--check` only names the files that are stale, and then fails.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSource } from './build/run-source.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'data', 'schema');

const { jsonSchemas } = await runSource(root, 'src/build/json-schemas.ts');
const wanted = new Map(jsonSchemas().map(({ name, text }) => [name, text]));

mkdirSync(folder, { recursive: true });
const present = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const stale = [...new Set([...wanted.keys(), ...present.keys()])].filter(
  (name) => wanted.get(name) !== present.get(name),
);

if (process.argv.includes('--check')) {
  for (const name of stale) process.stdout.write(`data/schema/${name} is stale. Run: npm run schema\n`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const name of stale) {
    const text = wanted.get(name);
    if (text === undefined) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), text);
    process.stdout.write(`data/schema/${name} ${text === undefined ? 'removed' : 'written'}\n`);
  }
}
