import type { QuotaTier } from '../../customs/entry-line.ts';
import type { RatesStatus, RateWay } from '../../customs/rates-due.ts';
import type { Role } from '../../customs/table.ts';
import type { RegimeOutcome } from '../../customs/trace.ts';
import type { OutputCitation, OutputProblem, OutputRefund, OutputSetting, OutputTable } from '../output-shape.ts';

/** What `tariff rates --format json` prints. Rates and percentages are text. */
export interface RatesDocument {
  readonly version: 1;
  /** Of the program that wrote it. */
  readonly toolVersion: string;
  readonly date: string;
  readonly tables: readonly OutputTable[];
  readonly settings?: readonly OutputSetting[];
  /** One for each number and origin, in the order asked. */
  readonly answers: readonly OutputRates[];
  /** Those that belong to no number. */
  readonly problems: readonly OutputProblem[];
}

/** What is due on goods from an origin on a day; of a number that could not be read only `declared` and the problems. */
export interface OutputRates {
  readonly file: string | null;
  readonly line: number | null;
  readonly status: RatesStatus;
  readonly hts: string | null;
  readonly goods?: string;
  readonly declared?: string;
  readonly origin: string | null;
  readonly date: string | null;
  readonly facts?: Readonly<Record<string, string | boolean>>;
  readonly ways: readonly OutputWay[];
  readonly conditional: readonly OutputConditionalRate[];
  readonly silent: readonly OutputSilent[];
  readonly notCovered: readonly string[];
  readonly problems: readonly OutputProblem[];
}

export interface OutputWay {
  readonly tier: QuotaTier | null;
  /** Completes "if …"; null: without a condition. */
  readonly when: string | null;
  readonly status: RateWay['status'];
  readonly rates: readonly OutputRate[];
  /** In percent of the value; null: `noPercent` says why. */
  readonly percent: string | null;
  readonly noPercent: string | null;
}

interface OutputRateName {
  readonly regime: string;
  readonly title: string;
  readonly measure: string;
  readonly measureTitle: string | null;
  readonly heading: string | readonly string[] | null;
  readonly rate: string;
  readonly from: string | null;
  readonly before: string | null;
  readonly citation: OutputCitation | null;
}

export interface OutputRate extends OutputRateName {
  readonly role: Role;
  readonly tier: QuotaTier | null;
  readonly charge?: 'up-to';
  readonly basis: string;
  readonly percent: string | null;
  readonly asks?: string;
  readonly refund?: OutputRefund;
  readonly overlay?: string;
}

export interface OutputConditionalRate extends OutputRateName {
  readonly inQuota: boolean;
  readonly when: string;
  readonly facts: readonly string[];
}

export interface OutputSilent {
  readonly regime: string;
  readonly title: string;
  readonly outcome: RegimeOutcome;
  readonly words: string;
}
