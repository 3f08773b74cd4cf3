import type { AssessedLine } from '../customs/assessment.ts';
import { printCode } from '../customs/commodity-code.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { Decimal } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { type Worksheet, keepWorksheet, leaveWorksheet } from '../exact/worksheet.ts';
import { assessLine } from './assess-line.ts';
import type { Law } from './law.ts';
import { daysOfChange, stretchesBetween } from './plan.ts';
import type { Balances } from './pots.ts';
import { sharedMoment } from './presented.ts';

/**
 * The answer to a line with how it was worked out, so that it serves other lines that declare the same but for their amounts, on days of the
 * same stretch. Texts in it hold marks where amounts stand.
 */
export interface WorkedAnswer {
  readonly line: AssessedLine;
  /** What was written of the answer. */
  readonly texts: readonly string[];
  /** Its inputs: the value, and the weight where one is declared. */
  readonly sheet: Worksheet;
}

/**
 * Works out a line and keeps how, with what `write` makes of the answer. Null: the answer turns on more than what the line declares (what a
 * quota has left), it is no plain sum, there is none, or it names the day; such a line is assessed by itself.
 */
export function workAnswer(
  line: EntryLine,
  law: Law,
  write: (answer: AssessedLine) => readonly string[],
): WorkedAnswer | null {
  // What is told of a declared value is made of it before the line is assessed.
  if (line.notes.length > 0) return null;
  // Two amounts that were read from the same text may be one object: here each is its own.
  const value = new Decimal(line.value);
  const weightKg = line.weightKg && new Decimal(line.weightKg);
  const kept = keepWorksheet(weightKg ? [value, weightKg] : [value], () => {
    const answer = assessLine({ ...line, value, weightKg }, law, closedBalances);
    if (answer.line.status !== 'assessed' || answer.draws.length > 0 || answer.undecided.length > 0) leaveWorksheet();
    return { line: answer.line, texts: write(answer.line) };
  });
  if (!kept) return null;
  const { result, sheet } = kept;
  return spoken(result).some((text) => text.includes(line.date)) ? null : { ...result, sheet };
}

/** Whether the answer names the number or the origin of the line, so that it serves no others. */
export function namesGoods(answer: Omit<WorkedAnswer, 'sheet'>, { goods, origin }: EntryLine, law: Law): boolean {
  if (goods.kind !== 'number') return true;
  const names = [goods.code, printCode(goods.code, law.schedule.jurisdiction.code), origin];
  return spoken(answer).some((text) => names.some((name) => text.includes(name)));
}

/** All that is said to anybody. */
function spoken({ line, texts }: Omit<WorkedAnswer, 'sheet'>): readonly string[] {
  return [...texts, ...line.problems.flatMap(({ message, hint }) => [message, hint ?? ''])];
}

/**
 * A number for each stretch of days on which a line of the same goods, origin and facts has the same answer, its amounts aside. Below zero: a
 * day on which lines share what a quota holds with others that came before it opened, so that none is answered by itself.
 */
export function sameLaw(law: Law): (date: IsoDate) => number {
  const { jurisdiction } = law.schedule;
  const bounds = [...jurisdiction.notCovered, ...Object.values(jurisdiction.programs)].flatMap(({ from, before }) => [
    from,
    before,
  ]);
  const stretchOf = stretchesBetween([...daysOfChange(law), ...bounds.filter((day) => day !== null)]);
  const momentOf = sharedMoment(law.schedule);
  return (date) => (momentOf({ date, presentedAt: null }) === null ? stretchOf(date) + 1 : -1);
}

/** Balances that nobody may look at while a worksheet is kept: what they hold changes from line to line. */
const closedBalances: Balances = new Proxy({} as Balances, {
  get: leaveWorksheet,
  has: leaveWorksheet,
  ownKeys: leaveWorksheet,
  getOwnPropertyDescriptor: leaveWorksheet,
});
