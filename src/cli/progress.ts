import { columnsOf } from '../io/terminal.ts';
import { progressWords } from '../present/progress-words.ts';
import type { World } from './world.ts';

/** A line on a terminal that says how far a long run has come. It is drawn from the loop over rows: timers do not tick there. */
export interface Progress {
  readonly rows: (count: number) => void;
  readonly bytes: (count: number) => void;
  /** What has to be written before anything else is: it takes the line away. Empty where none is drawn. */
  readonly erase: () => string;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Short runs show nothing, and nobody reads faster. In milliseconds. */
const firstAfter = 500;
const betweenDraws = 100;

const takeAway = '\r\u001B[K';

/** Nothing is drawn where standard error is no terminal, or rows go to the same terminal. */
export function noProgress(): Progress {
  return { rows: () => undefined, bytes: () => undefined, erase: () => '', end: () => undefined };
}

/** Draws on standard error. `size`: bytes of all files; null: not known. */
export function startProgress({ stderr, env, clock }: World, size: number | null): Progress {
  const begun = clock();
  let next = begun + firstAfter;
  let isDrawn = false;
  let rows = 0;
  let bytes = 0;
  const tick = (): void => {
    const now = clock();
    if (now < next) return;
    next = now + betweenDraws;
    isDrawn = true;
    stderr.write(takeAway + progressWords({ rows, bytes, size, milliseconds: now - begun }, columnsOf(stderr, env)));
  };
  const erase = (): string => {
    const text = isDrawn ? takeAway : '';
    isDrawn = false;
    return text;
  };
  return {
    rows: (count) => {
      rows += count;
      tick();
    },
    bytes: (count) => {
      bytes += count;
      tick();
    },
    erase,
    end: () => {
      const text = erase();
      if (text !== '') stderr.write(text);
    },
  };
}

/** Whether a run over files shows how far it has come. `isPrinting`: rows go to standard output as they come. */
export function showsProgress({ stderr, stdout, env }: World, isPrinting: boolean): boolean {
  return stderr.isTTY === true && env['TERM'] !== 'dumb' && !(isPrinting && stdout.isTTY === true);
}
