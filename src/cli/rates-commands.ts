import { type Command, Option } from 'commander';
import { formatNames } from '../present/renderer.ts';
import { addFactOptions, addFormatOptions, addLawOptions } from './calc-options.ts';
import { once } from './flag-values.ts';
import type { HistoryOptions } from './history.ts';
import type { RatesOptions } from './rates.ts';
import type { CommandParts } from './command-parts.ts';

const ratesExamples = `Examples:
  tariff rates 7208.10.15.00 --origin JP --date 2021-11-12
  tariff rates 7208.10.15.00 --date 2022-02-01                   every origin
  tariff rates 7208.10.15.00 7606.12.30 --origin DE,JP,CN
  tariff rates --file examples/numbers.txt --origin KR --format csv
  tariff rates --goods steel --origin Japan --date 2022-02-01

A list has one number on each line, or is CSV with a column hts; - is standard input.`;

const historyExamples = `Examples:
  tariff history 7208.10.15.00 --origin DE
  tariff history 7208.10.15.00 --origin DE,JP,GB,CN
  tariff history 7208.10.15.00 --origin DE --from 2021-01-01 --format csv
  tariff history 7208.10.15.00 --origin DE,GB -o steel.svg`;

/** `history` can also draw; named here too, so that its code is loaded when it is used. */
const historyFormats = ['table', 'json', 'csv', 'svg', 'markdown'] as const;

/** `rates` and `history`; the rest of them is loaded when it is used. */
export function addRatesCommands(program: Command, { isNamed, world, act }: CommandParts): void {
  const rates = program
    .command('rates')
    .description('what is due on goods from an origin on a day, without a shipment')
    .argument('[numbers...]', 'HTS numbers, dotted or plain; - reads a list from standard input')
    .addOption(goodsOption())
    .addOption(
      new Option('--file <file>', 'read the numbers from a list: one on each line, or CSV with a column hts').argParser(
        once,
      ),
    )
    .addOption(originOption('countries of origin, with commas between (default: every one)'))
    .addOption(new Option('--date <day>', 'day of entry for consumption, YYYY-MM-DD (default: today)').argParser(once))
    .addOption(spiOption());
  if (isNamed('rates')) {
    addFactOptions(rates);
    addLawOptions(rates);
  }
  addFormatOptions(rates, formatNames);
  rates
    .showHelpAfterError('(tariff rates --help shows what there is)')
    .addHelpText('after', `\n${ratesExamples}`)
    .action((numbers: readonly string[], options: RatesOptions) =>
      act(async () => (await import('./rates.ts')).rates(numbers, options, world)),
    );
  const history = program
    .command('history')
    .description('the rate on goods over time as a step chart, and each step with its act')
    .argument('[number]', 'HTS number, dotted or plain')
    .addOption(goodsOption())
    .addOption(originOption('countries of origin, with commas between, to compare them'))
    .addOption(
      new Option('--from <day>', 'first day (default: the first on which a regime on hand has a rate)').argParser(once),
    )
    .addOption(
      new Option('--until <day>', 'last day (default: the last for which the law on hand is documented)').argParser(
        once,
      ),
    )
    .addOption(spiOption());
  if (isNamed('history')) {
    addFactOptions(history);
    addLawOptions(history);
  }
  addFormatOptions(history, historyFormats);
  history
    .showHelpAfterError('(tariff history --help shows what there is)')
    .addHelpText('after', `\n${historyExamples}`)
    .action((number: string | undefined, options: HistoryOptions) =>
      act(async () => (await import('./history.ts')).history(number, options, world)),
    );
}

function goodsOption(): Option {
  return new Option('--goods <class>', 'a class of goods in place of a number: steel, aluminum').argParser(once);
}

function originOption(description: string): Option {
  return new Option('--origin <countries>', description).argParser(once);
}

function spiOption(): Option {
  return new Option('--spi <symbol>', 'special program indicator claimed: KR, S, S+').argParser(once);
}
