import type { Brand } from '../exact/brand.ts';

/** The country of origin (not of export): ISO 3166 alpha-2. */
export type CountryCode = Brand<string, 'CountryCode'>;

/** Codes in use, and names people write that are not the official English ones ("South Korea", "UK"). */
export interface CountryList {
  readonly codes: readonly string[];
  readonly aliases: Readonly<Record<string, string>>;
}

/** Undefined unless the list has the code. */
export function countryCode(text: string, list: CountryList): CountryCode | undefined {
  return list.codes.includes(text) ? (text as CountryCode) : undefined;
}
