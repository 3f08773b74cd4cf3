import type { FoundAct } from '../../customs/search.ts';
import type { Entry } from './rank.ts';
import { isSmall } from './terms.ts';

/** An act with the terms of its name and of each text it is cited by, in their order. */
export interface ActEntry extends Entry<FoundAct> {
  readonly cites: readonly (readonly string[])[];
}

/** A number with the word that says what it is the number of, and the volume before that: EO 14323; 90 FR 11251. */
export interface ActNumber {
  readonly kind: string;
  readonly number: string;
  readonly volume: string | null;
}

/** Words that stand before a number in the names of acts. */
export function actKinds(acts: readonly ActEntry[]): ReadonlySet<string> {
  return new Set(
    acts.flatMap(({ terms }) =>
      terms.filter((term, place) => !/\d/.test(term) && !isSmall(term) && isCount(terms[place + 1])),
    ),
  );
}

/** The text with spaces where such a word is written together with its numbers: 90FR11251. */
export function withSpaces(text: string, kinds: ReadonlySet<string>): string {
  return text.replaceAll(
    /(?<![\p{L}\d])(\d*)(\p{L}+)(\d+)(?![\p{L}\d])/gu,
    (whole, volume: string, word: string, number: string) =>
      kinds.has(word.toLowerCase()) ? `${volume} ${word} ${number}`.trim() : whole,
  );
}

/** The numbers of acts among terms; a word stands for each number of a row: Proclamations 11064 and 11065. */
export function actNumbers(terms: readonly string[], kinds: ReadonlySet<string>): readonly ActNumber[] {
  const found: ActNumber[] = [];
  for (const [place, kind] of terms.entries()) {
    if (!kinds.has(kind)) continue;
    const before = terms[place - 1];
    const volume = before !== undefined && isCount(before) ? before : null;
    for (let next = place + 1; next < terms.length; next += 1) {
      const number = terms[next] ?? '';
      const isVolume = kinds.has(terms[next + 1] ?? '');
      if (/^\d/.test(number) && !(isVolume && next > place + 1)) found.push({ kind, number, volume });
      else if (number !== 'and') break;
    }
  }
  return found;
}

/** Those acts that bear each of the numbers the question names. */
export function actsNumbered(
  acts: readonly ActEntry[],
  asked: readonly ActNumber[],
  kinds: ReadonlySet<string>,
): readonly ActEntry[] {
  if (asked.length === 0) return acts;
  return acts.filter(({ cites }) => {
    const own = cites.flatMap((terms) => actNumbers(terms, kinds));
    return asked.every((one) => own.some((other) => isSame(one, other)));
  });
}

/** Whether a question is numbers of acts and nothing else. */
export function isActsOnly(terms: readonly string[], kinds: ReadonlySet<string>): boolean {
  return terms.every((term) => kinds.has(term) || /^\d/.test(term) || isSmall(term));
}

function isSame(asked: ActNumber, { kind, number, volume }: ActNumber): boolean {
  return kind === asked.kind && number === asked.number && (asked.volume === null || volume === asked.volume);
}

/** Three acts of the kind asked for: those whose numbers begin alike, then those with the nearest volume and number. */
export function actsNear(
  acts: readonly ActEntry[],
  [asked]: readonly ActNumber[],
  kinds: ReadonlySet<string>,
): readonly string[] {
  if (asked === undefined) return [];
  const near = acts.flatMap(({ item, terms, cites }) => {
    const named = actNumbers(terms, kinds).filter(({ kind }) => kind === asked.kind);
    const own = named.length > 0 ? named : cites.flatMap((one) => actNumbers(one, kinds));
    return own.flatMap((one) =>
      one.kind === asked.kind
        ? { name: named.length > 0 ? item.name : nameOf(item, one), ...distanceOf(one, asked) }
        : [],
    );
  });
  const sorted = near.toSorted((a, b) => a.begins - b.begins || a.volumes - b.volumes || a.count - b.count);
  return [...new Set(sorted.map(({ name }) => name))].slice(0, 3);
}

/** An act by another name, and the number it is near for: EO 14193 (90 FR 9113). */
function nameOf({ name }: FoundAct, { kind, number, volume }: ActNumber): string {
  return volume === null ? name : `${name} (${volume} ${kind.toUpperCase()} ${number})`;
}

function distanceOf(
  { number, volume }: ActNumber,
  asked: ActNumber,
): { readonly begins: number; readonly volumes: number; readonly count: number } {
  const isAlike = number.startsWith(asked.number) && (asked.volume === null || volume === asked.volume);
  return {
    begins: isAlike ? 0 : 1,
    volumes: asked.volume === null ? 0 : Math.abs(Number(volume ?? 0) - Number(asked.volume)),
    count: Math.abs(Number.parseInt(number, 10) - Number.parseInt(asked.number, 10)),
  };
}

function isCount(term = ''): boolean {
  return /^\d+$/.test(term);
}
