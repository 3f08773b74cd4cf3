import { type WriteStream, createWriteStream, openSync, renameSync, rmSync, statSync } from 'node:fs';
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
    };
    super(`unwritable: ${code}`);
    this.problem = problem('unwritable', 'error', words[code] ?? `cannot be written (${code})`, {
      file: file ?? 'standard output',
    });
  }
}

/** Where results go. Writing waits for a slow reader, so memory does not grow. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  /** Ends well: a file appears under its name only now. */
  readonly close: () => Promise<void>;
  /** Ends badly: an unfinished file is removed. */
  readonly abandon: () => void;
}

/** Standard output, or any stream of the process. */
export function streamOutput(stream: NodeJS.WritableStream): Output {
  return { write: writerTo(stream, null), close: async () => undefined, abandon: () => undefined };
}

/** A file, written under a name of its own and renamed when complete: a crash never leaves half a result under the final name. */
export function fileOutput(file: string): Output {
  const part = `${file}.${process.pid}.part`;
  const stream = createWriteStream(part, { fd: open(file, part) });
  const interrupted = (): void => {
    rmSync(part, { force: true });
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  return {
    write: writerTo(stream, file),
    close: async () => {
      await ended(stream, file);
      process.off('SIGINT', interrupted);
      try {
        renameSync(part, file);
      } catch (error) {
        rmSync(part, { force: true });
        throw new Unwritable(file, error);
      }
    },
    abandon: () => {
      process.off('SIGINT', interrupted);
      stream.destroy();
      rmSync(part, { force: true });
    },
  };
}

/** Opened before anything is computed: a folder that is not there is told at once. Throws `Unwritable`. */
function open(file: string, part: string): number {
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
      throw Object.assign(new Error(file), { code: 'EISDIR' });
    return openSync(part, 'w');
  } catch (error) {
    throw new Unwritable(file, error);
  }
}

function writerTo(stream: NodeJS.WritableStream, file: string | null): (text: string) => Promise<void> {
  let failure: unknown;
  stream.on('error', (error) => (failure = error));
  return (text) =>
    new Promise((resolve, reject) => {
      if (text === '') {
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
