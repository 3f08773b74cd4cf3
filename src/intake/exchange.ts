import { type Problem, problem } from '../customs/problem.ts';
import type { Decimal } from '../exact/decimal.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import { parseAmount } from './amount-field.ts';
import type { CsvEvent } from './csv-event.ts';
import { parseNamedRows } from './named-rows.ts';

/** What one unit of a currency is worth in the jurisdiction's own, from a day on; null: on any day. `words` say where it is from. */
export interface ExchangeRate {
  readonly currency: string;
  readonly from: IsoDate | null;
  readonly rate: Decimal;
  readonly words: string;
}

/** The rate for a currency on a day: that of the last day given up to it; undefined: none was given. */
export type Exchange = (currency: string, date: IsoDate) => ExchangeRate | undefined;

/** A rate for any day goes before those of a day: whoever gives it means it. */
export function exchangeOf(rates: readonly ExchangeRate[]): Exchange {
  const byCurrency = new Map<string, ExchangeRate[]>();
  for (const rate of rates) byCurrency.set(rate.currency, [...(byCurrency.get(rate.currency) ?? []), rate]);
  for (const [currency, known] of byCurrency)
    byCurrency.set(
      currency,
      known.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
    );
  return (currency, date) => {
    const known = byCurrency.get(currency) ?? [];
    return known.find(({ from }) => from === null) ?? known.findLast(({ from }) => from !== null && from <= date);
  };
}

const sample = 'Such as EUR=1.0842: what one euro is worth.';

/** Reads `--fx EUR=1.0842`. */
export function parseExchange(text: string): Result<ExchangeRate, Problem> {
  const [, currency = '', digits = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/.exec(text) ?? [];
  return exchangeRate({ currency, digits, from: null, words: '--fx' }, { column: '--fx', value: text }, sample);
}

function exchangeRate(
  texts: { readonly currency: string; readonly digits: string; readonly from: IsoDate | null; readonly words: string },
  at: Partial<Problem>,
  hint: string,
): Result<ExchangeRate, Problem> {
  const wrong = (message: string): Result<ExchangeRate, Problem> =>
    fail(problem('bad-exchange-rate', 'error', message, { ...at, hint }));
  const currency = texts.currency.toUpperCase();
  if (!isCurrency(currency)) return wrong(`"${texts.currency}" is not the code of a currency`);
  const rate = parseAmount(texts.digits, texts.digits);
  if (!rate.ok) return wrong(`${currency}: ${rate.error.message}`);
  if (rate.value.isZero()) return wrong(`${currency}: a rate of zero would make every value nothing`);
  return ok({ currency, from: texts.from, rate: rate.value, words: texts.words });
}

/** A currency code of ISO 4217 in use. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf('currency').includes(code);
}

/** Reads a file with the columns `currency, date, rate`, and if there `source`: each rate holds from its day until the next of its currency. */
export function parseExchangeRows(
  events: readonly CsvEvent[],
  file: string,
): Result<readonly ExchangeRate[], readonly Problem[]> {
  const columns = { required: ['currency', 'date', 'rate'], sample: 'currency,date,rate,source' };
  return parseNamedRows(events, file, columns, ({ field, at }) => {
    const from = isoDate(field('date'));
    if (from === undefined)
      return fail(
        problem('bad-exchange-rate', 'error', `"${field('date')}" is not a day`, {
          ...at,
          hint: 'YYYY-MM-DD: 2026-03-02',
        }),
      );
    const source = field('source');
    const words = `rate of ${from}${source === '' ? '' : `, ${source}`}`;
    return exchangeRate(
      { currency: field('currency'), digits: field('rate'), from, words },
      at,
      'What one unit of the currency is worth: 1.0842',
    );
  });
}
