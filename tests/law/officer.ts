import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type OutputLine, createCalculator } from '../../src/library.ts';

/** Columns of an entry line, as text. */
export type Shipment = Readonly<Record<string, string>>;

/** Heading, rate and duty of one duty line. */
export type Owed = readonly [heading: string | null, rate: string, duty: string];

/** What an officer would write down: the line, what it owes, and the reason with its arithmetic. */
export interface Case {
  readonly line: Shipment;
  readonly owes: readonly Owed[];
  readonly why: string;
}

/** The cases argue Section 232: base duty and other programmes have tests of their own. */
export const section232 = readdirSync(new URL('../../data/regimes', import.meta.url))
  .map((file) => file.replace('.json', ''))
  .filter((regime) => regime.startsWith('us-232'));
const shared = createCalculator({ regimes: section232 });

/** The answer of the bundled law to one line that has the tool to itself: no earlier line has drawn on its quotas. */
export function assess(line: Shipment): OutputLine {
  return (line['weight'] === undefined ? shared : createCalculator({ regimes: section232 })).assess(line);
}

export function owedBy(line: Shipment): Owed[] {
  return assess(line).duties.map(({ heading, rate, amount }) => [String(heading ?? '') || null, rate, amount]);
}

export function codesOf(line: Shipment): string[] {
  return assess(line).problems.map(({ code }) => code);
}

/** Lines that have one answer. */
export function decided(cases: readonly Case[]): void {
  test.each(cases)('$why', ({ line, owes }) => {
    const answer = assess(line);
    const total = owes.reduce((sum, [, , duty]) => sum + cents(duty), 0n);
    expect({ status: answer.status, owes: owedBy(line), duty: answer.totals && cents(answer.totals.duty) }).toEqual({
      status: 'assessed',
      owes,
      duty: total,
    });
  });
}

function cents(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}
