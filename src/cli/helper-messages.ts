import type { HeaderPlan } from '../intake/header.ts';
import type { CalcOptions } from './calc-options.ts';
import type { PackedSegment } from './packed-rows.ts';

/** What a helper is started with. */
export interface HelperTask {
  readonly options: CalcOptions;
  readonly isRawKept: boolean;
  /** The day on which the program runs. */
  readonly today: string;
}

/** What is asked of a helper: to get ready for a file, or to read a segment of it. */
export type Asked =
  | { readonly kind: 'begin'; readonly header: HeaderPlan; readonly order: readonly number[] }
  | { readonly kind: 'read'; readonly number: number; readonly bytes: Uint8Array };

/** What a helper says: that it is ready, or what it read; null: that is not to be read by itself. */
export type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly number: number; readonly segment: PackedSegment | null };
