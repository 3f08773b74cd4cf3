import type { Problem } from '../customs/problem.ts';
import { placeOf } from '../io/terminal.ts';
import { annotation } from '../present/annotations.ts';
import { problemList } from '../present/problem-list.ts';
import { renderProblem } from '../present/problems.ts';
import type { World } from './world.ts';

/** Standard error: talk, never data. */
export interface Talk {
  /** Problems are written as annotations of a build, which no other output stands in for. */
  readonly annotates: boolean;
  /** Tells the first of them; the rest are counted at the end. */
  readonly problems: (problems: readonly Problem[]) => Promise<void>;
  /** A sentence, on lines of its own. */
  readonly say: (text: string) => Promise<void>;
  /** How many problems were not told. Nothing when all were. */
  readonly end: () => Promise<void>;
}

/** Problems that are told; of the others only how many there are. */
export const told = 20;

/** Annotations of each kind that a step of a build shows. */
const annotated = 10;

/** Writes to standard error, and waits until that took it. */
export function sayTo(world: World): (text: string) => Promise<void> {
  return (text) => new Promise((resolve) => void world.stderr.write(text, () => resolve()));
}

/** `erase`: what takes a line away that stands there for a while. */
export function talkTo(
  world: World,
  { color, annotations }: { readonly color: boolean; readonly annotations?: string },
  erase: () => string = () => '',
): Talk {
  const style = placeOf(world.stderr, world.env, color);
  const say = sayTo(world);
  const write = (text: string): Promise<void> => say(erase() + text);
  const untold = problemList(0);
  const annotates = annotations !== undefined;
  const shown = { error: 0, warning: 0, notice: 0 };
  const isTold = ({ severity, code }: Problem): boolean => {
    // That the rest of a file was not read is told, however much was told before.
    if (code === 'bad-csv') return true;
    const before = annotates ? shown[severity] : shown.error + shown.warning + shown.notice;
    shown[severity] += 1;
    return before < (annotates ? annotated : told);
  };
  return {
    annotates,
    problems: async (problems) => {
      for (const one of problems) {
        if (isTold(one)) await write(annotates ? annotation(one) : renderProblem(one, style));
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
