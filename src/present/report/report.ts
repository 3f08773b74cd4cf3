import type { DutyLine, ResultLine } from '../../customs/assessment.ts';
import { problemList } from '../problem-list.ts';
import type { Style } from '../rendering.ts';
import { sourceList } from '../sources.ts';
import { notCoveredWords, refundWords } from '../words.ts';
import { historiesSection } from './histories.ts';
import { notCoveredSection, sourcesSection } from './law.ts';
import { type LineRow, lineRow, linesSection, mostLines } from './lines.ts';
import { monthsSection } from './months.ts';
import { reportTitle, titleSection, totalsSection } from './overview.ts';
import { pageText } from './page.ts';
import { type PickedLines, pickLines } from './picked-lines.ts';
import { mostProblems, problemsSection } from './problem-notes.ts';
import { quotasSection } from './quotas.ts';
import type { ReportEnd, ReportInfo } from './report-shape.ts';
import { originsSection, regimesSection } from './sums.ts';

/** Gathers what a page tells of the lines while they go by, in bounded memory; the page is written when all is known. */
export interface Report {
  readonly add: (lines: readonly ResultLine[]) => void;
  /** How many lines are listed, of how many. */
  readonly listed: () => { readonly listed: number; readonly all: number };
  readonly page: (end: ReportEnd) => string;
}

const problemRoom = 1000;

export function startReport(info: ReportInfo, style: Style): Report {
  const problems = problemList(problemRoom);
  const sources = sourceList();
  const notCovered = new Set<string>();
  const used = new Set<string>();
  const refunds = new Map<string, DutyLine>();
  const picker = pickLines<LineRow>(mostLines, (line) => lineRow(line, style));
  const note = (line: ResultLine): void => {
    problems.add(line.problems);
    if (line.kind === 'invalid') return;
    for (const id of line.notCovered) notCovered.add(id);
    const duties = [...line.duties, ...line.fees, ...(line.outcomes ?? []).flatMap((outcome) => outcome.duties)];
    sources.add(duties);
    for (const duty of duties) {
      used.add(duty.regime);
      if (duty.refund !== null && !duty.amount.isZero())
        refunds.set(`${duty.regime}\n${duty.refund.words}\n${duty.refund.citation?.source}`, duty);
    }
  };
  const sections = (end: ReportEnd, picked: PickedLines<LineRow>): Parameters<typeof pageText>[0]['parts'] => {
    problems.add(end.fileProblems);
    const tables = info.tables.filter(({ id, overlays }) => used.has(id) || overlays.length > 0);
    const titles = notCoveredWords([...notCovered], info);
    return [
      ['totals', 'Totals', totalsSection(end, refundWords([...refunds.values()]), style)],
      ['regimes', 'Regimes', regimesSection(end, info, style)],
      ['origins', 'Origins', originsSection(end, style)],
      ['months', 'Months', monthsSection(end, style)],
      ['quotas', 'Quotas', quotasSection(end)],
      ['histories', 'Rates', historiesSection(end, style)],
      ['lines', 'Lines', linesSection(picked, info.files, style)],
      ['problems', 'Problems', problemsSection(problems.digest(mostProblems), info.files.length === 1)],
      ['not-covered', 'Not covered', notCoveredSection(titles === '' ? [] : titles.split('; '))],
      ['sources', 'Sources', sourcesSection(sources.sources(), tables.length > 0 ? tables : info.tables)],
    ];
  };
  return {
    add: (lines) => {
      for (const line of lines) note(line);
      picker.add(lines);
    },
    listed: () => {
      const { rows, open, assessed } = picker.picked();
      return { listed: rows.length, all: open.all + assessed.all };
    },
    page: (end) =>
      pageText({
        title: reportTitle(info),
        head: titleSection(info, end),
        parts: sections(end, picker.picked()),
        toolVersion: info.toolVersion,
        digest: info.digest,
      }),
  };
}
