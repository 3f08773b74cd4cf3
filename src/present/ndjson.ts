import { jsonText } from './json-text.ts';
import { lineWriter } from './line-json.ts';
import type { Renderer, RunInfo, Style } from './rendering.ts';

/** A line object on each line and nothing else; each says by which program and which law it was made. */
export function ndjsonRenderer({ toolVersion, lawDigest }: RunInfo, style: Style): Renderer {
  const write = lineWriter(style.rounding);
  const run = { toolVersion, ...(lawDigest !== null && { law: lawDigest }) };
  return {
    head: () => '',
    lines: (batch) => batch.map((line) => `${jsonText({ ...write(line), run })}\n`).join(''),
    tail: () => '',
  };
}
