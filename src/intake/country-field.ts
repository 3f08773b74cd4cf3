import { type CountryCode, type CountryList, countryCode } from '../customs/country.ts';
import { ok } from '../exact/result.ts';
import { closest } from '../exact/suggest.ts';
import { type Field, fault, trimField } from './field.ts';

/** Names of countries by their plain spelling; made when the first name is met, since most declarations write codes. */
interface Names {
  readonly codeOf: ReadonlyMap<string, string>;
  readonly englishOf: (code: string) => string;
}

/**
 * Reads countries by code or English name, in any case, with or without accents. `groups` are names that stand for several
 * countries ("EU"), none of which is an origin by itself.
 */
export function countryParser(list: CountryList, groups: Iterable<string>): (text: string) => Field<CountryCode> {
  const groupNames = new Set([...groups].map((name) => name.toUpperCase()));
  let made: Names | undefined;
  return (text) => {
    const trimmed = trimField(text);
    const code = countryCode(trimmed.toUpperCase(), list);
    if (code !== undefined) return ok(code);
    const names = (made ??= readNames(list, groupNames));
    const known = names.codeOf.get(plainName(trimmed));
    const named = known === undefined ? undefined : countryCode(known, list);
    if (named !== undefined) return ok(named);
    if (groupNames.has(known ?? trimmed.toUpperCase())) {
      return fault(
        text,
        'is a group of countries, not one',
        'Name the member state the goods come from, such as its two-letter code.',
      );
    }
    const near = closest(plainName(trimmed), names.codeOf.keys());
    const meant = near === undefined ? undefined : names.codeOf.get(near);
    if (meant !== undefined)
      return fault(text, 'is not a country on the list', `${names.englishOf(meant)} (${meant})?`);
    const twoLetters = /^[a-z]{2}$/i.test(trimmed);
    return fault(
      text,
      twoLetters ? 'is not a country code in use' : 'is not a country on the list',
      'A two-letter code (ISO 3166) or an English name.',
    );
  };
}

function readNames({ codes, names, aliases }: CountryList, groups: ReadonlySet<string>): Names {
  const englishOf = (code: string): string => names[code] ?? code;
  const codeOf = new Map<string, string>();
  for (const group of groups) codeOf.set(plainName(englishOf(group)), group);
  for (const code of codes) codeOf.set(plainName(englishOf(code)), code);
  for (const [alias, code] of Object.entries(aliases)) codeOf.set(plainName(alias), code);
  return { codeOf, englishOf };
}

/** "Côte d’Ivoire" → "cote d ivoire", "The Bahamas" → "bahamas", "Trinidad & Tobago" → "trinidad and tobago". */
function plainName(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}
