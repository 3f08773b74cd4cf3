import type { Decimal } from '../exact/decimal.ts';
import type { Money } from '../exact/money.ts';
import type { AssessedLine, DutyLine, InvalidLine } from './assessment.ts';
import type { Problem } from './problem.ts';

/** One charge as an entry declares it. `number`: digits of a heading, or of the goods' own number; null: not said. */
export interface DeclaredCharge {
  readonly number: string | null;
  /** As written; null: not declared. */
  readonly rate: string | null;
  /** Null: not declared. */
  readonly amount: Decimal | null;
}

/** All that was declared or paid on a line. `total`: of all charges; null: not declared, or no charge has an amount. */
export interface Declared {
  readonly charges: readonly DeclaredCharge[];
  readonly total: Decimal | null;
}

/**
 * `missing`: owed, and its heading was not declared; `superfluous`: declared, and not owed; `rate`: another rate, with an amount that fits
 * all the same; `heading`: the amount fits, under another heading of the regime.
 */
export const findingKinds = ['match', 'underpaid', 'overpaid', 'missing', 'superfluous', 'heading', 'rate'] as const;

export type FindingKind = (typeof findingKinds)[number];

/** What one regime comes to on a line: declared and owed. */
export interface Finding {
  readonly kind: FindingKind;
  /** Null: no table on hand has the heading. */
  readonly regime: string | null;
  readonly title: string;
  readonly headings: readonly string[];
  readonly declaredRate: string | null;
  readonly owedRate: string | null;
  /** Null: no amount was declared for it. */
  readonly declared: Decimal | null;
  readonly owed: Money;
  /** Declared less owed; above zero: paid too much. Null: no amount was declared. */
  readonly difference: Decimal | null;
  readonly duties: readonly DutyLine[];
}

export const auditedStatuses = ['match', 'mismatch', 'unchecked'] as const;

export type AuditedStatus = (typeof auditedStatuses)[number];

/** A line beside its declaration. `declared` and `difference` are of the regimes that were asked for; null: not known. */
export interface AuditedLine {
  readonly status: AuditedStatus;
  readonly line: AssessedLine | InvalidLine;
  readonly findings: readonly Finding[];
  readonly declared: Decimal | null;
  readonly owed: Decimal | null;
  readonly difference: Decimal | null;
  readonly problems: readonly Problem[];
}

/** Sums over the lines that could be checked. `refundable`: the part of what was owed that carries a refund status. */
export interface AuditTotals {
  readonly declared: Decimal;
  readonly owed: Decimal;
  readonly overpaid: Decimal;
  readonly underpaid: Decimal;
  readonly refundable: Decimal;
  readonly counts: Readonly<Record<AuditedStatus, number>>;
}

/** Lines that agree in a regime. */
export interface AuditSum {
  readonly regime: string | null;
  readonly title: string;
  readonly lines: number;
  readonly declared: Decimal;
  readonly owed: Decimal;
  readonly overpaid: Decimal;
  readonly underpaid: Decimal;
}
