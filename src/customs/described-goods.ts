import type { Citation } from './citation.ts';

/** Goods in a few words: to find their number by, not to classify them by. */
export interface DescribedGoods {
  /** Digits only: two to six of them. */
  readonly number: string;
  readonly words: string;
  /** What the trade calls them. */
  readonly also: readonly string[];
}

/** All that is described, and how it may be asked for. */
export interface GoodsWords {
  readonly citation: Citation | null;
  /** Words that mean the same; the first stands for the others. */
  readonly same: readonly (readonly string[])[];
  /** Ascending by number. */
  readonly goods: readonly DescribedGoods[];
}
