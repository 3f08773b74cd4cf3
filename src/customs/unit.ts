import { Decimal } from '../exact/decimal.ts';

interface UnitEntry {
  /** The unit all of its kind are counted in, and how many of those one makes; exact. */
  readonly base: string;
  readonly makes: string;
  /** The column that declares a quantity in it; none: it is declared in the base unit. */
  readonly fact?: string;
  /** As a rate prints it after "/". */
  readonly printed: string;
  /** In a sentence: "the quantity in …". */
  readonly plural: string;
}

/**
 * Units that rates are laid on. Units of one base convert exactly. Proof liters, barrels and clean (scoured) kilograms are
 * measured, not converted: what they hold differs from goods to goods.
 */
const units = {
  kg: { base: 'kg', makes: '1', fact: 'weight_kg', printed: 'kg', plural: 'kilograms' },
  t: { base: 'kg', makes: '1000', printed: 't', plural: 'metric tons' },
  g: { base: 'kg', makes: '0.001', printed: 'g', plural: 'grams' },
  lb: { base: 'kg', makes: '0.45359237', printed: 'lb', plural: 'pounds' },
  carat: { base: 'kg', makes: '0.0002', printed: 'carat', plural: 'carats' },
  'clean-kg': {
    base: 'clean-kg',
    makes: '1',
    fact: 'quantity_clean_kg',
    printed: 'clean kg',
    plural: 'clean kilograms',
  },
  liter: { base: 'liter', makes: '1', fact: 'quantity_liter', printed: 'liter', plural: 'liters' },
  hl: { base: 'liter', makes: '100', printed: 'hl', plural: 'hectoliters' },
  m3: { base: 'liter', makes: '1000', fact: 'quantity_m3', printed: 'm3', plural: 'cubic meters' },
  'proof-liter': {
    base: 'proof-liter',
    makes: '1',
    fact: 'quantity_proof_liter',
    printed: 'pf. liter',
    plural: 'proof liters',
  },
  'alcohol-liter': {
    base: 'alcohol-liter',
    makes: '1',
    fact: 'quantity_alcohol_liter',
    printed: '% vol/hl',
    plural: 'liters of pure alcohol',
  },
  bbl: { base: 'bbl', makes: '1', fact: 'quantity_bbl', printed: 'bbl', plural: 'barrels' },
  no: { base: 'no', makes: '1', fact: 'quantity_no', printed: 'No.', plural: 'pieces' },
  doz: { base: 'no', makes: '12', fact: 'quantity_doz', printed: 'doz.', plural: 'dozens' },
  hundred: { base: 'no', makes: '100', fact: 'quantity_hundred', printed: 'hundred', plural: 'hundreds' },
  gross: { base: 'no', makes: '144', fact: 'quantity_gross', printed: 'gross', plural: 'gross' },
  thousand: { base: 'no', makes: '1000', fact: 'quantity_thousand', printed: 'thousand', plural: 'thousands' },
  pr: { base: 'pr', makes: '1', fact: 'quantity_pr', printed: 'pr.', plural: 'pairs' },
  'doz-pr': { base: 'pr', makes: '12', fact: 'quantity_doz_pr', printed: 'doz. pr.', plural: 'dozen pairs' },
  m: { base: 'm', makes: '1', fact: 'quantity_m', printed: 'm', plural: 'meters' },
  m2: { base: 'm2', makes: '1', fact: 'quantity_m2', printed: 'm2', plural: 'square meters' },
  cm2: { base: 'm2', makes: '0.0001', fact: 'quantity_cm2', printed: 'cm2', plural: 'square centimeters' },
  jewel: { base: 'jewel', makes: '1', fact: 'quantity_jewel', printed: 'jewel', plural: 'jewels' },
  'gross-line': {
    base: 'gross-line',
    makes: '1',
    fact: 'quantity_gross_line',
    printed: 'line/gross',
    plural: 'lines (of 1/40 inch) per gross',
  },
  pack: { base: 'pack', makes: '1', fact: 'quantity_pack', printed: 'pack', plural: 'packs' },
  W: { base: 'W', makes: '1', fact: 'quantity_w', printed: 'W', plural: 'watts' },
  MWh: { base: 'MWh', makes: '1', fact: 'quantity_mwh', printed: 'MWh', plural: 'megawatt hours' },
} as const satisfies Readonly<Record<string, UnitEntry>>;

export type Unit = keyof typeof units;

export const allUnits = Object.keys(units) as Unit[];

/** A declared quantity by its column; null: not declared. */
export type Declared = (fact: string) => Decimal | null;

/** How many base units one makes: 144 pieces for a gross. */
export function unitMakes(unit: Unit): Decimal {
  return new Decimal(units[unit].makes);
}

export function baseUnit(unit: Unit): Unit {
  return units[unit].base;
}

/** As a rate prints it after "/". */
export function unitPrinted(unit: Unit): string {
  return units[unit].printed;
}

/** In a sentence: "the quantity in …". */
export function unitPlural(unit: Unit): string {
  return units[unit].plural;
}

/** The column to declare for a rate per this unit: its own, or its base unit's (`weight_kg` for a metric ton). */
export function quantityFact(unit: Unit): string {
  return factOf(unit) ?? factOf(baseUnit(unit)) ?? '';
}

/** The column of what each piece has over a number the rate leaves free, summed over the pieces. */
export function beyondFact(unit: Unit): string {
  return `${quantityFact(unit)}_over`;
}

/** The columns that may declare a quantity in this unit, the weight aside, each with its own unit. */
export function quantityFacts(unit: Unit): readonly (readonly [fact: string, unit: Unit])[] {
  return sourcesOf(unit).flatMap(({ fact, unit: own }) => (own === 'kg' ? [] : [[fact, own] as const]));
}

/** The unit of a column that declares a quantity; undefined: a weight, or no such column. */
export function unitOfFact(fact: string): Unit | undefined {
  return allUnits.find((unit) => factOf(unit) === fact);
}

/** The declared quantity in the base unit, exact: from the unit's own column, else its base unit's, else a kindred unit's. */
export function baseQuantity(unit: Unit, declared: Declared): Decimal | null {
  for (const { fact, makes } of sourcesOf(unit)) {
    const quantity = declared(fact);
    if (quantity !== null) return quantity.times(makes);
  }
  return null;
}

interface Source {
  readonly fact: string;
  readonly unit: Unit;
  readonly makes: Decimal;
}

const sources = new Map<Unit, readonly Source[]>();

/** Found once for each unit a run meets. */
function sourcesOf(unit: Unit): readonly Source[] {
  const known = sources.get(unit);
  if (known) return known;
  const base = baseUnit(unit);
  const kindred = allUnits.filter((other) => baseUnit(other) === base && other !== unit && other !== base);
  const found = [...new Set([unit, base, ...kindred])].flatMap((source) => {
    const fact = factOf(source);
    return fact === undefined ? [] : [{ fact, unit: source, makes: unitMakes(source) }];
  });
  sources.set(unit, found);
  return found;
}

function factOf(unit: Unit): string | undefined {
  const entry: UnitEntry = units[unit];
  return entry.fact;
}
