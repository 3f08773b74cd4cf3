import { startOfQuota } from '../assess/quota-status.ts';
import { type Problem, problem } from '../customs/problem.ts';
import { monthStart } from '../exact/iso-date.ts';
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
  await checkFigures(file, figures, options, world);
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

/** Figures are told at most so long after their period began. */
const mostMonths = 12;

/** A figure under a misspelt name would never be used, and one of a misspelt day would bind wrongly; nobody would know. */
async function checkFigures(
  file: string,
  figures: readonly ReadFigure[],
  options: CalcOptions,
  world: World,
): Promise<void> {
  const { law } = await loadLaw({
    tables: options.tables ?? [],
    with: options.with ?? [],
    strict: false,
    ...lawAsked(options),
  });
  const problems = figures.flatMap(({ figure: { quota, asOf }, line }) => {
    const wrong = (column: string, value: string, message: string, hint: string): readonly Problem[] => [
      problem('bad-balance', 'error', message, { file, line, column, value, hint }),
    ];
    const start = startOfQuota(quota, law);
    if (start === undefined)
      return wrong(
        'quota',
        quota,
        `no quota of the law on hand has a period ${quota}`,
        'tariff quota status --origin COUNTRY --period PERIOD lists them.',
      );
    if (asOf > world.today)
      return wrong('as_of', asOf, `${asOf} is not over yet`, 'A figure tells of a day that is past.');
    if (asOf < start || asOf >= monthStart(start, mostMonths))
      return wrong('as_of', asOf, `${asOf} tells nothing of ${quota}, which began on ${start}`, 'Check the year.');
    return [];
  });
  if (problems.length > 0) throw new Stop(exit.usage, problems);
}
