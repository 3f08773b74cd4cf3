import type { Spoken, WorkedAnswer } from '../assess/worked-answer.ts';
import type { MarkedPot } from '../assess/marked-pots.ts';
import type { Problem } from '../customs/problem.ts';
import { type Piece, piecesOf } from '../exact/worksheet.ts';
import type { Reckoner, Reckoners, Wanted } from '../exact/reckon.ts';
import {
  type CellStore,
  type ReadyCells,
  type ReadyNames,
  type Written,
  filledText,
  noNames,
} from '../present/ready-cells.ts';

/** What an answer names of its line. */
export type Names = 'nothing' | 'origin' | 'goods';

/** A worked answer made ready for one row after another: other amounts, the same steps. */
export interface ReadyAnswer {
  readonly reckoner: Reckoner;
  /** What is added to a row, from the results of the reckoner. */
  readonly cells: ReadyCells;
  /** Warnings and errors. */
  readonly problems: readonly ReadyProblem[];
  /** How each figure is written. */
  readonly writtenAs: readonly Written[];
  /** Whether it is counted, and added up, as assessed; otherwise it is unknown. */
  readonly isAssessed: boolean;
  /** Places of the sums among the results, which follow the figures, where the line is assessed. */
  readonly duty: number;
  readonly refundable: number;
  /** What its texts name of the line, so that it serves no others. */
  readonly told: Names;
  /** For which lines it is looked up: an answer that names pots is looked up by the origin. */
  readonly names: Names;
  /** The pots whose names are marks in it, and what they are named here. */
  readonly marked: readonly MarkedPot[];
  readonly pots: ReadyNames;
  /** For amounts that decide otherwise; null: not needed yet. */
  next: ReadyAnswer | null;
}

/** A problem with its texts taken apart where amounts and names stand. */
interface ReadyProblem {
  readonly problem: Problem;
  readonly message: readonly Piece[];
  readonly hint: readonly Piece[] | null;
}

/** What answers have in common: `decimals` of the payable unit, and what is kept of others. */
interface ReadyFor {
  readonly decimals: number;
  readonly reckoners: Reckoners;
  readonly store: CellStore;
}

/** Null: its sums cannot be gone through in whole numbers. */
export function readyAnswer(
  worked: WorkedAnswer,
  { decimals, reckoners, store }: ReadyFor,
  names: (said: Spoken) => Names,
): ReadyAnswer | null {
  const { line, texts, sheet, pots } = worked;
  const { totals } = line;
  const sums = totals ? [totals.duty, totals.refundable] : [];
  const wanted: Wanted[] = [...sheet.figures, ...sums.map((sum) => ({ step: sheet.stepOf(sum), decimals }))];
  const reckoner = reckoners.of(sheet, wanted);
  if (!reckoner) return null;
  const told = names(worked.spoken);
  // No function, since it would keep the whole worksheet.
  const writtenAs = sheet.figures.map((figure, place): Written => ({
    decimals: reckoner.decimals[place] ?? 0,
    isTrimmed: figure.decimals === null,
  }));
  return {
    reckoner,
    cells: store.cells(texts, writtenAs),
    problems: line.problems
      .filter(({ severity }) => severity !== 'notice')
      .map((problem) => ({
        problem,
        message: piecesOf(problem.message),
        hint: problem.hint === null ? null : piecesOf(problem.hint),
      })),
    writtenAs,
    isAssessed: totals !== null,
    duty: sheet.figures.length,
    refundable: sheet.figures.length + 1,
    told,
    // What a quota has for one origin says nothing of another.
    names: pots.length > 0 && told === 'nothing' ? 'origin' : told,
    marked: pots,
    pots: pots.length === 0 ? noNames : store.names(pots.map(({ id }) => id)),
    next: null,
  };
}

/** The problems of the row that was reckoned last, at its place. */
export function problemsAt(
  { problems, reckoner, writtenAs, pots }: ReadyAnswer,
  file: string,
  line: number,
): Problem[] {
  const filled = (text: readonly Piece[]): string => filledText(text, reckoner.results, pots.texts, writtenAs);
  return problems.map(({ problem, message, hint }) => ({
    ...problem,
    file,
    line,
    message: filled(message),
    hint: hint && filled(hint),
  }));
}
