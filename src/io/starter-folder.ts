import { lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { lawFolder } from 'virtual:law-manifest';
import { Unwritable } from './output.ts';

/** What comes with the package: plain files, laid down as they are. */
const starter = join(lawFolder, '..', '..', 'examples', 'starter');

/** The files of a starter folder, by their paths in it. */
export function starterFiles(): readonly string[] {
  return readdirSync(starter, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(starter, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Those of them that are there already, whatever they are. */
export function filesThere(folder: string): readonly string[] {
  return starterFiles().filter((file) => isThere(join(folder, file)));
}

/** A file that is no folder stands where the folder would. */
export function isNoFolder(folder: string): boolean {
  try {
    return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    return false; // writing will say what is wrong with it
  }
}

/** Writes all of them, or none. Throws `Unwritable`; a file that came to be there meanwhile is not touched. */
export function layStarter(folder: string): void {
  const made: string[] = []; // files, and the outermost folders
  for (const file of starterFiles()) {
    const path = join(folder, file);
    try {
      made.push(...makeFolders(dirname(path)));
      writeFileSync(path, readFileSync(join(starter, file)), { flag: 'wx' });
      made.push(path);
    } catch (error) {
      for (const one of made) rmSync(one, { force: true, recursive: true });
      throw new Unwritable(path, error);
    }
  }
}

/**
 * Makes the folder, and those above it that are missing, and gives what was made. One by one: where a file system says that nothing is there and lets nothing
 * be made, as /proc does, `recursive` never ends.
 */
function makeFolders(folder: string): readonly string[] {
  if (isFolder(folder)) return [];
  const above = dirname(folder);
  const made = above === folder ? [] : makeFolders(above);
  mkdirSync(folder);
  return [...made, folder];
}

/** The page that tells what the files are for, and what to run. */
export function starterPage(): string {
  return readFileSync(join(starter, 'README.md'), 'utf8');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
