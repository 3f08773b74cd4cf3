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
        cells.length === 0 ? '' : summaryTable(narrowed([...auditSumColumns], cells, style.width), style.width, ink),
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

/** Where there is little room, what was paid wrongly goes before what it comes from. */
function narrowed(titles: readonly string[], rows: readonly (readonly string[])[], width: number): Sums {
  const places = width >= 80 ? [0, 1, 2, 3, 4, 5] : width >= 60 ? [0, 3, 4, 5] : [0, 4, 5];
  const of = (row: readonly string[]): readonly string[] => places.map((place) => row[place] ?? '');
  return { keys: ['regime'], titles: of(titles), rows: rows.map(of) };
}

type Sums = Parameters<typeof summaryTable>[0];

/** The width below which amounts would be broken within their digits. */
const narrowest = 90;

function findingTable(rows: readonly (readonly string[])[], style: Style): string {
  if (style.width < narrowest) return stackedTable(rows, style);
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

/** The same with what belongs together one below the other: amounts keep their digits together, words take the rest. */
function stackedTable(rows: readonly (readonly string[])[], style: Style): string {
  const stacks: readonly (readonly number[])[] = [
    [0, 1],
    [4, 5, 6],
    [2, 3, 7],
  ];
  const cells = (row: readonly string[]): readonly (readonly string[])[] =>
    stacks.map((places) => places.flatMap((place) => (row[place] ?? '').split('\n')).filter((text) => text !== ''));
  const [first = [], amounts = [], words = []] = cells(findingColumns);
  const fixed = [first, amounts].map((title, index) =>
    widest([...title, ...rows.flatMap((row) => cells(row)[index] ?? [])]),
  );
  const room = Math.max(12, style.width - fixed.reduce((all, one) => all + one, 0) - 4);
  const fit = ([one = [], two = [], three = []]: readonly (readonly string[])[]): readonly string[] => [
    one.join('\n'),
    two.join('\n'),
    three.flatMap((text) => wrap(text, room, 'break')).join('\n'),
  ];
  const [line = '', sums = '', found = ''] = fit([first, amounts, words]);
  const columns = [
    { title: line, align: 'left' as const },
    { title: sums, align: 'right' as const },
    { title: found, align: 'left' as const },
  ];
  return grid(
    columns,
    rows.map((row) => fit(cells(row))),
    'rows',
    inkFor(style),
  );
}
