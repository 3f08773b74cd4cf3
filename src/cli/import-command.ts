import { type Command, Option } from 'commander';
import type { ImportOptions } from './import-options.ts';
import type { CommandParts } from './command-parts.ts';

const examples = `Examples:
  tariff import hts hts_2025_basic.json --effective 2025-01-01 -o base.json
  tariff import hts basic.csv revision.csv --effective 2025-01-01 --effective 2025-07-01 -o base.json
  tariff import hts export.json --chapters 72-76 --report findings.csv -o base.json

Exports come from hts.usitc.gov (Export, JSON or CSV). What is wrong with one is told with its place and exit code 4, and no
table is written; what was cleaned is counted, and listed in the report.`;

const collect = (value: string, earlier: readonly string[] | undefined): readonly string[] => [
  ...(earlier ?? []),
  value,
];

/** `import` and what it can import; the rest of it is loaded when it is used. */
export function addImportCommand(program: Command, { world, act }: CommandParts): void {
  program
    .command('import')
    .description('make rate tables of what others publish')
    .command('hts')
    .description('exports of the Harmonized Tariff Schedule (JSON or CSV) into one table of base rates')
    .argument('<files...>', 'exports; several are editions, the oldest first')
    .addOption(new Option('-o, --output <file>', 'write the table to a file'))
    .addOption(new Option('--report <file>', 'write every single finding to a CSV file'))
    .addOption(
      new Option(
        '--effective <day>',
        'first day of an edition, once for each file in order; one file may do without',
      ).argParser(collect),
    )
    .addOption(
      new Option('--documented-through <day>', 'last day the table is known for (default: the last --effective)'),
    )
    .addOption(new Option('--chapters <list>', 'chapters to take: 01-97, or 72,73,76').default('01-97'))
    .addOption(new Option('--regime <id>', 'name of the regime (default: that of base duty)'))
    .addOption(new Option('--title <text>', 'title of the table'))
    .addOption(new Option('--citation <text>', 'source of its rates (default: the names of the files)'))
    .addOption(new Option('--no-color', 'no colours'))
    .showHelpAfterError('(tariff import hts --help shows what there is)')
    .addHelpText('after', `\n${examples}`)
    .action((files: readonly string[], options: ImportOptions) =>
      act(async () => (await import('./import.ts')).importHts(files, options, world)),
    );
}
