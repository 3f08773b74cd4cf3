import { verifyLedger as findingsIn } from '../assess/verify-ledger.ts';
import { problem } from '../customs/problem.ts';
import { parseLedgerText } from '../intake/ledger-text.ts';
import { checkInput } from '../io/input.ts';
import { readText } from '../io/files.ts';
import { streamOutput } from '../io/output.ts';
import { placeOf } from '../io/terminal.ts';
import { renderProblems } from '../present/problems.ts';
import { entryText, ledgerEnd, ledgerHead } from '../present/quota/ledger-text.ts';
import { type QuotaOptions, withLedger } from './quota.ts';
import { outputOf } from './run-options.ts';
import { Stop } from './stop.ts';
import { sayTo } from './talk.ts';
import { type ExitCode, type World, exit } from './world.ts';

/** Records that are written at once. */
const portion = 500;

/** `tariff quota export`: every entry as text. */
export async function exportLedger(options: QuotaOptions, world: World): Promise<ExitCode> {
  const output = outputOf(options, world);
  try {
    await withLedger(options, 'read', async (ledger) => {
      await output.write(ledgerHead);
      const entries = ledger.look((view) => view.entries());
      let texts: string[] = [];
      let count = 0;
      for (const entry of entries) {
        texts.push(entryText(entry));
        count += 1;
        if (texts.length < portion) continue;
        await output.write(texts.join(''));
        texts = [];
      }
      await output.write(texts.join('') + ledgerEnd(count));
    });
    await output.close();
  } catch (error) {
    output.abandon();
    throw error;
  }
  return exit.done;
}

/** `tariff quota import`: an export becomes a ledger, if it adds up. */
export async function importLedger(file: string, options: QuotaOptions, world: World): Promise<ExitCode> {
  const missing = checkInput(file);
  if (missing) throw new Stop(exit.usage, [missing]);
  const text = readText(file);
  if (!text.ok) throw new Stop(exit.usage, [text.error]);
  const read = parseLedgerText(text.value, file);
  if (!read.ok) throw new Stop(exit.unusable, read.error);
  const broken = findingsIn(read.value, file);
  if (broken.length > 0) throw new Stop(exit.unusable, broken);
  const name = await withLedger(options, 'record', (ledger) => {
    ledger.restore(read.value);
    return ledger.name;
  });
  const count = read.value.length;
  await sayTo(world)(`${count === 1 ? '1 record' : `${count} records`} imported into ${name}\n`);
  return exit.done;
}

/** `tariff quota verify`: silent when the ledger holds; otherwise all findings on standard output, and exit code 1. */
export async function verifyLedger(options: QuotaOptions, world: World): Promise<ExitCode> {
  const found = await withLedger(options, 'read', (ledger) => [
    ...ledger.damage().map((text) => problem('ledger-broken', 'error', text, { file: ledger.name })),
    ...ledger.look((view) => findingsIn(view.entries(), ledger.name)),
  ]);
  if (found.length === 0) return exit.done;
  await streamOutput(world.stdout).write(renderProblems(found, placeOf(world.stdout, world.env, options.color)));
  return exit.checkFailed;
}
