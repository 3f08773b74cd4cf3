import type { ConditionalRate, RateDue, RateWay, RatesAnswer } from '../../customs/rates-due.ts';
import { firstDay } from '../../exact/iso-date.ts';
import { factsJson, problemJson } from '../line-json.ts';
import { citationJson, headingJson } from '../trace-json.ts';
import type { OutputConditionalRate, OutputRate, OutputRates, OutputWay } from './rates-shape.ts';

/** An answer as plain data, keys in the order they are printed. */
export function ratesJson(answer: RatesAnswer): OutputRates {
  if (answer.kind === 'unread')
    return {
      ...answer.where,
      status: 'invalid',
      hts: null,
      declared: answer.text,
      origin: null,
      date: null,
      ways: [],
      conditional: [],
      silent: [],
      notCovered: [],
      problems: answer.problems.map(problemJson),
    };
  const { question, status, ways, conditional, silent, notCovered, problems } = answer;
  const { goods, origin, date, facts, where } = question;
  return {
    file: where.file,
    line: where.line,
    status,
    ...(goods.kind === 'number' ? { hts: goods.code } : { hts: null, goods: goods.name }),
    origin,
    date,
    ...(facts.size > 0 && { facts: factsJson(facts) }),
    ways: ways.map(wayJson),
    conditional: conditional.map(conditionalJson),
    silent,
    notCovered,
    problems: problems.map(problemJson),
  };
}

/** One way it may turn out. */
export function wayJson({ tier, when, status, rates, total }: RateWay): OutputWay {
  return {
    tier,
    when: when === '' ? null : when,
    status,
    rates: rates.map(rateJson),
    percent: total.percent,
    noPercent: total.percent === null ? total.why : null,
  };
}

function rateJson(rate: RateDue): OutputRate {
  return {
    ...nameJson(rate),
    role: rate.role,
    tier: rate.tier,
    ...(rate.charge === 'up-to' && { charge: rate.charge }),
    basis: rate.basis,
    percent: rate.percent,
    ...(rate.asks !== null && { asks: rate.asks }),
    ...(rate.refund !== null && {
      refund: { ...rate.refund, citation: rate.refund.citation && citationJson(rate.refund.citation) },
    }),
    ...(rate.overlay !== null && { overlay: rate.overlay }),
  };
}

function conditionalJson(rate: ConditionalRate): OutputConditionalRate {
  return { ...nameJson(rate), inQuota: rate.inQuota, when: rate.when, facts: rate.facts };
}

function nameJson(
  rate: RateDue | ConditionalRate,
): Pick<
  OutputRate,
  'regime' | 'title' | 'measure' | 'measureTitle' | 'heading' | 'rate' | 'from' | 'before' | 'citation'
> {
  return {
    regime: rate.regime,
    title: rate.regimeTitle,
    measure: rate.measure,
    measureTitle: rate.measureTitle,
    heading: headingJson(rate.headings),
    rate: rate.rate,
    from: rate.from === firstDay ? null : rate.from,
    before: rate.before,
    citation: rate.citation && citationJson(rate.citation),
  };
}
