import type { Citation } from './citation.ts';

/** A duty that was assessed and may have to be paid back: a court held it unlawful, or an act took it away for days gone by. */
export interface Refund {
  /** A short name for programs: "held-unlawful". */
  readonly status: string;
  readonly words: string;
  readonly citation: Citation | null;
}
