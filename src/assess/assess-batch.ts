import type { InvalidLine, ResultLine, Row, Totals } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import { Decimal } from '../exact/decimal.ts';
import { type Rounding, sum, toMoney } from '../exact/money.ts';
import { assessLine } from './assess-line.ts';
import type { Law } from './law.ts';
import type { Balances } from './pots.ts';

/** What is carried from batch to batch: balances and totals; nothing else. */
export interface RunState {
  readonly balances: Balances;
  readonly totals: Totals;
}

/** A declared line with its row, or one that could not be read. */
export type IntakeLine = { readonly kind: 'line'; readonly line: EntryLine; readonly row: Row | null } | InvalidLine;

export function startRun(balances: Balances, rounding: Rounding): RunState {
  const nothing = toMoney(new Decimal(0), rounding);
  return {
    balances,
    totals: {
      enteredValue: nothing,
      duty: nothing,
      fees: nothing,
      total: nothing,
      counts: { assessed: 0, refused: 0, unknown: 0, invalid: 0 },
    },
  };
}

/** Assesses lines in order of presentation. Batch size never changes an answer. */
export function assessBatch(
  lines: readonly IntakeLine[],
  law: Law,
  state: RunState,
): { readonly lines: readonly ResultLine[]; readonly state: RunState } {
  let { balances, totals } = state;
  const results: ResultLine[] = [];
  for (const one of lines) {
    let result: ResultLine = one as InvalidLine;
    if (one.kind === 'line') {
      const assessed = assessLine(one.line, law, balances);
      balances = assessed.balances;
      result = { ...assessed.line, row: one.row };
    }
    totals = addUp(totals, result);
    results.push(result);
  }
  return { lines: results, state: { balances, totals } };
}

/** Only assessed lines enter the sums; the others are counted. */
function addUp(totals: Totals, result: ResultLine): Totals {
  const counts = { ...totals.counts, [result.status]: totals.counts[result.status] + 1 };
  if (result.kind !== 'line' || result.totals === null) return { ...totals, counts };
  return {
    enteredValue: totals.enteredValue.plus(result.line.value),
    duty: sum([totals.duty, result.totals.duty]),
    fees: sum([totals.fees, result.totals.fees]),
    total: sum([totals.total, result.totals.total]),
    counts,
  };
}
