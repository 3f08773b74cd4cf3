import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { Stopped } from './talk.mjs';

/** The commit of the base. A checkout that does not hold it, as one of a single commit, fetches it. */
export function baseCommit(base) {
  if (base === '' || /^0+$/.test(base))
    throw new Stopped('There is nothing to compare with: give the input "base", a commit or branch.');
  const found = commitOf(base);
  if (found) return found;
  git(['fetch', '--no-tags', '--depth=1', '--', 'origin', base]);
  const fetched = commitOf(base) ?? (/^[0-9a-f]{40}$/.test(base) ? undefined : commitOf('FETCH_HEAD'));
  if (fetched) return fetched;
  throw new Stopped(`The base "${base}" cannot be fetched. Check out with fetch-depth: 0.`);
}

function commitOf(name) {
  const { status, stdout } = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return status === 0 ? stdout.toString().trim() : undefined;
}

/**
 * The files to compare and the flags of the law on both sides; null where neither differs. What the base does not hold yet is nothing there:
 * a file without rows, the bundled tables, no amendments.
 */
export function bothSides({ file, with: laid, tables }, base, folder) {
  for (const path of [file, laid, tables].map(inRepository))
    if (path === '..' || path.startsWith('../')) throw new Stopped(`"${path}" lies outside the repository.`);
  if (!existsSync(file)) throw new Stopped(`The file "${file}" is not in the repository.`);
  const flags = [
    { flag: '--tables', path: tables, missing: 'bundled' },
    { flag: '--with', path: laid, missing: 'none' },
  ];
  const law = flags.filter(({ path }) => path !== '').map((one) => ({ ...one, ...pathOf(one, base, folder) }));
  const isFileNew = !isSame(file, base);
  if (!isFileNew && law.every(({ differs }) => !differs)) return null;
  return {
    files: isFileNew ? [fileBefore(file, base, folder), file] : [file],
    law: law.flatMap(({ flag, before, after, differs }) =>
      differs ? [flag, before, flag, after] : after === 'none' || after === 'bundled' ? [] : [flag, after],
    ),
  };
}

function pathOf({ path, missing }, base, folder) {
  const names = filesBefore(path, base);
  if (names.length === 0 && !existsSync(path))
    throw new Stopped(`"${path}" is neither in the repository nor in the base.`);
  const after = existsSync(path) ? path : missing;
  const now = after === missing ? [] : filesNow(path);
  const differs = names.join('\n') !== now.join('\n') || names.some((name) => !isSame(name, base));
  if (!differs) return { before: after, after, differs };
  for (const name of names) put(join(folder, 'before', name), contentBefore(name, base));
  return { before: names.length === 0 ? missing : join(folder, 'before', path), after, differs };
}

/** The file as the base has it; of a new file only the header. */
function fileBefore(file, base, folder) {
  const place = join(folder, 'before', file);
  const [header = ''] = readFileSync(file, 'utf8').split('\n');
  put(place, contentBefore(file, base) ?? `${header}\n`);
  return place;
}

function put(place, content) {
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, content);
}

function isSame(name, base) {
  return contentBefore(name, base)?.equals(readFileSync(name)) ?? false;
}

/** As a checkout would write it; undefined: the base does not have it. */
function contentBefore(name, base) {
  if (filesBefore(name, base).length === 0) return undefined;
  const { status, stdout, stderr } = git(['cat-file', '--filters', `${base}:${inRepository(name)}`]);
  if (status !== 0) throw new Stopped(`"${name}" of the base cannot be read: ${stderr.toString().trim()}`);
  return stdout;
}

/** The path itself, or the tables of a folder. */
function filesBefore(path, base) {
  const { stdout } = git(['ls-tree', '-r', '-z', '--name-only', '--full-tree', base, '--', inRepository(path)]);
  const names = stdout.toString().split('\0');
  return names.filter((name) => name !== '' && (name === inRepository(path) || isTable(name, path))).toSorted();
}

function filesNow(path) {
  if (!statSync(path).isDirectory()) return [inRepository(path)];
  const names = readdirSync(path).map((name) => inRepository(join(path, name)));
  return names.filter((name) => isTable(name, path)).toSorted();
}

/** A folder stands for its own tables, not for those of folders in it. */
function isTable(name, path) {
  return name.endsWith('.json') && dirname(name) === inRepository(path);
}

function inRepository(path) {
  return relative('.', normalize(path)).replaceAll('\\', '/');
}

function git(args) {
  const run = spawnSync('git', args, { maxBuffer: 1 << 30 });
  if (run.error) throw new Stopped(`git cannot be run: ${run.error.message}`);
  return run;
}
