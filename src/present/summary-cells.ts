import { type SummaryKey, type SummaryRow, summaryKeys } from '../customs/summary.ts';
import { groupedText } from '../exact/decimal.ts';
import { printedMoney } from './amounts.ts';
import type { Style } from './rendering.ts';
import { safeText } from './safe-text.ts';

/** Titles and rows of a summary: the keys that were asked, then the sums. */
export interface SummaryCells {
  readonly keys: readonly SummaryKey[];
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function summaryCells(summary: readonly SummaryRow[], asked: readonly SummaryKey[], style: Style): SummaryCells {
  const money = printedMoney(style);
  const keys =
    asked.length > 0 ? asked : summaryKeys.filter((key) => summary.some((row) => row.keys[key] !== undefined));
  return {
    keys,
    titles: [...keys.map((key) => key.charAt(0).toUpperCase() + key.slice(1)), 'Lines', 'Entered value', 'Duty'],
    rows: summary.map((row) => [
      ...keys.map((key) => keyText(key, row.keys[key] ?? '', style)),
      groupedText(String(row.lines)),
      money(row.enteredValue),
      money(row.duty),
    ]),
  };
}

function keyText(key: SummaryKey, text: string, { countryName }: Style): string {
  if (text === '') return '–';
  return safeText(key === 'origin' ? `${text} ${countryName(text)}` : text);
}
