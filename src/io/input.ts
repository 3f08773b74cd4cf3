import { createReadStream, statSync } from 'node:fs';
import { type Problem, problem } from '../customs/problem.ts';
import { unreadable } from './files.ts';

/** The name that stands for standard input. */
export const standardInput = '-';
/** What it is called where problems name a file. */
export const standardInputName = '(standard input)';

/** What keeps a file from being read, found before anything is written; undefined when it can be. */
export function checkInput(file: string): Problem | undefined {
  if (file === standardInput) return undefined;
  try {
    return statSync(file).isDirectory()
      ? problem('not-a-file', 'error', 'is a folder, not a file', { file })
      : undefined;
  } catch (error) {
    return unreadable(file, error);
  }
}

/** The bytes of a file, or of standard input, as they come. */
export function readBytes(file: string, stdin: NodeJS.ReadableStream): AsyncIterable<Uint8Array> {
  const stream = file === standardInput ? stdin : createReadStream(file, { highWaterMark: 256 * 1024 });
  return stream as AsyncIterable<Uint8Array>;
}

/** How many bytes the files have together; null where one of them does not say, such as standard input. */
export function sizeOf(files: readonly string[]): number | null {
  try {
    const found = files.map((file) => (file === standardInput ? undefined : statSync(file)));
    return found.every((one) => one?.isFile()) ? found.reduce((sum, one) => sum + (one?.size ?? 0), 0) : null;
  } catch {
    return null; // told when it is opened
  }
}
