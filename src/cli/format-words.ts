import type { CalcFormat } from './calc-options.ts';
import type { InputFormat } from './input-options.ts';

/** What each format is, for `tariff help formats`. */
export const formatWords: Readonly<Record<CalcFormat | 'svg', string>> = {
  table: 'for people, at a terminal',
  json: 'one document; a JSON Schema describes it',
  ndjson: 'a JSON object on each line, without an end to wait for',
  csv: 'your columns, and ours behind them',
  markdown: 'for pages and comments',
  xlsx: 'a workbook, with days and amounts as such',
  parquet: 'columns for data tools, amounts as exact decimals',
  svg: 'a picture',
};

export const inputFormatWords: Readonly<Record<InputFormat, string>> = {
  csv: 'text with commas, semicolons, tabs, bars or another --delimiter between fields',
  tsv: 'the same with tabs',
  ndjson: 'a flat JSON object on each line',
  xlsx: 'a workbook: its first sheet, or the one of --sheet',
};
