import type { ResultLine } from '../customs/assessment.ts';
import { type ProblemDigest, problemList } from './problem-list.ts';
import type { RunEnd, RunInfo, Style } from './rendering.ts';
import { type Source, sourceList } from './sources.ts';
import { countsText, notCoveredWords, tableWords, totalsText } from './words.ts';

/** How many lines a table shows; of more there is only what they come to. */
export const mostLines = 1000;
const mostProblems = 50;
const problemRoom = 1000;

/** What is said after the lines, whatever lays it out. */
export interface RunNotes {
  readonly problems: ProblemDigest;
  readonly totals: readonly (readonly [string, string])[];
  readonly counts: string;
  readonly notCovered: string;
  readonly sources: readonly Source[];
  readonly tables: readonly string[];
}

/** Gathers it while the lines go by, in bounded memory. */
export interface NoteTaker {
  readonly add: (batch: readonly ResultLine[]) => void;
  readonly lineCount: () => number;
  readonly notes: (end: RunEnd) => RunNotes;
}

export function noteTaker(info: RunInfo, style: Style): NoteTaker {
  const problems = problemList(problemRoom);
  const sources = sourceList();
  const notCovered = new Set<string>();
  let count = 0;
  return {
    add: (batch) => {
      count += batch.length;
      for (const line of batch) {
        problems.add(line.problems);
        if (line.kind === 'invalid') continue;
        for (const id of line.notCovered) notCovered.add(id);
        sources.add(line.duties);
        sources.add(line.fees);
        for (const outcome of line.outcomes ?? []) sources.add(outcome.duties);
      }
    },
    lineCount: () => count,
    notes: (end) => {
      problems.add(end.fileProblems);
      return {
        problems: problems.digest(count > mostLines ? mostProblems : Infinity),
        totals: totalsText(end.totals, style),
        counts: countsText(end.totals),
        notCovered: notCoveredWords([...notCovered], info),
        sources: sources.sources(),
        tables: tableWords(info.tables),
      };
    },
  };
}
