import type { ColumnName } from './csv-columns.ts';

/** What the columns that are added to rows hold, for `tariff help columns`. */
export const addedColumnWords: Readonly<Record<ColumnName, string>> = {
  tariff_status: 'assessed; refused: an absolute quota is full; unknown: law, limit or fact missing; invalid: wrong',
  tariff_duty: 'base duty and all duties beside it',
  tariff_fees: 'fees of the entry, or its part of them; empty: not known',
  tariff_total: 'duty and fees',
  tariff_headings: 'the number of each duty, in order',
  tariff_rates: 'the rate of each duty, as the law prints it',
  tariff_quota: 'quota periods drawn on, and how much was drawn',
  tariff_problems: 'what is wrong or good to know, each with its code',
  tariff_not_covered: 'charges that may be due too, and that no table on hand holds',
  tariff_regimes: 'the regime of each duty, by its id',
  tariff_measures: 'the measure of each duty, by its id',
};
