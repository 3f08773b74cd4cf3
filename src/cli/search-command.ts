import { type Command, Option } from 'commander';
import { addFormatOptions, addTableOptions } from './calc-options.ts';
import { once } from './flag-values.ts';
import { type SearchOptions, searchFormats } from './search-options.ts';
import type { CommandParts } from './command-parts.ts';

const examples = `Examples:
  tariff search stainless bar
  tariff search 7208.39
  tariff search Proclamation 10908
  tariff search 90 FR 11251 --format json
  tariff search copper foil --date 2025-08-01
  tariff search ball bearings --with base.json        also the words of an imported schedule

Words in any order, singular or plural; what has all of them comes first. Exit code 1: nothing was found.`;

/** `search`; the rest of it is loaded when it is used. */
export function addSearchCommand(program: Command, { isNamed, world, act }: CommandParts): void {
  const command = program
    .command('search')
    .description('goods, regimes, headings and acts by words, by number or by name')
    .argument('<words...>', 'words, an HTS number, a heading of chapter 99, or an act (90 FR 11251)')
    .addOption(
      new Option('--date <day>', 'tell what is laid on goods on this day, YYYY-MM-DD (default: today)').argParser(once),
    )
    .addOption(new Option('--limit <n>', 'how many of each kind to print (default: 10)').argParser(once));
  if (isNamed('search')) {
    addTableOptions(command);
    addFormatOptions(command, searchFormats);
  }
  command
    .showHelpAfterError('(tariff search --help shows what there is)')
    .addHelpText('after', `\n${examples}`)
    .action((words: readonly string[], options: SearchOptions) =>
      act(async () => (await import('./search.ts')).search(words, options, world)),
    );
}
