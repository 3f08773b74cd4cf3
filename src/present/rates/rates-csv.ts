import type { RateDue, RateWay, RatesAnswer, RatesDue } from '../../customs/rates-due.ts';
import { firstDay } from '../../exact/iso-date.ts';
import { headingsText, rateText } from '../cells.ts';
import { joined, problemText, record } from '../csv-text.ts';
import type { RatesRenderer } from './rates-rendering.ts';

/** New columns are added at the end only. `percent`: of the value, what the rate adds; `together`: all rates of the way. */
const columns = [
  'hts',
  'origin',
  'date',
  'status',
  'tier',
  'if',
  'regime',
  'heading',
  'rate',
  'basis',
  'percent',
  'together',
  'measure',
  'from',
  'before',
  'citation',
  'confidence',
  'url',
  'problems',
] as const;

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
  if (answer.kind === 'unread')
    return record([answer.text, '', '', 'invalid', ...columns.slice(4, -1).map(() => ''), problems]);
  if (answer.ways.length === 0) return record([...asked(answer), ...columns.slice(4, -1).map(() => ''), problems]);
  return answer.ways
    .flatMap((way) =>
      (way.rates.length === 0 ? [null] : way.rates).map((rate) =>
        record([...asked(answer), ...wayFields(way, rate), problems]),
      ),
    )
    .join('');
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
