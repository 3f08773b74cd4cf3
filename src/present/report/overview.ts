import type { Status } from '../../customs/assessment.ts';
import type { SummaryRow } from '../../customs/summary.ts';
import { printedMoney } from '../amounts.ts';
import type { Style } from '../rendering.ts';
import { settingsSaid } from '../settings-text.ts';
import { type Markup, type Part, markup, nothingAtAll } from './markup.ts';
import type { ReportEnd, ReportInfo } from './report-shape.ts';
import { section } from './section.ts';
import { statusTag } from './status-tag.ts';
import { numberText } from './sums.ts';

/** What the report is called, above all else. */
export function reportTitle({ title, files }: ReportInfo): string {
  return title ?? `Duties on ${filesText(files)}`;
}

function filesText(files: readonly string[]): string {
  if (files.length > 3) return `${numberText(files.length)} files`;
  return files.map((file) => (file === '-' ? 'standard input' : baseName(file))).join(', ');
}

/** Folders are of no use to who reads the page on another machine. */
export function baseName(file: string): string {
  return file.replace(/^.*[\\/](?=.)/, '');
}

/** The title; what the lines are; and what the law was taken to be, where that is not the law. */
export function titleSection(info: ReportInfo, { totals, months }: ReportEnd): Markup {
  const lines = allLines(totals.counts);
  const of = info.title === null ? '' : ` of ${filesText(info.files)}`;
  return markup`<header>
<p class="brand">Duty report</p>
<h1>${reportTitle(info)}</h1>
<p class="lead">${numberText(lines)} ${lines === 1 ? 'line' : 'lines'}${of}${monthsText(months)}</p>
${suppositions(info)}
</header>`;
}

function monthsText(months: readonly SummaryRow[]): Part {
  const known = months.flatMap(({ keys }) => keys.month ?? []).filter((month) => month !== '');
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return '';
  const month = (text: string): Markup => markup`<span class="fixed">${text}</span>`;
  return first === last
    ? markup`, entered in ${month(first)}`
    : markup`, entered from ${month(first)} to ${month(last)}`;
}

/** Folders before the name of a file. */
const folders = /(?<=^|\s)(?:[^\s/\\]*[/\\])+(?=[^\s/\\])/g;

/** Tables laid over the law, and a day as of which it is taken: every figure rests on them. */
function suppositions({ tables, settings }: ReportInfo): Markup {
  const overlays = [...new Set(tables.flatMap((table) => table.overlays))];
  const days = [...new Set(tables.flatMap(({ knownOn }) => knownOn ?? []))];
  const texts = [
    ...(overlays.length === 0
      ? []
      : [`Not the law as it stands: laid over it is ${overlays.map((one) => `“${one}”`).join(', ')}.`]),
    ...days.map((day) => `The law as it was public on ${day}.`),
    ...settingsSaid(settings)
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `${line.replaceAll(folders, '')}.`),
  ];
  return texts.length === 0 ? nothingAtAll : markup`<p class="callout">${texts.join(' ')}</p>`;
}

const statuses: readonly Status[] = ['assessed', 'refused', 'unknown', 'invalid'];

/** Sums over the assessed lines, and how many lines have no answer. `refunds`: why some of the duty may have to be paid back. */
export function totalsSection({ totals }: ReportEnd, refunds: readonly string[], style: Style): Markup {
  const money = printedMoney(style);
  const hasFees = totals.fees !== null && !totals.fees.isZero();
  const all = allLines(totals.counts);
  const figures: readonly (readonly [label: string, amount: string, look: string])[] = [
    ['Duty', money(totals.duty), 'main'],
    ['Entered value', money(totals.enteredValue), ''],
    ...(hasFees && totals.fees ? ([['Fees', money(totals.fees), '']] as const) : []),
    ...(hasFees ? ([['Duty and fees', money(totals.total), '']] as const) : []),
    ...(totals.refundable.isZero() ? [] : ([['Of the duty, refundable', money(totals.refundable), '']] as const)),
  ];
  const isOpen = totals.counts.assessed < all;
  const notRefunded = refunds.map((words) => markup`<p class="note">${words}</p>`);
  return section(
    'totals',
    'Totals',
    markup`<dl class="figures">${figures.map(([label, amount, look]) => markup`<div class="${look}"><dt>${label}</dt><dd>${amount}</dd></div>`)}</dl>
<p class="counts">${statuses
      .filter((status) => totals.counts[status] > 0 || status === 'assessed')
      .map(
        (status) =>
          markup`<span class="count"><b>${numberText(totals.counts[status])}</b> ${statusTag(status)}</span> `,
      )}</p>
${isOpen ? markup`<p class="callout">Only assessed lines are in the sums. ${numberText(all - totals.counts.assessed)} ${all - totals.counts.assessed === 1 ? 'line has' : 'lines have'} no answer: <a href="#problems">see why</a>.</p>` : nothingAtAll}
${notRefunded}`,
  );
}

function allLines(counts: Readonly<Record<Status, number>>): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0);
}
