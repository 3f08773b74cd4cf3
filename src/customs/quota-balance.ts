import type { Decimal } from '../exact/decimal.ts';
import type { Citation } from './citation.ts';

/** What a quota period holds: its limit, or a balance that was given, less what is recorded. Null: not known. */
export interface QuotaBalance {
  readonly quota: string;
  readonly title: string;
  readonly unit: string;
  readonly limit: Decimal | null;
  /** The limit is a balance that was given for this run. */
  readonly isGiven: boolean;
  /** What counts on it: drawn, and requested where no limit was known. */
  readonly drawn: Decimal;
  readonly left: Decimal | null;
  /** The year that the period belongs to, where it may only take what the year still has. */
  readonly year: { readonly quota: string; readonly limit: Decimal; readonly drawn: Decimal } | null;
  readonly citation: Citation | null;
  /** Draws that were not reversed. */
  readonly draws: number;
  /** When the last of them was presented. */
  readonly presented: string | null;
}
