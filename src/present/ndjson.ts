import { jsonText } from './json-text.ts';
import { lineWriter } from './line-json.ts';
import type { Renderer, RunInfo, Style } from './rendering.ts';

/** A line object on each line and nothing else. */
export function ndjsonRenderer(_info: RunInfo, style: Style): Renderer {
  const write = lineWriter(style.rounding);
  return {
    head: () => '',
    lines: (batch) => batch.map((line) => `${jsonText(write(line))}\n`).join(''),
    tail: () => '',
  };
}
