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
  const more = new Map(asked.map((fact) => [fact, supplied(fact, line, baseDuty)]));
  return { ...line, facts: new SuppliedFacts(line.facts, more) };
}

/** The facts of a line with others in front of them: no copy, so that a line is asked for those alone that are needed. */
class SuppliedFacts implements ReadonlyMap<string, FactValue> {
  private readonly declared: ReadonlyMap<string, FactValue>;
  /** Undefined: not known, whatever is declared. */
  private readonly more: ReadonlyMap<string, FactValue | undefined>;

  constructor(declared: ReadonlyMap<string, FactValue>, more: ReadonlyMap<string, FactValue | undefined>) {
    this.declared = declared;
    this.more = more;
  }

  get(fact: string): FactValue | undefined {
    return this.more.has(fact) ? this.more.get(fact) : this.declared.get(fact);
  }

  has(fact: string): boolean {
    return this.get(fact) !== undefined;
  }

  get size(): number {
    return this.all().size;
  }

  forEach(each: (value: FactValue, fact: string, facts: ReadonlyMap<string, FactValue>) => void): void {
    this.all().forEach(each);
  }

  entries(): MapIterator<[string, FactValue]> {
    return this.all().entries();
  }

  keys(): MapIterator<string> {
    return this.all().keys();
  }

  values(): MapIterator<FactValue> {
    return this.all().values();
  }

  [Symbol.iterator](): MapIterator<[string, FactValue]> {
    return this.entries();
  }

  private all(): Map<string, FactValue> {
    const all = new Map(this.declared);
    for (const [fact, value] of this.more) {
      if (value) all.set(fact, value);
      else all.delete(fact);
    }
    return all;
  }
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
