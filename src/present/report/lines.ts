import type { ResultLine, Status } from '../../customs/assessment.ts';
import { printedMoney } from '../amounts.ts';
import { type LineCells, lineCells } from '../cells.ts';
import type { Style } from '../rendering.ts';
import { type Markup, type Part, markup, nothingAtAll } from './markup.ts';
import { baseName } from './overview.ts';
import { safeText } from '../safe-text.ts';
import type { PickedLines } from './picked-lines.ts';
import { roomy, section } from './section.ts';
import { statusTag } from './status-tag.ts';
import { numberText } from './sums.ts';

/** More lines are not listed, so that the page opens at once on any machine: those that need a look come first, then the greatest duties. */
export const mostLines = 1000;
const longestId = 200;

/** A line as it stands in the list. All text is safe. */
export interface LineRow {
  readonly cells: LineCells;
  /** As it was given, up to 200 characters. */
  readonly id: string;
  /** Empty: not known, or none. */
  readonly fees: string;
  /** Why there is no duty; empty where there is one. */
  readonly why: string;
}

export function lineRow(line: ResultLine, style: Style): LineRow {
  const fees = line.kind === 'line' ? (line.totals?.fees ?? null) : null;
  const reason = line.status === 'assessed' ? undefined : line.problems.find(({ severity }) => severity === 'error');
  const id = (line.kind === 'line' ? line.line.id : line.echo.id) ?? '';
  return {
    cells: lineCells(line, style),
    id: safeText(id.length > longestId ? `${id.slice(0, longestId - 1)}…` : id),
    fees: fees === null ? '' : printedMoney(style)(fees),
    why: reason === undefined ? '' : [...(reason.column === null ? [] : [reason.column]), reason.message].join(': '),
  };
}

/** `files`: as they were named, to say where the rest is. */
export function linesSection(picked: PickedLines<LineRow>, files: readonly string[], style: Style): Markup {
  const { rows } = picked;
  if (rows.length === 0) return nothingAtAll;
  const isSeveral = new Set(rows.map(({ cells }) => cells.file)).size > 1;
  const hasFees = rows.some(({ fees }) => fees !== '');
  const columns: readonly (readonly [title: string, kind: 'number' | 'text'])[] = [
    ['Line', isSeveral ? 'text' : 'number'],
    ['Id', 'text'],
    [style.code.label, 'text'],
    ['Origin', 'text'],
    ['Date', 'text'],
    ['Value', 'number'],
    ['Headings and rates', 'text'],
    ['Duty', 'number'],
    ...(hasFees ? ([['Fees', 'number']] as const) : []),
    ['Status', 'text'],
  ];
  const table = markup`<table class="plain" id="line-table">
<caption class="unseen">The lines and their duty</caption>
<thead><tr>${columns.map(([title, kind]) => markup`<th scope="col" data-kind="${kind}" class="${kind}">${title}</th>`)}</tr></thead>
<tbody>${rows.map((row) => lineMarkup(row, { isSeveral, hasFees }))}
</tbody>
</table>`;
  return section(
    'lines',
    'Lines',
    markup`${whichLines(picked, files)}
<div id="line-tools" class="tools" hidden>
<label for="line-filter">Filter</label> <input id="line-filter" type="search" placeholder="number, origin, heading, reason …" autocomplete="off" spellcheck="false">
<label for="line-status" class="unseen">Status</label> <select id="line-status"><option value="">every status</option>${statusOptions(rows)}</select>
<p id="line-count" role="status"></p>
</div>
${roomy('The lines as a table', table, 'tall')}`,
  );
}

function whichLines({ open, assessed, rows }: PickedLines<LineRow>, files: readonly string[]): Markup {
  const all = open.all + assessed.all;
  if (rows.length === all)
    return markup`<p class="note">${all === 1 ? 'The one line' : `All ${numberText(all)} lines`}, as in the input.</p>`;
  const listed = [
    ...(open.all === 0
      ? []
      : [
          open.listed === open.all
            ? `all ${numberText(open.all)} without an answer`
            : `${numberText(open.listed)} of ${numberText(open.all)} without an answer, refused and invalid ones first`,
        ]),
    `the ${numberText(assessed.listed)} with the greatest duty of ${numberText(assessed.all)} assessed`,
  ];
  return markup`<p class="callout"><strong>${numberText(rows.length)} of ${numberText(all)} lines are listed:</strong> ${listed.join(', then ')}. All of them are in the figures above. To have each: <code>${restCommand(files)}</code> with the other options of this report.</p>`;
}

/** What gives all lines, to be typed. */
function restCommand(files: readonly string[]): string {
  const names = files
    .map(baseName)
    .map((file) => (/^[\w./\\:-]+$/.test(file) ? file : `'${file.replaceAll("'", String.raw`'\''`)}'`));
  return `tariff calc ${names.join(' ')} -o duties.csv`;
}

function statusOptions(rows: readonly LineRow[]): readonly Markup[] {
  const statuses: readonly Status[] = ['assessed', 'refused', 'unknown', 'invalid'];
  return statuses.flatMap((status) => {
    const count = rows.filter(({ cells }) => cells.status === status).length;
    return count === 0 ? [] : [markup`<option value="${status}">${status} (${numberText(count)})</option>`];
  });
}

function lineMarkup(
  { cells, id, fees, why }: LineRow,
  { isSeveral, hasFees }: { readonly isSeveral: boolean; readonly hasFees: boolean },
): Markup {
  const place = isSeveral ? `${cells.file}:${cells.line}` : cells.line;
  const charges = cells.charges.map(
    ({ heading, rate, tier }) =>
      markup`<span class="item"><code>${heading === '' ? '–' : heading}</code> ${rate}${tier === '' ? nothingAtAll : markup` <span class="aside">${tier}</span>`}</span>`,
  );
  const reason: Part = why === '' ? nothingAtAll : markup`<span class="item why">${why}</span>`;
  const amount = (look: string, text: string): Markup => markup`<td class="number ${look}">${text}</td>`;
  return markup`
<tr data-status="${cells.status}"><th scope="row" class="line ${isSeveral ? 'text' : 'number'}">${place}</th><td class="id">${id}</td><td class="fixed goods">${cells.goods}</td><td class="origin">${cells.origin}</td><td class="fixed date">${cells.date}</td>${amount('value', cells.value)}<td class="rates">${charges}${reason}</td>${amount('duty', cells.duty.join(' or '))}${hasFees ? amount('fees', fees) : nothingAtAll}<td class="status">${statusTag(cells.status)}</td></tr>`;
}
