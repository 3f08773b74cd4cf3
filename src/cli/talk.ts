import type { Problem } from '../customs/problem.ts';
import { placeOf } from '../io/terminal.ts';
import { problemList } from '../present/problem-list.ts';
import { renderProblem } from '../present/problems.ts';
import type { World } from './world.ts';

/** Standard error: talk, never data. */
export interface Talk {
  /** Tells the first of them; the rest are counted at the end. */
  readonly problems: (problems: readonly Problem[]) => Promise<void>;
  /** A sentence, on lines of its own. */
  readonly say: (text: string) => Promise<void>;
  /** How many problems were not told. Nothing when all were. */
  readonly end: () => Promise<void>;
}

/** Problems that are told; of the others only how many there are. */
export const told = 20;

/** Writes to standard error, and waits until that took it. */
export function sayTo(world: World): (text: string) => Promise<void> {
  return (text) => new Promise((resolve) => void world.stderr.write(text, () => resolve()));
}

/** `erase`: what takes a line away that stands there for a while. */
export function talkTo(world: World, color: boolean, erase: () => string = () => ''): Talk {
  const style = placeOf(world.stderr, world.env, color);
  const say = sayTo(world);
  const write = (text: string): Promise<void> => say(erase() + text);
  const untold = problemList(0);
  let shown = 0;
  return {
    problems: async (problems) => {
      for (const one of problems) {
        if (shown++ < told) await write(renderProblem(one, style));
        else untold.add([one]);
      }
    },
    say: (text) => write(`${text}\n`),
    end: async () => {
      const { leftOut } = untold.digest(0);
      const more = [...leftOut].map(([code, count]) => `${count} ${code}`).join(', ');
      if (more !== '') await write(`… and more problems: ${more}\n`);
    },
  };
}
