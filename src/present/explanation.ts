import type { RateOutcome, RateTrace, RegimeOutcome, RegimeTrace } from '../customs/trace.ts';
import { dayBefore, firstDay } from '../exact/iso-date.ts';
import { printedMoney } from './amounts.ts';
import type { Style } from './rendering.ts';
import { safeText } from './safe-text.ts';
import { citationWords } from './words.ts';

/** Why a regime laid what it did, in words, whatever lays them out. All text is safe. */
export interface Reason {
  readonly title: string;
  readonly words: string;
  /** The source of what the words say; null: there is none to name. */
  readonly source: string | null;
  readonly rates: readonly RateReason[];
}

export interface RateReason {
  readonly applies: boolean;
  readonly heading: string;
  readonly rate: string;
  readonly what: string;
  /** From when to when, under which conditions, or why not. */
  readonly words: readonly string[];
}

/** Regimes that have something to say of the goods; those that do not name them together, at the end. */
export function reasonsOf(trace: readonly RegimeTrace[], style: Style): readonly Reason[] {
  const said = trace.filter(({ outcome }) => !aside.has(outcome));
  const reasons = said.map((one): Reason => ({
    title: safeText(one.title),
    words: safeText(one.words),
    source: one.citation === null ? null : citationWords(one.citation),
    rates: one.rates.map((rate) => rateReason(rate, style)),
  }));
  return [...reasons, ...asides(trace.filter(({ outcome }) => aside.has(outcome)))];
}

/** Outcomes that are told in a line, several regimes together. */
const aside: ReadonlySet<RegimeOutcome> = new Set(['not-yet', 'ended', 'no-rate', 'other-goods']);

function asides(trace: readonly RegimeTrace[]): readonly Reason[] {
  const alike = new Map<string, RegimeTrace[]>();
  for (const one of trace) alike.set(one.words, [...(alike.get(one.words) ?? []), one]);
  return [...alike].map(([words, regimes]) => ({
    title: regimes.map(({ title }) => safeText(title)).join(', '),
    words: `${regimes.length > 1 ? '(each) ' : ''}${safeText(words)}`,
    source: null,
    rates: [],
  }));
}

function rateReason(rate: RateTrace, style: Style): RateReason {
  const applies = rate.outcome === 'applies' || rate.outcome === 'may-apply';
  return {
    applies,
    heading: safeText(rate.headings.join(' + ')),
    rate: safeText(rate.rate),
    what: safeText(rate.title ?? (rate.measure.startsWith('#') ? '' : rate.measure)),
    words: [outcomeText(rate, applies), ...stakeWords(rate, style), ...(applies ? [citationWords(rate.citation)] : [])],
  };
}

/** "applies from 2025-03-12: spi is S", "open: asks that …" */
function outcomeText(rate: RateTrace, applies: boolean): string {
  const days = applies ? daysWords(rate) : '';
  const said = [outcomeWords[rate.outcome], days].filter((text) => text !== '').join(' ');
  return rate.words === null ? said : `${said}: ${safeText(rate.words)}`;
}

const outcomeWords = {
  applies: 'applies',
  'may-apply': 'may apply',
  'not-met': 'not met',
  undeclared: 'open',
  'goes-second': 'goes second',
  'no-room': 'no room',
  'not-chosen': 'not chosen',
} satisfies Record<RateOutcome, string>;

function daysWords({ from, before }: RateTrace): string {
  const end = before === null ? '' : `to ${dayBefore(before)}`;
  return [from === firstDay ? '' : `from ${from}`, end].filter((text) => text !== '').join(' ');
}

/** "declare melt_pour_country to test it: saves $12,500.00" */
function stakeWords({ facts, stake }: RateTrace, style: Style): readonly string[] {
  if (facts.length === 0) return [];
  const change =
    stake === null ? '' : `: ${stake.isNegative() ? 'saves' : 'costs'} ${printedMoney(style)(stake.abs())}`;
  return [safeText(`declare ${facts.join(' or ')} to test it${change}`)];
}
