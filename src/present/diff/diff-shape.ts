import type { ChangeReason, ComparedKey, ComparedKind } from '../../customs/comparison.ts';
import type { Role } from '../../customs/table.ts';
import type { OutputCitation, OutputLine, OutputProblem, OutputSetting, OutputTable } from '../output-shape.ts';

/** What `tariff diff --format json` prints. Amounts are text in plain digits. */
export interface DiffDocument {
  readonly version: 1;
  readonly toolVersion: string;
  readonly before: OutputSide;
  readonly after: OutputSide;
  readonly settings?: readonly OutputSetting[];
  readonly lines: readonly OutputComparedLine[];
  readonly sums: readonly OutputComparedSum[];
  readonly totals: { readonly duty: OutputDifference; readonly fees: OutputDifference | null };
  readonly counts: Readonly<Record<ComparedKind, number>>;
  readonly problems: readonly OutputProblem[];
  /** Each limit that was met, in words. */
  readonly limits: readonly string[];
}

export interface OutputSide {
  readonly files: readonly string[];
  readonly label: string | null;
  readonly at: string | null;
  readonly knownOn: string | null;
  readonly given: readonly string[];
  readonly tables: readonly OutputTable[];
}

/** `percent`: of what it was before; null where that is nothing. */
export interface OutputDifference {
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly percent: string | null;
}

export interface OutputComparedLine {
  readonly kind: ComparedKind;
  readonly duty: OutputDifference | null;
  readonly reasons: readonly ChangeReason[];
  readonly regimes: readonly OutputRegimeChange[];
  readonly before: OutputLine | null;
  readonly after: OutputLine | null;
}

export interface OutputRegimeChange {
  readonly regime: string;
  readonly role: Role;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly reasons: readonly ChangeReason[];
  /** Why it lays nothing on the other side; continues a sentence that begins with its title. */
  readonly words: string | null;
  readonly citation: OutputCitation | null;
}

export interface OutputComparedSum {
  readonly by: ComparedKey;
  readonly key: string;
  readonly changed: number;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}
