import { type Command, Option } from 'commander';
import { formatNames } from '../present/renderer.ts';
import type { CalcOptions } from './calc-options.ts';
import { addFormatOptions, addLawOptions, addShipmentFileOptions } from './calc-options.ts';
import { collect, once } from './flag-values.ts';
import type { LogOptions, QuotaOptions, StatusOptions } from './quota.ts';
import type { FillOptions } from './quota-fill.ts';
import type { ReverseOptions } from './quota-reverse.ts';
import type { CommandParts } from './command-parts.ts';

const examples = `Examples:
  tariff calc shipments.csv --ledger quota.db --commit       records what the lines draw
  tariff quota status --ledger quota.db
  tariff quota status --ledger quota.db --origin DE --period 2022-Q1
  tariff quota fill cbp-report.csv --ledger quota.db         quota,as_of,percent,source
  tariff quota plan planned.csv --ledger quota.db
  tariff quota log --ledger quota.db --entry K4T-2000074-7
  tariff quota reverse K4T-2000074-7 --reason 'entry cancelled' --ledger quota.db
  tariff quota reverse HEADING/ORIGIN/PERIOD --as-of 2022-02-14 --reason 'misread' --ledger quota.db
  tariff quota export --ledger quota.db -o quota.ndjson
  tariff quota import quota.ndjson --ledger copy.db
  tariff quota verify --ledger quota.db

TARIFF_LEDGER, or "ledger" in tariff.config.json, stands for --ledger.`;

/** `quota` and what it can do; the rest of it is loaded when it is used. */
export function addQuotaCommands(program: Command, { world, act }: CommandParts): void {
  const quota = program
    .command('quota')
    .description('balances of quotas, and the ledger of what was drawn on them')
    .addHelpText('after', `\n${examples}`);
  const command = (name: string, description: string): Command =>
    quota
      .command(name)
      .description(description)
      .addOption(new Option('--ledger <file>', 'the ledger').argParser(once))
      .showHelpAfterError(`(tariff quota ${name.split(' ')[0]} --help shows what there is)`);

  const status = command('status', 'what each quota period holds, what was drawn and what is left')
    .addOption(
      new Option('--origin <country>', 'of this origin; also the periods on which nothing was drawn').argParser(once),
    )
    .addOption(new Option('--period <period>', 'of this period alone: 2022-Q1').argParser(once))
    .addOption(
      new Option('--balance <quota=quantity>', 'what was left in a quota period: HEADING/ORIGIN/PERIOD=500t').argParser(
        collect,
      ),
    )
    .addOption(new Option('--balances <file>', 'the same as CSV: quota,balance_kg,as_of,source'));
  addLawOptions(status);
  addFormatOptions(status, formatNames);
  status.action((options: StatusOptions) => act(async () => (await import('./quota.ts')).status(options, world)));

  const fill = command(
    'fill',
    'record what customs published of quotas: quota,as_of,percent or quantity_kg,source',
  ).argument('<file>', 'the figures as CSV; - for standard input');
  addLawOptions(fill);
  fill
    .addOption(
      new Option('--again <quota>', 'record figures of a quota period anew that were taken back').argParser(collect),
    )
    .addOption(new Option('--no-color', 'no colours'))
    .action((file: string, options: FillOptions) =>
      act(async () => (await import('./quota-fill.ts')).fill(file, options, world)),
    );

  const planned = command(
    'plan',
    'which planned shipments fit, split or are over, and what waiting would save',
  ).argument('<files...>', 'the shipments as CSV; - for standard input');
  addLawOptions(planned);
  addShipmentFileOptions(planned);
  addFormatOptions(planned, formatNames);
  planned.action((files: readonly string[], options: CalcOptions) =>
    act(async () => (await import('./quota-plan.ts')).plan(files, options, world)),
  );

  const log = command('log', 'who drew what, and when')
    .addOption(new Option('--quota <id>', 'of this quota period alone').argParser(once))
    .addOption(new Option('--entry <number>', 'of this entry, or shipment id, alone').argParser(once));
  addFormatOptions(log, formatNames);
  log.action((options: LogOptions) => act(async () => (await import('./quota.ts')).log(options, world)));

  command('reverse', 'take back what an entry drew, or a published figure; a reversal is recorded, nothing is deleted')
    .argument('<entry>', 'entry number, or the id of a shipment; with --as-of a quota period')
    .addOption(new Option('--line <number>', 'this line of the entry alone').argParser(once))
    .addOption(new Option('--as-of <day>', 'the published figure of that day').argParser(once))
    .addOption(new Option('--reason <text>', 'why').argParser(once).makeOptionMandatory())
    .addOption(new Option('--no-color', 'no colours'))
    .action((entry: string, options: ReverseOptions) =>
      act(async () => (await import('./quota-reverse.ts')).reverse(entry, options, world)),
    );

  command('export', 'the ledger as text, a record on each line, that can be compared and kept under version control')
    .addOption(new Option('-o, --output <file>', 'write to a file'))
    .addOption(new Option('--no-color', 'no colours'))
    .action((options: QuotaOptions) => act(async () => (await import('./quota-text.ts')).exportLedger(options, world)));

  command('import', 'an exported ledger into a new file; one that does not add up is refused')
    .argument('<file>', 'an exported ledger')
    .addOption(new Option('--no-color', 'no colours'))
    .action((file: string, options: QuotaOptions) =>
      act(async () => (await import('./quota-text.ts')).importLedger(file, options, world)),
    );

  command('verify', 'add up all records anew; silent, with exit code 0, when they hold')
    .addOption(new Option('--no-color', 'no colours'))
    .action((options: QuotaOptions) => act(async () => (await import('./quota-text.ts')).verifyLedger(options, world)));
}
