import { entities } from '../rate-dirt.ts';

/** As many characters of a description as a table keeps. */
const longest = 120;

/** A description without tags, entities, footnote tags and stray spaces, cut at a word. `10 < 20` stays: it is no tag. */
export function plainWords(raw: string): string {
  const text = raw
    .replaceAll(/<br\b[^<>]*>/gi, ' ')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&(?:amp;)*([a-z]+\d*);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).trimEnd()}…`;
}
