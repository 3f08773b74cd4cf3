/** What the process hands to the program: nothing here is reached for from anywhere else. */
export interface World {
  /** Without the node binary and the script. */
  readonly argv: readonly string[];
  readonly stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  readonly stderr: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  readonly env: NodeJS.ProcessEnv;
  /** The day on which the program runs, YYYY-MM-DD. */
  readonly today: string;
  /** Milliseconds from some fixed moment: how long a run takes. */
  readonly clock: () => number;
  /** Who starts threads; left out: there is this one alone. */
  readonly threads?: { readonly start: StartHelper };
}

/** Another thread of the program, with the other end of its port. */
export interface Helper extends HelperPort {
  readonly terminate: () => unknown;
}

/** Starts a thread that does a task. */
export type StartHelper = (task: unknown) => Helper;

/** Where messages come in and go out. */
export interface HelperPort {
  readonly on: (event: 'message' | 'error' | 'exit', listener: (message: never) => void) => unknown;
  readonly postMessage: (message: unknown, transferred?: readonly ArrayBuffer[]) => void;
}

/** Exit codes, by name; `exit-words.ts` says what they mean. */
export const exit = {
  done: 0,
  checkFailed: 1,
  usage: 2,
  linesOpen: 3,
  unusable: 4,
  unwritable: 5,
  bug: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** The first of them that holds counts. */
export const worst: readonly ExitCode[] = [70, 130, 4, 5, 2, 3, 1, 0];

export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return worst.indexOf(a) <= worst.indexOf(b) ? a : b;
}

/**
 * A limit that was met goes before lines without an answer: who lets those pass must still hear of it. Whatever is worse than both stays.
 */
export function withLimits(code: ExitCode, limits: ExitCode): ExitCode {
  return code === exit.linesOpen && limits !== exit.done ? limits : worse(code, limits);
}
