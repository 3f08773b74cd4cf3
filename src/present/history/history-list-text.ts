import type { Ink } from '../ink.ts';
import { padRight, widest, wrap } from '../text-width.ts';
import type { HistoryList, ListedRate, ListedStep, ListedWay } from './history-list.ts';

const gap = '  ';
const dayWidth = 10;
const narrowestWords = 36;
const mostDue = 14;

/** How the steps of all lines are laid out, alike. */
export interface ListLayout {
  readonly width: number;
  readonly due: number;
  readonly heading: number;
  /** What is left for words; too little for columns where it is null. */
  readonly words: number | null;
}

export function listLayout(lists: readonly HistoryList[], width: number): ListLayout {
  const ways = lists.flatMap(({ steps }) => steps.flatMap((step) => step.ways));
  const due = Math.min(mostDue, widest([titles.due, ...ways.map((way) => way.due)]));
  const heading = widest([titles.heading, ...ways.flatMap(({ rates }) => rates.map((rate) => rate.heading))]);
  const words = width - 2 * dayWidth - due - heading - 4 * gap.length;
  return { width, due, heading, words: words < narrowestWords ? null : words };
}

const titles = {
  from: 'From',
  to: 'To',
  due: 'Duty',
  heading: 'Heading',
  words: 'What it is, and by which act',
} as const;

/** Each step with its rates and its acts: in columns, or below each other where the width is too small for them. */
export function historyListText(list: HistoryList, layout: ListLayout, ink: Ink): readonly string[] {
  const { words, width } = layout;
  const rows =
    words === null
      ? list.steps.flatMap((step) => stacked(step, width, ink))
      : inColumns(list.steps, layout, words, ink);
  const always = list.throughout.flatMap((rate) =>
    wrap(`At all times ${rate.heading} ${rate.rate}: ${rate.what}; ${rate.act}`, width).map(ink.quiet),
  );
  return [...rows, ...always];
}

type Cells = readonly [from: string, to: string, due: string, heading: string, words: string];

function inColumns(steps: readonly ListedStep[], layout: ListLayout, words: number, ink: Ink): readonly string[] {
  const line = ([from, to, due, heading, text]: Cells): string =>
    [
      padRight(from, dayWidth),
      padRight(to, dayWidth),
      padRight(due, layout.due),
      padRight(heading, layout.heading),
      text,
    ]
      .join(gap)
      .trimEnd();
  const rows = steps.map((step) => {
    const ways = step.ways.flatMap((way) => wayCells(way, layout.due, words, ink));
    const doubts = step.doubts.flatMap((doubt) => wrap(doubt, words, 'break')).map((text) => ['', '', text] as const);
    const all = [
      ...ways,
      ...(ways.length === 0 ? doubts.map(([, , text], index) => [index === 0 ? '?' : '', '', text] as const) : doubts),
    ];
    return all.map(([due, heading, text], index) =>
      line(index === 0 ? [step.from, step.to, due, heading, text] : ['', '', due, heading, text]),
    );
  });
  const head = line([titles.from, titles.to, titles.due, titles.heading, titles.words]);
  const rule = '─'.repeat(layout.width - words + Math.min(words, widestWords(steps)));
  return [ink.quiet(head), ink.quiet(rule), ...rows.flat()];
}

function widestWords(steps: readonly ListedStep[]): number {
  const rates = steps.flatMap(({ ways }) => ways.flatMap((way) => way.rates));
  return widest([
    titles.words,
    ...rates.flatMap((rate) => [wordsOf(rate, true), gap + rate.act]),
    ...steps.flatMap(({ doubts }) => doubts),
  ]);
}

/** The duty beside its rates; their words, and below them the act. */
function wayCells(
  way: ListedWay,
  dueWidth: number,
  words: number,
  ink: Ink,
): readonly (readonly [string, string, string])[] {
  const dues = wrap(way.due, dueWidth, 'break');
  const rates = way.rates.flatMap((rate) => {
    const texts = [
      ...wrap(wordsOf(rate, isNamed(rate, way)), words, 'break'),
      ...wrap(rate.act, words - gap.length, 'break').map((text) => ink.quiet(gap + text)),
    ];
    return texts.map((text, index) => [index === 0 ? rate.heading : '', text] as const);
  });
  const conditions = way.when === null ? [] : wrap(way.when, words - gap.length, 'break');
  const all = [...rates, ...conditions.map((text) => ['', gap + text] as const)];
  return Array.from({ length: Math.max(dues.length, all.length) }, (_, index) => [
    dues[index] ?? '',
    ...(all[index] ?? (['', ''] as const)),
  ]);
}

/** Whether the duty does not say the rate already. */
function isNamed({ rate }: ListedRate, { due, rates }: ListedWay): boolean {
  return rates.length > 1 || !(due === rate || due.startsWith(`${rate} `));
}

function wordsOf({ rate, what }: ListedRate, named: boolean): string {
  return named ? `${rate}: ${what}` : what;
}

function stacked({ from, to, ways, doubts }: ListedStep, width: number, ink: Ink): readonly string[] {
  const inset = (text: string): readonly string[] => wrap(text, width - gap.length, 'break').map((line) => gap + line);
  return [
    ...wrap(`${from} to ${to}  ${ways.map(({ due }) => due).join(', ') || '?'}`, width, 'break').map(ink.strong),
    ...ways.flatMap(({ when, rates }) => [
      ...rates.flatMap((rate) => [
        ...inset(`${rate.heading} ${rate.rate}: ${rate.what}`),
        ...inset(rate.act).map(ink.quiet),
      ]),
      ...(when === null ? [] : inset(when)),
    ]),
    ...doubts.flatMap(inset),
  ];
}
