import type { Citation } from '../customs/citation.ts';
import type { RawCitation } from './shape-parts.ts';

/** Plain text means that the writer has read the source: `documented`. */
export function citationOf(raw: RawCitation | undefined): Citation | null {
  if (raw === undefined) return null;
  if (typeof raw === 'string') return { source: raw, confidence: 'documented' };
  return {
    source: raw.source,
    ...(raw.url === undefined ? {} : { url: raw.url }),
    confidence: raw.confidence ?? 'documented',
  };
}
