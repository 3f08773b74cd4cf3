import type { Days } from '../exact/iso-date.ts';
import type { Citation } from './citation.ts';
import type { PrintedRate } from './rate.ts';

/**
 * The base rates of a tariff schedule, as it prints them: a row for each number, a cell for each column. Shorthand for measures: every
 * cell is one, for the goods of the row and the origins of the column. Numbers below a row inherit it.
 */
export interface TariffSchedule extends ScheduleRows {
  readonly columns: readonly ScheduleColumn[];
  /** Title of the overlay that brought it; null: the table itself. */
  readonly overlay: string | null;
}

/** Rows, of all numbers or of some. */
export interface ScheduleRows {
  /** Each text that cells print, once; rows refer to it by its place. */
  readonly cells: readonly ScheduleCell[];
  /** Ascending by number, then by day. */
  readonly rows: readonly ScheduleRow[];
}

/** `claims`: the fact by which a line claims a program of the cells; null: the column asks for no claim. */
export interface ScheduleColumn extends Days {
  readonly id: string;
  readonly title: string;
  /** Country codes and groups; null: every origin. */
  readonly origins: readonly string[] | null;
  readonly claims: string | null;
  readonly citation: Citation | null;
}

/** What a cell lays. In a column of programs one rate for each group of their symbols; elsewhere one rate for all. */
export interface ScheduleCell {
  readonly text: string;
  readonly rates: readonly { readonly programs: readonly string[] | null; readonly printed: PrintedRate }[];
}

export interface ScheduleRow extends Days {
  /** Digits only. */
  readonly number: string;
  /** Places in `cells`, in the order of the columns; -1: the cell is empty. */
  readonly cells: readonly number[];
  /** Last digits of the full numbers below; left out where they are not known. */
  readonly suffixes?: readonly string[];
  /** What the goods are, in the words of the schedule; left out where it was not said. */
  readonly words?: string;
}

/** A preference that a line may claim by its symbol in a column of programs. */
export interface Program extends Days {
  readonly title: string;
  readonly origins: readonly string[] | null;
  readonly exceptOrigins: readonly string[];
  /** The symbol by which lines claim it, where columns print another. */
  readonly claimedAs: string | null;
  /** Open to goods alone whose number prints it. The others are agreements on all goods, also on those that are free without them. */
  readonly printedOnly: boolean;
  readonly citation: Citation | null;
  /** What was not checked; told with every line that uses it. */
  readonly note: string | null;
}
