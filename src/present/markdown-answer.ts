import type { ResultLine } from '../customs/assessment.ts';
import type { Problem } from '../customs/problem.ts';
import { type Breakdown, type Remark, answerFor } from './answer.ts';
import type { Reason } from './explanation.ts';
import { escaped, labelled, lawMarkdown, tableHead, tableRow } from './markdown-text.ts';
import type { RunInfo, Style } from './rendering.ts';
import { disclaimer } from './words.ts';

/** One shipment's answer: the same parts as on a terminal. */
export function answerMarkdown(line: ResultLine, others: readonly Problem[], info: RunInfo, style: Style): string {
  const answer = answerFor(line, others, info, style);
  const notes = [
    ...answer.filings.map((text) => labelled('Report', escaped(text))),
    labelled('Not covered', escaped(answer.notCovered)),
    ...answer.quotas.map((text) => labelled('Quota', escaped(text))),
    ...answer.refunds.map((text) => labelled('Refund', escaped(text))),
    ...answer.remarks.map(remarkMarkdown),
    ...answer.sources.map(lawMarkdown),
    ...answer.tables.map((table) => labelled('Tables', escaped(table))),
  ];
  const sections = [
    `### ${escaped(answer.title)}\n`,
    answer.declared.length === 0 ? '' : `${escaped(answer.declared.join(', '))}\n`,
    answer.verdict === null ? '' : `**${escaped(answer.verdict)}**\n`,
    answer.reasons.map(remarkMarkdown).join(''),
    ...answer.breakdowns.map(breakdownMarkdown),
    answer.explanation.map(reasonMarkdown).join(''),
    notes.join(''),
    `_${disclaimer}_\n`,
  ];
  return sections.filter((section) => section !== '').join('\n');
}

function remarkMarkdown({ label, text, hint }: Remark): string {
  return labelled(label, escaped(text) + (hint === null ? '' : `<br>${escaped(hint)}`));
}

function reasonMarkdown({ title, words, source, rates }: Reason): string {
  const cited = source === null ? '' : ` (${escaped(source)})`;
  const items = rates.map(({ applies, heading, rate, what, words: why }) => {
    const name = [heading, rate, what].filter((text) => text !== '').map(escaped);
    const text = name.join(' ');
    return `  - ${applies ? `**${text}**` : text}: ${escaped(why.join('; '))}\n`;
  });
  return `- **${escaped(title)}** ${escaped(words)}${cited}\n${items.join('')}`;
}

const columns = [
  { title: 'Heading', align: 'left' },
  { title: 'What it is', align: 'left' },
  { title: 'Rate', align: 'right' },
  { title: 'Basis', align: 'right' },
  { title: 'Amount', align: 'right' },
] as const;

function breakdownMarkdown({ when, refused, duties, sums }: Breakdown): string {
  const rows = duties.map(({ heading, what, rate, basis, basisAmount, amount }) =>
    [heading || '–', what, rate, `${basisAmount} (${basis})`, amount].map(escaped),
  );
  const sumRows = sums.map(({ label, amount }) => ['', `**${label}**`, '', '', `**${escaped(amount)}**`]);
  const table = [...rows, ...sumRows];
  return [
    when === null ? '' : `If ${escaped(when)}:\n`,
    table.length === 0 ? '' : tableHead(columns) + table.map(tableRow).join(''),
    refused ? 'Refused; the goods cannot be entered.\n' : '',
  ]
    .filter((section) => section !== '')
    .join('\n');
}
