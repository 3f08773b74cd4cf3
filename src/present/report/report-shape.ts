import type { Totals } from '../../customs/assessment.ts';
import type { Problem } from '../../customs/problem.ts';
import type { QuotaBalance } from '../../customs/quota-balance.ts';
import type { SummaryRow } from '../../customs/summary.ts';
import type { Decimal } from '../../exact/decimal.ts';
import type { IsoDate } from '../../exact/iso-date.ts';
import type { Money } from '../../exact/money.ts';
import type { Setting } from '../../customs/setting.ts';
import type { HistoryAnswer } from '../history/history-rendering.ts';
import type { RunTable } from '../rendering.ts';

/** What is known of a report before its first line. */
export interface ReportInfo {
  /** What the user calls it; null: by its files. */
  readonly title: string | null;
  readonly files: readonly string[];
  readonly toolVersion: string;
  readonly tables: readonly RunTable[];
  /** What a config or the environment says of the law and of what is declared. */
  readonly settings: readonly Setting[];
  readonly notCoveredTitles: Readonly<Record<string, string>>;
  /** SHA-256 of a text, in hexadecimal digits. */
  readonly digest: (text: string) => string;
}

/** What only the end knows. */
export interface ReportEnd {
  readonly totals: Totals;
  /** Problems that belong to no line. */
  readonly fileProblems: readonly Problem[];
  readonly regimes: readonly SummaryRow[];
  readonly origins: readonly SummaryRow[];
  readonly months: readonly SummaryRow[];
  readonly quotas: readonly ReportQuota[];
  readonly histories: readonly ReportHistory[];
  /** How many goods the lines are about. */
  readonly goods: number;
}

/** A quota period that lines asked for room in, and how it stands after them. */
export interface ReportQuota {
  readonly balance: QuotaBalance;
  readonly lines: number;
  /** Lines of which nobody can say whether there was room for them. */
  readonly undecided: number;
  readonly requested: Decimal;
  readonly drawn: Decimal;
}

/** The rate over time on goods of the lines, and what these come to. */
export interface ReportHistory {
  readonly answer: HistoryAnswer;
  readonly lines: number;
  readonly duty: Money;
  /** The first and the last day on which any of them was entered. */
  readonly from: IsoDate;
  readonly until: IsoDate;
}
