import type { ConditionalRate, RateDue, RateTotal, RateWay } from '../../customs/rates-due.ts';
import { dayBefore, firstDay } from '../../exact/iso-date.ts';
import { basisText } from '../cells.ts';
import { safeText } from '../safe-text.ts';

/** "25%"; null: no percentage. Zero is Free, as the schedule prints it. */
export function percentText({ percent }: RateTotal): string | null {
  if (percent === null) return null;
  return percent === '0' ? 'Free' : `${percent}%`;
}

/** In a column: the percentage, or what there is in place of one. */
export function totalCell({ status, total, rates }: RateWay): string {
  if (status !== 'due') return status;
  return percentText(total) ?? (rates.length === 0 ? 'none on hand' : '–');
}

/** In a sentence: "25% of the value". */
export function totalSentence({ status, total, rates }: RateWay): string {
  if (status === 'refused') return 'refused; the goods cannot be entered';
  if (status === 'due' && rates.length === 0 && total.percent === null) return safeText(total.why);
  if (total.percent === null) return safeText(`${status === 'unknown' ? 'unknown' : 'no percentage'}: ${total.why}`);
  return total.percent === '0' ? 'Free' : `${total.percent}% of the value`;
}

/** "in quota, if melt_pour_country is EU-27", and of the others "over quota, or otherwise"; null: without a condition. */
export function wayText({ tier, when, rates }: RateWay, ways: readonly RateWay[] = []): string | null {
  const isForAll = tier === 'over-quota' && ways.some((way) => way.rates.some(({ asks }) => asks !== null));
  const asked = rates.flatMap((rate) => rate.asks ?? []);
  const conditions = [...asked, ...(when === '' ? [] : [when])].join(' and ');
  const parts = [
    ...(tier === null ? [] : [tierWords[tier]]),
    ...(isForAll ? ['or otherwise'] : []),
    ...(conditions === '' ? [] : [`if ${conditions}`]),
  ];
  return parts.length === 0 ? null : safeText(parts.join(', '));
}

export const tierWords = { 'in-quota': 'in quota', 'over-quota': 'over quota' } as const;

/** What the rate is laid upon, where that is not all of the value: "on the steel content value". */
export function basisWords({ basis, percent }: RateDue): string {
  if (basis === 'value-left')
    return percent === '0' ? 'on nothing: other duties leave no value' : 'on the value that other duties leave';
  return basis === 'entered-value' ? '' : `on the ${basisText(basis)}`;
}

/** "2018-03-23 to 2025-03-11", "from 2026-04-06"; empty: at all times. */
export function daysText({ from, before }: Pick<RateDue, 'from' | 'before'>): string {
  if (before === null) return from === firstDay ? '' : `from ${from}`;
  return from === firstDay ? `to ${dayBefore(before)}` : `${from} to ${dayBefore(before)}`;
}

/** "9903.80.67 (Free, in quota): European Union, if melt_pour_country is EU-27" */
export function conditionText(one: ConditionalRate): string {
  const heading = one.headings.join(' + ') || one.regimeTitle;
  const title = one.measureTitle ?? (one.measure.startsWith('#') ? null : one.measure);
  return safeText(
    `${heading} (${one.rate}${one.inQuota ? ', in quota' : ''})${title === null ? '' : `: ${title}`}, if ${one.when}`,
  );
}
