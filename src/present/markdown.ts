import type { ResultLine } from '../customs/assessment.ts';
import type { SummaryRow } from '../customs/summary.ts';
import { type LineCells, lineCells } from './cells.ts';
import { answerMarkdown } from './markdown-answer.ts';
import {
  type MarkdownColumn,
  escaped,
  labelled,
  lawMarkdown,
  leftColumn,
  rightColumn,
  tableHead,
  tableRow,
} from './markdown-text.ts';
import type { ProblemDigest } from './problem-list.ts';
import { leftOutText, whereText } from './problems.ts';
import type { Renderer, RunInfo, Style } from './rendering.ts';
import { type RunNotes, noteTaker } from './run-notes.ts';
import { summaryCells } from './summary-cells.ts';
import { disclaimer } from './words.ts';

/** GitHub's tables, for a report or an issue: one shipment's answer, or every line as it comes, and the notes after them. */
export function markdownRenderer(info: RunInfo, style: Style): Renderer {
  if (info.single && info.summaryBy.length === 0) {
    return oneAnswer(info, style);
  }
  return info.summaryBy.length > 0 ? summaryMarkdown(info, style) : linesMarkdown(info, style);
}

/** The answer once all is known about it; there is one line. */
function oneAnswer(info: RunInfo, style: Style): Renderer {
  const lines: ResultLine[] = [];
  return {
    head: () => '',
    lines: (batch) => {
      lines.push(...batch);
      return '';
    },
    tail: ({ fileProblems }) => lines.map((line) => answerMarkdown(line, fileProblems, info, style)).join('\n'),
  };
}

/** A row names its file where that begins. */
function linesMarkdown(info: RunInfo, style: Style): Renderer {
  const taker = noteTaker(info, style);
  let file = '';
  const row = (cells: LineCells): string => {
    const begins = cells.file !== file;
    ({ file } = cells);
    return tableRow(lineRow(begins ? { ...cells, line: `${escaped(file)}:${cells.line}` } : cells));
  };
  return {
    head: () => tableHead(lineColumns(style)),
    lines: (batch) => {
      taker.add(batch);
      return batch.map((line) => row(lineCells(line, style))).join('');
    },
    tail: (end) => notesMarkdown(taker.notes(end)),
  };
}

function summaryMarkdown(info: RunInfo, style: Style): Renderer {
  const taker = noteTaker(info, style);
  return {
    head: () => '',
    lines: (batch) => {
      taker.add(batch);
      return '';
    },
    tail: (end) => summaryTable(end.summary ?? [], info, style) + notesMarkdown(taker.notes(end)),
  };
}

function lineColumns({ code }: Style): readonly MarkdownColumn[] {
  return [
    rightColumn('Line'),
    leftColumn('Id'),
    leftColumn(escaped(code.label)),
    leftColumn('Origin'),
    leftColumn('Date'),
    rightColumn('Value'),
    leftColumn('Heading'),
    leftColumn('Rate'),
    rightColumn('Duty'),
    leftColumn('Status'),
  ];
}

function lineRow({ line, id, goods, origin, date, value, charges, duty, status }: LineCells): readonly string[] {
  return [
    line,
    escaped(id),
    escaped(goods),
    escaped(origin),
    escaped(date),
    escaped(value),
    charges.map(({ heading }) => escaped(heading)).join('<br>'),
    charges.map(({ rate, tier }) => escaped(tier === '' ? rate : `${rate} ${tier}`)).join('<br>'),
    duty.map(escaped).join(' or '),
    status,
  ];
}

function summaryTable(summary: readonly SummaryRow[], info: RunInfo, style: Style): string {
  const { keys, titles, rows } = summaryCells(summary, info.summaryBy, style);
  const columns = titles.map((title, index) => ({ title, align: index < keys.length ? 'left' : 'right' }) as const);
  return tableHead(columns) + rows.map((row) => tableRow(row.map(escaped))).join('');
}

function notesMarkdown({ problems, totals, counts, notCovered, sources, tables }: RunNotes): string {
  const sections = [
    problemsMarkdown(problems),
    totals.map(([label, amount]) => labelled(label, escaped(amount))).join('') +
      labelled('Lines', counts) +
      labelled('Not covered', escaped(notCovered)) +
      sources.map(lawMarkdown).join('') +
      tables.map((table) => labelled('Tables', escaped(table))).join(''),
    `_${disclaimer}_\n`,
  ];
  return sections.map((section) => (section === '' ? '' : `\n${section}`)).join('');
}

/** A list of what is wrong; empty for nothing. */
export function problemsMarkdown(digest: ProblemDigest): string {
  const items = digest.groups.map((group) => {
    const { code, severity, message, hint } = group.problem;
    const text = `${whereText(group)}${message}`;
    return `- **${severity}** ${escaped(text)} \`${code}\`${hint === null ? '' : `<br>${escaped(hint)}`}\n`;
  });
  return items.join('') + (digest.leftOut.size > 0 ? `- ${escaped(leftOutText(digest))}\n` : '');
}
