import type { RateDue, RateHistory, RateStep, RateWay } from '../../customs/rates-due.ts';
import { headingsText, rateText, whatText } from '../cells.ts';
import type { Style } from '../rendering.ts';
import { basisWords, wayText } from '../rates/rates-words.ts';
import { citationWords } from '../words.ts';
import { doubtsOf, originsTitle, wayWords } from './history-words.ts';

/** The steps of one line, in words. All text is safe. */
export interface HistoryList {
  readonly title: string;
  /** Base duty that holds all the time, told once. */
  readonly throughout: readonly ListedRate[];
  readonly steps: readonly ListedStep[];
}

export interface ListedStep {
  readonly from: string;
  readonly to: string;
  readonly ways: readonly ListedWay[];
  /** Why it is no number. */
  readonly doubts: readonly string[];
}

export interface ListedWay {
  /** "25%", "Free in quota" */
  readonly due: string;
  /** The condition; null: none. */
  readonly when: string | null;
  readonly rates: readonly ListedRate[];
}

export interface ListedRate {
  readonly heading: string;
  readonly rate: string;
  readonly what: string;
  readonly act: string;
}

export function historyList(history: RateHistory, style: Style): HistoryList {
  const always = heldThroughout(history.steps);
  const isTold = (rate: RateDue): boolean => always.some((one) => keyOf(one) === keyOf(rate));
  return {
    title: originsTitle(history, style),
    throughout: always.map(listedRate),
    steps: history.steps.map((step) => ({
      from: step.from,
      to: step.to,
      ways: step.due.ways.map((way) => listedWay(way, step, (rate) => !isTold(rate))),
      doubts: doubtsOf(step),
    })),
  };
}

/** Base duty that never changed, in every way of every step; none where there is one step. */
function heldThroughout(steps: readonly RateStep[]): readonly RateDue[] {
  const [first, ...others] = steps.flatMap(({ due }) => due.ways).filter(({ status }) => status !== 'refused');
  if (!first || steps.length < 2) return [];
  return first.rates.filter(
    (rate) => rate.role === 'base' && others.every(({ rates }) => rates.some((one) => keyOf(one) === keyOf(rate))),
  );
}

function keyOf({ regime, headings, rate, basis, citation }: RateDue): string {
  return [regime, headings.join('+'), rate, basis, citation?.source].join('|');
}

function listedWay(way: RateWay, { undocumented }: RateStep, isShown: (rate: RateDue) => boolean): ListedWay {
  const when = wayText({ ...way, tier: null });
  return {
    due: wayWords(way, undocumented.length === 0),
    when,
    rates: way.rates.filter(isShown).map(listedRate),
  };
}

function listedRate(rate: RateDue): ListedRate {
  return {
    heading: headingsText(rate) || '–',
    rate: [rateText(rate), basisWords(rate)].filter((text) => text !== '').join(' '),
    what: whatText({ ...rate, tier: null }),
    act: citationWords(rate.citation),
  };
}
