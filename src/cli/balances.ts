import type { GivenBalance } from '../assess/pots.ts';
import { type Problem, problem } from '../customs/problem.ts';
import { type BalanceLine, parseBalance, parseBalanceRows } from '../intake/balance-text.ts';
import type { CsvEvent } from '../intake/csv-event.ts';
import { checkInput, readBytes } from '../io/input.ts';
import type { CalcOptions } from './calc-options.ts';
import { Stop } from './stop.ts';
import type { World } from './world.ts';

/** Starting balances from `--balances FILE` and `--balance ID=QUANTITY`; a flag goes before a row of the file. */
export async function readBalances(options: CalcOptions, world: World): Promise<ReadonlyMap<string, GivenBalance>> {
  const lines: BalanceLine[] = options.balances === undefined ? [] : [...(await fromFile(options.balances, world))];
  const problems: Problem[] = [];
  const flags: BalanceLine[] = [];
  for (const text of options.balance ?? []) {
    const read = parseBalance(text);
    if (read.ok) flags.push(read.value);
    else problems.push(read.error);
  }
  for (const set of [lines, flags]) problems.push(...twice(set));
  if (problems.length > 0) throw new Stop(2, problems);
  return new Map([...lines, ...flags].map(({ quota, ...balance }) => [quota, balance]));
}

function twice(lines: readonly BalanceLine[]): readonly Problem[] {
  const ids = lines.map((line) => line.quota);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))].map((id) =>
    problem('bad-balance', 'error', `two balances of ${id} are given`, { column: '--balance', value: id }),
  );
}

async function fromFile(file: string, world: World): Promise<readonly BalanceLine[]> {
  const missing = checkInput(file);
  if (missing) throw new Stop(2, [missing]);
  const { readCsv } = await import('../intake/csv.ts');
  const events: CsvEvent[] = [];
  for await (const batch of readCsv(readBytes(file, world.stdin), file)) events.push(...batch);
  const read = parseBalanceRows(events, file);
  if (!read.ok) throw new Stop(2, read.error);
  return read.value;
}
