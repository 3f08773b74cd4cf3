import { startRun } from '../assess/assess-batch.ts';
import { assessPlanned, planDraws } from '../assess/plan-draws.ts';
import type { PlannedDraw } from '../customs/planned-draw.ts';
import { entryContext } from '../intake/entry-context.ts';
import { planText } from '../present/quota/plan.ts';
import { formatNames } from '../present/renderer.ts';
import { readBalances, readProrations } from './balances.ts';
import type { CalcOptions } from './calc-options.ts';
import { readExchange } from './exchange.ts';
import { openLedgerRun } from './ledger-run.ts';
import { loadLaw } from './load-law.ts';
import { readShipments } from './read-shipments.ts';
import { formatOf, lawAsked, outputOf, styleOf } from './run-options.ts';
import { talkTo } from './talk.ts';
import { type ExitCode, type World, exit, worse } from './world.ts';

/** `tariff quota plan`: which of the planned shipments fit, split or are over, the duty at stake, and what the next period would save. */
export async function plan(files: readonly string[], options: CalcOptions, world: World): Promise<ExitCode> {
  const loaded = await loadLaw({
    tables: options.tables ?? [],
    with: options.with ?? [],
    strict: options.strict ?? false,
    ...lawAsked(options),
  });
  const { law } = loaded;
  const { jurisdiction, countries } = law.schedule;
  const context = entryContext({
    jurisdiction,
    countries,
    facts: loaded.facts,
    exchange: await readExchange(options, jurisdiction.currency, world),
    wholeValues: options.wholeDollars === true,
  });
  const given = await readBalances(options, world);
  const prorated = readProrations(options);
  const ledger = await openLedgerRun({ ...options, commit: false }, world);
  const talk = talkTo(world, options);
  const draws: PlannedDraw[] = [];
  let code: ExitCode = exit.done;
  let isRead = false;
  try {
    let state = startRun({
      ...(ledger?.balances(given) ?? { given, drawn: new Map(), presented: new Map() }),
      ...(prorated && { prorated }),
    });
    for await (const event of readShipments(files, options, { loaded, context, format: 'json' }, world)) {
      if (event.kind === 'lines') {
        ledger?.lookUp(event.lines);
        const batch = assessPlanned(event.lines, law, state);
        ({ state } = batch);
        draws.push(...planDraws(batch, law));
        const open = batch.lines.filter(({ status }) => status === 'invalid' || status === 'unknown');
        if (open.length > 0) code = worse(code, exit.linesOpen);
        await talk.problems(open.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error')));
      } else if (event.kind === 'problems') {
        code = worse(code, event.code);
        await talk.problems(event.problems.filter(({ severity }) => severity !== 'notice'));
      } else isRead = true;
    }
  } finally {
    ledger?.close();
  }
  if (!isRead) return worse(code, exit.usage);
  const output = outputOf(options, world);
  const format = formatOf(options, formatNames);
  await output.write(planText(format, draws, loaded.runTables, styleOf(options, world, loaded)));
  await output.close();
  return code;
}
