import type { RateDue, RateWay } from '../../customs/rates-due.ts';

/** Equal for ways on which the same is due. Under which headings a quota stands differs from number to number: `loosely` leaves them out. */
export function waysKey(ways: readonly RateWay[], how: 'exactly' | 'loosely' = 'exactly'): string {
  return ways
    .map(({ tier, when, status, rates, total }) =>
      [tier, when, status, total.percent ?? total.why, ...rates.map((rate) => rateKey(rate, how))].join('\n'),
    )
    .join('\n\n');
}

function rateKey(rate: RateDue, how: 'exactly' | 'loosely'): string {
  const headings = how === 'loosely' && rate.tier === 'in-quota' ? '' : rate.headings.join('+');
  const { regime, charge, basis, asks, overlay } = rate;
  return [regime, headings, rate.rate, charge, basis, asks, overlay].join('|');
}
