import type { Confidence } from '../../customs/citation.ts';
import { type Markup, markup } from './markup.ts';

/** How well a source is known, in a word or two; with what that means. */
export const confidenceWords = {
  documented: {
    word: 'text read',
    means: 'the primary text, or a notice of customs or the Federal Register, was read',
  },
  secondary: { word: 'secondary', means: 'known from the press, law firms or brokers' },
  unverified: { word: 'unverified', means: 'neither was read' },
} as const satisfies Record<Confidence, { readonly word: string; readonly means: string }>;

/** Null: no source was given. */
export function confidenceTag(confidence: Confidence | null): Markup {
  if (confidence === null) return markup`<span class="tag unsure">no source</span>`;
  const look = confidence === 'documented' ? 'sure' : 'unsure';
  return markup`<span class="tag ${look}">${confidenceWords[confidence].word}</span>`;
}
