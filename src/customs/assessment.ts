import type { Decimal, DecimalText } from '../exact/decimal.ts';
import type { Money } from '../exact/money.ts';
import type { Citation } from './citation.ts';
import type { EntryLine, QuotaTier } from './entry-line.ts';
import type { EntryFee, FeeBounds } from './fee.ts';
import type { Filing } from './filing.ts';
import type { Problem } from './problem.ts';
import type { Refund } from './refund.ts';
import type { Role } from './table.ts';
import type { RegimeTrace } from './trace.ts';

/** `refused`: an absolute quota is full. `unknown`: law, limit or fact missing. `invalid`: the declaration itself is wrong. */
export type Status = 'assessed' | 'refused' | 'unknown' | 'invalid';

/** One measure's charge on one line, or on the part of it in one quota tier. */
export interface DutyLine {
  readonly regime: string;
  readonly regimeTitle: string;
  readonly role: Role;
  readonly measure: string;
  readonly measureTitle: string | null;
  /** Numbers to report on the entry; empty where the law gives none. */
  readonly headings: readonly string[];
  readonly tier: QuotaTier | null;
  /** "entered-value"; "value-left": what other duties leave of it; or the declared fact the rate is laid upon. */
  readonly basis: string;
  /** Exact; finer than a cent where the declared value was. */
  readonly basisAmount: Decimal;
  /** As the law prints it. */
  readonly rate: string;
  /** "up-to": lifts base duty and this one together to the rate. */
  readonly charge: 'added' | 'up-to';
  readonly amount: Money;
  /** Before it was rounded: what a total that includes this duty is completed from. */
  readonly exact: Decimal;
  readonly quota: QuotaDraw | null;
  /** Bounds of a fee, and what came of them once all lines of the entry are known; null: a duty. */
  readonly entry: EntryFee | FeeBounds | null;
  readonly citation: Citation | null;
  /** Null: nothing is known that would give it back. */
  readonly refund: Refund | null;
  /** Title of the overlay the figure rests on; null: bundled or given tables as they are. */
  readonly overlay: string | null;
}

/** What a line asked of a quota period and got. Amounts in `unit`; `remaining` after this draw; null: not known. */
export interface QuotaDraw {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly requested: DecimalText;
  readonly drawn: DecimalText;
  readonly remaining: DecimalText | null;
  /** The text that fixes the limit; null where customs accepted the tier, or the balance was given. */
  readonly limit: Citation | null;
}

/** One way an undecided line may turn out: `when` says in words under which condition. */
export interface Outcome {
  readonly when: string;
  readonly status: 'assessed' | 'refused';
  readonly duties: readonly DutyLine[];
  /** Null where the goods are refused. */
  readonly duty: Money | null;
}

/** An entry line and all we know about it. `outcomes` is null unless the status is `unknown` and the ways are known. */
export interface AssessedLine {
  readonly kind: 'line';
  readonly line: EntryLine;
  readonly status: Status;
  readonly duties: readonly DutyLine[];
  /** This line's part of the fees of its entry; empty where they could not be computed. */
  readonly fees: readonly DutyLine[];
  readonly outcomes: readonly Outcome[] | null;
  readonly totals: LineTotals | null;
  readonly notCovered: readonly string[];
  /** What the entry reports, in order; empty unless the line is assessed. */
  readonly filings: readonly Filing[];
  readonly problems: readonly Problem[];
  /** Every regime considered and why; null unless it was asked for. */
  readonly trace: readonly RegimeTrace[] | null;
  /** The row as it was read, for formats that keep the input's columns; null for flags. */
  readonly row: Row | null;
}

/** A row that could not even be read as a line: never lost, always named. `echo` holds what could be read, as text. */
export interface InvalidLine {
  readonly kind: 'invalid';
  readonly status: 'invalid';
  readonly file: string | null;
  readonly lineNumber: number | null;
  readonly entryNumber: string | null;
  readonly echo: {
    readonly id: string | null;
    readonly hts: string | null;
    readonly origin: string | null;
    readonly date: string | null;
    readonly value: string | null;
  };
  readonly problems: readonly Problem[];
  readonly row: Row | null;
}

export type ResultLine = AssessedLine | InvalidLine;

/** Fields of a row in the order of the output's columns. */
export interface Row {
  readonly fields: readonly string[];
  /** The row as it stands in the file, perhaps with its line end; left out where nobody kept it. */
  readonly raw?: string;
  /** Another sign than a point may stand before its decimals; left out: a point does. */
  readonly decimals?: 'comma' | 'unsure';
}

/** `total` = duty + the fees that are known. `fees`: null where none is. `refundable`: the part of `duty` that carries a refund status. */
export interface LineTotals {
  readonly duty: Money;
  readonly refundable: Money;
  readonly fees: Money | null;
  readonly total: Money;
}

/** Sums over the assessed lines alone; the others are counted. */
export interface Totals {
  readonly enteredValue: Decimal;
  readonly duty: Money;
  readonly refundable: Money;
  readonly fees: Money | null;
  readonly total: Money;
  readonly counts: Readonly<Record<Status, number>>;
}
