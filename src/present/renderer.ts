import type { SummaryKey } from '../customs/summary.ts';
import { tableFor } from './table.ts';
import type { MakeRenderer, Renderer, RunInfo, Style } from './rendering.ts';

export type { MakeRenderer, Renderer, RunEnd, RunInfo, RunTable, Style } from './rendering.ts';

/** Every format `--format` knows, loaded when it is asked for. A new one is a file beside this one, and its name here. */
const formats = {
  table: tableFor,
  json: async () => (await import('./json.ts')).jsonRenderer,
  ndjson: async () => (await import('./ndjson.ts')).ndjsonRenderer,
  csv: async () => (await import('./csv.ts')).csvRenderer,
  markdown: async () => (await import('./markdown.ts')).markdownRenderer,
} satisfies Record<string, (info: RunInfo) => Promise<MakeRenderer>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

/** What a table of more lines than it prints is summed up by, when nothing else was asked. */
export const defaultSummary: readonly SummaryKey[] = ['regime', 'status'];

export async function rendererFor(format: FormatName, info: RunInfo, style: Style): Promise<Renderer> {
  const makeRenderer = await formats[format](info);
  return makeRenderer(info, style);
}
