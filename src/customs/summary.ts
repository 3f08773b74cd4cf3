import type { Decimal } from '../exact/decimal.ts';
import type { Money } from '../exact/money.ts';

/** What lines can be grouped by. `month` is that of the date, `heading` the legal one reported, `chapter` the goods' first two digits. */
export const summaryKeys = ['regime', 'origin', 'heading', 'month', 'status', 'tier', 'file', 'chapter'] as const;

export type SummaryKey = (typeof summaryKeys)[number];

/**
 * Lines that agree in every asked key, and their sums. A line with several duty lines stands in a row for each regime,
 * heading or tier of them, with its own value and that row's duty; only assessed lines bring value and duty.
 */
export interface SummaryRow {
  readonly keys: Readonly<Partial<Record<SummaryKey, string>>>;
  readonly lines: number;
  readonly enteredValue: Decimal;
  readonly duty: Money;
}
