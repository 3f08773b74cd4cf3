import type { RunOptions } from './run-options.ts';

/** Options of `search` as commander gives them. */
export interface SearchOptions extends RunOptions {
  readonly date?: string;
  readonly limit?: string;
  readonly tables?: readonly string[];
  readonly with?: readonly string[];
}

export const searchFormats = ['table', 'json'] as const;
