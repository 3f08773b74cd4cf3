import type { Problem } from '../customs/problem.ts';

/** An input that cannot be read, or not to its end; says why. */
export class BrokenInput extends Error {
  readonly problem: Problem;

  constructor(why: Problem) {
    super(why.message);
    this.problem = why;
  }
}
