import type { CommodityCode } from '../customs/commodity-code.ts';
import type { CountryCode, CountryList } from '../customs/country.ts';
import type { FactValue } from '../customs/entry-line.ts';
import type { Jurisdiction } from '../customs/jurisdiction.ts';
import type { Fact } from '../customs/table.ts';
import type { Decimal } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { type Currency, parseCurrency, parseMoney } from './amount-field.ts';
import { parseCode, sampleCode, withArticle } from './code-field.ts';
import { countryParser } from './country-field.ts';
import { parseDate } from './date-field.ts';
import { factParser } from './fact-field.ts';
import { type ValueRule } from './customs-value.ts';
import type { Exchange } from './exchange.ts';
import { type Field, memo } from './field.ts';
import { parseWeight } from './weight-field.ts';

/**
 * What declarations are read against, made once per run: it remembers the codes, countries and days it has read. `facts`
 * are those of the tables on hand, by column.
 */
export interface EntryContext {
  readonly code: (text: string) => Field<CommodityCode>;
  readonly country: (text: string) => Field<CountryCode>;
  readonly date: (text: string) => Field<IsoDate>;
  readonly weight: (text: string) => Field<Decimal>;
  /** Amounts in a currency; null: the jurisdiction's own. */
  readonly amountsIn: (currency: string | null) => Amounts;
  readonly currency: (text: string) => Field<string>;
  readonly valueRule: ValueRule;
  /** Classes of goods that may stand in for a number: `steel`. */
  readonly classes: readonly string[];
  /** "an HTS number", and how one looks. */
  readonly aCode: string;
  readonly codeSample: string;
}

/** Readers of what is written in one currency. */
export interface Amounts {
  readonly value: (text: string) => Field<Decimal>;
  readonly facts: ReadonlyMap<string, (text: string) => Field<FactValue>>;
}

export interface EntryLaw {
  readonly jurisdiction: Jurisdiction;
  readonly countries: CountryList;
  readonly facts: Readonly<Record<string, Fact>>;
  /** Rates for values in other currencies; left out: none. */
  readonly exchange?: Exchange;
  /** Whether values are rounded as entries round them. */
  readonly wholeValues?: boolean;
}

export function entryContext({ jurisdiction, countries, facts, ...how }: EntryLaw): EntryContext {
  const country = memo(countryParser(countries, Object.keys(jurisdiction.groups)));
  const own = amountsIn(jurisdiction, facts, country);
  const foreign = new Map<string, Amounts>();
  const amounts = (currency: string | null): Amounts => {
    if (currency === null || currency === jurisdiction.currency) return own;
    const known = foreign.get(currency) ?? amountsIn({ currency, currencySign: signOf(currency) }, facts, country);
    foreign.set(currency, known);
    return known;
  };
  return {
    code: memo((text) => parseCode(text, jurisdiction.code)),
    country,
    date: memo(parseDate),
    weight: parseWeight,
    amountsIn: amounts,
    currency: memo((text) => parseCurrency(text, jurisdiction)),
    valueRule: {
      currency: jurisdiction,
      rounding: jurisdiction.rounding,
      adds: jurisdiction.valueAdds,
      whole: how.wholeValues === true ? jurisdiction.wholeValue : null,
      exchange: how.exchange ?? (() => undefined),
    },
    classes: Object.keys(jurisdiction.classes),
    aCode: withArticle(jurisdiction.code.label),
    codeSample: sampleCode(jurisdiction.code),
  };
}

function amountsIn(
  currency: Currency,
  facts: Readonly<Record<string, Fact>>,
  country: (text: string) => Field<CountryCode>,
): Amounts {
  return {
    value: (text) => parseMoney(text, currency),
    facts: new Map(Object.entries(facts).map(([name, fact]) => [name, factParser(name, fact, { currency, country })])),
  };
}

/** The sign that people write for a currency: €, £. */
function signOf(currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
}
