/*
 * Exports of a tariff schedule, made up: numbers, indents and texts as the exports of the US International Trade Commission have
 * them (JSON and CSV, editions of 2024 to 2026), dirt included. The same seed gives the same schedule; no rate in it is law.
 */

/** A row of the schedule. `number`: digits; '' for a title over the rows below. Its cells are what it prints itself, clean. */
export interface MadeLine {
  readonly number: string;
  readonly indent: number;
  readonly words: string;
  readonly units: readonly string[];
  readonly cells: readonly [general: string, special: string, column2: string];
}

export type Chance = () => number;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<Item>(chance: Chance, items: readonly Item[]): Item {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const everybody = [
  'Free',
  'Free',
  '6.5%',
  '33 1/3%',
  '0.9¢ each',
  '3.4¢/kg',
  '3.4¢/kg + 2.5%',
  '$1.05/kg + 2.3%',
  '5.9¢/kg on drained weight',
  '51¢ each + 6.25% on the case + 5.3% on the battery',
  'See additional U.S. note 1',
];
const claimed = [
  '',
  '',
  'Free (A,AU,BH,KR)',
  'Free (A+,AU,CL) 1.7% (KR)',
  'Free (BH,S) See 9822.04.01-9822.04.03 (AU)',
];
const units = [['kg'], ['No.'], ['doz.', 'kg'], ['m2', 'kg'], ['prs.'], ['Cu kg'], ['No. and kg'], []];
const things = [
  'Males',
  'Other',
  'Of cotton',
  'Weighing 90 kg or more each',
  'Valued not over $5 each, < 3 mm',
  'Ärmel',
];
const noRates = ['', '', ''] as const;

/** Chapters 01 to 97, each with headings, subheadings, titles without numbers, rate lines and full numbers. About 15 rows a heading. */
export function madeSchedule(seed: number, chapters: readonly string[], headings = 1): readonly MadeLine[] {
  const chance = chanceOf(seed);
  return chapters.flatMap((chapter) =>
    Array.from({ length: headings }, (_, index) => heading(chance, `${chapter}${two(index + 1)}`)).flat(),
  );
}

function heading(chance: Chance, number: string): readonly MadeLine[] {
  const title = (indent: number, digits = ''): MadeLine => ({
    number: digits,
    indent,
    words: `${pick(chance, things)}:`,
    units: [],
    cells: noRates,
  });
  const subheadings = ['10', '20', '90'].slice(0, 1 + Math.floor(chance() * 3));
  return [
    title(0, number),
    ...subheadings.flatMap((sub) => [
      title(1, `${number}${sub}`),
      ...(chance() < 0.4 ? [title(2)] : []),
      ...['10', '50']
        .slice(0, 1 + Math.floor(chance() * 2))
        .flatMap((last) => rateLine(chance, `${number}${sub}${last}`)),
    ]),
  ];
}

/** At eight digits with full numbers below, or at ten where there is but one. */
function rateLine(chance: Chance, number: string): readonly MadeLine[] {
  const cells = [pick(chance, everybody), pick(chance, claimed), pick(chance, everybody)] as const;
  const line = { indent: 2, words: pick(chance, things), units: pick(chance, units), cells };
  if (chance() < 0.4) return [{ ...line, number: `${number}${pick(chance, ['00', '00', '00', '01'])}` }];
  const suffixes = ['10', '20', '45', '90'].slice(0, 2 + Math.floor(chance() * 3));
  return [
    { ...line, number, units: [] },
    ...suffixes.flatMap((suffix, index): readonly MadeLine[] => [
      ...(index === 1 && chance() < 0.3 ? [{ ...line, number: '', indent: 3, units: [], cells: noRates }] : []),
      { ...line, number: `${number}${suffix}`, indent: 3, cells: ownCells(chance) },
    ]),
  ];
}

/** A full number seldom prints a column of its own, and takes the others from above. */
function ownCells(chance: Chance): MadeLine['cells'] {
  if (chance() < 0.9) return noRates;
  return chance() < 0.5 ? ['', '', pick(chance, everybody)] : [pick(chance, everybody), '', ''];
}

/** The next edition: some rates changed, some numbers gone, some new ones. */
export function revised(lines: readonly MadeLine[], seed: number): readonly MadeLine[] {
  const chance = chanceOf(seed);
  return lines.flatMap((line): readonly MadeLine[] => {
    const isOwn = line.cells[0] !== '' && line.cells[2] !== '';
    const isLast = line.number.length === 10 && line.number.endsWith('90');
    if (isLast && chance() < 0.2) return [];
    if (isLast && chance() < 0.2) return [line, { ...line, number: `${line.number.slice(0, 8)}95`, cells: noRates }];
    if (isOwn && chance() < 0.2) return [{ ...line, cells: [pick(chance, everybody), line.cells[1], line.cells[2]] }];
    return [line];
  });
}

/** What a schedule lays on each number of eight or more digits: its own text, else that of the number above, column by column. */
export function ratesOf(lines: readonly MadeLine[]): ReadonlyMap<string, readonly string[]> {
  const printed = new Map(lines.filter(({ number }) => number !== '').map(({ number, cells }) => [number, cells]));
  const rates = new Map<string, readonly string[]>();
  for (const [number, cells] of printed) {
    if (number.length < 8) continue;
    rates.set(
      number,
      cells.map((text, column) => (text !== '' ? text : (printed.get(number.slice(0, 8))?.[column] ?? ''))),
    );
  }
  return rates;
}

/** 72081015 → 7208.10.15; ten digits as exports write them, in four groups. */
export function dotted(number: string): string {
  return [number.slice(0, 4), ...(number.slice(4).match(/\d\d/g) ?? [])].join('.');
}

/** Puts on a rate what exports have: spaces, line breaks, tags, marks of footnotes. It stays the same rate. */
function soiled(text: string, chance: Chance): string {
  if (text === '' || chance() < 0.6) return text;
  return pick(chance, [
    ` ${text}`,
    `${text} `,
    `${text}\n`,
    text.replace(' ', '\u00A0'),
    text.replace(' (', ' \n('),
    text.replace(' + ', '+ '),
    text.replace(/%$/, '%<sup>1/</sup>'),
    `<i>${text}</i>`,
    text.replace('kg', '<u>kg</u>'),
  ]);
}

function soiledWords(text: string, chance: Chance): string {
  return chance() < 0.8
    ? text
    : pick(chance, [`<il>${text}</il>`, `${text}\u00A0`, text.replace(' ', '\n'), `<i>${text}</i>`]);
}

function soiledUnit(text: string, chance: Chance): string {
  if (text === 'm2' && chance() < 0.5) return 'm<sup>2</sup>';
  return chance() < 0.9 ? text : pick(chance, [`${text} `, ` ${text}`, `<u>${text}</u>`]);
}

interface RawLine {
  readonly number: string;
  readonly indent: string;
  readonly words: string;
  readonly units: readonly string[];
  readonly cells: readonly string[];
}

function rawLines(lines: readonly MadeLine[], dirt: number | null): readonly RawLine[] {
  const chance = dirt === null ? () => 0 : chanceOf(dirt);
  return lines.map((line) => ({
    number: dotted(line.number),
    indent: String(line.indent),
    words: soiledWords(line.words, chance),
    units: line.units.map((unit) => (dirt === null ? unit : soiledUnit(unit, chance))),
    cells: line.cells.map((text) => soiled(text, chance)),
  }));
}

/** The JSON layout, key by key. `dirt`: a seed; null: clean. */
export function jsonExport(lines: readonly MadeLine[], dirt: number | null = null): string {
  const rows = rawLines(lines, dirt).map((line) => ({
    htsno: line.number,
    indent: line.indent,
    description: line.words,
    superior: line.number === '' ? 'true' : null,
    units: line.units,
    general: line.cells[0],
    special: line.cells[1],
    other: line.cells[2],
    footnotes: line.number === '' ? null : [{ columns: ['general'], value: 'See 9903.88.15. ', type: 'endnote' }],
    quotaQuantity: null,
    additionalDuties: null,
    addiitionalDuties: null,
  }));
  return JSON.stringify(rows, null, 2);
}

/** The CSV layout: a byte order mark, a bare header, everything else in quotation marks, units as a JSON list. */
export function csvExport(lines: readonly MadeLine[], dirt: number | null = null): string {
  const header =
    'HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Quota Quantity,Additional Duties';
  const rows = rawLines(lines, dirt).map(({ number, indent, words, units: list, cells }) =>
    [
      number,
      indent,
      words,
      list.length === 0 ? '' : JSON.stringify(list).replaceAll('/', String.raw`\/`),
      ...cells,
      '',
      '',
    ]
      .map((field) => `"${field.replaceAll('"', '""')}"`)
      .join(','),
  );
  return `\uFEFF${[header, ...rows].join('\n')}\n`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
