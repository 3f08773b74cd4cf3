import type { Fact } from '../customs/table.ts';

/** A column of an entry line that every jurisdiction has; facts come on top, by name. */
export interface Column {
  readonly name: string;
  /** Other names people give it. The same words in another order, case or punctuation need no mention. */
  readonly aliases: readonly string[];
  /** Names that may mean it, or something else: never taken by themselves, only suggested. */
  readonly maybe: readonly string[];
}

/** In the order of the documentation. */
export const coreColumns: readonly Column[] = [
  column(
    'id',
    'shipment, shipment id, shipment no, shipment number, line id, row id, ref, reference, reference no, reference number',
    'key, invoice number, order number',
  ),
  column('entry_number', 'entry, entry no, entry id, entry summary no, entry summary number', 'declaration number'),
  column('entry_line', 'entry line no, entry line number, entry line id', 'line, line no, line number'),
  column(
    'hts',
    `hts no, hts number, hts code, hts id, hts10, hts us, htsus no, htsus number, htsus code, hs, hs code, hs no, hs number,
     tariff no, tariff number, tariff code, commodity code, commodity no, cn code, harmonized code, harmonised code,
     harmonized tariff number, harmonized tariff code`,
    'code, number, tariff, commodity, classification, product code, heading',
  ),
  column('goods', 'goods class, class of goods', 'class, metal, product'),
  column(
    'origin',
    'country of origin, coo, origin code, country of origin code, ctry of origin, made in',
    `country, country code, co, country of manufacture, country of production`,
  ),
  column(
    'date',
    'entry date, date of entry, import date, date of import, importation date, date of importation',
    `day, arrival date, release date, withdrawal date, filing date, entry summary date`,
  ),
  column('presented_at', 'presented, presentation, presentation time, presentation date', 'time'),
  column(
    'value',
    'entered value, customs value, declared value, dutiable value, value for duty',
    `amount, price, total, total value, cost, invoice value, line value, invoice amount, fob value, cif value`,
  ),
  column('currency', 'currency code, ccy, cur, value currency'),
  column(
    'weight_kg',
    `weight, weight kgs, net weight, net weight kg, net weight kgs, net kg, net mass, net mass kg, mass kg, quantity kg,
     qty kg, kg, kgs, kilograms, kilos`,
    'mass, quantity, qty, gross weight, gross weight kg, gross kg',
  ),
  column('spi', 'spi code, special program, special program indicator, program indicator', 'program, preference'),
  column('quota_tier', 'tier, trq tier', 'quota'),
];

function column(name: string, aliases: string, maybe = ''): Column {
  const list = (text: string): string[] => text.split(/,\s*/).filter((word) => word !== '');
  return { name, aliases: list(aliases), maybe: list(maybe) };
}

/** Which of our columns a header names, and which it nearly names. Keys are plain spellings. */
export interface ColumnNames {
  readonly all: readonly string[];
  /** Undefined unless the header is the column's name or an alias. */
  readonly named: (header: string) => string | undefined;
  /** Every spelling, plain, with its column: what a misspelling is compared with. */
  readonly spellings: ReadonlyMap<string, string>;
  /** Names that suggest a column without saying it. */
  readonly maybe: ReadonlyMap<string, string>;
}

/** Core columns and the facts of the tables on hand. `currency`: "USD" makes `value_usd` another name of `value`. */
export function columnNames(facts: Readonly<Record<string, Fact>>, currency: string): ColumnNames {
  const spellings = new Map<string, string>();
  const sortedWords = new Map<string, string>();
  const maybe = new Map<string, string>();
  const core = coreColumns.map((one) =>
    one.name === 'value' ? Object.assign({}, one, { aliases: inCurrency(one, currency) }) : one,
  );
  const declared = Object.keys(facts).map((name) => ({ name, aliases: withoutUnit(name), maybe: [] }));
  for (const one of [...core, ...declared]) {
    for (const name of [one.name, ...one.aliases]) {
      if (!spellings.has(plain(name))) spellings.set(plain(name), one.name);
      if (!sortedWords.has(wordsOf(name))) sortedWords.set(wordsOf(name), one.name);
    }
    for (const name of one.maybe) maybe.set(plain(name), one.name);
  }
  return {
    all: [...new Set([...core, ...declared].map(({ name }) => name))],
    named: (header) => spellings.get(plain(header)) ?? sortedWords.get(wordsOf(header)),
    spellings,
    maybe,
  };
}

/** Letters and digits alone: "Entry Date", "entry_date" and "EntryDate" are one name. */
export function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Sorted words: "Country of Melt and Pour" and "melt_pour_country" are one name. */
function wordsOf(name: string): string {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words
    .filter((word) => word !== '' && !['of', 'and', 'the'].includes(word))
    .toSorted()
    .join(' ');
}

function inCurrency({ name, aliases }: Column, currency: string): string[] {
  return [...aliases, ...[name, ...aliases].map((alias) => `${alias} ${currency}`)];
}

/** Kilograms are the unit of every weight, so `steel_weight` is `steel_weight_kg`. */
function withoutUnit(name: string): string[] {
  return name.endsWith('_kg') ? [name.slice(0, -3)] : [];
}
