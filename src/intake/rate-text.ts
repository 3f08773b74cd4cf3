import type { DutyRate, OneRate, ProgramRates } from '../customs/rate.ts';
import { type Cleaning, cleanRateText } from './rate-clean.ts';
import { readElsewhere, readPhrase } from './rate-phrase.ts';
import { readBoundedSum } from './rate-sum.ts';

/**
 * Reads a rate as a schedule prints it: `Free`, `25%`, `8 1/3%`, `3.4¢/kg + 2.5%`, `Free (A,AU) 3.1¢/kg (PA)`, `unknown`.
 * Undefined where the text is no rate at all; a rate that stands elsewhere, or that no line could declare, is `unsupported`.
 */
export function parseRate(text: string): DutyRate | undefined {
  return parseRateText(text).rate;
}

/** The same, and what had to be cleaned off the text. */
export function parseRateText(raw: string): { rate: DutyRate | undefined; cleaned: readonly Cleaning[] } {
  const clean = cleanRateText(raw);
  if (clean === undefined || clean.text === '') return { rate: undefined, cleaned: clean?.cleaned ?? [] };
  return { rate: readRate(clean.text), cleaned: clean.cleaned };
}

function readRate(text: string): DutyRate | undefined {
  if (/^unknown$/i.test(text)) return { form: 'unknown' };
  return programs.test(text) ? readPrograms(text) : readOne(text);
}

function readOne(text: string): OneRate | undefined {
  return isBalanced(text) ? (readPhrase(text) ?? readBoundedSum(text) ?? readElsewhere(text)) : undefined;
}

/** Symbols of programs close each group: `Free (A+,AU) See 9822.05.20 (P+)`. A small letter makes it a note's paragraph. */
const programs = / ?\(([A-Z][A-Z]?[+*]?(?:[ ,.]+[A-Z][A-Z]?[+*]?)*)\)/;
const eachPrograms = new RegExp(programs, 'g');

/** The groups of a special column; undefined where words without symbols follow. */
function readPrograms(text: string): ProgramRates | undefined {
  const groups: ProgramRates['groups'][number][] = [];
  let from = 0;
  for (const found of text.matchAll(eachPrograms)) {
    const rate = readOne(text.slice(from, found.index).trim());
    if (rate === undefined) return undefined;
    groups.push({ programs: (found[1] ?? '').split(/[ ,.]+/), rate });
    from = found.index + found[0].length;
  }
  return text.slice(from).trim() === '' ? { form: 'programs', groups } : undefined;
}

/** Each parenthesis that opens is closed, and none closes that did not open. */
function isBalanced(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '(') open++;
    else if (character === ')' && --open < 0) return false;
  }
  return open === 0;
}
