import { type Command, Option } from 'commander';
import { addAnnotationOption, addFormatOptions, addLawOptions, addShipmentFileOptions } from './calc-options.ts';
import { once } from './flag-values.ts';
import type { AuditOptions } from './audit-options.ts';
import type { CommandParts } from './command-parts.ts';

const examples = `Examples:
  tariff audit examples/declared.csv
  tariff audit examples/declared.csv --tolerance 1%
  tariff audit examples/ace-report.csv --layout ace-entry-lines --format csv

Columns beside those of a shipment: declared_duty, the sum; or lists with a semicolon between, a place for each number:
declared_headings (base, or the goods' own number, for base duty), declared_rates, declared_duties.

Exit codes: 0 all match · 1 some do not · 2 wrong usage · 3 some could not be checked · 4 a rate table is unusable ·
5 output not written`;

/** Formats, named here too, so that the code of the command is loaded when it is used. */
const formats = ['table', 'json', 'csv', 'markdown'] as const;

/** `audit`; the rest of it is loaded when it is used. */
export function addAuditCommand(program: Command, { isNamed, world, act }: CommandParts): void {
  const group = 'What is checked:';
  const command = program
    .command('audit')
    .description('what was declared or paid against what is owed, line by line and by regime')
    .argument('[files...]', 'CSV files of declared lines; - is standard input')
    .addOption(
      new Option(
        '--layout <name>',
        'read the report of another system: ace-entry-lines, or a file that maps its columns',
      )
        .argParser(once)
        .helpGroup(group),
    )
    .addOption(
      new Option('--only <regimes>', 'look at these regimes alone, the whole law being applied')
        .argParser(once)
        .helpGroup(group),
    )
    .addOption(
      new Option('--tolerance <limit>', 'let pass what differs by no more, in each regime of a line: 0.50, 1%')
        .argParser(once)
        .helpGroup(group),
    )
    .addOption(new Option('--exact-values', 'take values as declared, not in whole dollars').helpGroup(group))
    .addOption(new Option('--quiet', 'print nothing but what is wrong with the input').helpGroup(group));
  if (isNamed('audit')) {
    addLawOptions(command);
    addShipmentFileOptions(command);
    addFormatOptions(command, formats);
    addAnnotationOption(command);
  }
  command
    .showHelpAfterError('(tariff audit --help shows what there is)')
    .addHelpText('after', `\n${examples}`)
    .action((files: readonly string[], options: AuditOptions) =>
      act(async () => (await import('./audit.ts')).audit(files, options, world)),
    );
}
