import { type Part, allParts, partQuantityFact, partValueFact, partWords } from '../customs/rate-part.ts';
import { type Unit, allUnits, baseUnit, unitPrinted } from '../customs/unit.ts';

/** Words of the schedule for a unit beside its printed form, lower case, full stops left out. */
const spellings: Readonly<Partial<Record<Unit, readonly string[]>>> = {
  kg: ['kilo', 'kilogram', 'kilograms', 'kgs', 'kg net', 'kg/net'],
  t: ['tonne', 'tonnes', 'metric ton', 'metric tons', 'tn'],
  g: ['gram', 'grams'],
  lb: ['lbs', 'pound', 'pounds'],
  carat: ['carats', 'ct'],
  liter: ['liters', 'litre', 'litres', 'l'],
  hl: ['hectoliter', 'hectolitre'],
  'proof-liter': ['proof liter', 'proof liters', 'pf liters', 'proof litre'],
  'alcohol-liter': ['%vol/hl', '% vol hl'],
  bbl: ['barrel', 'barrels'],
  no: ['', 'each', 'article', 'head', 'piece', 'pieces', 'pc', 'pcs', 'pin', 'pins', 'p/st', 'items', 'number'],
  doz: ['dozen', 'doz pcs', 'dz'],
  hundred: ['hundreds'],
  thousand: ['thousands', 'thou'],
  pr: ['prs', 'pair', 'pairs', 'pa'],
  'doz-pr': ['doz prs', 'dozen pairs', 'dozen pair'],
  m: ['lin m', 'meter', 'meters', 'metre'],
  m2: ['square meter', 'square meters', 'sq m'],
  m3: ['cubic meter', 'cubic meters', 'cu m'],
  jewel: ['jewels'],
  pack: ['packs'],
  W: ['watt', 'watts'],
};

const partSpellings: Readonly<Partial<Record<Part, readonly string[]>>> = {
  'contents-and-container': ['including weight of container'],
  contents: ['contents of container'],
  strap: ['strap', 'strap, band, or bracelet'],
};

const unitNames = new Map<string, Unit>(
  allUnits.flatMap((unit) =>
    [unit, unitPrinted(unit), ...(spellings[unit] ?? [])].map((name) => [unitKey(name), unit] as const),
  ),
);

const partNames = new Map<string, Part>(
  allParts.flatMap((part) =>
    [partWords(part), ...(partSpellings[part] ?? [])].map((name) => [name.toLowerCase(), part] as const),
  ),
);

/** The unit a rate names after "/": `pf. liter`, `doz. prs.`, `m2`. */
export function readUnit(text: string): Unit | undefined {
  return unitNames.get(unitKey(text));
}

/** The parts a percentage is laid on together: `the value of the lead content`, `the case and strap, band or bracelet`. */
export function readValueParts(text: string): readonly Part[] | undefined {
  return readParts(text, (part) => partValueFact(part) !== undefined);
}

/** The part a rate per unit is laid on: `drained weight`, `total sugars`. */
export function readQuantityPart(text: string, unit: Unit): readonly Part[] | undefined {
  return readParts(text, (part) => partQuantityFact(part, baseUnit(unit)) !== undefined);
}

function readParts(text: string, isFit: (part: Part) => boolean): readonly Part[] | undefined {
  const whole = partNames.get(partKey(text));
  const found = whole ? [whole] : text.split(' and ').map((word) => partNames.get(partKey(word)));
  const parts = found.filter((part) => part !== undefined && isFit(part)) as Part[];
  return parts.length === found.length && new Set(parts).size === parts.length ? parts : undefined;
}

function unitKey(text: string): string {
  return text.toLowerCase().replaceAll('.', '');
}

function partKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/, if any$/, '')
    .replace(/^(?:the )?(?:value of )?(?:the )?/, '');
}
