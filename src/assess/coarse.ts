import type { EntryLine } from '../customs/entry-line.ts';
import { printCode } from '../customs/commodity-code.ts';
import { type Answer, type Considered, answerFor } from './answer.ts';
import { emptyBranch, isAlike } from './branch.ts';
import { about } from './charge.ts';
import type { Law } from './law.ts';
import { numbersAlike } from './numbers-alike.ts';
import type { Balances } from './balances.ts';

/** Answers that are told apart in a problem; more would not be read. */
const mostNamed = 6;

/** Hears of every regime as it is considered for a number. */
export type Tell = (code: string, considered: Considered) => void;

/**
 * Goods named by fewer digits than an entry needs, or by a class: accepted for an estimate as long as every full number below
 * gives the same answer for the date and origin. `tell` hears of the first of these numbers, which stands for all.
 */
export function coarseAnswer(line: EntryLine, law: Law, balances: Balances, tell?: Tell): Answer {
  const answers: { readonly codes: string[]; readonly answer: Answer }[] = [];
  for (const codes of numbersAlike(line, law.regimes, law)) {
    const answer = answerFor(line, codes[0], law, balances);
    const same = answers.find((one) => areAlike(one.answer, answer));
    if (same) same.codes.push(...codes);
    else answers.push({ codes: [...codes], answer });
  }
  const [only, ...others] = answers;
  const named = nameOf(line, law);
  if (only && others.length === 0) {
    const { label, full } = law.schedule.jurisdiction.code;
    const [code = ''] = only.codes;
    if (tell) answerFor(line, code, law, balances, (considered) => tell(code, considered));
    // A number that no table lists is no answer that a shorter one could be enough for.
    if (only.answer.problems.some((problem) => problem.code === 'not-listed')) return only.answer;
    const note = about(
      { line },
      'coarse-goods',
      'notice',
      `${named} is enough for this answer; an entry needs the ${label} of ${full} digits`,
      'hts',
    );
    return { ...only.answer, problems: [...only.answer.problems, note] };
  }
  const list = answers
    .slice(0, mostNamed)
    .map(({ codes, answer }) => `${codesText(codes, law)}: ${answerText(answer)}`);
  if (answers.length > mostNamed) list.push(`and ${answers.length - mostNamed} more answers`);
  const message =
    answers.length === 0
      ? `no number below ${named} is known`
      : `the numbers below ${named} give different answers: ${list.join('; ')}`;
  return {
    status: 'unknown',
    branches: [],
    problems: [
      about(
        { line },
        'differs-below',
        'error',
        message,
        'hts',
        `Give the ${law.schedule.jurisdiction.code.label} of ${law.schedule.jurisdiction.code.full} digits.`,
      ),
    ],
  };
}

function areAlike(one: Answer, other: Answer): boolean {
  return (
    one.branches.length === other.branches.length &&
    one.branches.every((branch, place) => isAlike(branch, other.branches[place] ?? emptyBranch))
  );
}

/** Whether the goods are named by fewer digits than an entry needs, or by a class. */
export function isCoarse({ goods }: Pick<EntryLine, 'goods'>, law: Law): boolean {
  return goods.kind === 'class' || goods.code.length < law.schedule.jurisdiction.code.full;
}

/** "steel", in quotation marks, or the number as the schedule prints it. */
export function nameOf(line: Pick<EntryLine, 'goods'>, law: Law): string {
  return line.goods.kind === 'class'
    ? `"${line.goods.name}"`
    : printCode(line.goods.code, law.schedule.jurisdiction.code);
}

/** The first numbers, and how many more. */
export function codesText(codes: readonly string[], law: Law): string {
  const shown = codes
    .toSorted()
    .slice(0, 2)
    .map((code) => printCode(code, law.schedule.jurisdiction.code));
  return codes.length > 2 ? `${shown.join(', ')} and ${codes.length - 2} more` : shown.join(', ');
}

function answerText(answer: Answer): string {
  const ways = answer.branches.map((branch) => {
    if (branch.refused) return 'refused';
    if (branch.blocked) return branch.problems.find((problem) => problem.severity === 'error')?.code ?? 'unknown';
    return (
      branch.duties
        .map((duty) => [duty.headings.join(' + '), duty.rate].filter((text) => text !== '').join(' '))
        .join(' + ') || 'no duty'
    );
  });
  return [...new Set(ways)].join(' or ');
}
