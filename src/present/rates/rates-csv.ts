import type { RateDue, RateWay, RatesAnswer, RatesDue } from '../../customs/rates-due.ts';
import { firstDay } from '../../exact/iso-date.ts';
import { headingsText, rateText } from '../cells.ts';
import { joined, problemText, record } from '../csv-text.ts';
import type { RatesRenderer } from './rates-rendering.ts';

/** `percent`: of the value, what the rate adds; `together`: all rates of the way. */
export const wayColumns = [
  'tier',
  'if',
  'regime',
  'heading',
  'rate',
  'basis',
  'percent',
  'together',
  'measure',
  'rate_from',
  'rate_before',
  'citation',
  'confidence',
  'url',
] as const;

/** New columns are added at the end only. */
const columns = ['hts', 'origin', 'date', 'status', ...wayColumns, 'problems'] as const;

/** A row for each number, origin, tier or other condition, and regime. */
export function ratesCsvRenderer(): RatesRenderer {
  return {
    head: () => record(columns),
    answers: (batch) => batch.map(answerRows).join(''),
    tail: () => '',
  };
}

function answerRows(answer: RatesAnswer): string {
  const problems = joined(answer.problems.filter(({ severity }) => severity !== 'notice').map(problemText));
  if (answer.kind === 'unread') return record([answer.text, '', '', 'invalid', ...wayColumns.map(() => ''), problems]);
  return waysFields(answer.ways)
    .map((fields) => record([...asked(answer), ...fields, problems]))
    .join('');
}

/** The fields of `wayColumns`, a row for each rate of each way; one empty row where there is no way. */
export function waysFields(ways: readonly RateWay[]): readonly (readonly string[])[] {
  if (ways.length === 0) return [wayColumns.map(() => '')];
  return ways.flatMap((way) =>
    way.rates.length === 0 ? [wayFields(way, null)] : way.rates.map((rate) => wayFields(way, rate)),
  );
}

function asked({ question: { goods, origin, date }, status }: RatesDue): readonly string[] {
  return [goods.kind === 'number' ? goods.code : goods.name, origin, date, status];
}

function wayFields({ tier, when, status, total }: RateWay, rate: RateDue | null): readonly string[] {
  const conditions = [rate?.asks ?? '', when].filter((text) => text !== '').join(' and ');
  const together = total.percent ?? (status === 'refused' ? status : '');
  if (rate === null) return [tier ?? '', conditions, '', '', '', '', '', together, '', '', '', '', '', ''];
  const { citation } = rate;
  return [
    tier ?? '',
    conditions,
    rate.regime,
    headingsText(rate),
    rateText(rate),
    rate.basis,
    rate.percent ?? '',
    together,
    rate.measure,
    rate.from === firstDay ? '' : rate.from,
    rate.before ?? '',
    citation?.source ?? '',
    citation?.confidence ?? '',
    citation?.url ?? '',
  ];
}
