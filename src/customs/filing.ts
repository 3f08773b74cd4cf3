import type { Citation } from './citation.ts';
import type { QuotaTier } from './entry-line.ts';

/** What one line of an entry reports: the headings of its duties in filing order, and the goods' own number after them. */
export interface Filing {
  /** A line split at a quota's edge is two lines of the entry; null: it is one. */
  readonly tier: QuotaTier | null;
  /** Headings as the law writes them; the goods' number in digits. */
  readonly numbers: readonly string[];
  /** Why in this order; empty where there is only one heading. */
  readonly sources: readonly Citation[];
}
