import type { Totals } from '../customs/assessment.ts';
import { groupedText } from '../exact/decimal.ts';
import { printedMoney } from './amounts.ts';
import type { Style } from './rendering.ts';

/** "61 rows in 0.4 s: 53 assessed, duty $1,250.00; 1 refused, 7 invalid: only assessed rows are in the totals" */
export function closingWords(
  { counts, duty }: Pick<Totals, 'counts' | 'duty'>,
  milliseconds: number,
  style: Style,
): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const assessed = `${numberText(counts.assessed)} assessed, duty ${printedMoney(style)(duty)}`;
  const open = openWords(counts);
  return [
    `${numberText(all)} ${all === 1 ? 'row' : 'rows'} in ${secondsText(milliseconds)}: ${assessed}`,
    ...(open === '' ? [] : [`${open}: only assessed rows are in the totals`]),
  ].join('; ');
}

/** "1 refused, 7 invalid": the lines that have no answer; empty where each has one. */
export function openWords(counts: Totals['counts']): string {
  return (['refused', 'unknown', 'invalid'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) => `${numberText(counts[status])} ${status}`)
    .join(', ');
}

function numberText(count: number): string {
  return groupedText(String(count));
}

/** Tenths below ten seconds, else whole ones: "0.4 s", "95 s". */
export function secondsText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return seconds < 9.95 ? `${seconds.toFixed(1)} s` : `${groupedText(String(Math.round(seconds)))} s`;
}
