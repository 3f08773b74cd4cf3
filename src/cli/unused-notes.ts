import type { Balances } from '../assess/balances.ts';
import { type Problem, problem } from '../customs/problem.ts';
import { placeOfBalance } from './balances.ts';
import type { LedgerRun } from './ledger-run.ts';
import type { RunSetup } from './run-setup.ts';

/** What was given for quotas and names that no line of the run asked for: perhaps it was misspelt. */
export function unusedNotes(
  given: Pick<RunSetup, 'balances' | 'prorated'>,
  { drawn }: Balances,
  ledger: LedgerRun | null,
): readonly Problem[] {
  return [
    ...[...given.balances.values()]
      .filter(({ quota }) => !drawn.has(quota))
      .map((balance) =>
        problem('bad-balance', 'warning', `no line asked for ${balance.quota}; its balance was not used`, {
          ...placeOfBalance(balance),
          hint: 'A quota period is named HEADING/ORIGIN/PERIOD, as answers print it.',
        }),
      ),
    ...[...(given.prorated?.keys() ?? [])].filter((quota) => !drawn.has(quota)).map(unusedProration),
    ...(ledger?.notReversed() ?? []).map(notReversed),
  ];
}

function unusedProration(quota: string): Problem {
  return problem('bad-balance', 'warning', `no line asked for ${quota}; its percentage was not used`, {
    column: '--proration',
    value: quota,
  });
}

function notReversed(name: string): Problem {
  return problem('not-recorded', 'warning', `no line of ${name} came whose drawdown was reversed`, {
    column: '--again',
    value: name,
    hint: 'It names an entry, or the id of a shipment; tariff quota log lists what was reversed.',
  });
}
