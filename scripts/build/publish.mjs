import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isFresh, readStamp } from './stamp.mjs';

/**
 * Puts the build in `out` in the place of the one in dist/, so that a process that starts at any moment finds one of
 * the two whole, and one that runs already still finds its own chunks and tables.
 */
export function publish({ root, out, sources, force, currentSources }) {
  withLock(join(root, 'dist.lock'), () => {
    const last = readStamp(root);
    if (!force && isFresh(root, sources)) return; // another build of the same was faster
    if (last && last.sources !== sources && last.sources === currentSources()) return; // or of newer ones
    const files = listFiles(out);
    // Names with a digest first: nobody asks for them yet. Then those that ask for them.
    files.filter(hasDigest).forEach(move);
    files.filter((file) => !hasDigest(file)).forEach(move);
    const before = last?.sources === sources ? last.before : (last?.files ?? []).filter(hasDigest);
    const stamp = join(out, '.build.json');
    writeFileSync(stamp, `${JSON.stringify({ sources, files, before }, undefined, 1)}\n`);
    renameSync(stamp, join(root, 'dist', '.build.json'));
    removeOthers([...files, ...before, '.build.json']);
  });

  function move(file) {
    const target = join(root, 'dist', file);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(join(out, file), target);
  }

  function removeOthers(wanted) {
    const keep = new Set(wanted);
    for (const file of listFiles(join(root, 'dist'))) {
      if (!keep.has(file)) rmSync(join(root, 'dist', file), { force: true });
    }
  }
}

/** The name says the content, so that two builds may share the file. */
function hasDigest(file) {
  return file.startsWith('chunks/') || file.startsWith('law/');
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** Two builds may come to this point at once; each needs milliseconds. */
function withLock(path, action) {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      closeSync(openSync(path, 'wx'));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 20_000)
        rmSync(path, { force: true }); // left by a build that was killed
      else Atomics.wait(pause, 0, 0, 20);
    }
  }
  try {
    action();
  } finally {
    rmSync(path, { force: true });
  }
}
