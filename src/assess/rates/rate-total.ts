import type { DutyLine } from '../../customs/assessment.ts';
import type { Basis } from '../../customs/measure.ts';
import { type DutyRate, rateForProgram } from '../../customs/rate.ts';
import type { RateDue, RateTotal } from '../../customs/rates-due.ts';
import { type DecimalText, decimal, plainText, zero } from '../../exact/decimal.ts';
import { notionalValue } from './notional.ts';

/**
 * What a duty adds in percent of the value, exact; null where its rate is no percentage of it. `isLeftKnown`: whether it is known what
 * other duties leave of the value, which turns on contents that only a shipment declares.
 */
export function percentOf(
  duty: DutyLine,
  rate: DutyRate,
  basis: Basis,
  { program, isLeftKnown }: { readonly program: string | null; readonly isLeftKnown: boolean },
): DecimalText | null {
  if (rate.form === 'free') return plainText(zero);
  const onShare = basis.kind === 'less' && duty.basis.includes(' less ');
  const onAll = basis.kind === 'entered-value' && (isLeftKnown || !isOnRest(duty, basis));
  if (!(onAll || onShare) || !isPercentage(rate, program)) return null;
  return plainText(duty.exact.times(100).div(notionalValue));
}

/** Whether a duty is laid on what others leave of the value. */
export function isOnRest(duty: DutyLine, basis: Basis): boolean {
  return basis.kind === 'entered-value' && duty.role !== 'fee' && !duty.basisAmount.eq(notionalValue);
}

/** Whether a rate is a percentage of what it is laid upon, written with a decimal point. */
function isPercentage(rate: DutyRate, program: string | null): boolean {
  switch (rate.form) {
    case 'free':
    case 'conditional-free':
    case 'no-additional-duty':
    case 'no-change':
    case 'base':
      return true;
    case 'ad-valorem':
      return rate.on === undefined && rate.over === undefined;
    case 'compound':
      return rate.parts.every((part) => isPercentage(part, program));
    case 'programs': {
      const own = program === null ? undefined : rateForProgram(rate, program);
      return own !== undefined && isPercentage(own, program);
    }
    default:
      return false;
  }
}

/** All duties together; or the first that is no percentage of the value. Fees are bounded by the entry, and stand beside them. */
export function totalOf(all: readonly RateDue[]): RateTotal {
  const rates = all.filter(({ role }) => role !== 'fee');
  // That no table on hand lays a rate does not mean that nothing is due.
  if (rates.length === 0) return { percent: null, why: 'no table on hand lays a rate on these goods on this day' };
  const other = rates.find(({ percent }) => percent === null);
  if (other) return { percent: null, why: whyNone(other) };
  const sum = rates.reduce((total, { percent }) => (percent === null ? total : total.plus(decimal(percent))), zero);
  return { percent: plainText(sum) };
}

function whyNone({ rate, basis, headings, regimeTitle }: RateDue): string {
  const name = headings.length === 0 ? regimeTitle : headings.join(' + ');
  if (basis === 'entered-value') return `${name}: ${rate} is no percentage of the whole value`;
  return `${name}: ${rate} is laid on the ${basisWords(basis)}`;
}

/** "steel_content_value" → "steel content value" */
function basisWords(basis: string): string {
  return basis.replaceAll(/[-_]/g, ' ');
}
