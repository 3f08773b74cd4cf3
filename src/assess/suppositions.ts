import type { Condition, Test } from '../customs/measure.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { describeTest } from './facts.ts';
import type { Groups } from './origins.ts';
import { excludes, implies } from './width.ts';

/** What is supposed of a test whose fact was not declared. */
export interface Supposition {
  readonly test: Test;
  readonly holds: boolean;
}

export type Suppositions = readonly Supposition[];

/** What follows for a test on the same facts: supposing steel melted in Japan, it was not melted in Brazil. Undefined: nothing. */
export function follows(test: Test, suppositions: Suppositions, date: IsoDate, groups: Groups): boolean | undefined {
  const name = describeTest(test);
  for (const supposition of suppositions) {
    if (describeTest(supposition.test) === name) return supposition.holds;
    const known = supposition.holds ? supposition.test : opposite(supposition.test);
    if (known && implies(known, test, date, groups)) return true;
    if (known && excludes(known, test, date, groups)) return false;
  }
  return undefined;
}

/** Whether one declaration could make all of them true. */
export function canHoldTogether(suppositions: Suppositions, date: IsoDate, groups: Groups): boolean {
  return suppositions.every(({ test, holds }, index) => {
    const follow = follows(test, suppositions.toSpliced(index, 1), date, groups);
    return follow === undefined || follow === holds;
  });
}

/** A supposition in words: "melt_pour_country is one of US, MX, CA". */
export function describeSupposition({ test, holds }: Supposition): string {
  if (holds) return describeTest(test);
  const other = opposite(test);
  return other ? describeTest(other) : `not so that ${describeTest(test)}`;
}

/** The test that holds just where this one does not; undefined where none can be written. */
function opposite(test: Test): Test | undefined {
  const [condition, another] = test.conditions;
  if (!condition || another) return undefined;
  const turned = turn(condition);
  const ofSeveral = condition.op === 'in' || condition.op === 'not-in';
  return ofSeveral || test.facts.length === 1 ? { ...test, conditions: [turned] } : undefined;
}

function turn(condition: Condition): Condition {
  switch (condition.op) {
    case 'in':
      return { ...condition, op: 'not-in' };
    case 'not-in':
      return { ...condition, op: 'in' };
    case 'is':
      return { op: 'is', value: !condition.value };
    case 'at-least':
      return { ...condition, op: 'under' };
    case 'under':
      return { ...condition, op: 'at-least' };
    case 'from':
      return { ...condition, op: 'before' };
    default:
      return { ...condition, op: 'from' };
  }
}
