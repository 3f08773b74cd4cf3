import { type Command, Option } from 'commander';
import { addLawOptions, addLedgerOption, addOutputOptions, addShipmentFileOptions } from './calc-options.ts';
import { once } from './flag-values.ts';
import type { ReportOptions } from './report-options.ts';
import type { CommandParts } from './command-parts.ts';

const examples = `Examples:
  tariff report examples/shipments.csv -o report.html
  tariff report january.csv february.csv --title 'Steel, first quarter' -o report.html
  tariff report examples/japan-steel.csv --with examples/what-if-japan.json -o what-if.html

One page that needs no network: it can be mailed, put away and printed. It lists up to 1,000 lines; of more, those without
an answer first and then those with the greatest duty. Its sums are those of tariff calc --summary.

Exit codes: 0 done · 2 wrong usage · 3 some lines are not assessed · 4 a rate table or ledger is unusable ·
5 output not written`;

/** `report`; the rest of it is loaded when it is used. */
export function addReportCommand(program: Command, { isNamed, world, act }: CommandParts): void {
  const command = program
    .command('report')
    .description('a page of HTML about files of shipments: sums, charts, quotas, lines, problems, sources')
    .argument('[files...]', 'files of shipments: CSV, NDJSON, workbooks, packed or not; - is standard input')
    .addOption(
      new Option('--title <text>', 'what the page is called (default: after its files)')
        .argParser(once)
        .helpGroup('Output:'),
    );
  if (isNamed('report')) {
    addLawOptions(command);
    addShipmentFileOptions(command);
    addLedgerOption(command);
    addOutputOptions(command);
  }
  command
    .showHelpAfterError('(tariff report --help shows what there is)')
    .addHelpText('after', `\n${examples}`)
    .action((files: readonly string[], options: ReportOptions) =>
      act(async () => (await import('./report.ts')).report(files, options, world)),
    );
}
