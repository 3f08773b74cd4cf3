import type { PlannedOutcome } from '../../customs/planned-draw.ts';
import type { OutputCitation, OutputTable } from '../output-shape.ts';

/** What `tariff quota status --format json` prints. Quantities are text, exact. */
export interface QuotaStatusDocument {
  readonly version: 1;
  readonly tables: readonly OutputTable[];
  readonly quotas: readonly OutputQuotaBalance[];
}

export interface OutputQuotaBalance {
  readonly quota: string;
  readonly title: string;
  readonly unit: string;
  readonly limit: string | null;
  readonly given: boolean;
  readonly drawn: string;
  readonly left: string | null;
  readonly rollover: string | null;
  readonly published: {
    readonly asOf: string;
    readonly percent: string | null;
    readonly quantity: string | null;
    readonly source: string | null;
    readonly binds: boolean;
    readonly age: number;
  } | null;
  readonly year: { readonly quota: string; readonly limit: string; readonly drawn: string } | null;
  readonly citation: OutputCitation | null;
  readonly draws: number;
  readonly presented: string | null;
  readonly beyond: string | null;
  readonly givenAsOf: string | null;
}

/** What `tariff quota plan --format json` prints. Quantities and money are text, exact. */
export interface QuotaPlanDocument {
  readonly version: 1;
  readonly tables: readonly OutputTable[];
  readonly draws: readonly OutputPlannedDraw[];
}

export interface OutputPlannedDraw {
  readonly file: string | null;
  readonly line: number | null;
  readonly id: string | null;
  readonly hts: string;
  readonly origin: string;
  readonly date: string;
  readonly quota: string;
  readonly outcome: PlannedOutcome;
  readonly requested: string;
  readonly drawn: string | null;
  readonly unit: string;
  readonly duty: string | null;
  readonly atStake: string | null;
  readonly nextPeriod: string | null;
  readonly nextPeriodSaves: string | null;
  readonly nextPeriodDrawn: string | null;
}

/** What `tariff quota log --format json` prints. */
export interface QuotaLogDocument {
  readonly version: 1;
  readonly records: readonly (OutputRecord | OutputFill)[];
}

/** A figure that customs published: in the log, and in an export. */
export interface OutputFill {
  readonly kind: 'fill' | 'fill-reversal';
  readonly number: number;
  readonly at: string;
  readonly quota: string;
  readonly asOf: string;
  readonly quantity: string | null;
  readonly percent: string | null;
  readonly unit: string;
  readonly source: string | null;
  readonly reverses: number | null;
  readonly reason: string | null;
}

/** A record of a ledger: in the log, and in an export. */
export interface OutputRecord {
  readonly number: number;
  readonly at: string;
  readonly kind: 'draw' | 'reversal';
  readonly entry: string | null;
  readonly entryLine: string | null;
  readonly shipment: string | null;
  readonly quota: string;
  readonly year: string | null;
  readonly unit: string;
  readonly requested: string;
  readonly drawn: string | null;
  readonly limit: string | null;
  readonly yearLimit: string | null;
  readonly from: {
    readonly found: string | null;
    readonly left: string | null;
    readonly prorated: boolean;
    readonly given: boolean;
    readonly mayHoldMore: boolean;
    readonly published: string | null;
  } | null;
  readonly total: string;
  readonly yearTotal: string | null;
  readonly presented: string;
  readonly declared: Readonly<Record<string, string>>;
  readonly reverses: number | null;
  readonly reason: string | null;
}
