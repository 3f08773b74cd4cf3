import type { RatesStatus } from '../../customs/rates-due.ts';
import type { OutputProblem, OutputSetting, OutputTable } from '../output-shape.ts';
import type { OutputWay } from '../rates/rates-shape.ts';

/** What `tariff history --format json` prints. */
export interface HistoryDocument {
  readonly version: 1;
  /** Of the program that wrote it. */
  readonly toolVersion: string;
  readonly hts: string | null;
  readonly goods?: string;
  readonly facts?: Readonly<Record<string, string | boolean>>;
  readonly from: string;
  /** The last day. */
  readonly until: string;
  readonly tables: readonly OutputTable[];
  readonly settings?: readonly OutputSetting[];
  readonly histories: readonly OutputHistory[];
}

/** Origins that fared alike. */
export interface OutputHistory {
  readonly origins: readonly string[];
  readonly steps: readonly OutputStep[];
}

export interface OutputStep {
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly status: RatesStatus;
  /** Titles of tables that are not documented for these days: what is given holds only if the law has not changed. */
  readonly undocumented: readonly string[];
  readonly ways: readonly OutputWay[];
  readonly notCovered: readonly string[];
  readonly problems: readonly OutputProblem[];
}
