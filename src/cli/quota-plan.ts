import type { RunState } from '../assess/assess-batch.ts';
import { assessPlanned, planDraws, planNext } from '../assess/plan-draws.ts';
import type { PlannedDraw } from '../customs/planned-draw.ts';
import { planText } from '../present/quota/plan.ts';
import { formatNames } from '../present/renderer.ts';
import type { CalcOptions } from './calc-options.ts';
import { openLedgerRun } from './ledger-run.ts';
import { readShipments } from './read-shipments.ts';
import { formatOf, outputOf, styleOf } from './run-options.ts';
import { lawFor, setUpRun } from './run-setup.ts';
import { talkTo } from './talk.ts';
import { type ExitCode, type World, exit, worse } from './world.ts';

/** `tariff quota plan`: which of the planned shipments fit, split or are over, the duty at stake, and what the next period would save. */
export async function plan(files: readonly string[], options: CalcOptions, world: World): Promise<ExitCode> {
  const loaded = await lawFor(options);
  const { law } = loaded;
  const { context, start } = await setUpRun(loaded, options, world);
  // A plan records nothing: what was reversed may be planned again.
  const ledger = await openLedgerRun({ ...options, commit: false }, null);
  const talk = talkTo(world, options);
  const draws: PlannedDraw[] = [];
  let code: ExitCode = exit.done;
  let isRead = false;
  let state: RunState;
  try {
    state = start(ledger);
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
  const planned = planNext(draws, law, state.balances);
  await output.write(planText(format, planned, loaded.runTables, styleOf(options, world, loaded)));
  await output.close();
  return code;
}
