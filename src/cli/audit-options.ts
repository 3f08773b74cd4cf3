import type { CalcOptions } from './calc-options.ts';

/** Options of `tariff audit`. */
export interface AuditOptions extends CalcOptions {
  readonly layout?: string;
  readonly only?: string;
  readonly tolerance?: string;
  readonly exactValues?: boolean;
  readonly quiet?: boolean;
}
