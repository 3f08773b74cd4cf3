import { isKnownQuota } from '../assess/quota-status.ts';
import { problem } from '../customs/problem.ts';
import { type ReadFigure, parseFillRows } from '../intake/fill-rows.ts';
import type { CalcOptions } from './calc-options.ts';
import { readFigures } from './figures-file.ts';
import { loadLaw } from './load-law.ts';
import { withLedger } from './quota.ts';
import { lawAsked } from './run-options.ts';
import { Stop } from './stop.ts';
import { sayTo } from './talk.ts';
import { type ExitCode, type World, exit } from './world.ts';

/** `tariff quota fill`: what customs published of quotas goes into the ledger; all of the file, or nothing. */
export async function fill(file: string, options: CalcOptions, world: World): Promise<ExitCode> {
  const figures = await readFigures(file, world, parseFillRows);
  await checkQuotas(file, figures, options);
  const [name, added] = await withLedger(options, world, 'record', (ledger): readonly [string, number] => [
    ledger.name,
    ledger.publish(figures.map(({ figure }) => figure)),
  ]);
  const known = figures.length - added;
  const rest = known === 0 ? '' : `; ${known} ${known === 1 ? 'was' : 'were'} there already`;
  await sayTo(world)(
    `${added === 1 ? '1 published figure' : `${added} published figures`} recorded in ${name}${rest}\n`,
  );
  return exit.done;
}

/** A figure under a misspelt name would never be used, and nobody would know. */
async function checkQuotas(file: string, figures: readonly ReadFigure[], options: CalcOptions): Promise<void> {
  const { law } = await loadLaw({
    tables: options.tables ?? [],
    with: options.with ?? [],
    strict: false,
    ...lawAsked(options),
  });
  const unknown = figures.filter(({ figure }) => !isKnownQuota(figure.quota, law));
  if (unknown.length === 0) return;
  throw new Stop(
    exit.usage,
    unknown.map(({ figure: { quota }, line }) =>
      problem('bad-balance', 'error', `no quota of the law on hand has a period ${quota}`, {
        file,
        line,
        column: 'quota',
        value: quota,
        hint: 'tariff quota status --origin COUNTRY --period PERIOD lists them.',
      }),
    ),
  );
}
