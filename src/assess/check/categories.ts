import { printCode } from '../../customs/commodity-code.ts';
import type { Problem } from '../../customs/problem.ts';
import type { Quota } from '../../customs/quota.ts';
import type { Schedule } from '../../customs/schedule.ts';
import { type IsoDate, firstDay } from '../../exact/iso-date.ts';
import { goodsWidth, outside } from '../goods.ts';
import type { Regime } from '../regime.ts';
import type { Finding } from './finding.ts';

const mostListed = 20;

/** Every known number that a quota's measures reach must fall into exactly one of its categories. */
export function checkCategories(regime: Regime, schedule: Schedule, finding: Finding): readonly Problem[] {
  return Object.values(regime.table.quotas).flatMap((quota) => {
    if (quota.categories.length === 0) return [];
    const findings = codesOf(regime, schedule).flatMap((code) =>
      checkCode(regime, quota, { code, number: printCode(code, schedule.jurisdiction.code) }, finding),
    );
    return [
      ...findings.slice(0, mostListed),
      ...(findings.length > mostListed
        ? [
            finding(
              'quota-categories',
              'error',
              `quotas.${quota.id}`,
              `and ${findings.length - mostListed} numbers more`,
            ),
          ]
        : []),
    ];
  });
}

/** Known full numbers of the goods the regime names; of chapters whose numbers are not known, its own. */
function codesOf(regime: Regime, schedule: Schedule): readonly string[] {
  const prefixes = regime.kinds.prefixes();
  const hasLonger = (prefix: string): boolean => prefixes.some((other) => other !== prefix && other.startsWith(prefix));
  const codes = prefixes.flatMap((prefix) => {
    if (schedule.numbersBelow(prefix.slice(0, 2)).length > 0) return schedule.numbersBelow(prefix);
    return hasLonger(prefix) ? [] : [prefix];
  });
  return [...new Set(codes)].toSorted();
}

function checkCode(
  regime: Regime,
  quota: Quota,
  { code, number }: { readonly code: string; readonly number: string },
  finding: Finding,
): readonly Problem[] {
  const day = lastDay(regime, quota);
  const { lists } = regime.table;
  const reached = regime.table.measures.some(
    (measure) =>
      measure.quota === quota.id &&
      measure.goods.some((entry) => entry.what.kind !== 'all') &&
      goodsWidth(measure.goods, code, day, lists) !== outside,
  );
  const widths = quota.categories.map((category) => goodsWidth(category.goods, code, day, lists));
  const best = Math.max(...widths);
  const held = best === outside ? [] : quota.categories.filter((_, index) => widths[index] === best);
  if (held.length === 1 || (held.length === 0 && !reached)) return [];
  const message =
    held.length === 0
      ? `${number} is in no category`
      : `${number} is in several categories: ${held.map((one) => one.heading).join(', ')}`;
  return [
    finding(
      'quota-categories',
      'error',
      `quotas.${quota.id}.categories`,
      message,
      held.length === 0 ? 'Add it, or take it out of the measure with "except".' : 'A number must be in exactly one.',
    ),
  ];
}

/** A day on which the quota's measures hold. */
function lastDay(regime: Regime, quota: Quota): IsoDate {
  const days = regime.table.measures
    .filter((measure) => measure.quota === quota.id)
    .flatMap((measure) => measure.rates.map((rate) => rate.from));
  return days.toSorted().at(-1) ?? firstDay;
}
