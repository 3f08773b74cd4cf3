import type { IsoDate } from '../exact/iso-date.ts';

/**
 * One entry of a list of goods: numbers from `first` to `last` (prefixes of equal length, digits only; equal for a single
 * number), a named list, or all goods; narrowed by `within`, less `except`; on the days it is a member. What does not hold
 * is left out: a table has thousands of these.
 */
export interface GoodsEntry {
  readonly what: GoodsSubject;
  readonly within?: readonly GoodsEntry[];
  readonly except?: readonly GoodsEntry[];
  readonly from?: IsoDate;
  readonly before?: IsoDate;
}

export type GoodsSubject =
  | { readonly kind: 'numbers'; readonly first: string; readonly last: string }
  | { readonly kind: 'list'; readonly list: string }
  | { readonly kind: 'all' };
