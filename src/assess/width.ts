import type { Condition, Test } from '../customs/measure.ts';
import { decimal } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { type Groups, type OriginSet, everyOrigin, membersOn } from './origins.ts';

/** How one scope relates to another. `crossed`: each reaches something that the other does not. */
export type Width = 'narrower' | 'equal' | 'wider' | 'crossed';

function fromInclusions(inside: boolean, outside: boolean): Width {
  if (inside && outside) return 'equal';
  if (inside) return 'narrower';
  return outside ? 'wider' : 'crossed';
}

/** A longer number is narrower. Both reach the same code, so goods never cross. */
export function compareGoods(a: number, b: number): Width {
  return fromInclusions(a >= b, b >= a);
}

export function compareOrigins(a: OriginSet, b: OriginSet): Width {
  return fromInclusions(isWithin(a, b), isWithin(b, a));
}

function isWithin(a: OriginSet, b: OriginSet): boolean {
  if (b === everyOrigin) return true;
  if (a === everyOrigin) return false;
  return [...a].every((country) => b.has(country));
}

/** More tests, or stricter ones, are narrower. Groups count with their members of the day. */
export function compareTests(a: readonly Test[], b: readonly Test[], date: IsoDate, groups: Groups): Width {
  return fromInclusions(implyAll(a, b, date, groups), implyAll(b, a, date, groups));
}

function implyAll(given: readonly Test[], wanted: readonly Test[], date: IsoDate, groups: Groups): boolean {
  return wanted.every((test) => given.some((one) => implies(one, test, date, groups)));
}

/** Whether the first test can only hold where the second does. */
export function implies(a: Test, b: Test, date: IsoDate, groups: Groups): boolean {
  return b.conditions.every((wanted) =>
    a.conditions.some((given) => conditionImplies(given, wanted, a, b, date, groups)),
  );
}

function conditionImplies(
  given: Condition,
  wanted: Condition,
  a: Test,
  b: Test,
  date: IsoDate,
  groups: Groups,
): boolean {
  const inner = a.facts.every((fact) => b.facts.includes(fact));
  const outer = b.facts.every((fact) => a.facts.includes(fact));
  if (wanted.op === 'not-in') {
    if (!outer) return false;
    const shut = membersOn(wanted.values, date, groups);
    if (given.op === 'not-in') return [...shut].every((value) => membersOn(given.values, date, groups).has(value));
    return (
      a.facts.length === 1 &&
      given.op === 'in' &&
      [...membersOn(given.values, date, groups)].every((value) => !shut.has(value))
    );
  }
  if (!inner) return false;
  if (given.op === 'in' && wanted.op === 'in') {
    const open = membersOn(wanted.values, date, groups);
    return [...membersOn(given.values, date, groups)].every((value) => open.has(value));
  }
  if (given.op === 'is' && wanted.op === 'is') return given.value === wanted.value;
  if (given.op === 'at-least' && wanted.op === 'at-least') return decimal(given.value).gte(decimal(wanted.value));
  if (given.op === 'under' && wanted.op === 'under') return decimal(given.value).lte(decimal(wanted.value));
  if (given.op === 'from' && wanted.op === 'from') return given.date >= wanted.date;
  if (given.op === 'before' && wanted.op === 'before') return given.date <= wanted.date;
  return false;
}

/** Whether no declaration can meet both: two measures with such tests never compete. */
export function excludeEachOther(a: readonly Test[], b: readonly Test[], date: IsoDate, groups: Groups): boolean {
  return a.some((one) => b.some((other) => excludes(one, other, date, groups)));
}

/** Whether no declaration can meet both tests. */
export function excludes(a: Test, b: Test, date: IsoDate, groups: Groups): boolean {
  const same = a.facts.length === b.facts.length && a.facts.every((fact) => b.facts.includes(fact));
  if (!same) return false;
  return a.conditions.some((one) =>
    b.conditions.some(
      (other) => clash(one, other, a.facts.length, date, groups) || clash(other, one, a.facts.length, date, groups),
    ),
  );
}

function clash(a: Condition, b: Condition, facts: number, date: IsoDate, groups: Groups): boolean {
  if (a.op === 'in' && b.op === 'not-in') {
    const shut = membersOn(b.values, date, groups);
    return [...membersOn(a.values, date, groups)].every((value) => shut.has(value));
  }
  if (facts > 1) return false;
  if (a.op === 'in' && b.op === 'in') {
    const open = membersOn(b.values, date, groups);
    return [...membersOn(a.values, date, groups)].every((value) => !open.has(value));
  }
  if (a.op === 'is' && b.op === 'is') return a.value !== b.value;
  if (a.op === 'at-least' && b.op === 'under') return decimal(a.value).gte(decimal(b.value));
  if (a.op === 'from' && b.op === 'before') return a.date >= b.date;
  return false;
}
