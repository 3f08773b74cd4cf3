import type { RatesAnswer } from '../../customs/rates-due.ts';
import { goodsText } from '../cells.ts';
import { escaped, labelled, lawMarkdown, tableHead, tableRow } from '../markdown-text.ts';
import { leftOutText, whereText } from '../problems.ts';
import type { ProblemDigest } from '../problem-list.ts';
import type { Style } from '../rendering.ts';
import { disclaimer } from '../words.ts';
import { ratesNotes, ratesTitle } from './rates-notes.ts';
import { type PageWay, type RatesPage, ratesPage } from './rates-page.ts';
import type { RatesInfo, RatesRenderer } from './rates-rendering.ts';
import { ratesRows } from './rates-rows.ts';

/** GitHub's tables: the same parts as on a terminal. */
export function ratesMarkdownRenderer(info: RatesInfo, style: Style): RatesRenderer {
  const kept: RatesAnswer[] = [];
  return {
    head: () => '',
    answers: (batch) => {
      kept.push(...batch);
      return '';
    },
    tail: (problems) => {
      const [only] = kept;
      if (info.single && only?.kind === 'rates') return pageMarkdown(ratesPage(only, info, style));
      const name = (one: RatesAnswer): string =>
        one.kind === 'unread' ? one.text : goodsText(one.question.goods, style);
      const notes = ratesNotes(kept, problems, info);
      const rows = ratesRows(kept, info, style).map(({ goods, origins, when, charges, total }) => {
        const texts = charges.map(({ heading, rate }) => escaped(`${heading} ${rate}`));
        const cell = [...(when === null ? [] : [`${escaped(when)}:`]), ...texts].join('<br>');
        return tableRow([escaped(goods), escaped(origins), cell, escaped(total)]);
      });
      return joinSections([
        `### ${escaped(ratesTitle(kept, info, name))}\n`,
        tableHead([
          { title: style.code.label, align: 'left' },
          { title: 'Origin', align: 'left' },
          { title: 'Heading, rate', align: 'left' },
          { title: 'Together', align: 'right' },
        ]) + rows.join(''),
        digestMarkdown(notes.problems),
        labelled('Open', escaped(notes.open)) +
          labelled('Not covered', escaped(notes.notCovered)) +
          notes.sources.map(lawMarkdown).join('') +
          notes.tables.map((one) => labelled('Tables', escaped(one))).join(''),
        `_${disclaimer}_\n`,
      ]);
    },
  };
}

function joinSections(sections: readonly string[]): string {
  return sections.filter((section) => section !== '').join('\n');
}

function digestMarkdown(digest: ProblemDigest): string {
  const items = digest.groups.map((group) => `- ${escaped(whereText(group) + group.problem.message)}\n`);
  return items.join('') + (digest.leftOut.size === 0 ? '' : `- ${escaped(leftOutText(digest))}\n`);
}

function pageMarkdown(page: RatesPage): string {
  const remarks = (list: RatesPage['remarks']): string =>
    list
      .map(({ label, text, hint }) => labelled(label, escaped(text) + (hint === null ? '' : `<br>${escaped(hint)}`)))
      .join('');
  return joinSections([
    `### ${escaped(page.title)}\n`,
    `${escaped(page.asked.join(', '))}\n`,
    page.verdict === null ? '' : `**${escaped(page.verdict)}**\n`,
    remarks(page.reasons),
    ...page.ways.map(wayMarkdown),
    page.conditions.map((text) => labelled('Open', escaped(text))).join('') +
      page.silent.map((text) => labelled('No rate', escaped(text))).join('') +
      labelled('Not covered', escaped(page.notCovered)) +
      page.refunds.map((text) => labelled('Refund', escaped(text))).join('') +
      remarks(page.remarks) +
      page.sources.map(lawMarkdown).join('') +
      page.tables.map((text) => labelled('Tables', escaped(text))).join(''),
    `_${disclaimer}_\n`,
  ]);
}

function wayMarkdown({ when, rates, total }: PageWay): string {
  const rows = rates.map(({ heading, what, rate, basis, days }) =>
    tableRow([heading || '–', what, [rate, basis].filter((text) => text !== '').join(' '), days].map(escaped)),
  );
  return joinSections([
    when === null ? '' : `${escaped(when)}:\n`,
    rates.length === 0
      ? ''
      : tableHead([
          { title: 'Heading', align: 'left' },
          { title: 'What it is', align: 'left' },
          { title: 'Rate', align: 'right' },
          { title: 'Days', align: 'left' },
        ]) + rows.join(''),
    `Together **${escaped(total)}**\n`,
  ]);
}
