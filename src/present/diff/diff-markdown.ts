import type { ComparedLine } from '../../customs/comparison.ts';
import { groupedText } from '../../exact/decimal.ts';
import {
  type MarkdownColumn,
  escaped,
  labelled,
  lawMarkdown,
  leftColumn,
  rightColumn,
  tableHead,
  tableRow,
} from '../markdown-text.ts';
import { problemsMarkdown } from '../markdown.ts';
import type { Style } from '../rendering.ts';
import { disclaimer } from '../words.ts';
import { type DiffNotes, diffNotes, mostCompared, sumColumns } from './diff-notes.ts';
import type { DiffInfo, DiffRenderer } from './diff-rendering.ts';
import { comparedCells, sideWords } from './diff-words.ts';

/** What a comment of a pull request may be long: of 65,536 characters, some are left for what others write around it. */
const mostCharacters = 60_000;

/** A comment for a pull request: what it comes to at once, lines and law folded away. Of many lines the first that fit are shown. */
export function diffMarkdown(info: DiffInfo, style: Style): DiffRenderer {
  const taker = diffNotes(info, style);
  const rows: string[] = [];
  let left = 0;
  return {
    head: () => '',
    lines: (batch) => {
      taker.add(batch);
      for (const line of batch) {
        if (line.kind === 'unchanged') continue;
        if (rows.length < mostCompared) rows.push(rowOf(line, style));
        else left += 1;
      }
      return '';
    },
    tail: (end) => {
      const notes = taker.notes(end);
      const above = [
        headline(notes),
        end.limits.map((words) => labelled('Limit met', escaped(words))).join(''),
        `- **Before:** ${escaped(sideWords(info.before))}\n- **After:** ${escaped(sideWords(info.after))}\n- **Lines:** ${escaped(notes.counts)}\n`,
        ...notes.sums.slice(0, 1).map((sums) => sumMarkdown(sums)),
      ];
      const below = fitting(
        [
          notes.sums.length < 2 ? '' : folded('By origin and heading', notes.sums.slice(1).map(sumMarkdown).join('\n')),
          problemsOf(notes),
          lawOf(notes),
        ],
        mostCharacters / 2,
      );
      const last = `_${disclaimer}_\n`;
      const room = mostCharacters - [...above, ...below, last].join('\n').length;
      const sections = [...above, linesFolded(rows, left, room, style), ...below, last];
      return sections.filter((section) => section !== '').join('\n');
    },
  };
}

/** The sections that fit, in their order; of one that does not, nothing is left but that it is missing. */
function fitting(sections: readonly string[], room: number): readonly string[] {
  let used = 0;
  return sections.map((section) => {
    if (used + section.length > room) return 'More has no room here: `--format json` has all.\n';
    used += section.length;
    return section;
  });
}

function linesFolded(rows: readonly string[], left: number, room: number, style: Style): string {
  if (rows.length === 0) return '';
  const head = tableHead(lineColumns(style));
  const overhead = 200;
  let used = head.length + overhead;
  const over = rows.findIndex((row) => (used += row.length) > room);
  const shown = over === -1 ? rows : rows.slice(0, over);
  const missing = left + rows.length - shown.length;
  const more = missing === 0 ? '' : `\n… and ${groupedText(String(missing))} more lines: \`--format csv\` has all\n`;
  return folded('Lines', head + shown.join('') + more);
}

function headline({ totals }: DiffNotes): string {
  return totals
    .map(([label, before, after, change, percent]) => {
      const how = percent === '' ? escaped(change) : `${escaped(change)} (${percent})`;
      return `**${label}: ${escaped(before)} → ${escaped(after)}, ${how}**\n`;
    })
    .join('\n');
}

function folded(title: string, body: string): string {
  return `<details><summary>${title}</summary>\n\n${body}\n</details>\n`;
}

function sumMarkdown({ title, rows }: DiffNotes['sums'][number]): string {
  const columns = [title, ...sumColumns].map((name, index): MarkdownColumn => ({
    title: name,
    align: index === 0 ? 'left' : 'right',
  }));
  return tableHead(columns) + rows.map((row) => tableRow(row.map(escaped))).join('');
}

function lineColumns({ code }: Style): readonly MarkdownColumn[] {
  return [
    rightColumn('Line'),
    leftColumn('Id'),
    leftColumn(escaped(code.label)),
    leftColumn('Origin'),
    rightColumn('Before'),
    rightColumn('After'),
    rightColumn('Change'),
    leftColumn('Why'),
  ];
}

function rowOf(line: ComparedLine, style: Style): string {
  const { line: number, id, goods, origin, before, after, change, why } = comparedCells(line, style);
  const cells = [number, id, goods, origin, before, after, change].map(escaped);
  return tableRow([...cells, why.map(escaped).join('<br>')]);
}

function problemsOf({ problems }: DiffNotes): string {
  const body = problemsMarkdown(problems);
  return body === '' ? '' : folded('Problems and notes', body);
}

function lawOf({ notCovered, sources, tables }: DiffNotes): string {
  const body =
    labelled('Not covered', escaped(notCovered)) +
    sources.map(lawMarkdown).join('') +
    tables.map((table) => labelled('Tables', escaped(table))).join('');
  return body === '' ? '' : folded('Law', body);
}
