/**
 * Writes data/schema/*.json, the JSON Schemas of the rate tables, from the shapes in src/.
 * `--check` only names the files that are stale, and then fails.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSource } from './build/run-source.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'data', 'schema');
const check = process.argv.includes('--check');

const { jsonSchemas } = await runSource(root, 'src/build/json-schemas.ts');
const stale = jsonSchemas().filter(({ name, text }) => readIfThere(join(folder, name)) !== text);

for (const { name, text } of stale) {
  if (!check) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  process.stdout.write(`data/schema/${name} ${check ? 'is stale. Run: npm run schema' : 'written'}\n`);
}
if (check && stale.length > 0) process.exitCode = 1;

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
