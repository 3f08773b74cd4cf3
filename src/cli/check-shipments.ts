import { assessBatch, endRun } from '../assess/assess-batch.ts';
import type { ResultLine } from '../customs/assessment.ts';
import { type Problem, problem } from '../customs/problem.ts';
import type { Fact } from '../customs/table.ts';
import { moneyText } from '../exact/money.ts';
import { standardInput } from '../io/input.ts';
import type { CheckOptions } from './check-options.ts';
import type { LoadedLaw } from './load-law.ts';
import { readShipments } from './read-shipments.ts';
import { lawFor, setUpRun } from './run-setup.ts';
import { usage } from './stop.ts';
import { type ExitCode, type World, exit, worse } from './world.ts';

/** The duty that whoever wrote the file expects; read where the column is there. */
const expectedDuty = 'expected_duty';
const facts: Readonly<Record<string, Fact>> = {
  [expectedDuty]: { type: 'money', question: 'What is the duty expected to be?', choices: [] },
};

/** Whether the files hold shipments: rows of some kind, or standard input. Tables and shipments are not checked together. */
export function holdShipments(files: readonly string[]): boolean {
  const shipments = files.filter(
    (file) => file === standardInput || /\.(?:csv|tsv|txt|ndjson|jsonl|xlsx|gz)$/i.test(file),
  );
  if (shipments.length > 0 && shipments.length < files.length)
    throw usage('tables and shipments cannot be checked together', null, 'Check them one after the other.');
  return shipments.length > 0;
}

/** All that is wrong with shipments before they are filed, and what declaring more would change. */
export async function checkShipments(
  files: readonly string[],
  options: CheckOptions,
  world: World,
): Promise<{ readonly found: readonly Problem[]; readonly code: ExitCode }> {
  const loaded = await lawFor(options);
  const { law } = loaded;
  const { color } = options;
  const { context, start } = await setUpRun(loaded, { color }, world, { facts });
  let state = start();
  const found: Problem[] = [];
  let code: ExitCode = exit.done;
  const note = (lines: readonly ResultLine[]): void => {
    for (const line of lines) found.push(...line.problems.filter(isWorthTelling), ...unexpected(line, loaded));
  };
  const reader = { loaded, context, facts, format: 'json' };
  for await (const event of readShipments(files, { color }, reader, world)) {
    if (event.kind === 'lines') {
      const batch = assessBatch(event.lines, law, state);
      ({ state } = batch);
      note(batch.lines);
    } else if (event.kind === 'problems') {
      found.push(...event.problems);
      code = worse(code, event.code);
    }
  }
  note(endRun(law, state).lines);
  return { found, code };
}

/** What a line lacks is told though it is no mistake: it may lower the duty. */
function isWorthTelling({ severity, code }: Problem): boolean {
  return severity !== 'notice' || code === 'fact-undeclared';
}

function unexpected(result: ResultLine, { law }: LoadedLaw): readonly Problem[] {
  if (result.kind === 'invalid' || !result.totals) return [];
  const { line, totals } = result;
  const expected = line.facts.get(expectedDuty);
  if (!expected || !('amount' in expected) || expected.amount.eq(totals.duty)) return [];
  const { currencySign, rounding } = law.schedule.jurisdiction;
  const more = totals.duty.minus(expected.amount);
  const words = (amount: typeof more): string => `${currencySign}${moneyText(amount, rounding)}`;
  return [
    problem(
      'unexpected-duty',
      'error',
      `the duty is ${words(totals.duty)}, ${words(more.abs())} ${more.isNegative() ? 'less' : 'more'} than expected`,
      { ...line.where, column: expectedDuty, value: expected.amount.toFixed() },
    ),
  ];
}
