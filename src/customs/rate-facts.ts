import { unreachable } from '../exact/unreachable.ts';
import type { Measure } from './measure.ts';
import type { DutyRate, SimpleRate, Specific, SumRate } from './rate.ts';
import { partQuantityFact, partValueFact, partWords } from './rate-part.ts';
import type { Fact, FactType } from './table.ts';
import { type Unit, baseUnit, beyondFact, quantityFacts, unitPlural } from './unit.ts';
import { unitOfValue } from './supplied-fact.ts';

/** The column of the degrees at which raw sugar polarizes. */
export const degreesFact = 'sugar_degrees';

type Asked = readonly [name: string, type: FactType, question: string];

/** The columns that rates read beside the value and the weight, in any of their forms: declaring one of them counts. */
export function factsOfRates(rates: Iterable<DutyRate>): Readonly<Record<string, Fact>> {
  const facts: Record<string, Fact> = {};
  for (const rate of rates)
    for (const [name, type, question] of asked(rate)) facts[name] = { type, question, choices: [] };
  return facts;
}

/** The same for measures, with the quantities that their tests on unit values ask for. */
export function factsOfMeasures(measures: readonly Measure[]): Readonly<Record<string, Fact>> {
  const rates = measures.flatMap((measure) => measure.rates);
  const tested = rates
    .flatMap(({ when }) => when.flatMap(({ facts }) => facts))
    .flatMap((fact) => unitOfValue(fact) ?? []);
  const quantities = tested.flatMap((unit) => askedByUnit(unit));
  return {
    ...Object.fromEntries(quantities.map(([name, type, question]) => [name, { type, question, choices: [] }])),
    ...factsOfRates(rates.map((rate) => rate.charge.printed.rate)),
  };
}

function asked(rate: DutyRate): readonly Asked[] {
  switch (rate.form) {
    case 'conditional-free':
    case 'no-additional-duty':
    case 'no-change':
    case 'unknown':
    case 'unsupported':
      return [];
    case 'programs':
      return rate.groups.flatMap((group) => asked(group.rate));
    case 'bounded':
      return [rate.rate, rate.atLeast, rate.atMost].flatMap((sum) => (sum ? askedBySum(sum) : []));
    case 'sugar-degrees':
      return [[degreesFact, 'percent', 'At how many degrees does the sugar polarize?']];
    default:
      return askedBySum(rate);
  }
}

function askedBySum(rate: SumRate): readonly Asked[] {
  return rate.form === 'compound' ? rate.parts.flatMap(askedByTerm) : askedByTerm(rate);
}

function askedByTerm(rate: SimpleRate): readonly Asked[] {
  switch (rate.form) {
    case 'free':
    case 'base':
      return [];
    case 'ad-valorem':
      return (rate.on ?? []).flatMap((part) => {
        const fact = partValueFact(part) ?? null;
        return fact === null
          ? []
          : [[fact, 'money', `What is the ${partWords(part)} worth, or what did it cost?`] as const];
      });
    case 'specific':
      return askedBySpecific(rate);
    default:
      return unreachable(rate);
  }
}

function askedBySpecific({ unit, on, beyond }: Specific): readonly Asked[] {
  if (beyond !== undefined)
    return [[beyondFact(unit), 'quantity', `How many ${unitPlural(unit)} are there over ${beyond} in each, in all?`]];
  if (on === undefined) return askedByUnit(unit);
  const base = baseUnit(unit);
  return on.flatMap((part) => {
    const fact = partQuantityFact(part, base);
    return fact === undefined
      ? []
      : [[fact, 'quantity', `What is the ${partWords(part)}, in ${unitPlural(base)}?`] as const];
  });
}

function askedByUnit(unit: Unit): readonly Asked[] {
  return quantityFacts(unit).map(([fact, own]) => [fact, 'quantity', `How many ${unitPlural(own)} are there?`]);
}
