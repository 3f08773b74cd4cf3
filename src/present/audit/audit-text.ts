import { grid, squeezed } from '../grid.ts';
import { inkFor } from '../ink.ts';
import { problemList } from '../problem-list.ts';
import { renderDigest } from '../problems.ts';
import type { Style } from '../rendering.ts';
import { summaryTable } from '../summary-table.ts';
import { widest, wrap } from '../text-width.ts';
import { disclaimer } from '../words.ts';
import {
  type AuditInfo,
  type AuditRenderer,
  auditSumColumns,
  auditSumRows,
  auditTotalsWords,
  findingColumns,
  findingRows,
  mostAudited,
} from './audit-rendering.ts';

/** What does not match, line by line, and what it comes to by regime; all at the end. */
export function auditText(_info: AuditInfo, style: Style): AuditRenderer {
  const ink = inkFor(style);
  const rows: (readonly string[])[] = [];
  const problems = problemList(1000);
  let left = 0;
  return {
    head: () => '',
    lines: (batch) => {
      for (const line of batch) {
        const found = findingRows(line, style);
        if (rows.length + found.length <= mostAudited) rows.push(...found);
        else left += found.length;
        problems.add(line.problems.filter(({ severity }) => severity !== 'notice'));
      }
      return '';
    },
    tail: ({ totals, sums, problems: others }) => {
      problems.add(others);
      const cells = auditSumRows(sums, style);
      const sections = [
        rows.length === 0 ? '' : findingTable(rows, style),
        left === 0 ? '' : `… and ${left} more: --format csv -o FILE has all\n`,
        cells.length === 0
          ? ''
          : summaryTable({ keys: ['regime'], titles: [...auditSumColumns], rows: cells }, style.width, ink),
        renderDigest(problems.digest(50), style),
        auditTotalsWords(totals, style)
          .flatMap((text) => wrap(text, style.width))
          .map((text) => `${ink.strong(text)}\n`)
          .join(''),
        wrap(disclaimer, style.width)
          .map((text) => `${ink.quiet(text)}\n`)
          .join(''),
      ];
      return sections.filter((section) => section !== '').join('\n');
    },
  };
}

function findingTable(rows: readonly (readonly string[])[], style: Style): string {
  const all = [findingColumns, ...rows];
  const natural = findingColumns.map((_, index) => widest(all.flatMap((row) => (row[index] ?? '').split('\n'))));
  const widths = squeezed(natural, style.width);
  const fit = (row: readonly string[]): readonly string[] =>
    row.map((text, index) =>
      text
        .split('\n')
        .flatMap((one) => wrap(one, widths[index] ?? 6, 'break'))
        .join('\n'),
    );
  const columns = fit(findingColumns).map((title, index) => ({
    title,
    align: index === 0 || (index > 3 && index < 7) ? ('right' as const) : ('left' as const),
  }));
  return grid(columns, rows.map(fit), 'head', inkFor(style));
}
