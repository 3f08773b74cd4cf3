/** Splits a text into the terms it is found by: lower case, without accents, singular, one of each group of words that mean the same. */
export type ReadTerms = (text: string) => readonly string[];

/** `same`: words, and phrases, that mean the same; the first of each group, a word or several, stands for the others. */
export function termReader(same: readonly (readonly string[])[]): ReadTerms {
  const standsFor = new Map(
    same.flatMap(([first = '', ...others]) => others.map((other) => [singular(plain(other)), singular(plain(first))])),
  );
  const phrases = same.flatMap(([first = '', ...others]) =>
    others.filter((other) => other.includes(' ')).map((other) => [plain(other), plain(first)] as const),
  );
  return (text) =>
    phrases
      .reduce((read, [other, first]) => read.replaceAll(other, first), plain(text))
      .split(/[^\p{L}\p{N}.]+/u)
      .map((word) => word.replaceAll(/^\.+|\.+$/g, ''))
      .filter((word) => word !== '')
      .map((word) => (isNumber(word) || isShortened(word) ? word.replaceAll('.', '') : singular(word)))
      .flatMap((word) => (standsFor.get(word) ?? word).split(' '));
}

/** Words of the language that say nothing of goods. They are not looked for where others are. */
const small = new Set('a an and are at by for from in into is it of on or the to what which with'.split(' '));

export function isSmall(term: string): boolean {
  return small.has(term);
}

/** 7208, 7208.10, 9903.81.91: the dots stand where schedules put them, or there are none; 9903.8 begins one. */
function isNumber(word: string): boolean {
  return /^\d{4}(?:\.\d\d)*(?:\.?\d\d?)?$/.test(word);
}

/** E.O., U.S. */
function isShortened(word: string): boolean {
  return /^\p{L}(?:\.\p{L})+$/u.test(word);
}

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function singular(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
