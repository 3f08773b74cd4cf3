import { type Command, Option } from 'commander';
import { addAnnotationOption, addFormatOptions, addLawOptions, addShipmentFileOptions } from './calc-options.ts';
import { collect, once } from './flag-values.ts';
import type { DiffOptions } from './diff-sides.ts';
import { addLimitOptions } from './limit-options.ts';
import type { CommandParts } from './command-parts.ts';

const examples = `Examples:
  tariff diff examples/shipments.csv --at 2025-06-03 --at 2025-06-04
  tariff diff examples/shipments.csv --with examples/what-if-japan.json
  tariff diff examples/shipments.csv --at 2025-06-04 --format markdown
  tariff diff examples/plan-a.csv examples/plan-b.csv --fail-over 50%
  tariff diff examples/plan-a.csv --at 2025-06-03 --at 2025-06-04 --fail-if 'after>1000000 per line' --quiet

What is given twice differs: the first is before, the second after. What is given once holds on both sides; if nothing
else differs, it is after, and the law or the days without it are before. Words for that: --at declared, --tables bundled,
--with none, --known-on now. On another day than the declared one, presented_at and quota_tier are not read. Lines of two files are
found again by their id, or by --key.

Exit codes: 0 compared · 1 a limit was met · 2 wrong usage · 3 some lines have no answer · 4 a rate table is unusable ·
5 output not written. A limit that was met goes before lines without an answer.`;

/** Formats, named here too, so that the code of the command is loaded when it is used. */
const formats = ['table', 'json', 'csv', 'markdown'] as const;

/** `diff`; the rest of it is loaded when it is used. */
export function addDiffCommand(program: Command, { isNamed, world, act }: CommandParts): void {
  const command = program
    .command('diff')
    .description('what a change of the law, of the day or of the shipments does to the duty')
    .argument('[files...]', 'a CSV file of shipments (- is standard input), or two: before and after')
    .addOption(
      new Option('--at <day>', 'take all lines on this day, YYYY-MM-DD; twice: before and after').argParser(collect),
    )
    .addOption(
      new Option('--key <columns>', 'what names a line in both files: id, or entry_number,entry_line …').argParser(
        once,
      ),
    )
    .addOption(
      new Option('--label <text>', 'what a side is called in place of its files; twice: before and after').argParser(
        collect,
      ),
    )
    .addOption(new Option('--if-changed', 'print nothing where no line changed and no limit was met'));
  if (isNamed('diff')) {
    addLawOptions(command, true);
    addShipmentFileOptions(command);
    addLimitOptions(command, 'the change in duty', "'change>5%', 'after>50000', 'change>=1000 per line'");
    addFormatOptions(command, formats);
    addAnnotationOption(command);
  }
  command
    .showHelpAfterError('(tariff diff --help shows what there is)')
    .addHelpText('after', `\n${examples}`)
    .action((files: readonly string[], options: DiffOptions) =>
      act(async () => (await import('./diff.ts')).diff(files, options, world)),
    );
}
