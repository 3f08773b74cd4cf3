import { entities, misprints, signs } from './rate-dirt.ts';

/** What was done to a text before it could be read, in the words of a report. */
export type Cleaning =
  | 'entities'
  | 'markup'
  | 'line breaks'
  | 'stray spaces'
  | 'broken words'
  | 'signs'
  | 'footnote marks'
  | 'full stop'
  | 'stray marks'
  | 'spacing'
  | 'misprints';

/** No rate text of a schedule is a quarter as long; a longer one is not looked at. */
export const longestRateText = 4000;

interface Step {
  readonly name: Cleaning;
  readonly clean: (text: string) => string;
}

const programList = /\([A-Z][A-Z]?[+*]?(?:[ ,.]+[A-Z][A-Z]?[+*]?)*\)/g;

/** Each looks at every character a bounded number of times; a space is single once "stray spaces" has gone by. */
const steps: readonly Step[] = [
  { name: 'entities', clean: (text) => text.replaceAll(/&(?:amp;)*(#x?[\da-f]+|[a-z]+\d*);/gi, entity) },
  // A raised number is a footnote's after anything but a unit's m; a raised numerator keeps its distance.
  { name: 'footnote marks', clean: (text) => text.replaceAll(/(?<=[%.)a-ln-z] ?)<sup>\d+\/?<\/sup>(?!\/)/gi, '') },
  {
    name: 'markup',
    clean: (text) =>
      text
        .replaceAll(/(?<=\d)<sup>(\d+)<\/sup>(?=[/⁄&])/gi, ' $1')
        .replaceAll(/<br\b[^<>]*>/gi, ' ')
        .replaceAll(/<\/?[a-z][^<>]*>/gi, ''),
  },
  { name: 'line breaks', clean: (text) => text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ') },
  {
    name: 'stray spaces',
    clean: (text) =>
      text
        .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
  },
  { name: 'broken words', clean: (text) => text.replaceAll('\u00AD', '').replaceAll(/([a-z])- (?=[a-z])/g, '$1') },
  { name: 'footnote marks', clean: (text) => text.replaceAll(/(?<=[%.)a-ln-z])[¹²³⁴-⁹]+\/?/g, '') },
  { name: 'signs', clean: (text) => text.replaceAll(/Â(?=¢)/g, '').replaceAll(/[^\0-\u007F¢€£]/g, sign) },
  { name: 'footnote marks', clean: (text) => text.replaceAll(/(?:(?<=[a-z%.)]) ?| )\d\d?\/(?= ?(?:$|[+(]))/g, '') },
  { name: 'stray marks', clean: (text) => text.replace(/ ?[/:;,]$/, '') },
  { name: 'full stop', clean: (text) => (abbreviated.test(text) ? text : text.replace(/\.$/, '')) },
  {
    name: 'misprints',
    clean: (text) =>
      misprints
        .reduce((so, [wrong, right]) => so.replaceAll(wrong, right), text)
        .replaceAll(programList, (list) => list.replaceAll(/[ ,.]+/g, separator)),
  },
  {
    name: 'spacing',
    clean: (text) =>
      text
        .replaceAll(/(?<=\S) ?\+ ?(?=[\d$.a€£])/g, ' + ')
        .replaceAll(/ \+(?=[A-Z])/g, ' + ')
        .replaceAll(/ ?\/ ?/g, '/')
        .replaceAll(/(?<=\d) (?=[%¢])/g, '')
        .replaceAll(/(?<=[a-z%\d])\((?=[A-Z])/g, ' (')
        .replaceAll(/\)(?=[\w$])/g, ') ')
        .replaceAll(/\b(c?m[23])(?=[a-z])/g, '$1 ')
        .replaceAll(/\bpf\.(?=l)/g, 'pf. '),
  },
];

const abbreviated = /\b(?:doz|prs?|pcs?|no|gr|lin|val|sq|thou)\.$/i;

/**
 * Takes the dirt of an export off a rate text: entities and tags, line breaks, words broken at a line's end, footnote marks,
 * missing and stray spaces, known misprints. Undefined where it is too long, or not clean after a few rounds; what it gives
 * is clean: cleaned again, it stays the same.
 */
export function cleanRateText(raw: string): { text: string; cleaned: readonly Cleaning[] } | undefined {
  if (raw.length > longestRateText) return undefined;
  const cleaned = new Set<Cleaning>();
  let text = raw;
  for (let round = 0; round < 4; round++) {
    const before = text;
    for (const { name, clean } of steps) {
      const after = clean(text);
      if (after !== text) cleaned.add(name);
      text = after;
    }
    if (text === before) return { text, cleaned: [...cleaned] };
  }
  return undefined;
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 31 && code < 0x1_00_00 ? String.fromCodePoint(code) : ' ';
}

/** Between the symbols of programs: a comma, with or without a space. */
function separator(text: string): string {
  return /^ ?, ?$/.test(text) ? text : ',';
}

function sign(character: string): string {
  return signs[character] ?? character;
}
