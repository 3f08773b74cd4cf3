import type { Citation } from '../customs/citation.ts';
import type { RateTrace, RegimeTrace } from '../customs/trace.ts';
import type { Decimal } from '../exact/decimal.ts';
import { firstDay } from '../exact/iso-date.ts';
import type { OutputCitation, OutputRateTrace, OutputTrace } from './output-shape.ts';

/** Why, as plain data. */
export function traceJson(trace: RegimeTrace, money: (amount: Decimal) => string): OutputTrace {
  const { regime, title, outcome, words, citation, rates } = trace;
  return {
    regime,
    title,
    outcome,
    words,
    citation: citation && citationJson(citation),
    rates: rates.map((rate) => rateJson(rate, money)),
  };
}

function rateJson(rate: RateTrace, money: (amount: Decimal) => string): OutputRateTrace {
  return {
    measure: rate.measure,
    title: rate.title,
    heading: headingJson(rate.headings),
    rate: rate.rate,
    from: rate.from === firstDay ? null : rate.from,
    before: rate.before,
    outcome: rate.outcome,
    words: rate.words,
    facts: rate.facts,
    stake: rate.stake && money(rate.stake),
    citation: rate.citation && citationJson(rate.citation),
  };
}

/** A list where the entry reports several; null where the law gives none. */
export function headingJson(headings: readonly string[]): string | readonly string[] | null {
  return headings.length > 1 ? headings : (headings[0] ?? null);
}

export function citationJson({ source, confidence, url }: Citation): OutputCitation {
  return { source, confidence, ...(url !== undefined && { url }) };
}
