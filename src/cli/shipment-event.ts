import type { IntakeLine } from '../assess/assess-batch.ts';
import type { Problem } from '../customs/problem.ts';
import type { ReadyRows } from './ready-rows.ts';
import type { ExitCode } from './world.ts';

/** What reading files of shipments brings: the columns of the first, lines in order, and problems of whole files. */
export type ShipmentEvent =
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  | { readonly kind: 'lines'; readonly lines: readonly IntakeLine[] }
  | { readonly kind: 'ready'; readonly ready: ReadyRows }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[]; readonly code: ExitCode };
