import type { FactValue } from '../customs/entry-line.ts';
import type { Condition, Test } from '../customs/measure.ts';
import { decimal } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { type Groups, membersOn } from './origins.ts';

export type Facts = ReadonlyMap<string, FactValue>;

/** Not declared is a third truth value; what it means is the table's to say. */
export type Truth = 'met' | 'not-met' | 'undeclared';

/**
 * Facts asked together ("primary or secondary smelter or caster") are declared together: if one is given, the others
 * count as none. Any of them may meet a condition; for "not" none of them may be among the values.
 */
export function testFacts(test: Test, facts: Facts, date: IsoDate, groups: Groups): Truth {
  const declared = test.facts.map((fact) => facts.get(fact)).filter((value) => value !== undefined);
  if (declared.length === 0) return 'undeclared';
  const denied = test.conditions.filter((condition) => condition.op === 'not-in');
  const asked = test.conditions.filter((condition) => condition.op !== 'not-in');
  const clear = declared.every((value) => denied.every((condition) => meets(value, condition, date, groups)));
  const found =
    asked.length === 0 || declared.some((value) => asked.every((condition) => meets(value, condition, date, groups)));
  return clear && found ? 'met' : 'not-met';
}

function meets(value: FactValue, condition: Condition, date: IsoDate, groups: Groups): boolean {
  switch (condition.op) {
    case 'in':
      return 'text' in value && membersOn(condition.values, date, groups).has(value.text);
    case 'not-in':
      return 'text' in value && !membersOn(condition.values, date, groups).has(value.text);
    case 'is':
      return value.type === 'yes-no' && value.yes === condition.value;
    case 'at-least':
      return 'amount' in value && value.amount.gte(decimal(condition.value));
    case 'under':
      return 'amount' in value && value.amount.lt(decimal(condition.value));
    case 'from':
      return value.type === 'date' && value.date >= condition.date;
    default:
      return value.type === 'date' && value.date < condition.date;
  }
}

/** A test in words: "melt_pour_country is one of EU-27", "us_metal_share is at least 95". */
export function describeTest(test: Test): string {
  const subject = test.facts.join(' or ');
  return test.conditions.map((condition) => `${subject} ${describeCondition(condition)}`).join(' and ');
}

function describeCondition(condition: Condition): string {
  switch (condition.op) {
    case 'in':
      return condition.values.length === 1 ? `is ${condition.values[0]}` : `is one of ${condition.values.join(', ')}`;
    case 'not-in':
      return condition.values.length === 1
        ? `is not ${condition.values[0]}`
        : `is none of ${condition.values.join(', ')}`;
    case 'is':
      return condition.value ? 'is yes' : 'is no';
    case 'at-least':
      return `is at least ${condition.value}`;
    case 'under':
      return `is under ${condition.value}`;
    case 'from':
      return `is ${condition.date} or later`;
    default:
      return `is before ${condition.date}`;
  }
}
