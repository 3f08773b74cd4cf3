import type { CalcOptions } from './calc-options.ts';

/** Options of `report` as commander gives them. */
export interface ReportOptions extends CalcOptions {
  readonly title?: string;
}
