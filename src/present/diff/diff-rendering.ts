import type { ComparedLine, ComparedSum, ComparedTotals } from '../../customs/comparison.ts';
import type { Problem } from '../../customs/problem.ts';
import type { RunInfo, RunTable, Style } from '../rendering.ts';

/** What one side of a comparison stands on. */
export interface DiffSide {
  readonly files: readonly string[];
  /** What it is called in place of its files and tables; null: by them. */
  readonly label: string | null;
  /** The day on which all its lines are taken; null: as declared. */
  readonly at: string | null;
  /** The day on which what counts was public; null: all that is on hand. */
  readonly knownOn: string | null;
  /** Paths of tables in place of the bundled ones, and of those laid over; as they were given. */
  readonly given: readonly string[];
  readonly tables: readonly RunTable[];
}

/** What is known of a comparison before its first line. */
export interface DiffInfo extends Pick<RunInfo, 'notCoveredTitles' | 'settings' | 'toolVersion'> {
  readonly before: DiffSide;
  readonly after: DiffSide;
}

/** What only the end knows. */
export interface DiffEnd {
  readonly totals: ComparedTotals;
  readonly sums: readonly ComparedSum[];
  readonly problems: readonly Problem[];
  /** Each limit that was met, in words. */
  readonly limits: readonly string[];
}

/** Text for the beginning, for each batch, and for the end. */
export interface DiffRenderer {
  readonly head: () => string;
  readonly lines: (batch: readonly ComparedLine[]) => string;
  readonly tail: (end: DiffEnd) => string;
}

export type MakeDiffRenderer = (info: DiffInfo, style: Style) => DiffRenderer;
