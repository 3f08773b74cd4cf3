/** Entities by their names. */
export const entities: Readonly<Record<string, string>> = {
  amp: '&',
  cent: '¢',
  euro: '€',
  frac12: ' 1/2',
  frac14: ' 1/4',
  frac34: ' 3/4',
  frasl: '/',
  gt: '>',
  lt: '<',
  nbsp: ' ',
  pound: '£',
  quot: '"',
  sup2: '2',
  sup3: '3',
  thinsp: ' ',
};

/** Characters beside the ones the grammar knows. */
export const signs: Readonly<Record<string, string>> = {
  '²': '2',
  '³': '3',
  '½': ' 1/2',
  '¼': ' 1/4',
  '¾': ' 3/4',
  '⅓': ' 1/3',
  '⅔': ' 2/3',
  '⅛': ' 1/8',
  '⅜': ' 3/8',
  '⅝': ' 5/8',
  '⅞': ' 7/8',
  '％': '%',
  '﹪': '%',
  '＋': '+',
  '￠': '¢',
  '＄': '$',
  '⁄': '/',
  '∕': '/',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};

/** Misprints of the schedule's editions, right beside them. */
export const misprints: readonly (readonly [RegExp, string])[] = [
  [/\bweght\b/g, 'weight'],
  [/\binthe\b/g, 'in the'],
  [/\bthebattery\b/g, 'the battery'],
  [/\boralterations\b/g, 'or alterations'],
  [/\bin the in the\b/g, 'in the'],
  [/\bapplicable, to\b/g, 'applicable to'],
  [/\binternalrevenue\b/g, 'internal-revenue'],
  [/\bbut not less (?=\d)/g, 'but not less than '],
  [/\(([A-Z]+[+*]?) \(\1\)/g, '($1)'],
];
