import type { FormatName } from '../renderer.ts';
import type { Style } from '../rendering.ts';
import type { MakeRatesRenderer, RatesInfo, RatesRenderer } from './rates-rendering.ts';

/** Every format of `calc`, for rates. */
const formats = {
  table: async () => (await import('./rates-text.ts')).ratesTextRenderer,
  json: async () => (await import('./rates-json.ts')).ratesJsonRenderer,
  ndjson: async () => (await import('./rates-json.ts')).ratesNdjsonRenderer,
  csv: async () => (await import('./rates-csv.ts')).ratesCsvRenderer,
  markdown: async () => (await import('./rates-markdown.ts')).ratesMarkdownRenderer,
} satisfies Record<FormatName, () => Promise<MakeRatesRenderer>>;

export async function ratesRendererFor(format: FormatName, info: RatesInfo, style: Style): Promise<RatesRenderer> {
  return (await formats[format]())(info, style);
}
