import type { Style } from '../rendering.ts';
import { safeText } from '../safe-text.ts';
import { dayTicks } from './chart-scale.ts';
import type { HistoryAnswer } from './history-rendering.ts';
import { type Frame, element } from './svg-parts.ts';

/** Lines and words of both axes. */
export function gridLines(frame: Frame, { from, until }: HistoryAnswer): readonly string[] {
  const { left, right, top, bottom } = frame;
  const percents = frame.scale.ticks.flatMap((tick) => [
    element('path', { class: tick === 0 ? 'axis' : 'grid', d: `M${left} ${frame.y(tick)}H${right}` }),
    element('text', { class: 'tick', x: left - 12, y: frame.y(tick) + 4, 'text-anchor': 'end' }, `${tick}%`),
  ]);
  const ticks = dayTicks(from, until, (label) => ((label.length * 8 + 12) * frame.days) / (right - left));
  const years = ticks.flatMap(({ day, label }) => [
    element('path', { class: 'grid', d: `M${frame.x(day)} ${top}V${bottom + 6}` }),
    element('text', { class: 'tick', x: frame.x(day), y: bottom + 24, 'text-anchor': 'middle' }, label),
  ]);
  return [...years, ...percents];
}

/** Every step in a sentence, for those who do not see the picture. */
export function describe({ histories }: HistoryAnswer, style: Style): string {
  const texts = histories.map(({ origins, steps }) => {
    const told = steps.map(({ from, to, due, undocumented }) => {
      const ways = due.ways.map(({ tier, total, status }) =>
        [
          total.percent === null ? (status === 'refused' ? status : 'no percentage') : `${total.percent}%`,
          ...(tier === null ? [] : [tier]),
        ].join(' '),
      );
      const isKnown = due.status === 'known' && undocumented.length === 0;
      return `${from} to ${to}: ${isKnown ? ways.join(' or ') : 'not known, or it depends'}`;
    });
    return `${origins.map((code) => style.countryName(code)).join(', ')}: ${told.join('; ')}.`;
  });
  return safeText(texts.join(' '));
}
