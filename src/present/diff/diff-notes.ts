import type { AssessedLine, DutyLine } from '../../customs/assessment.ts';
import type { ComparedKey, ComparedLine, ComparedSum } from '../../customs/comparison.ts';
import type { Problem } from '../../customs/problem.ts';
import { printedMoney } from '../amounts.ts';
import { type ProblemDigest, problemList } from '../problem-list.ts';
import type { Style } from '../rendering.ts';
import { safeText } from '../safe-text.ts';
import { type Source, sourceList } from '../sources.ts';
import { notCoveredWords, tableWords } from '../words.ts';
import type { DiffEnd, DiffInfo } from './diff-rendering.ts';
import { changeText, comparedCounts, percentText, tablesOf } from './diff-words.ts';

const problemRoom = 1000;
/** How many lines a table shows; the sums hold all of them. */
export const mostCompared = 1000;

/** What is said after the lines, whatever lays it out. */
export interface DiffNotes {
  readonly sums: readonly SumTable[];
  readonly totals: readonly (readonly [
    label: string,
    before: string,
    after: string,
    change: string,
    percent: string,
  ])[];
  readonly counts: string;
  readonly problems: ProblemDigest;
  readonly notCovered: string;
  readonly sources: readonly Source[];
  readonly tables: readonly string[];
}

/** Rows of one key whose duty changed. */
export interface SumTable {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

export const sumColumns = ['Lines changed', 'Before', 'After', 'Change'] as const;

/** Gathers it while the lines go by, in bounded memory. */
export function diffNotes(
  info: DiffInfo,
  style: Style,
): {
  readonly add: (batch: readonly ComparedLine[]) => void;
  readonly notes: (end: DiffEnd) => DiffNotes;
} {
  const list = problemList(problemRoom);
  const problems = {
    add: (found: readonly Problem[]): void => list.add(found.map((one) => asCalled(one, info))),
    digest: list.digest,
  };
  const sources = sourceList();
  const notCovered = new Set<string>();
  const used = new Set<string>();
  const hear = (line: AssessedLine): void => {
    for (const id of line.notCovered) notCovered.add(id);
    for (const duties of [line.duties, line.fees]) for (const { regime } of duties) used.add(regime);
  };
  const addSources = ({ before, after, citation }: ComparedLine['regimes'][number]): void => {
    const duties: readonly DutyLine[] = [...after, ...before];
    sources.add(after.length > 0 ? duties : duties.map((duty) => ({ ...duty, citation: citation ?? duty.citation })));
  };
  return {
    add: (batch) => {
      for (const line of batch) {
        line.regimes.forEach(addSources);
        problems.add(line.before?.problems ?? []);
        problems.add(newIn(line.after?.problems ?? [], line.before?.problems ?? []));
        for (const side of [line.before, line.after]) if (side?.kind === 'line') hear(side);
      }
    },
    notes: ({ totals, sums, problems: others }) => {
      problems.add(others);
      const money = printedMoney(style);
      const row = (
        label: string,
        { before, after, change }: DiffEnd['totals']['duty'],
      ): DiffNotes['totals'][number] => [
        label,
        money(before),
        money(after),
        changeText(change, style),
        percentText(change, before),
      ];
      return {
        sums: sumTables(sums, style),
        totals: [
          row('Duty', totals.duty),
          ...(totals.fees === null || totals.fees.change.isZero() ? [] : [row('Fees', totals.fees)]),
        ],
        counts: comparedCounts(totals),
        problems: problems.digest(50),
        notCovered: notCoveredWords([...notCovered], info),
        sources: sources.sources(),
        tables: tableWords(tablesOf(info.before.tables, info.after.tables), used),
      };
    },
  };
}

/** A problem of a file that only one side has: the file is called as the side is. */
export function asCalled(found: Problem, { before, after }: Pick<DiffInfo, 'before' | 'after'>): Problem {
  const sides = [before, after].filter(({ files }) => found.file !== null && files.includes(found.file));
  const [side] = sides;
  return sides.length !== 1 || !side || side.label === null ? found : { ...found, file: side.label };
}

/** What is said of one side as of the other is said once. */
function newIn(problems: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  const known = new Set(others.map(({ code, message }) => `${code}\n${message}`));
  return problems.filter(({ code, message }) => !known.has(`${code}\n${message}`));
}

const titles = { regime: 'Regime', origin: 'Origin', heading: 'Heading' } satisfies Record<ComparedKey, string>;

function sumTables(sums: readonly ComparedSum[], style: Style): readonly SumTable[] {
  const money = printedMoney(style);
  return (['regime', 'origin', 'heading'] as const).flatMap((by) => {
    const rows = sums
      .filter((sum) => sum.by === by && sum.changed > 0)
      .map(({ title, changed, before, after, change }) => [
        safeText(by === 'origin' ? style.countryName(title) : title === '' ? 'none' : title),
        String(changed),
        money(before),
        money(after),
        changeText(change, style),
      ]);
    return rows.length === 0 ? [] : [{ title: titles[by], rows }];
  });
}
