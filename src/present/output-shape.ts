import type { Confidence } from '../customs/citation.ts';
import type { QuotaTier } from '../customs/entry-line.ts';
import type { ProblemCode, Severity } from '../customs/problem.ts';
import type { Status } from '../customs/assessment.ts';
import type { Role } from '../customs/table.ts';
import type { RateOutcome, RegimeOutcome } from '../customs/trace.ts';
import type { SummaryKey } from '../customs/summary.ts';

/** What `--format json` prints. Amounts and quantities are text in plain digits, so that no reader rounds them. */
export interface OutputDocument {
  readonly version: 1;
  /** Of the program that wrote it. */
  readonly toolVersion: string;
  readonly tables: readonly OutputTable[];
  /** Only where a config or the environment says something of the law. */
  readonly settings?: readonly OutputSetting[];
  readonly lines: readonly OutputLine[];
  /** Sums over the assessed lines alone. */
  readonly totals: OutputTotals;
  readonly counts: Readonly<Record<Status, number>>;
  /** Those that belong to no line. */
  readonly problems: readonly OutputProblem[];
  /** Only when a summary was asked for. */
  readonly summary?: readonly OutputSummaryRow[];
}

/** What no flag said: `from` names the config and its key, or the variable. */
export interface OutputSetting {
  readonly flag: string;
  readonly values: readonly string[];
  readonly from: string;
}

/** A rate table of the run, named by the digest of its text. `overlays` is there when tables were laid over it. */
export interface OutputTable {
  readonly id: string;
  readonly title: string;
  readonly sha256: string;
  readonly documentedThrough: string | null;
  readonly knownOn?: string;
  readonly overlays?: readonly string[];
}

/**
 * One line and its answer; also what the library gives. In a row that could not be read as a line, `hts`, `origin`, `date`
 * and `enteredValue` are null and `declared` has what was written.
 */
export interface OutputLine {
  /** Null for flags. */
  readonly file: string | null;
  readonly line: number | null;
  readonly id: string | null;
  readonly status: Status;
  /** Digits; null where the goods were named by class. */
  readonly hts: string | null;
  readonly goods?: string;
  readonly origin: string | null;
  readonly date: string | null;
  readonly enteredValue: string | null;
  /** In lines that stand alone: the program, and the digest of its law that a lock names. */
  readonly run?: { readonly toolVersion: string; readonly law?: string };
  readonly declared?: OutputDeclared;
  readonly entryNumber?: string;
  readonly entryLine?: string;
  readonly presentedAt?: string;
  readonly weightKg?: string;
  readonly quotaTier?: QuotaTier;
  /** By column, only what was declared: numbers and dates as text, yes or no as a boolean. */
  readonly facts?: Readonly<Record<string, string | boolean>>;
  readonly duties: readonly OutputDuty[];
  /** This line's part of the fees of its entry. */
  readonly fees: readonly OutputDuty[];
  /** The ways an unknown line may turn out; null where the status is another, or the ways are not known. */
  readonly outcomes: readonly OutputOutcome[] | null;
  /** Null unless the line is assessed: unknown, refused and invalid are not zero. */
  readonly totals: OutputLineTotals | null;
  /** Ids of charges that the total does not hold. */
  readonly notCovered: readonly string[];
  /** Numbers to report on the entry, in order; two items where the line is split at a quota's edge. */
  readonly filing: readonly OutputFiling[];
  readonly problems: readonly OutputProblem[];
  /** Every regime that was considered, and why; only when it was asked for. */
  readonly trace?: readonly OutputTrace[];
}

/** Headings in filing order, then the goods' own number; `sources` put them in this order. */
export interface OutputFiling {
  readonly tier: QuotaTier | null;
  readonly numbers: readonly string[];
  readonly sources: readonly OutputCitation[];
}

/** `words` continue a sentence that begins with the title. */
export interface OutputTrace {
  readonly regime: string;
  readonly title: string;
  readonly outcome: RegimeOutcome;
  readonly words: string;
  readonly citation: OutputCitation | null;
  readonly rates: readonly OutputRateTrace[];
}

/** A rate that fits goods, origin and day. `facts`: columns to declare; `stake`: by how much the duty would change. */
export interface OutputRateTrace {
  readonly measure: string;
  readonly title: string | null;
  readonly heading: string | readonly string[] | null;
  readonly rate: string;
  readonly from: string | null;
  readonly before: string | null;
  readonly outcome: RateOutcome;
  readonly words: string | null;
  readonly facts: readonly string[];
  readonly stake: string | null;
  readonly citation: OutputCitation | null;
}

/** What an unreadable row said, as text. */
export interface OutputDeclared {
  readonly hts: string | null;
  readonly origin: string | null;
  readonly date: string | null;
  readonly value: string | null;
}

export interface OutputDuty {
  readonly regime: string;
  /** "base": the duty of the goods' own subheading; "additional": owed beside it; "fee": charged once for an entry. */
  readonly role: Role;
  readonly measure: string;
  /** A list where the entry reports several; null where the law gives none. */
  readonly heading: string | readonly string[] | null;
  readonly tier: QuotaTier | null;
  /** `entered-value`; `value-left`: what other duties leave of it; or the column whose amount the rate is laid upon. */
  readonly basis: string;
  readonly basisAmount: string;
  /** As the law prints it. */
  readonly rate: string;
  /** There where the rate is a total that base duty is lifted to, instead of being added. */
  readonly charge?: 'up-to';
  readonly amount: string;
  readonly quota: OutputQuota | null;
  /** There for fees: that of the whole entry, of which `amount` is this line's part. */
  readonly entry?: OutputEntryFee;
  readonly citation: OutputCitation | null;
  /** There where what was assessed may have to be paid back. */
  readonly refund?: OutputRefund;
  /** Title of the overlay that the figure rests on. */
  readonly overlay?: string;
}

/** `remaining`: after this draw; null where it is not known. */
export interface OutputQuota {
  readonly id: string;
  readonly unit: string;
  readonly requested: string;
  readonly drawn: string;
  readonly remaining: string | null;
  /** The text that fixes the limit; null where customs accepted the tier, or the balance was given. */
  readonly limit: OutputCitation | null;
}

export interface OutputCitation {
  readonly source: string;
  readonly confidence: Confidence;
  readonly url?: string;
}

/** `held`: whether the fee came to its least or most; null: to neither. */
export interface OutputEntryFee {
  readonly total: string;
  readonly least: string | null;
  readonly most: string | null;
  readonly held: 'least' | 'most' | null;
}

/** `status`: a name for programs, such as held-unlawful. */
export interface OutputRefund {
  readonly status: string;
  readonly words: string;
  readonly citation: OutputCitation | null;
}

/** `when` completes "if …". `duty` is null where the goods are refused. */
export interface OutputOutcome {
  readonly when: string;
  readonly status: 'assessed' | 'refused';
  readonly duty: string | null;
  readonly duties: readonly OutputDuty[];
}

export interface OutputProblem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
  readonly hint: string | null;
}

/** `refundable`: the part of `duty` that may have to be paid back; there where it is not zero. */
export interface OutputLineTotals {
  readonly duty: string;
  readonly refundable?: string;
  /** Null where they are not known: without an entry number a line of a file is no entry. */
  readonly fees: string | null;
  readonly total: string;
}

export interface OutputTotals extends OutputLineTotals {
  readonly enteredValue: string;
}

/** The asked keys first, then the sums; a key that a row has no value for is an empty text. */
export type OutputSummaryRow = Readonly<Partial<Record<SummaryKey, string>>> & {
  readonly lines: number;
  readonly enteredValue: string;
  readonly duty: string;
};
