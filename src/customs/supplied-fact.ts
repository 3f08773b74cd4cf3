import type { FactType } from './table.ts';
import { type Unit, allUnits, quantityFact, quantityFacts } from './unit.ts';

/** The column of the program that a line claims. */
export const programFact = 'spi';

/** The base duty due, in percent of the value. Lines may declare a rate in a column of this name where no schedule is on hand. */
export const baseRateFact = 'base_rate';

/** The column of the weight, in kilograms. */
export const weightFact = quantityFact('kg');

/** What one unit of the goods is worth: `unit_value_kg`, `unit_value_doz_pr`. Supplied by value and quantity, never declared. */
export function unitValueFact(unit: Unit): string {
  return `unit_value_${unit.replaceAll('-', '_').toLowerCase()}`;
}

const unitsByFact = new Map(allUnits.map((unit) => [unitValueFact(unit), unit]));

/** The unit of a fact that tells a unit's value; undefined: another fact. */
export function unitOfValue(fact: string): Unit | undefined {
  return unitsByFact.get(fact);
}

/** What tests of tables may ask of every line beside declared facts, and what kind of value that is. */
export const suppliedFacts: ReadonlyMap<string, FactType> = new Map<string, FactType>([
  [programFact, 'text'],
  [weightFact, 'quantity'],
  ...allUnits.map((unit): [string, FactType] => [unitValueFact(unit), 'money']),
]);

/** The columns to declare so that a test on the fact can be answered: its own, or the quantities that supply it. */
export function columnsFor(fact: string): readonly string[] {
  const unit = unitOfValue(fact);
  if (unit === undefined) return [fact];
  const [first] = quantityFacts(unit);
  return [first?.[0] ?? weightFact];
}
