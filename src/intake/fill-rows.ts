import { type Problem, problem } from '../customs/problem.ts';
import type { FillFigure } from '../customs/published-fill.ts';
import { type Decimal, plainText } from '../exact/decimal.ts';
import { isoDate } from '../exact/iso-date.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import { parsePercent } from './amount-field.ts';
import type { CsvEvent } from './csv-event.ts';
import type { Field } from './field.ts';
import { type NamedRow, parseNamedRows } from './named-rows.ts';
import { isQuotaId, quotaIdSample } from './quota-id.ts';
import { parseWeight } from './weight-field.ts';

/** A figure of a file, and the line it stands on. */
export interface ReadFigure {
  readonly figure: FillFigure;
  readonly line: number | null;
}

/** Reads a file of published figures with the columns `quota, as_of`, one of `quantity_kg` and `percent`, and if there `source`. */
export function parseFillRows(
  events: readonly CsvEvent[],
  file: string,
): Result<readonly ReadFigure[], readonly Problem[]> {
  const columns = { required: ['quota', 'as_of'], sample: 'quota,as_of,percent,source, or quantity_kg for percent' };
  return parseNamedRows(events, file, columns, parseRow);
}

function parseRow({ field, at }: NamedRow): Result<ReadFigure, Problem> {
  const wrong = (column: string, message: string, hint: string | null = null): Result<ReadFigure, Problem> =>
    fail(problem('bad-balance', 'error', message, { ...at, column, hint }));
  const quota = field('quota');
  if (!isQuotaId(quota))
    return wrong('quota', `"${quota}" does not name a quota period`, `${quotaIdSample}, as answers print it`);
  const asOf = isoDate(field('as_of'));
  if (asOf === undefined) return wrong('as_of', `"${field('as_of')}" is not a day`, 'YYYY-MM-DD: 2022-02-14');
  const [quantity, percent] = [field('quantity_kg'), field('percent')];
  if ((quantity === '') === (percent === ''))
    return wrong(
      percent === '' ? 'percent' : 'quantity_kg',
      percent === '' ? 'no figure is given' : 'a quantity and a percentage are given; one of them counts',
      'How much all importers drew, in kilograms, or the percentage of the limit: 87',
    );
  const amount: Field<Decimal> = percent === '' ? parseWeight(quantity) : parsePercent(percent);
  if (!amount.ok)
    return wrong(percent === '' ? 'quantity_kg' : 'percent', amount.error.message, amount.error.hint ?? null);
  const text = plainText(amount.value);
  return ok({
    line: at.line,
    figure: {
      quota,
      asOf,
      quantity: percent === '' ? text : null,
      percent: percent === '' ? null : text,
      unit: 'kg',
      source: field('source') || null,
    },
  });
}
