import type { EntryLine, FactValue, QuotaTier } from '../../customs/entry-line.ts';
import { factsOfRates } from '../../customs/rate-facts.ts';
import type { RatesQuestion } from '../../customs/rates-due.ts';
import type { FactType } from '../../customs/table.ts';
import { Decimal } from '../../exact/decimal.ts';
import type { Law } from '../law.ts';

/**
 * Rates are found by asking about a shipment that nobody made. Its value is so large that no part of it that was declared is
 * worth more, and a power of ten, so that a duty on it reads as a percentage. Amounts on it are never shown.
 */
export const notionalValue = new Decimal('1000000000000');

/** How much of each quantity that a specific rate counts: next to nothing for the value, or more than could be. */
export type Amounts = 'few' | 'many';

const quantities: Readonly<Record<Amounts, Decimal>> = {
  few: new Decimal(1),
  many: new Decimal('1000000000000000'),
};
/** A share of something, or degrees: within what can be. */
const someShare = new Decimal(50);

/** Columns beside the weight that rates count which may apply, and that were not declared: without them a rate would be no more than a problem. */
export function factsCounted(question: RatesQuestion, code: string, law: Law): ReadonlyMap<string, FactType> {
  const counted = new Map<string, FactType>();
  const tested = new Set<string>(question.facts.keys());
  for (const { docket } of law.regimes) {
    for (const { rate } of docket(code, question.origin, question.date).candidates) {
      for (const test of rate.when) for (const fact of test.facts) tested.add(fact);
      for (const [name, { type }] of Object.entries(factsOfRates([rate.charge.printed.rate]))) counted.set(name, type);
    }
  }
  for (const fact of tested) counted.delete(fact);
  return counted;
}

/** The shipment that is asked about. */
export function notionalLine(
  question: RatesQuestion,
  quotaTier: QuotaTier | null,
  counted: ReadonlyMap<string, FactType>,
  amounts: Amounts,
): EntryLine {
  const facts = new Map<string, FactValue>(question.facts);
  for (const [name, type] of counted) {
    if (type === 'percent') facts.set(name, { type, amount: someShare });
    else if (type === 'quantity' || type === 'money') facts.set(name, { type, amount: quantities[amounts] });
  }
  return {
    where: question.where,
    id: null,
    entryNumber: null,
    entryLine: null,
    goods: question.goods,
    origin: question.origin,
    date: question.date,
    presentedAt: null,
    value: notionalValue,
    weightKg: quantities[amounts],
    quotaTier,
    notes: [],
    facts,
  };
}
