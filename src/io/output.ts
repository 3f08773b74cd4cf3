import { Buffer } from 'node:buffer';
import { type WriteStream, createWriteStream, openSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { type Problem, problem } from '../customs/problem.ts';

/** The reader has seen enough (`| head`): stop, quietly. */
export class ClosedPipe extends Error {}

/** The output could not be written; says why. */
export class Unwritable extends Error {
  readonly problem: Problem;

  constructor(file: string | null, cause: unknown) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    const words: Readonly<Record<string, string>> = {
      ENOENT: 'the folder does not exist',
      EACCES: 'may not be written',
      EISDIR: 'is a folder, not a file',
      ENOSPC: 'the disk is full',
      EROFS: 'the disk is read-only',
      ENOTDIR: 'is not inside a folder',
      EEXIST: 'a file stands where a folder is needed',
    };
    super(`unwritable: ${code}`);
    this.problem = problem('unwritable', 'error', words[code] ?? `cannot be written (${code})`, {
      file: file ?? 'standard output',
    });
  }
}

/** Where results go. Writing waits for a slow reader, so memory does not grow. */
export interface Output {
  readonly write: (text: string | Uint8Array) => Promise<void>;
  /** What was gathered is written by the time this is done; left out: nothing ever is. */
  readonly flush?: () => Promise<void>;
  /** Ends well: a file appears under its name only now. */
  readonly close: () => Promise<void>;
  /** Ends badly: an unfinished file is removed. */
  readonly abandon: () => void;
}

/** Standard output, or any stream of the process. */
export function streamOutput(stream: NodeJS.WritableStream): Output {
  return { write: writerTo(stream, null), close: async () => undefined, abandon: () => undefined };
}

/**
 * A file, written under a name of its own and renamed when complete: a crash never leaves half a result under the final name. A
 * link is followed, the mode of an older file kept; a pipe or a device is written as it is. Throws `Unwritable` at once.
 */
export function fileOutput(file: string): Output {
  const target = targetOf(file);
  if (!target.regular) return openOutput(file, target.path, null);
  return openOutput(file, `${target.path}.${process.pid}.part`, target);
}

/** So many bytes are written at once. */
const portion = 256 * 1024;

/** The same output for many small pieces: they are written together, when there are enough of them or nothing else is to be done. */
export function gathered(output: Output): Output {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let failure: unknown;
  let isWaiting = false;
  let written: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    const [first, ...others] = pieces;
    pieces = [];
    size = 0;
    if (first)
      written = written.then(() => output.write(others.length === 0 ? first : Buffer.concat([first, ...others])));
    return written;
  };
  const later = (): void => {
    isWaiting = false;
    flush().catch((error: unknown) => (failure = error));
  };
  return {
    ...output,
    write: async (text) => {
      if (failure !== undefined) throw failure;
      const bytes = typeof text === 'string' ? Buffer.from(text) : text;
      pieces.push(bytes);
      size += bytes.length;
      if (size >= portion) await flush();
      else if (!isWaiting) {
        isWaiting = true;
        setImmediate(later);
      }
    },
    flush,
    close: async () => {
      await flush();
      if (failure !== undefined) throw failure;
      await output.close();
    },
  };
}

interface Target {
  readonly path: string;
  readonly regular: boolean;
  readonly mode: number | null;
}

function targetOf(file: string): Target {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found) return { path: file, regular: true, mode: null };
    if (found.isDirectory()) throw Object.assign(new Error(file), { code: 'EISDIR' });
    return { path: realpathSync(file), regular: found.isFile(), mode: found.mode & 0o7777 };
  } catch (error) {
    throw new Unwritable(file, error);
  }
}

/** `place`: where the complete file belongs; null where what is written is there at once. */
function openOutput(file: string, path: string, place: Target | null): Output {
  const stream = createWriteStream(path, { fd: openOrThrow(file, path, place?.mode ?? undefined) });
  const discard = (): void => {
    if (place) rmSync(path, { force: true });
  };
  const stopped = (signal: NodeJS.Signals): void => {
    discard();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', stopped).once('SIGTERM', stopped);
  const settle = (): void => void process.off('SIGINT', stopped).off('SIGTERM', stopped);
  return {
    write: writerTo(stream, file),
    close: async () => {
      await ended(stream, file);
      settle();
      try {
        if (place) renameSync(path, place.path);
      } catch (error) {
        discard();
        throw new Unwritable(file, error);
      }
    },
    abandon: () => {
      settle();
      stream.destroy();
      discard();
    },
  };
}

function openOrThrow(file: string, path: string, mode: number | undefined): number {
  try {
    return openSync(path, 'w', mode);
  } catch (error) {
    throw new Unwritable(file, error);
  }
}

function writerTo(stream: NodeJS.WritableStream, file: string | null): Output['write'] {
  let failure: unknown;
  stream.on('error', (error) => (failure = error));
  return (text) =>
    new Promise((resolve, reject) => {
      if (text.length === 0) {
        resolve();
        return;
      }
      stream.write(text, (error) => {
        const cause = failure ?? error;
        if (!cause) resolve();
        else if ((cause as NodeJS.ErrnoException).code === 'EPIPE') reject(new ClosedPipe());
        else reject(new Unwritable(file, cause));
      });
    });
}

function ended(stream: WriteStream, file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.on('error', (error) => reject(new Unwritable(file, error)));
    stream.end(() => resolve());
  });
}
