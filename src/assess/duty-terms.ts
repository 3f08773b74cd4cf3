import type { AdValorem, SimpleRate, Specific, SugarDegrees, SumRate } from '../customs/rate.ts';
import { degreesFact } from '../customs/rate-facts.ts';
import { partQuantityFact, partValueFact, partWords } from '../customs/rate-part.ts';
import {
  type Declared,
  baseQuantity,
  baseUnit,
  beyondFact,
  quantityFact,
  unitMakes,
  unitPlural,
} from '../customs/unit.ts';
import { Decimal, decimal, greatest, zero } from '../exact/decimal.ts';
import { type Ratio, nought, plus, ratio } from '../exact/ratio.ts';
import { unreachable } from '../exact/unreachable.ts';

/** What a rate is laid upon. */
export interface DutyBasis {
  /** The value the charge is laid upon, in the jurisdiction's currency. */
  readonly amount: Decimal;
  /** ISO 4217, and its sign: $ and ¢ in a rate are the jurisdiction's own, if that is its sign. */
  readonly currency: string;
  readonly currencySign: string;
  /** Declared quantities, values of parts and degrees, by column. */
  readonly declared: Declared;
  /** What the goods' own subheading lays: zero where another regime charges it; null: not known. */
  readonly baseDuty: Decimal | null;
  /** The symbol of the preference program that the line claims; null: none. */
  readonly program: string | null;
}

/** What a line has to declare before the rate gives a number: the column, and what it holds in words. */
export interface Need {
  readonly code: 'missing-quantity' | 'fact-undeclared';
  readonly fact: string;
  readonly what: string;
}

/** Where it is noted, while a duty is worked out, what that lacks; a duty that lacks something is not used. */
export interface Gaps {
  readonly needs: Map<string, Need>;
  readonly currencies: Set<string>;
}

const percents = new Decimal(100);
/** Pure sugar polarizes at so many degrees. */
const pure = new Decimal(100);

export function sumOf(rate: SumRate, basis: DutyBasis, gaps: Gaps): Ratio {
  if (rate.form !== 'compound') return termOf(rate, basis, gaps);
  return rate.parts.reduce((sum, part) => plus(sum, termOf(part, basis, gaps)), nought);
}

/** What the goods' own subheading lays. */
export function baseOf(basis: DutyBasis, gaps: Gaps): Ratio {
  return ratio(known(basis.baseDuty, 'fact-undeclared', 'base_rate', 'the base duty', gaps));
}

/** By the kilogram, less for each degree that the sugar lacks, in proportion, down to the least. */
export function degreesOf(rate: SugarDegrees, basis: DutyBasis, gaps: Gaps): Ratio {
  checkCurrency(undefined, basis, gaps);
  const kilograms = quantityOf({ unit: 'kg' }, basis, gaps);
  const degrees = known(basis.declared(degreesFact), 'fact-undeclared', degreesFact, 'the degrees of the sugar', gaps);
  const lacking = greatest(zero, pure.minus(degrees));
  const perKilogram = greatest(decimal(rate.least), decimal(rate.amount).minus(lacking.times(decimal(rate.less))));
  return ratio(kilograms.times(perKilogram));
}

function termOf(rate: SimpleRate, basis: DutyBasis, gaps: Gaps): Ratio {
  switch (rate.form) {
    case 'free':
      return nought;
    case 'ad-valorem':
      return percentageOf(rate, basis, gaps);
    case 'specific':
      return specificOf(rate, basis, gaps);
    case 'base':
      return baseOf(basis, gaps);
    default:
      return unreachable(rate);
  }
}

function percentageOf({ percent, over, on }: AdValorem, basis: DutyBasis, gaps: Gaps): Ratio {
  let value = on === undefined ? basis.amount : zero;
  for (const part of on ?? []) {
    const fact = partValueFact(part) ?? null;
    const own =
      fact === null
        ? basis.amount
        : known(basis.declared(fact), 'fact-undeclared', fact, `the value of the ${partWords(part)}`, gaps);
    value = value.plus(own);
  }
  return ratio(value.times(decimal(percent)), over === undefined ? percents : percents.times(decimal(over)));
}

function specificOf(rate: Specific, basis: DutyBasis, gaps: Gaps): Ratio {
  checkCurrency(rate.currency, basis, gaps);
  return ratio(
    quantityOf(rate, basis, gaps).times(decimal(rate.amount)),
    decimal(rate.per).times(unitMakes(rate.unit)),
  );
}

function checkCurrency(written: string | undefined, { currency, currencySign }: DutyBasis, gaps: Gaps): void {
  if (written === undefined ? currencySign !== '$' : written !== currency) gaps.currencies.add(written ?? '$');
}

/** In base units. */
function quantityOf(
  { unit, on, beyond }: Pick<Specific, 'unit' | 'on' | 'beyond'>,
  basis: DutyBasis,
  gaps: Gaps,
): Decimal {
  const measure = unitPlural(unit);
  if (beyond !== undefined) {
    const fact = beyondFact(unit);
    return known(
      basis.declared(fact),
      'missing-quantity',
      fact,
      `the number of ${measure} over ${beyond} in each`,
      gaps,
    );
  }
  if (on === undefined) {
    const what = quantityFact(unit) === quantityFact('kg') ? 'the weight' : `the quantity in ${measure}`;
    return known(baseQuantity(unit, basis.declared), 'missing-quantity', quantityFact(unit), what, gaps);
  }
  return on.reduce((sum, part) => {
    const base = baseUnit(unit);
    const fact = partQuantityFact(part, base) ?? '';
    const what = `the ${partWords(part)} in ${unitPlural(base)}`;
    return sum.plus(known(basis.declared(fact), 'missing-quantity', fact, what, gaps));
  }, zero);
}

/** What is not declared counts as nothing and is noted: the duty is then not used. */
function known(declared: Decimal | null, code: Need['code'], fact: string, what: string, { needs }: Gaps): Decimal {
  if (declared === null) needs.set(fact, { code, fact, what });
  return declared ?? zero;
}
