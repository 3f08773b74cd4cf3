import type { RunState } from '../assess/assess-batch.ts';
import { standardInput } from '../io/input.ts';
import type { AddedColumn } from '../present/csv-columns.ts';
import type { CalcOptions } from './calc-options.ts';
import type { LoadedLaw } from './load-law.ts';
import type { ReadyRowTaker } from './ready-rows.ts';
import { readyTaker } from './ready-taker.ts';
import { RowHelpers } from './row-helpers.ts';
import type { RunSetup } from './run-setup.ts';
import type { World } from './world.ts';

interface CrewRun {
  readonly loaded: LoadedLaw;
  readonly setup: RunSetup;
  readonly state: RunState;
  readonly added: readonly AddedColumn[];
  readonly options: CalcOptions;
  readonly world: World;
}

/** Who answers rows of CSV from their bytes, here and in other threads. Loaded where many rows may come. */
export function readyCrew({ loaded, setup, state, added, options, world }: CrewRun): {
  readonly taker: ReadyRowTaker;
  readonly help: RowHelpers | undefined;
} {
  const taker = readyTaker(loaded, setup.context, { balances: state.balances, added, isRaw: options.raw === true });
  const { threads } = world;
  const count = (options.jobs ?? 1) - 1;
  if (!threads || count < 1 || readsStandardInput(options)) return { taker, help: undefined };
  const { rounding } = loaded.law.schedule.jurisdiction;
  const task = { options, isRawKept: options['rejects'] !== undefined, today: world.today };
  return { taker, help: new RowHelpers(count, { start: threads.start, task, rounding }) };
}

/** What standard input holds can be read once, so another thread could not set up the same run. */
function readsStandardInput({ tables = [], with: laid = [], balances, fxTable }: CalcOptions): boolean {
  return [...tables, ...laid, balances, fxTable].includes(standardInput);
}
