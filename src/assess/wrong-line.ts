import type { AssessedLine } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';

/** A line that is wrong as it is declared: it owes nothing that could be told, and draws on nothing. */
export function wrongLine(line: EntryLine, problem: Problem): AssessedLine {
  return {
    kind: 'line',
    line,
    status: 'invalid',
    duties: [],
    fees: [],
    outcomes: null,
    totals: null,
    notCovered: [],
    filings: [],
    problems: [problem],
    trace: null,
    row: null,
  };
}
