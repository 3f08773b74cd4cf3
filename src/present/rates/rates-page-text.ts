import { declaredText, remarkNote } from '../answer-text.ts';
import type { Ink } from '../ink.ts';
import { lawNote, notCoveredNote, noteText, tablesNote } from '../notes-text.ts';
import { displayWidth, padLeft, padRight, widest, wrap } from '../text-width.ts';
import { disclaimer } from '../words.ts';
import type { PageRate, PageWay, RatesPage } from './rates-page.ts';

const indent = '  ';
const gap = 2;
const none = '–';
const narrowestWhat = 26;
const titles: PageRate = { heading: 'Heading', what: 'What it is', rate: 'Rate', basis: '', days: 'Days' };

/** The page on a terminal: what was asked, what is due, what would change it, what it leaves out, and the law it rests on. */
export function ratesPageText(page: RatesPage, width: number, ink: Ink): string {
  const strong = (text: string): readonly string[] => wrap(text, width).map((line) => ink.strong(line));
  const sections = [
    [...strong(page.title), ...declaredText(page.asked, width)],
    [
      ...(page.verdict === null ? [] : wrap(page.verdict, width).map((line) => ink.strong(ink.warning(line)))),
      ...page.reasons.flatMap((reason) => noteText(remarkNote(reason), width, ink)),
    ],
    ...wayTexts(page.ways, width, ink),
    notesOf(page).flatMap((note) => noteText(note, width, ink)),
    wrap(disclaimer, width).map((line) => ink.quiet(line)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function notesOf(page: RatesPage): Parameters<typeof noteText>[0][] {
  return [
    { label: 'Open', paragraphs: page.conditions },
    { label: 'No rate', paragraphs: page.silent },
    notCoveredNote(page.notCovered),
    { label: 'Refund', paragraphs: page.refunds },
    ...page.remarks.map(remarkNote),
    lawNote(page.sources),
    tablesNote(page.tables),
  ];
}

interface ColumnWidths {
  readonly heading: number;
  readonly what: number;
  readonly rate: number;
  readonly days: number;
}

/** The rates of each way under its condition, all in the same columns; stacked where the width is too small for them. */
function wayTexts(ways: readonly PageWay[], width: number, ink: Ink): readonly (readonly string[])[] {
  const room = width - indent.length;
  const columns = widthsOf(ways, room);
  const wide = columns.what >= narrowestWhat;
  const total = wide ? columns.heading + columns.what + columns.rate + columns.days + 3 * gap : room;
  const rule = indent + ink.quiet('─'.repeat(total));
  return ways.map(({ when, rates, total: sum }) => {
    const table = wide ? inColumns(rates, columns, ink) : stacked(rates, room);
    const sums = wrap(`Together ${sum}`, room).map((line) => indent + ink.strong(line));
    return [
      ...(when === null ? [] : wrap(`${capital(when)}:`, width).map((line) => ink.strong(line))),
      ...(rates.length === 0 ? [] : [...table.map((line) => indent + line), rule]),
      ...(rates.length === 0 ? wrap(capital(sum), room).map((line) => indent + line) : sums),
    ];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function widthsOf(ways: readonly PageWay[], room: number): ColumnWidths {
  const all = [titles, ...ways.flatMap(({ rates }) => rates)];
  const heading = widest(all.map((one) => one.heading));
  const rate = Math.min(30, widest(all.map((one) => one.rate)));
  const days = widest(all.map((one) => one.days));
  const left = room - heading - rate - days - 3 * gap;
  const what = widest(all.flatMap((one) => [one.what, one.basis]));
  return { heading, what: Math.min(left, Math.max(narrowestWhat, what)), rate, days };
}

function inColumns(rates: readonly PageRate[], columns: ColumnWidths, ink: Ink): readonly string[] {
  const line = (heading: string, what: string, rate: string, days: string): string =>
    [
      padRight(heading, columns.heading),
      padRight(what, columns.what),
      padLeft(rate, columns.rate),
      padRight(days, columns.days),
    ]
      .join(' '.repeat(gap))
      .trimEnd();
  const head = line(titles.heading, titles.what, titles.rate, titles.days);
  const rule = '─'.repeat(columns.heading + columns.what + columns.rate + columns.days + 3 * gap);
  const rows = rates.flatMap((one) => {
    const words = [
      ...wrap(one.what, columns.what, 'break'),
      ...(one.basis === '' ? [] : wrap(one.basis, columns.what)),
    ];
    const printed = wrap(one.rate, columns.rate, 'break');
    return Array.from({ length: Math.max(words.length, printed.length) }, (_, row) =>
      row === 0
        ? line(one.heading || none, words[0] ?? '', printed[0] ?? '', one.days)
        : line('', words[row] ?? '', printed[row] ?? '', ''),
    );
  });
  return [ink.quiet(head), ink.quiet(rule), ...rows];
}

/** The heading and the rate, and the words below them. */
function stacked(rates: readonly PageRate[], room: number): readonly string[] {
  return rates.flatMap(({ heading, rate, basis, what, days }) => {
    const first = `${heading || none}  ${[rate, basis].filter((text) => text !== '').join(' ')}`;
    const head = displayWidth(first) <= room ? [first] : wrap(first, room, 'break');
    const below = [what, days].filter((text) => text !== '').flatMap((text) => wrap(text, room - gap, 'break'));
    return [...head, ...below.map((line) => ' '.repeat(gap) + line)];
  });
}
