import type { IsoDate } from '../exact/iso-date.ts';
import type { Citation } from './citation.ts';

/** A text that makes law, by the name under which citations name it, and the day on which it became public. */
export interface Act {
  readonly name: string;
  readonly published: IsoDate;
  readonly citation: Citation | null;
}

/** What an act did to a table: when it became public, if that is said of it by itself, and the text that names the act. */
export interface Enactment {
  readonly published: IsoDate | null;
  readonly citation: Citation | null;
}

/** The act that ended every rate of a table which ends on a day. */
export interface Ending extends Enactment {
  readonly before: IsoDate;
}

/** An act that changed a named list of goods on a day. */
export interface Amending extends Enactment {
  readonly list: string;
  readonly on: IsoDate;
}
