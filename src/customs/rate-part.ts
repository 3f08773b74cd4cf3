import type { Unit } from './unit.ts';

interface PartEntry {
  /** As a rate prints it after "on". */
  readonly words: string;
  /** The column that declares its value. `null`: the value the charge is laid upon. */
  readonly value?: string | null;
  /** The columns that declare its quantity, by base unit. */
  readonly quantity?: Readonly<Partial<Record<Unit, string>>>;
}

/** Metals whose weight or value in the goods a rate is laid on: "copper content". */
export const metals = [
  'aluminum',
  'chromium',
  'copper',
  'lead',
  'magnesium',
  'manganese',
  'molybdenum',
  'nickel',
  'silicon',
  'steel',
  'tungsten',
  'vanadium',
  'zinc',
] as const;

type Metal = (typeof metals)[number];

/** Parts of the goods, and bases other than their value, that the schedule lays rates on. */
const parts = {
  'drained-weight': { words: 'drained weight', quantity: { kg: 'drained_weight_kg' } },
  'contents-and-container': {
    words: 'contents and container',
    quantity: { kg: 'contents_and_container_weight_kg' },
  },
  contents: { words: 'entire contents of container', quantity: { kg: 'contents_weight_kg' } },
  'immediate-containers': { words: 'immediate containers', quantity: { no: 'immediate_containers_no' } },
  'total-sugars': { words: 'total sugars', quantity: { kg: 'total_sugars_weight_kg' } },
  'anhydrous-morphine': { words: 'anhydrous morphine content', quantity: { kg: 'anhydrous_morphine_weight_kg' } },
  // A proof liter measures nothing but the alcohol.
  'ethyl-alcohol': { words: 'ethyl alcohol content', quantity: { 'proof-liter': 'quantity_proof_liter' } },
  'recording-surface': { words: 'recording surface', quantity: { m2: 'recording_surface_m2' } },
  'non-us': { words: 'non-U.S. content', value: 'non_us_content_value' },
  set: { words: 'entire set', value: null },
  article: { words: 'full value of the imported article', value: null },
  movement: { words: 'movement', value: 'movement_value' },
  case: { words: 'case', value: 'case_value' },
  strap: { words: 'strap, band or bracelet', value: 'strap_value' },
  battery: { words: 'battery', value: 'battery_value' },
  apparatus: { words: 'apparatus', value: 'apparatus_value' },
  rifle: { words: 'rifle', value: 'rifle_value' },
  'telescopic-sight': { words: 'telescopic sight', value: 'telescopic_sight_value' },
  'retail-value': { words: 'fair retail value', value: 'fair_retail_value' },
  repairs: { words: 'cost of such goods or repairs', value: 'goods_or_repairs_cost' },
  'spare-parts': { words: 'cost of such parts or materials', value: 'parts_or_materials_cost' },
  'spare-parts-alone': { words: 'cost of such parts', value: 'parts_or_materials_cost' },
} as const satisfies Readonly<Record<string, PartEntry>>;

export type Part = keyof typeof parts | Metal;

export const allParts: readonly Part[] = [...(Object.keys(parts) as (keyof typeof parts)[]), ...metals];

export function partWords(part: Part): string {
  return entryOf(part).words;
}

/** The column with the part's value; null: the value the charge is laid upon; undefined: the part has none to declare. */
export function partValueFact(part: Part): string | null | undefined {
  return entryOf(part).value;
}

/** The column with the part's quantity in a base unit. */
export function partQuantityFact(part: Part, base: Unit): string | undefined {
  return entryOf(part).quantity?.[base];
}

function entryOf(part: Part): PartEntry {
  return isMetal(part)
    ? {
        words: `${part} content`,
        value: `${part}_content_value`,
        quantity: { kg: `${part}_weight_kg` },
      }
    : parts[part];
}

function isMetal(part: Part): part is Metal {
  return (metals as readonly string[]).includes(part);
}
