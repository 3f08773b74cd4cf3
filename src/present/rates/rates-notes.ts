import type { Problem } from '../../customs/problem.ts';
import type { RatesAnswer, RatesDue } from '../../customs/rates-due.ts';
import { type ProblemDigest, problemList } from '../problem-list.ts';
import { safeText } from '../safe-text.ts';
import { type Source, sourceList } from '../sources.ts';
import { notCoveredWords, tableWords } from '../words.ts';
import type { RatesInfo } from './rates-rendering.ts';

/** What is said below a table of rates. */
export interface RatesNotes {
  readonly problems: ProblemDigest;
  /** Columns that may bring other rates if declared; empty: none. */
  readonly open: string;
  readonly notCovered: string;
  readonly sources: readonly Source[];
  readonly tables: readonly string[];
}

/** The same problem from every origin is one. */
export function ratesNotes(answers: readonly RatesAnswer[], problems: readonly Problem[], info: RatesInfo): RatesNotes {
  const list = problemList(1000);
  const told = new Map(
    answers.flatMap((answer) => answer.problems).map((one) => [`${one.line}|${one.code}|${one.message}`, one]),
  );
  list.add([...told.values(), ...problems]);
  const dues = answers.filter((answer) => answer.kind === 'rates');
  const sources = sourceList();
  for (const { ways } of dues)
    for (const { rates } of ways) sources.add(rates.map((rate) => ({ ...rate, quota: null })));
  const facts = [...new Set(dues.flatMap(({ conditional }) => conditional.flatMap((one) => one.facts)))].toSorted();
  return {
    problems: list.digest(50),
    open:
      facts.length === 0
        ? ''
        : safeText(`${facts.join(', ')} may bring other rates; one number from one origin shows which`),
    notCovered: notCoveredWords([...new Set(dues.flatMap(({ notCovered }) => notCovered))], info),
    sources: sources.sources(),
    tables: tableWords(info.tables, new Set(dues.flatMap(usedIn))),
  };
}

/** Regimes with a rate among the answers. */
export function usedIn({ ways }: RatesDue): readonly string[] {
  return ways.flatMap(({ rates }) => rates.map(({ regime }) => regime));
}

/** "Rates on 2022-02-01: 7208.10.15.00" */
export function ratesTitle(
  answers: readonly RatesAnswer[],
  info: RatesInfo,
  named: (goods: RatesAnswer) => string,
): string {
  const names = [...new Set(answers.map(named))];
  const origins = new Set(answers.flatMap((one) => (one.kind === 'rates' ? [one.question.origin] : [])));
  const numbers = names.length === 1 ? names[0] : `${names.length} numbers`;
  const from = info.everyOrigin ? 'all origins' : `${origins.size} origin${origins.size === 1 ? '' : 's'}`;
  return `Rates on ${info.date}: ${numbers}, ${from}`;
}
