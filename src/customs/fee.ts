import type { DecimalText } from '../exact/decimal.ts';
import type { Money } from '../exact/money.ts';

/** What a fee is held between, once for all lines of an entry; null: no bound. */
export interface FeeBounds {
  readonly least: DecimalText | null;
  readonly most: DecimalText | null;
}

/** The fee of the whole entry, of which a line bears its part. `held`: at which bound, if at one. */
export interface EntryFee extends FeeBounds {
  readonly total: Money;
  readonly held: 'least' | 'most' | null;
}
