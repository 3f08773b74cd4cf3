import type { Jurisdiction } from '../../../src/customs/jurisdiction.ts';
import type { Fact, FactType } from '../../../src/customs/table.ts';
import { decimalText } from '../../../src/exact/decimal.ts';
import type { EntryLaw } from '../../../src/intake/entry-context.ts';

/** A small customs territory for tests of intake: codes, currency and groups as in the United States. */
export const jurisdiction: Jurisdiction = {
  id: 'us',
  title: 'United States',
  currency: 'USD',
  currencySign: '$',
  valueBasis: 'transaction value',
  rounding: { to: decimalText('0.01') ?? never(), how: 'half up' },
  code: { label: 'HTS number', full: 10, lengths: [4, 6, 8, 10], groups: [4, 2, 2, 2] },
  groups: { EU: [] },
  facts: {},
  classes: { steel: { title: 'steel', goods: [] }, aluminum: { title: 'aluminum', goods: [] } },
  programs: {},
  notCovered: [],
  filingOrder: [],
  valueAdds: [],
  wholeValue: null,
  declaredDuties: [],
  acts: [],
};

const codes = ['BS', 'CA', 'CI', 'CN', 'CZ', 'DE', 'FR', 'GB', 'JP', 'KP', 'KR', 'MX', 'RU', 'TR', 'TT', 'US'];
const english = new Intl.DisplayNames(['en'], { type: 'region' });

export const countries = {
  codes,
  names: Object.fromEntries([...codes, 'EU'].map((code) => [code, english.of(code) ?? code])),
  aliases: { UK: 'GB', 'South Korea': 'KR', 'North Korea': 'KP', 'Czech Republic': 'CZ', Turkey: 'TR' },
};

function fact(type: FactType, choices: readonly string[] = []): Fact {
  return { type, question: '', choices };
}

export const facts: Readonly<Record<string, Fact>> = {
  melt_pour_country: fact('country'),
  steel_content_value: fact('money'),
  aluminum_content_value: fact('money'),
  steel_weight_kg: fact('quantity'),
  us_metal_share: fact('percent'),
  certificate_of_origin: fact('yes-no'),
  exclusion: fact('text'),
  loaded_on: fact('date'),
  mode: fact('choice', ['vessel', 'air', 'rail', 'truck']),
};

export const law: EntryLaw = { jurisdiction, countries, facts };

function never(): never {
  throw new Error('not reached');
}
