import type { Style } from '../rendering.ts';
import type { HistoryAnswer, RenderHistory } from './history-rendering.ts';

/** Every format of `tariff history`. */
const formats = {
  table: async () => (await import('./history-text.ts')).historyText,
  json: async () => (await import('./history-json.ts')).historyJson,
  csv: async () => (await import('./history-csv.ts')).historyCsv,
  svg: async () => (await import('./history-svg.ts')).historySvg,
  markdown: async () => (await import('./history-markdown.ts')).historyMarkdown,
} satisfies Record<string, () => Promise<RenderHistory>>;

export type HistoryFormat = keyof typeof formats;

export const historyFormats = Object.keys(formats) as readonly HistoryFormat[];

export async function renderHistory(format: HistoryFormat, answer: HistoryAnswer, style: Style): Promise<string> {
  return (await formats[format]())(answer, style);
}
