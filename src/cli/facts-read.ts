import { factsOfMeasures, factsOfRates } from '../customs/rate-facts.ts';
import { columnsFor } from '../customs/supplied-fact.ts';
import type { LoadedLaw } from './load-law.ts';

/** Facts that anything in the law of a run asks for: measures, rates, schedules, declared duties, and what lines may claim that is in no table. */
export function factsRead(loaded: LoadedLaw): ReadonlySet<string> {
  const { declaredDuties, notCovered, valueAdds } = loaded.law.schedule.jurisdiction;
  const read = new Set<string>(valueAdds);
  for (const { rate, case: name } of declaredDuties) for (const fact of [rate, name ?? rate]) read.add(fact);
  for (const { claimedBy } of notCovered) if (claimedBy !== null) read.add(claimedBy);
  // A rate that a line declares may ask for any of them.
  const quantities = Object.keys(loaded.facts).filter((fact) => loaded.facts[fact]?.type === 'quantity');
  for (const { table } of [...loaded.law.regimes, ...loaded.law.fees]) {
    if (table.role === 'base') for (const fact of ['base_rate', ...quantities]) read.add(fact);
    for (const column of table.schedule?.columns ?? []) if (column.claims !== null) read.add(column.claims);
    for (const cell of table.schedule?.cells ?? [])
      for (const { printed } of cell.rates)
        for (const fact of Object.keys(factsOfRates([printed.rate]))) read.add(fact);
    for (const fact of Object.keys(factsOfMeasures(table.measures))) read.add(fact);
    for (const measure of table.measures) {
      for (const rate of measure.rates) {
        for (const test of rate.when) for (const fact of test.facts.flatMap(columnsFor)) read.add(fact);
        if (rate.basis.kind !== 'entered-value') read.add(rate.basis.fact);
        if (rate.charge.kind === 'up-to') read.add('base_rate');
        if (rate.charge.printed.rate.form === 'programs') read.add('spi');
      }
    }
  }
  return read;
}
