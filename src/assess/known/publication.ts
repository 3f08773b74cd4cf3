import type { Act, Enactment } from '../../customs/act.ts';
import type { IsoDate } from '../../exact/iso-date.ts';

/** Whether something was law as far as it was public on a day. `unsaid`: words for the act of which nobody can say. */
export type Publication = 'public' | 'later' | { readonly unsaid: string };

/** Asks it of what an act did. */
export type AskPublic = (act: Enactment) => Publication;

/**
 * An act was public from the day that is said of it by itself, else from the days of the acts that its citation names. Where it names several
 * and only some were public, or none whose day is known, nobody can say.
 */
export function askPublic(acts: readonly Act[], day: IsoDate): AskPublic {
  const days = new Map(acts.map(({ name, published }) => [name, published]));
  const names = acts.map(({ name }) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  // The longest first: one name may begin with another.
  const longest = names.toSorted((a, b) => b.length - a.length).join('|');
  const pattern = longest === '' ? null : new RegExp(String.raw`(?<![\w.])(?:${longest})(?!\w)`, 'g');
  const told = new Map<string, Publication>();
  const ofText = (source: string): Publication => {
    const known = told.get(source);
    if (known !== undefined) return known;
    const found = pattern === null ? [] : source.match(pattern);
    const publicDays = (found ?? []).map((name) => days.get(name) ?? day);
    const isPublic = publicDays.map((one) => one <= day);
    const publication: Publication =
      publicDays.length === 0 || new Set(isPublic).size > 1 ? { unsaid: source } : isPublic[0] ? 'public' : 'later';
    told.set(source, publication);
    return publication;
  };
  return ({ published, citation }) => {
    if (published !== null) return published <= day ? 'public' : 'later';
    return citation === null ? { unsaid: 'an act that is not cited' } : ofText(citation.source);
  };
}

/** What several acts did together. */
export function ofAll(publications: readonly Publication[]): Publication {
  const [first = 'public'] = publications;
  const unsaid = publications.find((one) => typeof one === 'object');
  if (unsaid !== undefined) return unsaid;
  return publications.every((one) => one === first) ? first : { unsaid: 'acts of which only some were public' };
}
