import { Command, CommanderError, Option } from 'commander';
import { version } from 'virtual:package';
import type { Setting } from '../customs/setting.ts';
import { renderProblems } from '../present/problems.ts';
import { UnusableLedger } from '../io/ledger/ledger.ts';
import { ClosedPipe, Unwritable } from '../io/output.ts';
import { placeOf } from '../io/terminal.ts';
import { type CommandParts, exampleShipment } from './command-parts.ts';
import { addAuditCommand } from './audit-command.ts';
import { calc } from './calc.ts';
import { type CalcOptions, addAnnotationOption, addCalcOptions } from './calc-options.ts';
import type { CheckOptions } from './check-options.ts';
import { addCompletionCommand } from './completion-command.ts';
import { addDiffCommand } from './diff-command.ts';
import { exitCodesBriefly } from './exit-words.ts';
import { addHelpCommand } from './help-command.ts';
import { addImportCommand } from './import-command.ts';
import { addInitCommand } from './init-command.ts';
import { addQuotaCommands } from './quota-commands.ts';
import { addLimitOptions } from './limit-options.ts';
import { addLockOptions } from './lock-options.ts';
import { addRejectsOptions } from './rejects-options.ts';
import { addRatesCommands } from './rates-commands.ts';
import { addReportCommand } from './report-command.ts';
import { addSearchCommand } from './search-command.ts';
import { addSettings } from './settings.ts';
import { Stop } from './stop.ts';
import { type ExitCode, type World, exit } from './world.ts';

const estimate = 'An estimate, not a customs ruling or legal advice.';

const exitCodes = exitCodesBriefly();

const calcExamples = `Examples:
  tariff calc ${exampleShipment}
  tariff calc --goods steel --origin Japan --value '$100,000.00' --date 2022-02-01
  tariff calc examples/shipments.csv
  tariff calc examples/shipments.csv --summary regime,origin
  cat examples/shipments.csv | tariff calc - --format csv > duties.csv
  tariff calc examples/shipments.csv --format json -o duties.json
  tariff calc examples/shipments.csv -o duties.xlsx --rejects rejects.csv
  tariff calc examples/shipments.csv --ledger quota.db --commit

${exitCodes}
${estimate}`;

const checkExamples = `Examples:
  tariff check                  the bundled tables
  tariff check examples/my-table.json

Of shipments as CSV: all problems, what declaring more would change, and whether the duty is what a
column expected_duty says.

Silent, with exit code 0, when nothing is found; otherwise every finding, and exit code 1.`;

/** Runs the command line: flags → one command → exit code. */
export async function run(world: World): Promise<ExitCode> {
  // A command has dozens of options: they are made for the one that is named.
  const program = build({
    world,
    act: async (action) => {
      code = await action();
    },
    isNamed: (name) => world.argv.includes(name),
  });
  let code: ExitCode = exit.done;
  if (world.argv.length === 0) return (await import('./welcome.ts')).welcome(program, world);
  let settings: readonly Setting[] = [];
  addSettings(program, world, (found) => {
    settings = found;
  });
  try {
    await program.parseAsync(world.argv, { from: 'user' });
    return code;
  } catch (error) {
    return onError(error, world, settings);
  }
}

/** What a user can cause ends here; anything else is a bug and goes on to `main`. */
async function onError(error: unknown, world: World, settings: readonly Setting[]): Promise<ExitCode> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.usage;
  if (error instanceof ClosedPipe) return exit.done;
  const style = placeOf(world.stderr, world.env, !world.argv.includes('--no-color'));
  const told = (problems: Stop['problems']): Promise<void> =>
    new Promise((resolve) => void world.stderr.write(renderProblems(problems, style), () => resolve()));
  if (error instanceof Stop) {
    await told(settings.length === 0 ? error.problems : await withSettings(error.problems, settings));
    return error.code;
  }
  if (error instanceof UnusableLedger) {
    await told([error.problem]);
    return exit.unusable;
  }
  if (error instanceof Unwritable) {
    await told([error.problem]);
    return exit.unwritable;
  }
  throw error;
}

/** Names the config or the variable, where a problem is with what it set. */
async function withSettings(problems: Stop['problems'], settings: readonly Setting[]): Promise<Stop['problems']> {
  const { settingBehind } = await import('./apply-settings.ts');
  return problems.map((one) => {
    const behind = settingBehind(one, settings);
    if (behind === undefined) return one;
    return {
      ...one,
      hint: [one.hint?.replace(/[\w)]$/, '$&.'), `${behind.flag} is from ${behind.from}.`].filter(Boolean).join(' '),
    };
  });
}

function build(parts: CommandParts): Command {
  const { world, act, isNamed } = parts;
  const program = new Command('tariff');
  program
    .description(`Duties on a declared shipment, exact to the cent, from dated rate tables in JSON.\n${estimate}`)
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void world.stdout.write(text),
      writeErr: (text) => void world.stderr.write(text),
      getOutHelpWidth: () => placeOf(world.stdout, world.env, false).width,
    })
    .showHelpAfterError('(tariff --help shows what there is)')
    .addHelpText(
      'after',
      `\nExamples:\n  tariff calc ${exampleShipment}\n  tariff calc examples/shipments.csv\n  tariff rates 7208.10.15.00 --origin JP --date 2021-11-12\n  tariff history 7208.10.15.00 --origin DE,JP,GB,CN\n  tariff check examples/my-table.json\n\n${exitCodes}`,
    );
  const calcCommand = program.command('calc');
  if (isNamed('calc')) {
    addCalcOptions(calcCommand);
    addRejectsOptions(calcCommand);
    addLimitOptions(calcCommand, 'the duty', "'duty>50000', 'total>=10% per line'");
    addLockOptions(calcCommand);
  }
  calcCommand
    .description('compute the duties of one shipment by flags, or of files of them (- is standard input)')
    .argument('[files...]', 'files of shipments: CSV, NDJSON, workbooks, packed or not; - is standard input')
    .showHelpAfterError('(tariff calc --help shows what there is)')
    .addHelpText('after', `\n${calcExamples}`)
    .action((files: readonly string[], options: CalcOptions) => act(() => calc(files, options, world)));
  const checkCommand = program.command('check');
  addAnnotationOption(checkCommand);
  checkCommand
    .description(
      'look for mistakes in rate tables (ties, gaps, missing sources), or in shipments before they are filed',
    )
    .argument('[files...]', 'tables or folders of them, or shipments as CSV; none: the bundled tables')
    .addOption(
      new Option('--with <path>', 'lay tables or amendments over the bundled law and check the result').argParser(
        (value, earlier: readonly string[] | undefined) => [...(earlier ?? []), value],
      ),
    )
    .addOption(new Option('--jurisdiction <id>', 'customs territory of the tables (default: each of the bundled ones)'))
    .addOption(new Option('--errors-only', 'leave warnings out'))
    .addOption(new Option('--no-color', 'no colours'))
    .showHelpAfterError('(tariff check --help shows what there is)')
    .addHelpText('after', `\n${checkExamples}`)
    .action((files: readonly string[], options: CheckOptions) =>
      act(async () => (await import('./check.ts')).check(files, options, world)),
    );
  addSearchCommand(program, parts);
  addRatesCommands(program, parts);
  addQuotaCommands(program, parts);
  addDiffCommand(program, parts);
  addAuditCommand(program, parts);
  addReportCommand(program, parts);
  addImportCommand(program, parts);
  addInitCommand(program, parts);
  const everything = (): Command => {
    const whole = build({ ...parts, isNamed: () => true });
    addSettings(whole, world, () => undefined);
    return whole;
  };
  addHelpCommand(program, everything, parts);
  addCompletionCommand(program, everything, parts);
  return program;
}
