import type { FactValue } from '../customs/entry-line.ts';
import { type Decimal, zero } from '../exact/decimal.ts';

/** A declared fact that cannot be: its column, why, and the way out. */
export interface ContentProblem {
  readonly column: string;
  readonly message: string;
  readonly hint: string;
}

/** The value of a metal in the goods is part of the entered value: none may exceed it, nor may all together. */
export function contentProblems(enteredValue: Decimal, facts: ReadonlyMap<string, FactValue>): ContentProblem[] {
  const contents = [...facts].flatMap(([column, fact]) =>
    fact.type === 'money' && column.endsWith('_content_value') ? [{ column, amount: fact.amount }] : [],
  );
  const hint = 'A content is the part of the entered value that belongs to one metal.';
  const whole = `the entered value of ${enteredValue.toFixed()}`;
  const tooMuch = contents.filter(({ amount }) => amount.gt(enteredValue));
  if (tooMuch.length > 0)
    return tooMuch.map(({ column, amount }) => ({
      column,
      message: `${amount.toFixed()} is more than ${whole}`,
      hint,
    }));
  const total = contents.reduce((sum, { amount }) => sum.plus(amount), zero);
  const last = contents.at(-1);
  if (last === undefined || total.lte(enteredValue)) return [];
  const added = contents.map(({ amount }) => amount.toFixed()).join(' + ');
  return [
    { column: last.column, message: `the contents ${added} add up to ${total.toFixed()}, more than ${whole}`, hint },
  ];
}
