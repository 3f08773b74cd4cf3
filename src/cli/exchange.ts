import { type Problem, problem } from '../customs/problem.ts';
import { type Exchange, type ExchangeRate, exchangeOf, parseExchange, parseExchangeRows } from '../intake/exchange.ts';
import type { CalcOptions } from './calc-options.ts';
import { readFigures } from './figures-file.ts';
import { Stop } from './stop.ts';
import type { World } from './world.ts';

/** Rates of exchange from `--fx-table FILE` and `--fx CURRENCY=RATE`; a flag goes before the file. `currency`: the territory's own. */
export async function readExchange(
  options: CalcOptions,
  currency: string,
  world: Pick<World, 'stdin'>,
): Promise<Exchange> {
  const rates: ExchangeRate[] =
    options.fxTable === undefined ? [] : [...(await readFigures(options.fxTable, world, parseExchangeRows))];
  const problems: Problem[] = [];
  for (const text of options.fx ?? []) {
    const read = parseExchange(text);
    if (read.ok) rates.push(read.value);
    else problems.push(read.error);
  }
  problems.push(
    ...rates
      .filter((one) => one.currency === currency && !one.rate.eq(1))
      .map((one) =>
        problem('bad-exchange-rate', 'error', `values are reckoned in ${currency}: its rate can only be 1`, {
          column: one.words,
          value: `${currency}=${one.rate.toFixed()}`,
          hint: `Give what one unit of another currency is worth in ${currency}: --fx EUR=1.0842`,
        }),
      ),
  );
  problems.push(...givenTwice(rates));
  if (problems.length > 0) throw new Stop(2, problems);
  return exchangeOf(rates);
}

/** Two rates of one currency for one day, or for any: nobody knows which is meant. */
function givenTwice(rates: readonly ExchangeRate[]): readonly Problem[] {
  const names = rates.map(({ currency, from }) => `${currency} ${from ?? 'any day'}`);
  return rates
    .filter(({ rate }, at) =>
      rates.some((one, other) => other < at && names[other] === names[at] && !one.rate.eq(rate)),
    )
    .map(({ currency, from, rate, words }) =>
      problem('bad-exchange-rate', 'error', `two rates of ${currency} are given for ${from ?? 'every day'}`, {
        column: words,
        value: `${currency}=${rate.toFixed()}`,
        hint: 'Leave out one of them.',
      }),
    );
}
