import type { CommodityCode } from '../customs/commodity-code.ts';
import type { CountryCode, CountryList } from '../customs/country.ts';
import type { FactValue } from '../customs/entry-line.ts';
import type { Jurisdiction } from '../customs/jurisdiction.ts';
import type { Fact } from '../customs/table.ts';
import type { Decimal } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { parseCurrency, parseMoney } from './amount-field.ts';
import { parseCode, sampleCode, withArticle } from './code-field.ts';
import { countryParser } from './country-field.ts';
import { parseDate } from './date-field.ts';
import { factParser } from './fact-field.ts';
import { type Field, memo } from './field.ts';

/**
 * What declarations are read against, made once per run: it remembers the codes, countries and days it has read. `facts`
 * are those of the tables on hand, by column.
 */
export interface EntryContext {
  readonly code: (text: string) => Field<CommodityCode>;
  readonly country: (text: string) => Field<CountryCode>;
  readonly date: (text: string) => Field<IsoDate>;
  readonly value: (text: string) => Field<Decimal>;
  readonly currency: (text: string) => Field<string>;
  readonly facts: ReadonlyMap<string, (text: string) => Field<FactValue>>;
  /** Classes of goods that may stand in for a number: `steel`. */
  readonly classes: readonly string[];
  /** "an HTS number", and how one looks. */
  readonly aCode: string;
  readonly codeSample: string;
}

export interface EntryLaw {
  readonly jurisdiction: Jurisdiction;
  readonly countries: CountryList;
  readonly facts: Readonly<Record<string, Fact>>;
}

export function entryContext({ jurisdiction, countries, facts }: EntryLaw): EntryContext {
  const country = memo(countryParser(countries, Object.keys(jurisdiction.groups)));
  return {
    code: memo((text) => parseCode(text, jurisdiction.code)),
    country,
    date: memo(parseDate),
    value: (text) => parseMoney(text, jurisdiction),
    currency: memo((text) => parseCurrency(text, jurisdiction)),
    facts: new Map(
      Object.entries(facts).map(([name, fact]) => [name, factParser(name, fact, { currency: jurisdiction, country })]),
    ),
    classes: Object.keys(jurisdiction.classes),
    aCode: withArticle(jurisdiction.code.label),
    codeSample: sampleCode(jurisdiction.code),
  };
}
