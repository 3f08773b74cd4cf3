import type { DutyLine } from '../../customs/assessment.ts';

/** Whether a rate was declared and none of the rates that are owed is written so. */
export function ratesDiffer(declared: readonly string[], duties: readonly DutyLine[]): boolean {
  const owed = new Set(duties.map(({ rate }) => plainRate(rate)));
  return declared.some((rate) => !owed.has(plainRate(rate)));
}

/** "Free", "0%" and "0.00 %" are one; so are "25%", "25" and "25.00%". */
function plainRate(rate: string): string {
  const text = rate.toLowerCase().replaceAll(/\s+/g, '');
  const number = /^(\d+)(?:\.(\d+))?%?$/.exec(text);
  if (!number) return text;
  const decimals = (number[2] ?? '').replace(/0+$/, '');
  const percent = `${(number[1] ?? '').replace(/^0+(?=\d)/, '')}${decimals === '' ? '' : `.${decimals}`}`;
  return percent === '0' ? 'free' : `${percent}%`;
}
