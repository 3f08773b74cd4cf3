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

/**
 * Number, origins, headings with their rates, and what they come to. Numbers are left out where there is one, and stand on lines of
 * their own where the width is small.
 */
function table(rows: readonly RatesRow[], style: Style, ink: Ink): string {
  const heading = widest(rows.flatMap(({ charges }) => charges.map((one) => one.heading)));
  const isOne = new Set(rows.map((row) => row.goods).filter((text) => text !== '')).size < 2;
  const beside = !isOne && style.width >= narrowTable;
  const goods = beside ? widest([style.code.label, ...rows.map((row) => row.goods)]) + gap : 0;
  const room = style.width - goods - widest([titles.total, ...rows.map((row) => row.total)]) - 2 * gap;
  const charges = widest([titles.charges, ...rows.flatMap((row) => chargeLines(row, heading, mostCharges))]);
  const words = widest([titles.origin, ...rows.flatMap((row) => row.origins.split(' '))]);
  const origin = Math.min(
    widest([titles.origin, ...rows.map((row) => row.origins)]),
    Math.max(Math.min(words, room - fewestCharges), Math.min(mostOrigin, room - charges)),
  );
  const columns: GridColumn[] = [
    ...(beside ? [{ title: style.code.label, align: 'left' as const }] : []),
    { title: titles.origin, align: 'left' },
    { title: titles.charges, align: 'left' },
    { title: titles.total, align: 'right' },
  ];
  const cells = rows.flatMap((row): readonly GridRow[] => [
    ...(beside || isOne || row.goods === '' ? [] : [ink.strong(row.goods)]),
    [
      ...(beside ? [row.goods] : []),
      wrap(row.origins, origin, 'break').join('\n'),
      chargeLines(row, heading, Math.min(mostCharges, Math.max(fewestCharges, room - origin))).join('\n'),
      row.total,
    ],
  ]);
  return grid(columns, cells, 'head', ink);
}

const narrowTable = 70;
const fewestCharges = 18;
const titles = { origin: 'Origin', charges: 'Heading, rate', total: 'Together' } as const;
const mostOrigin = 30;
const mostCharges = 44;

function chargeLines({ when, charges }: RatesRow, heading: number, width: number): readonly string[] {
  return [
    ...(when === null ? [] : wrap(`${when}:`, width, 'break')),
    ...charges.flatMap((one) => {
      const [first = '', ...rest] = wrap(one.rate, Math.max(6, width - heading - gap), 'break');
      return [`${padRight(one.heading, heading)}  ${first}`, ...rest.map((text) => ' '.repeat(heading + gap) + text)];
    }),
  ];
}
