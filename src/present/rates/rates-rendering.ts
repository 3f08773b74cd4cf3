import type { Problem } from '../../customs/problem.ts';
import type { RatesAnswer } from '../../customs/rates-due.ts';
import type { Setting } from '../../customs/setting.ts';
import type { IsoDate } from '../../exact/iso-date.ts';
import type { RunTable, Style } from '../rendering.ts';

/** What is known of a list of rates before the first of them. */
export interface RatesInfo {
  readonly toolVersion: string;
  /** As in a run of shipments. */
  readonly lawDigest: string | null;
  readonly date: IsoDate;
  readonly tables: readonly RunTable[];
  /** As in a run of shipments. */
  readonly settings: readonly Setting[];
  /** Titles of the charges that `notCovered` names by id. */
  readonly notCoveredTitles: Readonly<Record<string, string>>;
  /** One number from one origin: a page of its own. */
  readonly single: boolean;
  /** Every origin there is was asked about. */
  readonly everyOrigin: boolean;
  /** Groups of countries by name, with their members of the day: they stand for them where all fare alike. */
  readonly groups: readonly OriginGroup[];
}

export interface OriginGroup {
  readonly name: string;
  readonly members: ReadonlySet<string>;
}

/** Text for the beginning, for the answers about each number, and for the end. */
export interface RatesRenderer {
  readonly head: () => string;
  readonly answers: (batch: readonly RatesAnswer[]) => string;
  /** `problems`: those that belong to no number. */
  readonly tail: (problems: readonly Problem[]) => string;
}

export type MakeRatesRenderer = (info: RatesInfo, style: Style) => RatesRenderer;
