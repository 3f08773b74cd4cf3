import type { IntakeLine } from '../assess/assess-batch.ts';
import type { Problem } from '../customs/problem.ts';
import type { ColumnKind } from '../present/rendering.ts';
import type { ReadyRows } from './ready-rows.ts';
import type { ExitCode } from './world.ts';

/** What reading files of shipments brings: the columns of the first, lines in order, and problems of whole files. */
export type ShipmentEvent =
  | { readonly kind: 'columns'; readonly columns: readonly string[]; readonly kinds: readonly ColumnKind[] }
  | LinesEvent
  | { readonly kind: 'problems'; readonly problems: readonly Problem[]; readonly code: ExitCode };

/** Lines in order, and rows between them that are answered already. */
export interface LinesEvent {
  readonly kind: 'lines';
  readonly lines: readonly IntakeLine[];
  /** In order; left out: there are none. */
  readonly between?: readonly Between[];
}

/** Rows that come before the line at that place, or after all of them. */
export interface Between {
  readonly before: number;
  readonly ready: ReadyRows;
}
