import { type DutyRate, rateForProgram } from '../customs/rate.ts';
import { type Decimal, decimal, zero } from '../exact/decimal.ts';
import { type Ratio, larger, quotient, smaller } from '../exact/ratio.ts';
import { unreachable } from '../exact/unreachable.ts';
import { type DutyBasis, type Gaps, type Need, baseOf, degreesOf, sumOf } from './duty-terms.ts';

/** Why a rate gave no number; `needs` holds at least one. */
export type NoDuty =
  | { readonly code: 'rate-unknown' }
  | { readonly code: 'unsupported-rate'; readonly reason: string }
  | { readonly code: 'undeclared'; readonly needs: readonly Need[] };

/** The duty before rounding, in the jurisdiction's currency; never below zero. */
export function computeDuty(rate: DutyRate, basis: DutyBasis): Decimal | NoDuty {
  switch (rate.form) {
    case 'free':
    case 'conditional-free':
    case 'no-additional-duty':
      return zero;
    case 'ad-valorem':
      // How nearly all rates are laid, without the way round by fractions.
      if (rate.over === undefined && rate.on === undefined) return basis.amount.times(decimal(rate.percent)).div(100);
      return settle((gaps) => sumOf(rate, basis, gaps));
    case 'specific':
    case 'base':
    case 'compound':
      return settle((gaps) => sumOf(rate, basis, gaps));
    case 'no-change':
      return settle((gaps) => baseOf(basis, gaps));
    case 'bounded':
      return settle((gaps) => {
        const sum = sumOf(rate.rate, basis, gaps);
        const floored = rate.atLeast ? larger(sum, sumOf(rate.atLeast, basis, gaps)) : sum;
        return rate.atMost ? smaller(floored, sumOf(rate.atMost, basis, gaps)) : floored;
      });
    case 'sugar-degrees':
      return settle((gaps) => degreesOf(rate, basis, gaps));
    case 'programs': {
      const { program } = basis;
      if (program === null)
        return { code: 'undeclared', needs: [{ code: 'fact-undeclared', fact: 'spi', what: 'the program claimed' }] };
      const own = rateForProgram(rate, program);
      if (own) return computeDuty(own, basis);
      return { code: 'unsupported-rate', reason: `it names no rate for the program ${program}` };
    }
    case 'unknown':
      return { code: 'rate-unknown' };
    case 'unsupported':
      return { code: 'unsupported-rate', reason: rate.reason };
    default:
      return unreachable(rate);
  }
}

/** Divides, once; or says what was missing. */
function settle(reckon: (gaps: Gaps) => Ratio): Decimal | NoDuty {
  const gaps: Gaps = { needs: new Map(), currencies: new Set() };
  const duty = reckon(gaps);
  const [foreign] = gaps.currencies;
  if (foreign !== undefined)
    return { code: 'unsupported-rate', reason: `it is in ${foreign}, and amounts are not converted` };
  if (gaps.needs.size > 0) return { code: 'undeclared', needs: [...gaps.needs.values()] };
  return duty.over.isNegative() ? zero : quotient(duty);
}
