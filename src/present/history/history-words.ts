import type { RateHistory, RateStep, RateWay } from '../../customs/rates-due.ts';
import { factTexts } from '../declared-text.ts';
import { goodsText } from '../cells.ts';
import type { Style } from '../rendering.ts';
import { safeText } from '../safe-text.ts';
import { percentText, tierWords } from '../rates/rates-words.ts';
import type { HistoryAnswer } from './history-rendering.ts';

/** "7208.10.15.00 from Germany and Japan, 2018-03-23 to 2026-10-07", and what was declared. */
export function historyTitle(answer: HistoryAnswer, style: Style): string {
  const origins = answer.histories.flatMap((one) => one.origins).map((code) => style.countryName(code));
  const goods = goodsText(answer.goods, style);
  return safeText(`${goods} from ${listed(origins)}, ${answer.from} to ${answer.until}`);
}

/** "What was declared"; empty: nothing. */
export function factsText(answer: HistoryAnswer, style: Style): string {
  return factTexts(answer.facts, style).join(', ');
}

/** "A", "A and B", "A, B and C" */
function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** "Germany (DE), France (FR)" */
export function originsTitle({ origins }: RateHistory, style: Style): string {
  return safeText(origins.map((code) => `${style.countryName(code)} (${code})`).join(', '));
}

/** What is due in one way, in few words: "25%", "Free in quota", "25% over quota", "refused over quota", "?". */
export function wayWords({ tier, status, total, rates }: RateWay, isDocumented: boolean): string {
  const due = status === 'due' ? (percentText(total) ?? (rates.length === 0 ? 'none on hand' : '–')) : status;
  const sure = isDocumented ? due : `? (${due})`;
  return tier === null ? sure : `${sure} ${tierWords[tier]}`;
}

/** Why a step is no number, or holds only if the law has not changed; empty: it is sure. */
export function doubtsOf({ due, undocumented }: RateStep): readonly string[] {
  // On what it depends stands with its ways.
  const errors =
    due.status === 'depends'
      ? []
      : due.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const past = undocumented.map(
    (title) => `${title} is not documented for these days: what is given holds only if nothing has changed`,
  );
  return [...new Set([...errors, ...past])].map(safeText);
}

/** Notes for marks that stand apart from the scale. */
export const markWords = {
  unknown: '? not known, or it depends on what was not declared; see the list',
  other: '* no percentage of the value; see the list',
} as const;

/** Regimes with a rate on any of the days. */
export function usedRegimes(histories: readonly RateHistory[]): ReadonlySet<string> {
  const ways = histories.flatMap(({ steps }) => steps.flatMap(({ due }) => due.ways));
  return new Set(ways.flatMap(({ rates }) => rates.map(({ regime }) => regime)));
}
