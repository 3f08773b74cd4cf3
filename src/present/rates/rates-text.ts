import type { RatesAnswer } from '../../customs/rates-due.ts';
import { goodsText } from '../cells.ts';
import { type GridColumn, type GridRow, grid } from '../grid.ts';
import { type Ink, inkFor } from '../ink.ts';
import { lawNote, notCoveredNote, noteText, tablesNote } from '../notes-text.ts';
import { renderDigest } from '../problems.ts';
import type { Style } from '../rendering.ts';
import { briefText } from '../safe-text.ts';
import { padRight, widest, wrap } from '../text-width.ts';
import { disclaimer } from '../words.ts';
import { ratesNotes, ratesTitle } from './rates-notes.ts';
import { ratesPage } from './rates-page.ts';
import { ratesPageText } from './rates-page-text.ts';
import type { RatesInfo, RatesRenderer } from './rates-rendering.ts';
import { type RatesRow, ratesRows } from './rates-rows.ts';

/** For people at a terminal: one number from one origin on a page, or a table. All at the end. */
export function ratesTextRenderer(info: RatesInfo, style: Style): RatesRenderer {
  const ink = inkFor(style);
  const kept: RatesAnswer[] = [];
  return {
    head: () => '',
    answers: (batch) => {
      kept.push(...batch);
      return '';
    },
    tail: (problems) => {
      const [only] = kept;
      if (info.single && only?.kind === 'rates') return ratesPageText(ratesPage(only, info, style), style.width, ink);
      const notes = ratesNotes(kept, problems, info);
      const title = ratesTitle(kept, info, (one) => nameOf(one, style));
      const sections = [
        lines(wrap(title, style.width).map((line) => ink.strong(line))),
        table(ratesRows(kept, info, style), style, ink),
        renderDigest(notes.problems, style),
        lines(
          [
            { label: 'Open', paragraphs: notes.open === '' ? [] : [notes.open] },
            notCoveredNote(notes.notCovered),
            lawNote(notes.sources.map((source) => ({ ...source, url: null }))),
            tablesNote(notes.tables),
          ].flatMap((note) => noteText(note, style.width, ink)),
        ),
        lines(wrap(disclaimer, style.width).map((line) => ink.quiet(line))),
      ];
      return sections.filter((section) => section !== '').join('\n');
    },
  };
}

function nameOf(answer: RatesAnswer, style: Style): string {
  return answer.kind === 'unread' ? briefText(answer.text) : goodsText(answer.question.goods, style);
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}

const gap = 2;
const narrowest = 9;

/** Number, origins, headings with their rates, and what they come to; columns that say the same in every row are left out. */
function table(rows: readonly RatesRow[], style: Style, ink: Ink): string {
  const heading = widest(rows.flatMap(({ charges }) => charges.map((one) => one.heading)));
  const goods = new Set(rows.map((row) => row.goods).filter((text) => text !== '')).size > 1;
  const fixed = (goods ? widest(rows.map((row) => row.goods)) + gap : 0) + widest(rows.map((row) => row.total)) + gap;
  const charges = Math.min(36, widest(rows.flatMap((row) => chargeLines(row, heading, 36))));
  const room = Math.max(narrowest, style.width - fixed - gap);
  const origin = Math.max(narrowest, Math.min(30, widest(rows.map((row) => row.origins)), room - charges));
  const left = Math.max(narrowest, room - origin);
  const columns: GridColumn[] = [
    ...(goods ? [{ title: style.code.label, align: 'left' as const }] : []),
    { title: 'Origin', align: 'left' },
    { title: 'Heading, rate', align: 'left' },
    { title: 'Together', align: 'right' },
  ];
  const cells = rows.map((row): GridRow => [
    ...(goods ? [row.goods] : []),
    wrap(row.origins, origin, 'break').join('\n'),
    chargeLines(row, heading, Math.min(left, 60)).join('\n'),
    row.total,
  ]);
  return grid(columns, cells, 'head', ink);
}

function chargeLines({ when, charges }: RatesRow, heading: number, width: number): readonly string[] {
  return [
    ...(when === null ? [] : wrap(`${when}:`, width, 'break')),
    ...charges.flatMap((one) => {
      const [first = '', ...rest] = wrap(one.rate, Math.max(6, width - heading - gap), 'break');
      return [`${padRight(one.heading, heading)}  ${first}`, ...rest.map((text) => ' '.repeat(heading + gap) + text)];
    }),
  ];
}
