import type { Brand } from '../exact/brand.ts';

/** The country of origin (not of export): ISO 3166 alpha-2. */
export type CountryCode = Brand<string, 'CountryCode'>;

/** Codes in use, their English names, and names people write beside those ("South Korea", "UK"). */
export interface CountryList {
  readonly codes: readonly string[];
  /** English name by code; put together when the law is compiled, since asking the runtime for it takes longer than an answer. */
  readonly names: Readonly<Record<string, string>>;
  readonly aliases: Readonly<Record<string, string>>;
}

/** Undefined unless the list has the code. */
export function countryCode(text: string, list: CountryList): CountryCode | undefined {
  return list.codes.includes(text) ? (text as CountryCode) : undefined;
}
