import type { Style } from '../rendering.ts';
import type { DiffInfo, DiffRenderer, MakeDiffRenderer } from './diff-rendering.ts';

/** Every format of `tariff diff`. */
const formats = {
  table: async () => (await import('./diff-text.ts')).diffText,
  json: async () => (await import('./diff-json.ts')).diffJson,
  csv: async () => (await import('./diff-csv.ts')).diffCsv,
  markdown: async () => (await import('./diff-markdown.ts')).diffMarkdown,
} satisfies Record<string, () => Promise<MakeDiffRenderer>>;

export type DiffFormat = keyof typeof formats;

export const diffFormats = Object.keys(formats) as readonly DiffFormat[];

export async function diffRendererFor(format: DiffFormat, info: DiffInfo, style: Style): Promise<DiffRenderer> {
  return (await formats[format]())(info, style);
}
