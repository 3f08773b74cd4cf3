import type { RunTable } from '../rendering.ts';

/** What stands around an answer. */
export interface SearchInfo {
  readonly toolVersion: string;
  readonly tables: readonly RunTable[];
}
