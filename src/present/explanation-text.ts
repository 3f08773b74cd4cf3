import type { RateReason, Reason } from './explanation.ts';
import type { Ink } from './ink.ts';
import { displayWidth, padRight, widest, wrap } from './text-width.ts';

const none = '–';
const indent = 2;

/** Regime after regime: what it did and why, and below it the rates that applied or might have. */
export function explanationText(reasons: readonly Reason[], width: number, ink: Ink): readonly string[] {
  return reasons.flatMap((reason) => [...headText(reason, width, ink), ...ratesText(reason.rates, width, ink)]);
}

function headText({ title, words, source }: Reason, width: number, ink: Ink): readonly string[] {
  const lines = wrap(`${title} ${words}`, width);
  const [first = '', ...rest] = lines;
  const bold = first.startsWith(title) ? ink.strong(title) + first.slice(title.length) : first;
  const below = source === null ? [] : wrap(source, width - indent).map((line) => ' '.repeat(indent) + ink.quiet(line));
  return [bold, ...rest.map((line) => ' '.repeat(indent) + line), ...below];
}

/** A mark, the heading and the rate in columns, then the words; below each other where the width is small. */
function ratesText(rates: readonly RateReason[], width: number, ink: Ink): readonly string[] {
  const heading = widest(rates.map((rate) => rate.heading || none));
  const percent = widest(rates.map(({ rate }) => rate));
  const inset = indent + 2 + heading + 2 + percent + 2;
  const narrow = width - inset < 30;
  return rates.flatMap((rate) => {
    const mark = rate.applies ? '›' : ' ';
    const name = `${padRight(rate.heading || none, heading)}  ${padRight(rate.rate, percent)}`;
    const start = `${' '.repeat(indent)}${mark} ${rate.applies ? ink.strong(name) : name}`;
    const left = narrow ? indent + 4 : inset;
    const room = Math.max(20, width - left);
    const words = rate.words.join('; ');
    const texts = [
      ...(rate.what === '' ? [] : wrap(rate.what, room, 'break')),
      ...wrap(words, room, 'break').map((line) => (rate.applies ? line : ink.quiet(line))),
    ];
    if (narrow && displayWidth(name) + indent + 2 > width)
      return [start.trimEnd(), ...texts.map((line) => ' '.repeat(left) + line)];
    const [first = '', ...rest] = narrow ? ['', ...texts] : texts;
    return [`${start}  ${first}`.trimEnd(), ...rest.map((line) => ' '.repeat(left) + line)];
  });
}
