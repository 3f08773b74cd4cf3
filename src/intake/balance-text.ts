import { type Problem, problem } from '../customs/problem.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import type { Decimal } from '../exact/decimal.ts';
import type { CsvEvent } from './csv-event.ts';
import { parseWeight } from './weight-field.ts';

/** What was left in a quota period, in kilograms, with the day and source of the figure where they were given. */
export interface BalanceLine {
  readonly quota: string;
  readonly amount: Decimal;
  readonly asOf: string | null;
  readonly source: string | null;
}

const idShape = /^[^/\s]+(\/[^/\s]+){1,2}$/;
const idSample = 'HEADING/ORIGIN/PERIOD';

/** Reads `--balance HEADING/ORIGIN/PERIOD=500t`. */
export function parseBalance(text: string): Result<BalanceLine, Problem> {
  const [, quota = '', quantity = ''] = /^([^=]*)=(.*)$/.exec(text) ?? [];
  return balance(quota.trim(), quantity, null, null, { column: '--balance', value: text });
}

function balance(
  quota: string,
  quantity: string,
  asOf: string | null,
  source: string | null,
  at: Partial<Problem>,
): Result<BalanceLine, Problem> {
  if (!idShape.test(quota))
    return fail(
      problem('bad-balance', 'error', 'does not name a quota period', {
        ...at,
        hint: `Heading, origin, period, and what was left: ${idSample}=500t`,
      }),
    );
  const amount = parseWeight(quantity);
  if (!amount.ok)
    return fail(
      problem('bad-balance', 'error', `the quantity of ${quota} ${amount.error.message}`, {
        ...at,
        hint: amount.error.hint ?? 'Kilograms, or with a unit: 500t',
      }),
    );
  return ok({ quota, amount: amount.value, asOf, source });
}

/** Reads a file with the columns `quota, balance_kg`, and if there `as_of, source`. */
export function parseBalanceRows(
  events: readonly CsvEvent[],
  file: string,
): Result<readonly BalanceLine[], readonly Problem[]> {
  const lines: BalanceLine[] = [];
  const problems: Problem[] = [];
  let header: readonly string[] = [];
  for (const event of events) {
    if (event.kind === 'fatal' || event.kind === 'broken') problems.push(event.problem);
    else if (event.kind === 'header') {
      header = event.fields.map((field) => field.trim().toLowerCase());
      for (const column of ['quota', 'balance_kg']) {
        if (!header.includes(column))
          problems.push(
            problem('missing-column', 'error', `the column ${column} is missing`, {
              file,
              line: event.line,
              column,
              hint: 'quota,balance_kg,as_of,source',
            }),
          );
      }
    } else {
      const field = (name: string): string => event.fields[header.indexOf(name)]?.trim() ?? '';
      const read = balance(field('quota'), field('balance_kg'), field('as_of') || null, field('source') || null, {
        file,
        line: event.line,
        value: event.fields.join(','),
      });
      if (read.ok) lines.push(read.value);
      else problems.push(read.error);
    }
  }
  return problems.length > 0 ? fail(problems) : ok(lines);
}
