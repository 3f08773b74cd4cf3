import type { Problem } from '../customs/problem.ts';
import type { CsvEvent } from '../intake/csv-event.ts';
import { type Exchange, type ExchangeRate, exchangeOf, parseExchange, parseExchangeRows } from '../intake/exchange.ts';
import { checkInput, readBytes } from '../io/input.ts';
import type { CalcOptions } from './calc-options.ts';
import { Stop } from './stop.ts';
import type { World } from './world.ts';

/** Rates of exchange from `--fx-table FILE` and `--fx CURRENCY=RATE`; a flag goes before the file. */
export async function readExchange(options: CalcOptions, world: World): Promise<Exchange> {
  const rates: ExchangeRate[] = options.fxTable === undefined ? [] : [...(await fromFile(options.fxTable, world))];
  const problems: Problem[] = [];
  for (const text of options.fx ?? []) {
    const read = parseExchange(text);
    if (read.ok) rates.push(read.value);
    else problems.push(read.error);
  }
  if (problems.length > 0) throw new Stop(2, problems);
  return exchangeOf(rates);
}

async function fromFile(file: string, world: World): Promise<readonly ExchangeRate[]> {
  const missing = checkInput(file);
  if (missing) throw new Stop(2, [missing]);
  const { readCsv } = await import('../intake/csv.ts');
  const events: CsvEvent[] = [];
  for await (const batch of readCsv(readBytes(file, world.stdin), file)) events.push(...batch);
  const read = parseExchangeRows(events, file);
  if (!read.ok) throw new Stop(2, read.error);
  return read.value;
}
