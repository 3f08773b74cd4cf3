import type { Command } from 'commander';
import { coreColumns } from '../intake/columns.ts';
import { bundledManifest, readBundledTables, tablesIn } from '../io/bundled-law.ts';
import type { HelpPage } from '../present/help/help-page.ts';
import { addedColumnWords } from '../present/csv-column-words.ts';
import { addedColumns, columnNames } from '../present/csv-columns.ts';
import type { Listing } from '../present/quota/listing.ts';
import { knownFacts, shipmentFlags } from './calc-options.ts';
import { exitWords } from './exit-words.ts';
import { formatWords, inputFormatWords } from './format-words.ts';
import type { HelpName } from './help-names.ts';
import { commandsBelow } from './settings.ts';
import { exit, worst } from './world.ts';

export interface HelpTopic {
  readonly title: string;
  /** Made of what the program works with, so that it says no other. */
  readonly page: (everything: Command) => HelpPage;
}

/** Every topic of `tariff help`. */
export const helpTopics: Readonly<Record<HelpName, HelpTopic>> = {
  facts: { title: 'what can be declared of goods, and who asks for it', page: factsPage },
  columns: { title: 'columns of shipments, and those that answers add', page: columnsPage },
  'exit-codes': { title: 'what the exit code of a command says', page: exitCodesPage },
  formats: { title: 'what can be read, and what each command prints', page: formatsPage },
  tables: { title: 'the law on hand, and how far it is documented', page: tablesPage },
  quotas: { title: 'the quotas on hand, and how their periods are named', page: quotasPage },
};

function listing(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): Listing {
  return {
    title,
    columns: columns.map((one) => ({ title: one, align: 'left' })),
    rows,
    none: `${title}: none`,
    keepsWords: true,
  };
}

function factsPage(): HelpPage {
  const { tables, jurisdictions } = bundledManifest();
  const rows = Object.entries(knownFacts()).map(([name, { type, question, choices }]) => {
    const asking = tables.filter(({ facts }) => Object.hasOwn(facts, name)).map(({ regime }) => regime);
    const isOfAll = jurisdictions.some(({ facts }) => Object.hasOwn(facts, name));
    return [name, choices.length > 0 ? choices.join(', ') : type, question, isOfAll ? 'any' : asking.join(', ')];
  });
  return [
    'A fact is a column of a file, and a flag with dashes for underscores: melt_pour_country, --melt-pour-country. One that was not declared is never guessed: the answer names it, and the duty at stake. A table of your own may ask for others: --fact NAME=VALUE.',
    listing('Facts', ['Fact', 'Holds', 'Question', 'Asked by'], rows),
  ];
}

/** Column names as flags have them. */
const flagOf = (column: string): string => (column === 'weight_kg' ? 'weight' : column.replaceAll('_', '-'));

function columnsPage(): HelpPage {
  const words = new Map(shipmentFlags.map(([flag, , description]) => [flag, description]));
  const few = 5;
  return [
    'Headers match whatever their case and punctuation, and by common names; --map theirs=ours does the rest. Columns that are not ours are carried through. Each is a flag too, with dashes.',
    listing(
      'Columns of a shipment',
      ['Column', 'Holds', 'Also read as'],
      coreColumns.map(({ name, aliases }) => [
        name,
        words.get(flagOf(name)) ?? '',
        aliases.slice(0, few).join(', ') + (aliases.length > few ? ' …' : ''),
      ]),
    ),
    'Facts are columns too: tariff help facts',
    listing(
      'Columns that csv, xlsx and parquet add',
      ['Column', 'Holds', 'Added'],
      columnNames.map((name) => [
        name,
        addedColumnWords[name],
        (addedColumns as readonly string[]).includes(name) ? 'always' : 'where --columns asks',
      ]),
    ),
  ];
}

function exitCodesPage(): HelpPage {
  const rows = Object.entries(exitWords).map(([name, [, full]]) => [String(exit[name as keyof typeof exit]), full]);
  return [
    listing('Exit codes', ['Code', 'Means'], rows),
    `When several hold, the first of ${worst.join(', ')} counts; but a limit that was met goes before lines without an answer. A closed pipe ends quietly.`,
  ];
}

function formatsPage(everything: Command): HelpPage {
  const printing = commandsBelow(everything).flatMap((command) => {
    const choices = command.options.find(({ long }) => long === '--format')?.argChoices;
    return choices === undefined ? [] : [[pathOf(command), choices.join(', ')]];
  });
  return [
    listing('What commands print: --format', ['Command', 'Formats'], printing),
    'The first is what is printed where nothing is said, unless the name of the output file (-o) ends like another.',
    listing('Formats', ['Format', 'Is'], Object.entries(formatWords)),
    listing('What is read: --input-format', ['Format', 'Is'], Object.entries(inputFormatWords)),
    'What a file is, its first bytes and its header tell; all may be packed with gzip. - is standard input.',
  ];
}

function tablesPage(): HelpPage {
  const { tables, jurisdictions } = bundledManifest();
  return [
    ...jurisdictions.map(({ id, title }) =>
      listing(
        `${title} (--jurisdiction ${id})`,
        ['Regime', 'What it is', 'Role', 'Documented to', 'Ended'],
        tables
          .filter((table) => table.jurisdiction === id)
          .map(({ regime, title: what, role, documentedThrough, ended, replaced }) => [
            regime,
            what,
            role,
            documentedThrough ?? '',
            ended ?? (replaced === null ? '' : `${replaced.from}: ${replaced.by}`),
          ]),
      ),
    ),
    '--regimes applies some of them alone; --tables works with tables of your own, --with lays tables or amendments over these. Past the documented days an answer says so; --strict refuses.',
  ];
}

function quotasPage(): HelpPage {
  const rows = bundledManifest().jurisdictions.flatMap(({ id }) =>
    readBundledTables({ jurisdiction: id }).flatMap(({ regime, quotas }) =>
      Object.values(quotas).map(({ title, categories, cell, periods }) => {
        const headings = categories.map(({ heading }) => heading).toSorted();
        return [
          `${title} (${regime})`,
          [headings[0], headings.length > 1 ? headings.at(-1) : undefined].filter(Boolean).join(' to '),
          [cell.includes('category') ? 'heading' : 'quota', ...(cell.includes('origin') ? ['origin'] : [])].join(', '),
          periods.length === 0 ? 'year' : [...new Set(periods.map(({ name }) => name))].toSorted().join(', '),
        ];
      }),
    ),
  );
  return [
    'A quota period is named heading/origin/period, as answers print it: HEADING/ORIGIN/2022-Q1. Where a quota has no categories, the heading is that of the rate. Where all origins share a quota the origin is left out; a year is a period too.',
    listing('Quotas', ['Quota', 'Headings', 'One pot for each', 'Periods'], rows),
    'What is left in a period: --balance, --balances. What customs accepted: --quota-tier, --proration. Over many runs: --ledger, and tariff quota --help. What an origin has: tariff quota status --origin JP --period 2022-Q2.',
    `Regimes with quotas: ${tablesIn()
      .map(({ regime }) => regime)
      .filter((regime) => rows.some(([name = '']) => name.endsWith(`(${regime})`)))
      .join(', ')}.`,
  ];
}

/** "quota status" */
function pathOf(command: Command): string {
  const above = command.parent;
  return above?.parent ? `${pathOf(above)} ${command.name()}` : command.name();
}
