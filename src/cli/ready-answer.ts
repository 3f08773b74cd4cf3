import { type Spoken, type WorkedAnswer, spoken } from '../assess/worked-answer.ts';
import type { Problem } from '../customs/problem.ts';
import { type Reckoner, type Wanted, makeReckoner } from '../exact/reckon.ts';
import { readDecimals } from '../intake/row-bytes.ts';
import { type ReadyCells, filledText, readyCells } from '../present/ready-cells.ts';

/** A worked answer made ready for one row after another: other amounts, the same steps. */
export interface ReadyAnswer {
  readonly reckoner: Reckoner;
  /** What is added to a row, from the results of the reckoner. */
  readonly cells: ReadyCells;
  /** Warnings and errors, with marks where amounts stand. */
  readonly problems: readonly Problem[];
  readonly decimalsOf: (figure: number) => number;
  /** Places of the sums among the results; they follow the figures. */
  readonly duty: number;
  readonly refundable: number;
  /** All that is said to anybody. */
  readonly spoken: Spoken;
  /** For amounts that decide otherwise; null: not needed yet. */
  next: ReadyAnswer | null;
}

/** `decimals` of the payable unit. Null: its sums cannot be gone through in whole numbers. */
export function readyAnswer(worked: WorkedAnswer, decimals: number): ReadyAnswer | null {
  const { line, texts, sheet } = worked;
  const { totals } = line;
  if (!totals) return null;
  const [duty, refundable] = [sheet.stepOf(totals.duty), sheet.stepOf(totals.refundable)];
  const wanted: Wanted[] = [...sheet.figures, { step: duty, decimals }, { step: refundable, decimals }];
  const reckoner = makeReckoner(sheet, [readDecimals.value, readDecimals.weight], wanted);
  if (!reckoner) return null;
  const decimalsOf = (figure: number): number => sheet.figures[figure]?.decimals ?? 0;
  return {
    reckoner,
    cells: readyCells(texts, decimalsOf),
    problems: line.problems.filter(({ severity }) => severity !== 'notice'),
    decimalsOf,
    duty: sheet.figures.length,
    refundable: sheet.figures.length + 1,
    spoken: spoken(worked),
    next: null,
  };
}

/** The problems of the row that was reckoned last, at its place. */
export function problemsAt({ problems, reckoner, decimalsOf }: ReadyAnswer, file: string, line: number): Problem[] {
  const filled = (text: string): string => filledText(text, reckoner.results, decimalsOf);
  return problems.map((one) => ({
    ...one,
    file,
    line,
    message: filled(one.message),
    hint: one.hint === null ? null : filled(one.hint),
  }));
}
