/**
 * Builds dist/ from src/ and data/. Says and does nothing when dist/ is up to date; `--force` builds anyway.
 * A build that fails leaves the last one in place.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './build/fingerprint.mjs';
import { isFresh } from './build/stamp.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const force = process.argv.includes('--force');

try {
  const sources = fingerprint(root);
  if (force || !isFresh(root, sources)) await build(sources);
} catch (error) {
  process.stderr.write(`The build failed.\n${explain(error)}\n`);
  process.exitCode = 1;
}

async function build(sources) {
  requireTools();
  const { makeBuild } = await import('./build/make-build.mjs');
  await makeBuild({ root, sources, force });
}

/** A tree without development packages can run what is built, but not build. */
function requireTools() {
  const missing = ['rolldown', 'typescript'].filter((name) => !existsSync(join(root, 'node_modules', name)));
  if (missing.length > 0) {
    throw new Error(`Not installed: ${missing.join(', ')}. Run: npm ci   (with development packages)`);
  }
}

function explain(error) {
  if (!(error instanceof Error)) return String(error);
  return process.env.DEBUG ? (error.stack ?? error.message) : error.message;
}
