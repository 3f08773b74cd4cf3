import type { EntryLine, FactValue } from '../customs/entry-line.ts';
import { baseRateFact, unitOfValue, weightFact } from '../customs/supplied-fact.ts';
import type { Table } from '../customs/table.ts';
import { type Declared, baseQuantity, unitMakes } from '../customs/unit.ts';
import type { Decimal } from '../exact/decimal.ts';

/** Facts that the tests of a table ask for and no line declares: found for each line by what is known of it. */
export function suppliedFactsOf({ measures }: Table): readonly string[] {
  const asked = measures.flatMap(({ rates }) => rates.flatMap(({ when }) => when.flatMap(({ facts }) => facts)));
  return [...new Set(asked)].filter(
    (fact) => fact === baseRateFact || fact === weightFact || unitOfValue(fact) !== undefined,
  );
}

/** The line as a regime sees it that asks for such facts; one that is not known is left out. `baseDuty`: of the whole line, exact. */
export function withSupplied(line: EntryLine, asked: readonly string[], baseDuty: Decimal | null): EntryLine {
  const facts = new Map(line.facts);
  for (const fact of asked) {
    const value = supplied(fact, line, baseDuty);
    if (value) facts.set(fact, value);
    else facts.delete(fact);
  }
  return { ...line, facts };
}

function supplied(fact: string, line: EntryLine, baseDuty: Decimal | null): FactValue | undefined {
  if (fact === weightFact) return line.weightKg ? { type: 'quantity', amount: line.weightKg } : undefined;
  if (fact === baseRateFact) {
    if (baseDuty === null || line.value.isZero()) return undefined;
    return { type: 'percent', amount: baseDuty.times(100).div(line.value) };
  }
  const unit = unitOfValue(fact);
  const quantity = unit && baseQuantity(unit, declaredBy(line));
  if (!unit || !quantity || quantity.isZero()) return undefined;
  return { type: 'money', amount: line.value.times(unitMakes(unit)).div(quantity) };
}

function declaredBy(line: EntryLine): Declared {
  return (column) => {
    if (column === weightFact) return line.weightKg;
    const value = line.facts.get(column);
    return value && 'amount' in value ? value.amount : null;
  };
}
