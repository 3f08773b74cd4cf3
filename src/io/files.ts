import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Problem, problem } from '../customs/problem.ts';
import { type Result, fail, ok } from '../exact/result.ts';

/** Reads a text file; a missing file, a directory, a refusal of the system or bytes that are no UTF-8 are a problem that names it. */
export function readText(file: string): Result<string, Problem> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return fail(unreadable(file, error));
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail(problem('encoding', 'error', 'is not text in UTF-8', { file, hint: 'Save it as UTF-8.' }));
  }
}

/** The file itself, or every `.json` file in a folder and the folders below, in order of names. */
export function jsonFilesIn(path: string): Result<readonly string[], Problem> {
  try {
    if (!statSync(path).isDirectory()) return ok([path]);
    const found = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name));
    if (found.length === 0)
      return fail(problem('not-a-file', 'error', 'the folder holds no .json file', { file: path }));
    return ok(found.toSorted());
  } catch (error) {
    return fail(unreadable(path, error));
  }
}

/** What the system said, in words. */
export function unreadable(file: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'no such file',
    EISDIR: 'is a folder, not a file',
    EACCES: 'may not be read',
    EPERM: 'may not be read',
  };
  return problem('not-a-file', 'error', words[code] ?? `cannot be read (${code || String(error)})`, { file });
}

/** SHA-256 over texts, one after the other, as hex. */
export function digest(texts: readonly string[]): string {
  // Loaded when a digest is wanted: most runs use bundled law, whose digests the build knows.
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex');
}

/** SHA-256 of one text, as programs other than this reckon it, as hex. */
export function plainDigest(text: string): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex');
}

/** Whether two names stand for one file, by whatever way. */
export function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [first, second] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev;
}
