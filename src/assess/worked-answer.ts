import type { AssessedLine } from '../customs/assessment.ts';
import { printCode } from '../customs/commodity-code.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { Decimal } from '../exact/decimal.ts';
import { type Worksheet, keepWorksheet, leaveWorksheet } from '../exact/worksheet.ts';
import { type MarkedPot, MarkedPots } from './marked-pots.ts';
import { HeardFacts } from './heard-facts.ts';
import { type LineAnswer, assessLine } from './assess-line.ts';
import type { Law } from './law.ts';
import type { Balances } from './balances.ts';

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
  /** The pots it draws on or asks, in the order of the marks that stand for their names. */
  readonly pots: readonly MarkedPot[];
  readonly spoken: Spoken;
}

/** A worked answer, and which facts it turned on: lines that agree in them, and in the situation, are answered alike. */
export interface Worked {
  /** Null: such lines are assessed one by one. */
  readonly answer: WorkedAnswer | null;
  /** Null: all of them. */
  readonly asked: ReadonlySet<string> | null;
}

/**
 * Works out a line and keeps how, with what `write` makes of the answer. There is none where the answer turns on more than what the line declares (what a
 * quota has left), it is no plain sum, nothing is known, or
 * it names the day.
 */
export function workAnswer(
  line: EntryLine,
  { law, balances }: { readonly law: Law; readonly balances: Balances },
  write: (answer: AssessedLine) => readonly string[],
): Worked {
  // What is told of a declared value is made of it before the line is assessed.
  if (line.notes.length > 0) return { answer: null, asked: null };
  const facts = HeardFacts.of(line.facts);
  // Two amounts that were read from the same text may be one object: here each is its own.
  const value = new Decimal(line.value);
  const weightKg = line.weightKg && new Decimal(line.weightKg);
  const pots = new MarkedPots();
  const kept = pots.marking(() =>
    keepWorksheet(weightKg ? [value, weightKg] : [value], () => {
      const answer = assessLine({ ...line, facts, value, weightKg }, law, balances);
      if (!isAlone(answer)) leaveWorksheet();
      return { line: answer.line, texts: write(answer.line), pots: pots.marked };
    }),
  );
  const asked = facts.askedForAll ? null : facts.asked;
  const told = kept && spoken(kept.result);
  const isForAllDays = told && !told.text.includes(line.date);
  return { asked, answer: isForAllDays ? { ...kept.result, sheet: kept.sheet, spoken: told } : null };
}

/**
 * Whether the answer bears on no other line. Where nothing is known of a pot, and nothing more on any other day, nobody asks what lines drew on it:
 * what customs accepted of them, what they ask, or what they leave undecided. Lines that share a moment are answered together.
 */
function isAlone({ line, draws, undecided }: LineAnswer): boolean {
  if (line.status !== 'assessed' && line.status !== 'unknown') return false;
  const unknown = new Set(draws.map(({ pot }) => pot.id));
  return (
    draws.every(({ presented, pot }) => pot.capacity === null && !presented.includes('T') && pot.isSteady()) &&
    undecided.every((pot) => unknown.has(pot))
  );
}

/** All that is said to anybody of an answer. */
export interface Spoken {
  readonly text: string;
  /** Whether it has digits that may be a number of goods. */
  readonly hasNumbers: boolean;
}

function spoken({ line, texts }: Pick<WorkedAnswer, 'line' | 'texts'>): Spoken {
  const text = [...texts, ...line.problems.flatMap(({ message, hint }) => [message, hint ?? ''])].join('\n');
  return { text, hasNumbers: longNumber.test(text) };
}

/** Chapters and headings of four digits are named by all goods in them alike. */
const shortestNamed = 4;
const longNumber = /\d(?:\D?\d){4}/;

/** Whether what is said names the origin of the line, so that it serves lines of that origin alone. */
export function namesOrigin({ text }: Spoken, { origin }: EntryLine): boolean {
  return text.includes(origin);
}

/** Whether what is said names the number of the line, so that it serves no other goods. */
export function namesGoods({ text, hasNumbers }: Spoken, { goods }: EntryLine, law: Law): boolean {
  if (goods.kind !== 'number') return true;
  if (!hasNumbers) return false;
  const { code } = law.schedule.jurisdiction;
  return code.lengths.some((digits) => {
    const number = goods.code.slice(0, digits);
    return digits > shortestNamed && (text.includes(number) || text.includes(printCode(number, code)));
  });
}

/** Balances that nobody may look at while a worksheet is kept: what they hold changes from line to line. */
const closedBalances: Balances = new Proxy({} as Balances, {
  get: leaveWorksheet,
  has: leaveWorksheet,
  ownKeys: leaveWorksheet,
  getOwnPropertyDescriptor: leaveWorksheet,
});

/**
 * Balances of a run in which nothing was given or published, and which keeps no ledger: that stays so. What lines draw changes, and nobody may look at
 * it; nobody has to for a pot of which nothing is known.
 */
const nothingGiven: Balances = {
  given: new Map(),
  get drawn() {
    return leaveWorksheet();
  },
  get presented() {
    return leaveWorksheet();
  },
  get undecided() {
    return leaveWorksheet();
  },
  get shared() {
    return leaveWorksheet();
  },
  get sharing() {
    return leaveWorksheet();
  },
};

/** What the lines of a run may know of balances from the first to the last of them. */
export function lastingBalances({ given, prorated, published, recorded }: Balances): Balances {
  const isNothing = given.size === 0 && !prorated?.size && !published?.size && recorded === undefined;
  return isNothing ? nothingGiven : closedBalances;
}
