import type { Balances } from '../assess/balances.ts';
import type { Law } from '../assess/law.ts';
import { type Problem, problem } from '../customs/problem.ts';
import type { BalanceLine } from '../intake/balance-text.ts';
import { placeOfBalance } from './balances.ts';
import type { LedgerRun } from './ledger-run.ts';
import type { RunSetup } from './run-setup.ts';

/** What was given for quotas and names that no line of the run asked for: perhaps it was misspelt. */
export async function unusedNotes(
  given: Pick<RunSetup, 'balances' | 'prorated'>,
  { drawn }: Balances,
  ledger: LedgerRun | null,
  law: Law,
): Promise<readonly Problem[]> {
  const balances = [...given.balances.values()].filter(({ quota }) => !drawn.has(quota));
  const percentages = [...(given.prorated?.keys() ?? [])].filter((quota) => !drawn.has(quota));
  const names = (ledger?.notReversed() ?? []).map(notReversed);
  if (balances.length + percentages.length === 0) return names;
  const { nearQuotas } = await import('../assess/near-quotas.ts');
  const hint = (quota: string): string => hintOf(nearQuotas(law, quota, drawn.keys()));
  return [
    ...balances.map((one) => unusedBalance(one, hint(one.quota))),
    ...percentages.map((quota) => unusedProration(quota, hint(quota))),
    ...names,
  ];
}

function hintOf(near: readonly string[]): string {
  return near.length > 0
    ? `Did you mean ${near.join(', ')}?`
    : 'A quota period is named HEADING/ORIGIN/PERIOD, as answers print it.';
}

function unusedBalance(balance: BalanceLine, hint: string): Problem {
  return problem('bad-balance', 'warning', `no line asked for ${balance.quota}; its balance was not used`, {
    ...placeOfBalance(balance),
    hint,
  });
}

function unusedProration(quota: string, hint: string): Problem {
  return problem('bad-balance', 'warning', `no line asked for ${quota}; its percentage was not used`, {
    column: '--proration',
    value: quota,
    hint,
  });
}

function notReversed(name: string): Problem {
  return problem('not-recorded', 'warning', `no line of ${name} came whose drawdown was reversed`, {
    column: '--again',
    value: name,
    hint: 'It names an entry, or the id of a shipment; tariff quota log lists what was reversed.',
  });
}
