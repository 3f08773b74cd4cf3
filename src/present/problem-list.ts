import { type Problem, type ProblemCode, type Severity, problemCodes } from '../customs/problem.ts';

/** One thing wrong, and all the lines of a file on which it is wrong in the same words. */
export interface ProblemGroup {
  readonly problem: Problem;
  /** The first lines, in order; null where no line is known. */
  readonly lines: readonly (number | null)[];
  /** How often, lines not kept included. */
  readonly count: number;
}

/** Groups to print, errors first, and how many problems of which code were left out. */
export interface ProblemDigest {
  readonly groups: readonly ProblemGroup[];
  readonly leftOut: ReadonlyMap<ProblemCode, number>;
}

export interface ProblemList {
  readonly add: (problems: readonly Problem[]) => void;
  /** At most `limit` groups; what is over is counted. */
  readonly digest: (limit: number) => ProblemDigest;
}

const keptLines = 6;
const mostWordings = 3;

interface Gathered {
  readonly problem: Problem;
  readonly lines: (number | null)[];
  count: number;
}

/** Gathers problems without end in bounded memory: at most `room` groups of each severity, the rest as counts. */
export function problemList(room: number): ProblemList {
  const groups = { error: new Map(), warning: new Map(), notice: new Map() } as Record<Severity, Map<string, Gathered>>;
  const leftOut = new Map<ProblemCode, number>();

  const add = (problem: Problem): void => {
    const known = groups[problem.severity];
    const key = [problem.code, problem.file, problem.column, problem.message, problem.hint].join('\n');
    const group = known.get(key);
    if (group) {
      group.count += 1;
      if (group.lines.length < keptLines && group.lines.at(-1) !== problem.line) group.lines.push(problem.line);
    } else if (known.size < room) known.set(key, { problem, lines: [problem.line], count: 1 });
    else countUp(leftOut, problem.code, 1);
  };

  return {
    add: (problems) => problems.forEach(add),
    digest: (limit) => {
      const all = [...groups.error.values(), ...groups.warning.values(), ...inOneWord([...groups.notice.values()])];
      const over = new Map(leftOut);
      for (const { problem, count } of all.slice(limit)) countUp(over, problem.code, count);
      return { groups: all.slice(0, limit), leftOut: over };
    },
  };
}

/** Notices of one code that come in many wordings are one, in the general words of the code, with the first one's hint. */
function inOneWord(notices: readonly ProblemGroup[]): readonly ProblemGroup[] {
  const alike = new Map<string, ProblemGroup[]>();
  for (const group of notices) {
    const key = `${group.problem.code}
${group.problem.file}`;
    alike.set(key, [...(alike.get(key) ?? []), group]);
  }
  return [...alike.values()].flatMap((groups) => {
    const [first] = groups;
    if (!first || groups.length <= mostWordings) return groups;
    const lines = groups.flatMap((group) => group.lines).toSorted((a, b) => (a ?? 0) - (b ?? 0));
    const count = groups.reduce((total, group) => total + group.count, 0);
    const problem = { ...first.problem, column: null, message: problemCodes[first.problem.code] };
    return [{ problem, lines: [...new Set(lines)].slice(0, keptLines), count }];
  });
}

function countUp(counts: Map<ProblemCode, number>, code: ProblemCode, by: number): void {
  counts.set(code, (counts.get(code) ?? 0) + by);
}
