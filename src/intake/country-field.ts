import { type CountryCode, type CountryList, countryCode } from '../customs/country.ts';
import { ok } from '../exact/result.ts';
import { nearestAlike } from '../exact/suggest.ts';
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
    const meant = meantBy(plainName(trimmed), names);
    if (meant.length > 0) {
      const shown = meant.slice(0, mostShown).map((one) => `${names.englishOf(one)} (${one})`);
      return fault(text, 'is not a country on the list', `${shown.join(' or ')}?`);
    }
    const twoLetters = /^[a-z]{2}$/i.test(trimmed);
    return fault(
      text,
      twoLetters ? 'is not a country code in use' : 'is not a country on the list',
      'A two-letter code (ISO 3166) or an English name.',
    );
  };
}

const mostShown = 3;

/** Codes of the countries whose names begin so, else of those that are nearest to it, all equally near: of two or three letters any may be meant. */
function meantBy(name: string, { codeOf }: Names): readonly string[] {
  const begun = name.length < 3 ? [] : [...codeOf.keys()].filter((one) => one.startsWith(name));
  const near = begun.length > 0 || name.length < 4 ? begun : nearestAlike(name, codeOf.keys());
  return [...new Set(near.flatMap((one) => codeOf.get(one) ?? []))];
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
