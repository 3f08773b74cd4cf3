import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleCommand, bundleLibrary } from './bundle.mjs';
import { makeCodeCache } from './code-cache.mjs';
import { emitTypes } from './emit-types.mjs';
import { fingerprint } from './fingerprint.mjs';
import { collectLicences } from './licences.mjs';
import { publish } from './publish.mjs';
import { runSource } from './run-source.mjs';

/** Makes a whole build in a folder beside dist/, then puts it in place. */
export async function makeBuild({ root, sources, force }) {
  removeAbandoned(root);
  const workshop = mkdtempSync(join(root, 'dist.'));
  // An interrupted build tidies up too.
  const quit = () => {
    rmSync(workshop, { recursive: true, force: true });
    process.exit(130);
  };
  process.once('SIGINT', quit).once('SIGTERM', quit);
  try {
    const out = join(workshop, 'dist');
    // The project's own compiler of rate tables; it throws a readable message when one is wrong.
    const { compileLaw } = await runSource(root, 'src/build/compile-law.ts', { within: workshop });
    const { manifest, shards } = await compileLaw(join(root, 'data'));
    for (const { name, text } of shards) writeInto(out, `law/${name}`, text);
    writeInto(out, 'law-manifest.json', JSON.stringify(manifest));

    const [command, library, types] = await allDone([
      bundleCommand(root, out, manifest),
      bundleLibrary(root, out, manifest),
      emitTypes(root, out),
    ]);
    const packages = new Set([...command.packages, ...library, ...types]);
    makeCodeCache(root, out, command.core);
    writeInto(out, 'THIRD-PARTY-LICENSES.txt', collectLicences(root, packages));
    publish({ root, out, sources, force, currentSources: () => fingerprint(root) });
  } finally {
    rmSync(workshop, { recursive: true, force: true });
    process.off('SIGINT', quit).off('SIGTERM', quit);
  }
}

/** Like Promise.all, but none is still writing when this fails. */
async function allDone(tasks) {
  const results = await Promise.allSettled(tasks);
  const failure = results.find(({ status }) => status === 'rejected');
  if (failure) throw failure.reason;
  return results.map(({ value }) => value);
}

function writeInto(out, name, text) {
  const path = join(out, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Folders of builds that were killed; none takes an hour. */
function removeAbandoned(root) {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(root).filter((entry) => entry.startsWith('dist.'))) {
    const path = join(root, name);
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (made !== undefined && made < anHourAgo) rmSync(path, { recursive: true, force: true });
  }
}
