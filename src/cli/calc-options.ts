import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Fact } from '../customs/table.ts';
import { bundledManifest, defaultJurisdiction } from '../io/bundled-law.ts';
import { formatNames } from '../present/renderer.ts';

/** Options of `calc` as commander gives them: columns of one shipment under their own names, the rest below. */
export interface CalcOptions {
  readonly format?: string;
  readonly output?: string;
  readonly summary?: string;
  readonly tables?: readonly string[];
  readonly with?: readonly string[];
  readonly balance?: readonly string[];
  readonly balances?: string;
  readonly map?: readonly string[];
  readonly fact?: readonly string[];
  readonly regimes?: string;
  readonly strict?: boolean;
  readonly fx?: readonly string[];
  readonly fxTable?: string;
  readonly wholeDollars?: boolean;
  readonly explain?: boolean;
  readonly color: boolean;
  readonly [column: string]: unknown;
}

/** Columns of a shipment that can be given as flags: flag, value, what it is. */
const shipmentFlags: readonly (readonly [column: string, value: string, description: string])[] = [
  ['hts', '<number>', 'HTS number, dotted or plain; 4, 6 or 8 digits for an estimate'],
  ['goods', '<class>', 'a class of goods in place of a number: steel, aluminum'],
  ['origin', '<country>', 'country of origin: code or English name'],
  ['date', '<day>', 'date of entry for consumption, YYYY-MM-DD (default: today)'],
  ['value', '<amount>', 'entered value: 100000 or $100,000.00'],
  ['weight', '<quantity>', 'weight: kilograms, or with a unit: 50t, 110231lb'],
  ['id', '<text>', 'your name for the shipment'],
  ['entry-number', '<number>', 'entry number'],
  ['entry-line', '<number>', 'line of the entry'],
  ['presented-at', '<moment>', 'moment of presentation, for quotas: 2022-01-03T08:30'],
  ['currency', '<code>', 'currency of the value'],
  ['spi', '<symbol>', 'special program indicator claimed: KR, S, S+'],
  ['quota-tier', '<tier>', 'what customs accepted: in-quota or over-quota'],
];

/** A flag of a shipment means one thing: given twice, nobody knows which. */
const once = (value: string, earlier: string | undefined): string => {
  if (earlier !== undefined) throw new InvalidArgumentError('It is given twice.');
  return value;
};

const collect = (value: string, earlier: readonly string[] | undefined): readonly string[] => [
  ...(earlier ?? []),
  value,
];

/** Adds every option of `calc` to a command. */
export function addCalcOptions(command: Command): Command {
  for (const [column, value, description] of shipmentFlags)
    command.addOption(new Option(`--${column} ${value}`, description).argParser(once).helpGroup('One shipment:'));
  command.addOption(new Option('--weight-kg <quantity>').argParser(once).conflicts('weight').hideHelp());
  for (const [name, fact] of Object.entries(knownFacts())) {
    command.addOption(
      new Option(`--${name.replaceAll('_', '-')} <${fact.type}>`, fact.question)
        .argParser(once)
        .helpGroup('Facts about the goods:'),
    );
  }
  command.addOption(
    new Option('--fact <name=value>', 'a fact that a table of your own asks for')
      .argParser(collect)
      .helpGroup('Facts about the goods:'),
  );
  const law = 'The law:';
  command.addOption(
    new Option('--tables <path>', 'use these rate tables (file or folder) in place of the bundled ones')
      .argParser(collect)
      .helpGroup(law),
  );
  command.addOption(
    new Option('--with <path>', 'lay tables or amendments over the law; answers say what rests on them')
      .argParser(collect)
      .helpGroup(law),
  );
  command.addOption(
    new Option('--regimes <ids>', 'apply these regimes alone, by their ids, with commas between')
      .argParser(once)
      .helpGroup(law),
  );
  command.addOption(new Option('--strict', 'refuse dates past the days a table is documented for').helpGroup(law));
  command.addOption(
    new Option(
      '--explain',
      'each regime considered, why it applied or did not, and what declaring facts would change',
    ).helpGroup(law),
  );
  const values = 'Values:';
  command.addOption(
    new Option('--fx <currency=rate>', 'a rate of exchange for values in another currency: EUR=1.0842')
      .argParser(collect)
      .helpGroup(values),
  );
  command.addOption(
    new Option('--fx-table <file>', 'the same by day, as CSV: currency,date,rate,source').helpGroup(values),
  );
  command.addOption(
    new Option('--whole-dollars', 'round values to whole dollars, as entry summaries do').helpGroup(values),
  );
  const quotas = 'Quotas:';
  command.addOption(
    new Option('--balance <quota=quantity>', 'what was left in a quota period: HEADING/ORIGIN/PERIOD=500t')
      .argParser(collect)
      .helpGroup(quotas),
  );
  command.addOption(
    new Option('--balances <file>', 'the same as CSV: quota,balance_kg,as_of,source').helpGroup(quotas),
  );
  const output = 'Input and output:';
  command.addOption(
    new Option('--map <theirs=ours>', 'read a column of another name: --map Ursprung=origin')
      .argParser(collect)
      .helpGroup(output),
  );
  command.addOption(
    new Option('-f, --format <format>', 'how to print (default: table, or as the name of the output file ends)')
      .choices(formatNames)
      .helpGroup(output),
  );
  command.addOption(new Option('-o, --output <file>', 'write to a file').helpGroup(output));
  command.addOption(
    new Option(
      '--summary <keys>',
      'sums in place of lines, by regime,origin,heading,month,status,tier,file,chapter',
    ).helpGroup(output),
  );
  command.addOption(new Option('--no-color', 'no colours').helpGroup(output));
  return command;
}

function knownFacts(): Readonly<Record<string, Fact>> {
  return Object.assign(
    {},
    defaultJurisdiction().facts,
    ...bundledManifest().tables.map((table) => table.facts),
  ) as Record<string, Fact>;
}

/** The columns given as flags, by our names; undefined where none was given. */
export function shipmentColumns(options: CalcOptions): Map<string, string> | undefined {
  const columns = new Map<string, string>();
  const names = [
    ...shipmentFlags.map(([column]) => column),
    'weight-kg',
    ...Object.keys(knownFacts()).map((name) => name.replaceAll('_', '-')),
  ];
  for (const flag of names) {
    const value = options[flag.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
    if (typeof value === 'string') columns.set(flag === 'weight' ? 'weight_kg' : flag.replaceAll('-', '_'), value);
  }
  return columns.size > 0 || (options.fact?.length ?? 0) > 0 ? columns : undefined;
}
