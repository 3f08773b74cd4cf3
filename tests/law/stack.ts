import { expect, test } from 'vitest';
import { type OutputLine, createCalculator } from '../../src/library.ts';
import type { Shipment } from './officer.ts';

/** The regimes whose stacks are argued here; others that reach the same goods have tests of their own. */
export const stacked = [
  'us-base',
  'us-232-steel',
  'us-232-aluminum',
  'us-232-copper',
  'us-232-metals',
  'us-ieepa-china',
  'us-ieepa-canada-mexico',
  'us-ieepa-reciprocal',
  'us-ieepa-brazil',
  'us-ieepa-india',
  'us-122',
] as const;

const calculator = createCalculator({ regimes: stacked });

/** Heading (null: the goods' own number, or none), rate, what it is laid on, and duty. */
export type Laid = readonly [heading: string | null, rate: string, on: string, duty: string];

export interface Stack {
  readonly line: Shipment;
  readonly owes: readonly Laid[];
  readonly why: string;
}

export function assessStack(line: Shipment): OutputLine {
  return calculator.assess(line);
}

/** What is laid on something: a duty on a remainder of nothing is no duty. */
export function laidOn(answer: OutputLine): Laid[] {
  return answer.duties
    .filter(({ basisAmount }) => basisAmount !== '0.00')
    .map(({ heading, rate, basisAmount, amount }) => [String(heading ?? '') || null, rate, basisAmount, amount]);
}

/** The whole stack of each line, in no order, and its sum. */
export function stacks(cases: readonly Stack[]): void {
  test.each(cases)('$why', ({ line, owes }) => {
    const answer = assessStack(line);
    const inOrder = (laid: readonly Laid[]): readonly string[] => laid.map((one) => one.join(' | ')).toSorted();
    expect({ status: answer.status, owes: inOrder(laidOn(answer)), cents: cents(answer.totals?.duty ?? '') }).toEqual({
      status: 'assessed',
      owes: inOrder(owes),
      cents: owes.reduce((sum, [, , , duty]) => sum + cents(duty), 0n),
    });
  });
}

export function cents(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}
