import { type Problem, problem } from '../customs/problem.ts';
import type { ExitCode } from './world.ts';

/** Ends a command early: what is wrong, and the exit code. Thrown and caught inside this room only. */
export class Stop extends Error {
  readonly problems: readonly Problem[];
  readonly code: ExitCode;

  constructor(code: ExitCode, problems: readonly Problem[]) {
    super(problems.map((one) => one.message).join('\n'));
    this.code = code;
    this.problems = problems;
  }
}

/** Flags or arguments that cannot be used as they are. */
export function usage(
  message: string,
  column: string | null = null,
  hint: string | null = null,
  value: string | null = null,
): Stop {
  return new Stop(2, [problem('bad-usage', 'error', message, { column, hint, value })]);
}
