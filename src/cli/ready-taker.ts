import type { Balances } from '../assess/balances.ts';
import { lastingBalances } from '../assess/worked-answer.ts';
import { type AddedColumn, answerCells } from '../present/csv-columns.ts';
import { plainMoney } from '../present/amounts.ts';
import type { LoadedLaw } from './load-law.ts';
import { ReadyRowTaker } from './ready-rows.ts';
import type { RunSetup } from './run-setup.ts';

interface Written {
  /** At the outset of the run. */
  readonly balances: Balances;
  readonly added: readonly AddedColumn[];
  readonly isRaw: boolean;
}

/** Who answers rows of CSV from their bytes, with the columns that a run adds. Loaded where many rows may come. */
export function readyTaker(
  { law, facts }: LoadedLaw,
  context: RunSetup['context'],
  { balances, added, isRaw }: Written,
): ReadyRowTaker {
  const { rounding } = law.schedule.jurisdiction;
  const money = plainMoney(rounding);
  return new ReadyRowTaker({
    law,
    balances: lastingBalances(balances),
    facts,
    context,
    rounding,
    isRaw,
    tellsNotCovered: added.some(({ what }) => what === 'tariff_not_covered'),
    write: (line) => answerCells(line, added, money),
  });
}
