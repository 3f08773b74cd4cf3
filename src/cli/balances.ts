import { type Problem, problem } from '../customs/problem.ts';
import {
  type BalanceLine,
  type ProrationText,
  parseBalance,
  parseBalanceRows,
  parseProration,
} from '../intake/balance-text.ts';
import type { CalcOptions } from './calc-options.ts';
import { readFigures } from './figures-file.ts';
import { Stop, usage } from './stop.ts';
import type { World } from './world.ts';

/** Starting balances from `--balances FILE` and `--balance ID=QUANTITY`; a flag goes before a row of the file. */
export async function readBalances(
  options: CalcOptions,
  world: Pick<World, 'stdin' | 'today'>,
): Promise<ReadonlyMap<string, BalanceLine>> {
  const lines: BalanceLine[] =
    options.balances === undefined ? [] : [...(await readFigures(options.balances, world, parseBalanceRows))];
  const problems: Problem[] = [];
  const flags: BalanceLine[] = [];
  for (const text of options.balance ?? []) {
    const read = parseBalance(text);
    if (read.ok) flags.push(read.value);
    else problems.push(read.error);
  }
  for (const set of [lines, flags]) problems.push(...twice(set));
  for (const line of [...lines, ...flags]) problems.push(...notOver(line, world.today));
  if (problems.length > 0) throw new Stop(2, problems);
  return new Map([...lines, ...flags].map((balance) => [balance.quota, balance]));
}

/** What will be left is not known. */
function notOver(line: BalanceLine, today: string): readonly Problem[] {
  if (line.asOf === null || line.asOf <= today) return [];
  const message = `${line.quota}: ${line.asOf} is not over yet`;
  return [
    problem('bad-balance', 'error', message, { ...placeOfBalance(line), hint: 'A balance is of a day that is past.' }),
  ];
}

function twice(lines: readonly BalanceLine[]): readonly Problem[] {
  const ids = lines.map((line) => line.quota);
  return lines
    .filter(({ quota }, index) => ids.indexOf(quota) < index)
    .map((line) => problem('bad-balance', 'error', `two balances of ${line.quota} are given`, placeOfBalance(line)));
}

/** Percentages from `--proration ID=PERCENT`; undefined: none was given. */
export function readProrations({ proration = [] }: CalcOptions): ReadonlyMap<string, ProrationText> | undefined {
  const reads = proration.map(parseProration);
  const problems = reads.flatMap((read) => (read.ok ? [] : [read.error]));
  if (problems.length > 0) throw new Stop(2, problems);
  const found = reads.flatMap((read) => (read.ok ? [read.value] : []));
  const ids = found.map(({ quota }) => quota);
  const again = ids.find((id, index) => ids.indexOf(id) < index);
  if (again !== undefined) throw usage(`two percentages of ${again} are given`, '--proration', null, again);
  return found.length === 0 ? undefined : new Map(found.map((one) => [one.quota, one]));
}

/** A row of the file, or the flag. */
export function placeOfBalance({ file, line, quota }: BalanceLine): Partial<Problem> {
  return { file, line, column: file === null ? '--balance' : null, value: quota };
}
