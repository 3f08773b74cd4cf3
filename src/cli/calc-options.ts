import { type Command, Option } from 'commander';
import type { Fact } from '../customs/table.ts';
import { closest } from '../exact/suggest.ts';
import { bundledManifest } from '../io/bundled-law.ts';
import { annotationKinds } from '../present/annotations.ts';
import { type FileFormat, fileFormats } from '../present/file-formats.ts';
import { type FormatName, formatNames } from '../present/renderer.ts';
import { collect, countOfThreads, once, oneOf } from './flag-values.ts';
import { type InputOptions, addInputOptions, inputGroup } from './input-options.ts';
import { usage } from './stop.ts';

/** Options of `calc` as commander gives them: columns of one shipment under their own names, the rest below. */
export interface CalcOptions extends InputOptions {
  readonly format?: string;
  readonly output?: string;
  readonly summary?: string;
  readonly columns?: string;
  readonly jobs?: number;
  readonly tables?: readonly string[];
  readonly with?: readonly string[];
  readonly balance?: readonly string[];
  readonly balances?: string;
  readonly proration?: readonly string[];
  readonly sort?: boolean;
  readonly ledger?: string;
  readonly commit?: boolean;
  readonly again?: readonly string[];
  readonly map?: readonly string[];
  readonly raw?: boolean;
  readonly fact?: readonly string[];
  readonly jurisdiction?: string;
  readonly regimes?: string;
  readonly strict?: boolean;
  readonly fx?: readonly string[];
  readonly fxTable?: string;
  readonly wholeDollars?: boolean;
  readonly explain?: boolean;
  readonly annotations?: string;
  readonly color: boolean;
  readonly [column: string]: unknown;
}

/** Options of any command as commander gives them. */
export type Flags = Readonly<Record<string, unknown>>;

/** Every format `calc` prints in. */
export const calcFormats: readonly CalcFormat[] = [...formatNames, ...fileFormats];
export type CalcFormat = FormatName | FileFormat;

/** Columns of a shipment that can be given as flags: flag, value, what it is. */
export const shipmentFlags: readonly (readonly [column: string, value: string, description: string])[] = [
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

const outputs = 'Output:';

/** Adds every option of `calc` to a command. */
export function addCalcOptions(command: Command): Command {
  for (const [column, value, description] of shipmentFlags)
    command.addOption(new Option(`--${column} ${value}`, description).argParser(once).helpGroup('One shipment:'));
  command.addOption(new Option('--weight-kg <quantity>').argParser(once).conflicts('weight').hideHelp());
  addFactOptions(command);
  const law = addLawOptions(command);
  command.addOption(
    new Option(
      '--explain',
      'each regime considered, why it applied or did not, and what declaring facts would change',
    ).helpGroup(law),
  );
  addShipmentFileOptions(command);
  addLedgerOptions(command);
  addFormatOptions(command, calcFormats);
  addAnnotationOption(command);
  command.addOption(
    new Option(
      '--summary <keys>',
      'sums in place of lines, by regime,origin,heading,month,status,tier,file,chapter',
    ).helpGroup(outputs),
  );
  command.addOption(
    new Option('--raw', 'leave text as it is that a spreadsheet would run as a formula').helpGroup(outputs),
  );
  command.addOption(
    new Option(
      '--columns <names>',
      'which columns csv adds, in their order, under other names if need be: tariff_duty,rule=tariff_measures',
    )
      .argParser(once)
      .helpGroup(outputs),
  );
  command.addOption(
    new Option('--jobs <threads>', 'threads that take part where CSV is read and written (default: 1)')
      .argParser(countOfThreads)
      .helpGroup(outputs),
  );
  return command;
}

/** How the values, quotas and columns of shipments are read. */
export function addShipmentFileOptions(command: Command): void {
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
    new Option(
      '--balance <quota=quantity>',
      'what was left in a quota period: HEADING/ORIGIN/PERIOD=500t, or at the end of a day: …/PERIOD@2022-02-14=500t',
    )
      .argParser(collect)
      .helpGroup(quotas),
  );
  command.addOption(
    new Option('--balances <file>', 'the same as CSV: quota,balance_kg,as_of,source').helpGroup(quotas),
  );
  command.addOption(
    new Option('--proration <quota=percent>', 'what part customs accepted at an opening: HEADING/ORIGIN/PERIOD=63.2%')
      .argParser(collect)
      .helpGroup(quotas),
  );
  command.addOption(
    new Option('--sort', 'put the lines in order of presentation first; all of them are held in memory').helpGroup(
      quotas,
    ),
  );
  command.addOption(
    new Option('--map <theirs=ours>', 'read a column of another name: --map Ursprung=origin; or a JSON file of them')
      .argParser(collect)
      .helpGroup(inputGroup),
  );
  addInputOptions(command);
}

/** The ledger that drawdowns are counted in. */
export function addLedgerOption(command: Command): void {
  command.addOption(
    new Option('--ledger <file>', 'count what the ledger holds too').argParser(once).helpGroup('Quotas:'),
  );
}

/** The same, and what is recorded in it. */
export function addLedgerOptions(command: Command): void {
  const quotas = 'Quotas:';
  addLedgerOption(command);
  command.addOption(
    new Option('--commit', 'record what the lines draw in the ledger; without it a run is a rehearsal').helpGroup(
      quotas,
    ),
  );
  command.addOption(
    new Option('--again <entry>', 'let an entry, or a shipment by its id, draw anew whose drawdown was reversed')
      .argParser(collect)
      .helpGroup(quotas),
  );
}

/** A flag for each fact that bundled tables ask for, and `--fact` for others. */
export function addFactOptions(command: Command): void {
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
}

/** Which tables a command works with, and how. Returns the title of the group. `isCompared`: what differs may be given twice. */
export function addLawOptions(command: Command, isCompared = false): string {
  addTableOptions(command);
  const knownOn = new Option('--known-on <day>', 'only law that was public on this day: later acts are left out');
  command.addOption((isCompared ? knownOn.argParser(collect) : knownOn.argParser(once)).helpGroup(law));
  command.addOption(new Option('--strict', 'refuse dates past the days a table is documented for').helpGroup(law));
  return law;
}

const law = 'The law:';

/** Which tables a command works with. */
export function addTableOptions(command: Command): void {
  const territories = bundledManifest().jurisdictions.map(({ id, title }) => `${id} (${title})`);
  command.addOption(
    new Option('--jurisdiction <id>', `whose law: ${territories.join(', ')}; default: the first`)
      .argParser(once)
      .helpGroup(law),
  );
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
}

/** How a command prints, and where to. */
export function addFormatOptions(command: Command, formats: readonly string[]): void {
  command.addOption(
    oneOf(
      new Option('-f, --format <format>', 'how to print (default: table, or as the name of the output file ends)'),
      formats,
    ).helpGroup(outputs),
  );
  addOutputOptions(command);
}

/** Where a command writes to. */
export function addOutputOptions(command: Command): void {
  command.addOption(new Option('-o, --output <file>', 'write to a file').helpGroup(outputs));
  command.addOption(new Option('--no-color', 'no colours').helpGroup(outputs));
}

/** What is wrong with rows, told so that a build shows it beside them. */
export function addAnnotationOption(command: Command): void {
  command.addOption(
    oneOf(
      new Option('--annotations <kind>', 'tell what is wrong as annotations of a build, in the words of its kind'),
      annotationKinds,
    ).helpGroup(outputs),
  );
}

/** Where two territories ask the same, the question of the default one stands: it is the first. */
export function knownFacts(): Readonly<Record<string, Fact>> {
  const asked = Object.assign(
    {},
    ...bundledManifest().jurisdictions.map(({ facts }) => facts),
    ...bundledManifest().tables.map((table) => table.facts),
  ) as Record<string, Fact>;
  return { ...asked, ...bundledManifest().jurisdictions[0]?.facts };
}

/** The columns given as flags, by our names; undefined where none was given. */
export function shipmentColumns(options: CalcOptions): Map<string, string> | undefined {
  const columns = columnsOf(options, [...shipmentFlags.map(([column]) => column), 'weight-kg', ...factFlags()]);
  return columns.size > 0 || (options.fact?.length ?? 0) > 0 ? columns : undefined;
}

/** Facts of bundled tables that are given as flags. */
export function factColumns(options: Flags): Map<string, string> {
  return columnsOf(options, factFlags());
}

function factFlags(): readonly string[] {
  return Object.keys(knownFacts()).map((name) => name.replaceAll('_', '-'));
}

function columnsOf(options: Flags, flags: readonly string[]): Map<string, string> {
  const columns = new Map<string, string>();
  for (const flag of flags) {
    const value = options[flag.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())];
    if (typeof value === 'string') columns.set(flag === 'weight' ? 'weight_kg' : flag.replaceAll('-', '_'), value);
  }
  return columns;
}

function factHint(name: string, known: readonly string[]): string {
  const near = closest(name, known);
  return near === undefined ? `Known: ${known.join(', ')}` : `Did you mean ${near}?`;
}

/** Adds what `--fact NAME=VALUE` says to the columns. Each name must be a fact of the tables on hand, and be given once. */
export function addGivenFacts(
  columns: Map<string, string>,
  pairs: readonly string[],
  facts: Readonly<Record<string, Fact>>,
): void {
  for (const pair of pairs) {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
    if (!Object.hasOwn(facts, name))
      throw usage(
        `"${name || pair}" is not a fact of the tables on hand`,
        '--fact',
        factHint(name || pair, Object.keys(facts)),
        pair,
      );
    if (columns.has(name)) throw usage(`${name} is given twice`, '--fact', 'Leave out one of them.', pair);
    columns.set(name, value);
  }
}
