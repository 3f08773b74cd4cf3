import { expect, test } from 'vitest';
import { countryParser } from '../../../src/intake/country-field.ts';
import { countries } from './law.ts';

const parse = countryParser(countries, ['EU', 'column-2']);

function told(text: string): string {
  const field = parse(text);
  return field.ok ? field.value : `${field.error.message} | ${field.error.hint ?? ''}`;
}

test.each([
  ['DE', 'DE'],
  ['de', 'DE'],
  [' De ', 'DE'],
  ['Germany', 'DE'],
  ['GERMANY', 'DE'],
  ['UK', 'GB'],
  ['United Kingdom', 'GB'],
  ['South Korea', 'KR'],
  ['south-korea', 'KR'],
  ['Côte d’Ivoire', 'CI'],
  ["Cote d'Ivoire", 'CI'],
  ['Türkiye', 'TR'],
  ['TURKIYE', 'TR'],
  ['Turkey', 'TR'],
  ['The Bahamas', 'BS'],
  ['Bahamas', 'BS'],
  ['Trinidad and Tobago', 'TT'],
  ['Czech Republic', 'CZ'],
  ['Czechia', 'CZ'],
])('%j is %s', (text, code) => {
  expect(told(text)).toBe(code);
});

const member = 'Name the member state the goods come from, such as its two-letter code.';

test.each([
  ['Germny', '"Germny" is not a country on the list | Germany (DE)?'],
  ['Mexcio', '"Mexcio" is not a country on the list | Mexico (MX)?'],
  ['Chian', '"Chian" is not a country on the list | China (CN)?'],
  ['EU', `"EU" is a group of countries, not one | ${member}`],
  ['eu', `"eu" is a group of countries, not one | ${member}`],
  ['European Union', `"European Union" is a group of countries, not one | ${member}`],
  ['XX', '"XX" is not a country code in use | A two-letter code (ISO 3166) or an English name.'],
  ['DEU', '"DEU" is not a country on the list | A two-letter code (ISO 3166) or an English name.'],
  ['Atlantis', '"Atlantis" is not a country on the list | A two-letter code (ISO 3166) or an English name.'],
  ['unknown', '"unknown" is not a country on the list | A two-letter code (ISO 3166) or an English name.'],
  ['__proto__', '"__proto__" is not a country on the list | A two-letter code (ISO 3166) or an English name.'],
  ['', '"" is not a country on the list | A two-letter code (ISO 3166) or an English name.'],
])('%j is refused, and why', (text, why) => {
  expect(told(text)).toBe(why);
});
