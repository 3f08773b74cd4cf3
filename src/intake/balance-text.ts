import { type Problem, problem } from '../customs/problem.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import type { Decimal } from '../exact/decimal.ts';
import { parsePercent } from './amount-field.ts';
import type { CsvEvent } from './csv-event.ts';
import { parseMoment } from './date-field.ts';
import { parseNamedRows } from './named-rows.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import { isQuotaId, quotaIdSample } from './quota-id.ts';
import { parseWeight } from './weight-field.ts';

/**
 * What was left in a quota period, in kilograms: at the end of a day, or, where none is given, before any line that is counted. File and line are null
 * for a flag.
 */
export interface BalanceLine {
  readonly file: string | null;
  readonly line: number | null;
  readonly quota: string;
  readonly amount: Decimal;
  readonly asOf: IsoDate | null;
  readonly source: string | null;
}

/** Reads `--balance HEADING/ORIGIN/PERIOD=500t`, or with the day, `…/PERIOD@2022-02-14=500t`. */
export function parseBalance(text: string): Result<BalanceLine, Problem> {
  const [name = '', ...quantity] = text.split('=');
  const [quota = '', ...days] = name.split('@');
  return balance(
    { quota, quantity: quantity.join('='), asOf: days.length === 0 ? null : days.join('@'), source: null },
    { column: '--balance', value: text },
  );
}

interface BalanceTexts {
  readonly quota: string;
  readonly quantity: string;
  readonly asOf: string | null;
  readonly source: string | null;
}

function balance(texts: BalanceTexts, at: Partial<Problem>): Result<BalanceLine, Problem> {
  const { asOf, source } = texts;
  const quota = texts.quota.trim();
  const wrong = (message: string, hint: string): Result<BalanceLine, Problem> =>
    fail(problem('bad-balance', 'error', message, { ...at, hint }));
  if (!isQuotaId(quota))
    return wrong(
      `"${quota}" does not name a quota period`,
      `Heading, origin, period, and what was left: ${quotaIdSample}=500t`,
    );
  if (texts.quantity.trim() === '')
    return wrong(`${quota}: what was left is not given`, 'Kilograms, or with a unit: 500t');
  const amount = parseWeight(texts.quantity);
  if (!amount.ok)
    return wrong(`${quota}: ${amount.error.message}`, amount.error.hint ?? 'Kilograms, or with a unit: 500t');
  const day = asOf === null ? null : isoDate(asOf);
  if (day === undefined)
    return wrong(`${quota}: "${asOf ?? ''}" is not a day`, 'The day at whose end it was left: 2022-02-14');
  return ok({ file: at.file ?? null, line: at.line ?? null, quota, amount: amount.value, asOf: day, source });
}

/** Reads a file with the columns `quota, balance_kg`, and if there `as_of, source`. */
export function parseBalanceRows(
  events: readonly CsvEvent[],
  file: string,
): Result<readonly BalanceLine[], readonly Problem[]> {
  const columns = { required: ['quota', 'balance_kg'], sample: 'quota,balance_kg,as_of,source' };
  return parseNamedRows(events, file, columns, ({ field, at }) =>
    balance(
      {
        quota: field('quota'),
        quantity: field('balance_kg'),
        asOf: field('as_of') || null,
        source: field('source') || null,
      },
      at,
    ),
  );
}

/** What part of each request customs accepted at an opening. */
export interface ProrationText {
  readonly quota: string;
  readonly percent: Decimal;
  /** The opening; null: the one that the table has. */
  readonly at: string | null;
}

/** Reads `--proration 9903.80.67/DE/2022-Q1=63.2%`, or with the moment of the opening, `…/2023-Q1@2023-01-03T08:30=63.2%`. */
export function parseProration(text: string): Result<ProrationText, Problem> {
  const [, quota = '', moment, percentage = ''] = /^([^=@]*)(?:@([^=]*))?=(.*)$/.exec(text) ?? [];
  const wrong = (message: string, hint: string): Result<ProrationText, Problem> =>
    fail(problem('bad-balance', 'error', message, { column: '--proration', value: text, hint }));
  const sample = `${quotaIdSample}=63.2%, or ${quotaIdSample}@2023-01-03T08:30=63.2%`;
  if (!isQuotaId(quota.trim())) return wrong(`"${quota}" does not name a quota period`, sample);
  const percent = parsePercent(percentage);
  if (!percent.ok) return wrong(`${quota}: ${percent.error.message}`, percent.error.hint ?? sample);
  const at = moment === undefined ? null : parseMoment(moment);
  if (at !== null && (!at.ok || !at.value.includes('T')))
    return wrong(`"${moment ?? ''}" is not a moment`, 'Such as 2023-01-03T08:30');
  return ok({ quota: quota.trim(), percent: percent.value, at: at?.ok ? at.value : null });
}
