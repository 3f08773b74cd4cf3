import type { CommodityCode } from '../customs/commodity-code.ts';
import type { CountryCode } from '../customs/country.ts';
import { problem } from '../customs/problem.ts';
import { isoDate } from '../exact/iso-date.ts';
import { type EntryContext, entryContext } from '../intake/entry-context.ts';
import { type KnownGoods, parseKnownGoods } from '../intake/known-goods.ts';
import { type Flags, addGivenFacts, factColumns } from './calc-options.ts';
import { type LoadedLaw, loadLaw } from './load-law.ts';
import { type RunOptions, flagPlace, lawAsked } from './run-options.ts';
import { Stop, usage } from './stop.ts';
import { exit } from './world.ts';

/** Options of commands that ask about goods without a shipment. */
export interface GoodsOptions extends RunOptions, Flags {
  readonly goods?: string;
  readonly origin?: string;
  readonly spi?: string;
  readonly date?: string;
  readonly from?: string;
  readonly until?: string;
  readonly tables?: readonly string[];
  readonly with?: readonly string[];
  readonly fact?: readonly string[];
  readonly strict?: boolean;
  readonly format?: string;
  readonly output?: string;
  readonly regimes?: string;
  readonly color: boolean;
}

/** The law on hand and how declarations are read against it. */
export interface GoodsLaw {
  readonly loaded: LoadedLaw;
  readonly context: EntryContext;
}

/** Reads the law. `numbers`: all that will be asked about; null: not known yet. `date`: the one day, where it is. */
export async function lawForGoods(
  options: GoodsOptions,
  numbers: readonly string[] | null,
  date: string | undefined,
): Promise<GoodsLaw> {
  const chapters = numbers?.map((number) => number.replaceAll(/\D/g, '').slice(0, 2)) ?? [];
  const areKnown = chapters.length > 0 && chapters.every((chapter) => chapter.length === 2);
  const day = date === undefined ? undefined : isoDate(date);
  const loaded = await loadLaw({
    tables: options.tables ?? [],
    with: options.with ?? [],
    strict: options.strict ?? false,
    ...lawAsked(options),
    ...(areKnown ? { chapters } : {}),
    ...(day === undefined ? {} : { date: day }),
  });
  const { jurisdiction, countries } = loaded.law.schedule;
  return { loaded, context: entryContext({ jurisdiction, countries, facts: loaded.facts }) };
}

/** What the flags say of the goods; stops with every mistake in them. */
export function knownGoods(options: GoodsOptions, { loaded, context }: GoodsLaw): KnownGoods {
  const columns = factColumns(options);
  for (const name of ['goods', 'spi', 'date', 'from', 'until'] as const) {
    const text = options[name];
    if (text !== undefined) columns.set(name, text);
  }
  addGivenFacts(columns, options.fact ?? [], loaded.facts);
  const known = parseKnownGoods(columns, flagPlace, context);
  if (!known.ok) throw new Stop(exit.usage, known.error);
  return known.value;
}

/** The origins of `--origin`, each once; undefined where it was left out. */
export function originsIn(text: string | undefined, { context }: GoodsLaw): readonly CountryCode[] | undefined {
  if (text === undefined) return undefined;
  const read = text.split(',').map((one) => [one, context.country(one)] as const);
  const problems = read.flatMap(([one, field]) =>
    field.ok
      ? []
      : [
          problem('bad-field', 'error', field.error.message, {
            column: '--origin',
            value: one,
            hint: field.error.hint,
          }),
        ],
  );
  if (problems.length > 0) throw new Stop(exit.usage, problems);
  return [...new Set(read.flatMap(([, field]) => (field.ok ? [field.value] : [])))];
}

/** Numbers given as arguments; stops with every one that is none. */
export function codesIn(numbers: readonly string[], { context }: GoodsLaw): readonly CommodityCode[] {
  const read = numbers.map((text) => [text, context.code(text)] as const);
  const problems = read.flatMap(([value, field]) =>
    field.ok
      ? []
      : [problem('bad-field', 'error', field.error.message, { column: 'hts', value, hint: field.error.hint })],
  );
  if (problems.length > 0) throw new Stop(exit.usage, problems);
  return [...new Set(read.flatMap(([, field]) => (field.ok ? [field.value] : [])))];
}

/** A class of goods stands in for a number: one of the two. */
export function checkGoods(options: GoodsOptions, isNumbered: boolean): void {
  if (options.goods !== undefined && isNumbered)
    throw usage(
      'a class of goods stands in for a number; both are given',
      '--goods',
      'Leave one of them out.',
      options.goods,
    );
  if (options.goods === undefined && !isNumbered)
    throw usage('no goods were named', null, 'Give an HTS number (7208.10.15.00), or --goods steel.');
}
