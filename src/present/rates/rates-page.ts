import type { RateDue, RateWay, RatesDue } from '../../customs/rates-due.ts';
import { type Remark, remark } from '../answer.ts';
import { headingsText, rateText, whatText } from '../cells.ts';
import { factTexts, goodsAndOrigin } from '../declared-text.ts';
import type { Style } from '../rendering.ts';
import { safeText } from '../safe-text.ts';
import { type Source, sourceList } from '../sources.ts';
import { notCoveredWords, refundWords, tableWords } from '../words.ts';
import type { RatesInfo } from './rates-rendering.ts';
import { basisWords, conditionText, daysText, totalSentence, wayText } from './rates-words.ts';

/** What is due on goods of one number from one origin, in words and in order, whatever lays it out. All text is safe. */
export interface RatesPage {
  readonly title: string;
  readonly asked: readonly string[];
  /** Said first where no rate, or more than one, is given; null where one is. */
  readonly verdict: string | null;
  readonly reasons: readonly Remark[];
  readonly ways: readonly PageWay[];
  readonly conditions: readonly string[];
  readonly silent: readonly string[];
  readonly notCovered: string;
  readonly refunds: readonly string[];
  readonly remarks: readonly Remark[];
  readonly sources: readonly Source[];
  readonly tables: readonly string[];
}

export interface PageWay {
  readonly when: string | null;
  readonly rates: readonly PageRate[];
  readonly total: string;
}

export interface PageRate {
  readonly heading: string;
  readonly what: string;
  readonly rate: string;
  /** Empty: on the value. */
  readonly basis: string;
  readonly days: string;
}

const verdicts = {
  depends: 'Depends on facts that were not declared.',
  unknown: 'Unknown: the rates cannot all be given.',
  invalid: 'Invalid: what was declared cannot be so.',
} as const;

/** That a regime does not reach an origin or a day needs no word: most do not. */
const isTold: ReadonlySet<string> = new Set(['gives-way', 'replaced', 'not-on-hand']);

export function ratesPage(due: RatesDue, info: RatesInfo, style: Style): RatesPage {
  const { question, status, ways, problems } = due;
  const rates = ways.flatMap((way) => way.rates);
  const sources = sourceList();
  sources.add(rates.map((rate) => ({ ...rate, quota: null })));
  const isReason = (severity: string): boolean => severity === 'error' && status !== 'known';
  return {
    title: goodsAndOrigin(question, style),
    asked: [`On ${question.date}`, ...factTexts(question.facts, style)],
    verdict: status === 'known' ? null : verdicts[status],
    reasons: problems.filter((one) => isReason(one.severity)).map((one) => ({ ...remark(one), label: 'Why' })),
    ways: ways.map((way) => pageWay(way, ways)),
    conditions: due.conditional.map(conditionText),
    silent: due.silent
      .filter(({ outcome }) => isTold.has(outcome))
      .map(({ title, words }) => safeText(`${title} ${words}`)),
    notCovered: notCoveredWords(due.notCovered, info),
    refunds: refundWords(rates.filter(({ percent }) => percent !== '0')),
    remarks: problems.filter((one) => !isReason(one.severity)).map(remark),
    sources: sources.sources(),
    tables: tableWords(info.tables, new Set(rates.map(({ regime }) => regime))),
  };
}

function pageWay(way: RateWay, ways: readonly RateWay[]): PageWay {
  const fees = way.rates.some(({ role }) => role === 'fee') ? ', and the fees' : '';
  return { when: wayText(way, ways), rates: way.rates.map(pageRate), total: totalSentence(way) + fees };
}

function pageRate(rate: RateDue): PageRate {
  return {
    heading: headingsText(rate),
    // Its tier is said above.
    what: whatText({ ...rate, tier: null }),
    rate: rateText(rate),
    basis: basisWords(rate),
    days: daysText(rate),
  };
}
