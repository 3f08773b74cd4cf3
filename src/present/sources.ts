import type { DutyLine } from '../customs/assessment.ts';
import type { Citation, Confidence } from '../customs/citation.ts';
import { headingsText } from './cells.ts';
import { safeText } from './safe-text.ts';
import { citationWords } from './words.ts';

/** A legal source, and the headings (or regimes, where the law gives no heading) that rest on it. */
export interface Source {
  readonly rests: readonly string[];
  readonly words: string;
  readonly url: string | null;
  /** The same without how it is known. */
  readonly name: string;
  /** How well it is known; null: no source was given. */
  readonly confidence: Confidence | null;
}

/** What rests on a source: a duty, or a rate. */
export type Rested = Pick<DutyLine, 'citation' | 'headings' | 'role' | 'regimeTitle' | 'quota'>;

/** Gathers the sources of many duty lines; as many as the law has, however many the lines. */
export interface SourceList {
  readonly add: (duties: readonly Rested[]) => void;
  readonly sources: () => readonly Source[];
}

export function sourceList(): SourceList {
  const found = new Map<string, { readonly citation: Citation | null; readonly rests: Set<string> }>();
  const add = (citation: Citation | null, rests: string): void => {
    const key = citation === null ? '' : `${citation.source}\n${citation.confidence}`;
    const source = found.get(key) ?? { citation, rests: new Set() };
    source.rests.add(rests);
    found.set(key, source);
  };
  return {
    add: (duties) => {
      for (const duty of duties) {
        add(duty.citation, duty.headings.length > 0 ? headingsText(duty) : safeText(duty.regimeTitle));
        if (duty.quota?.limit) add(duty.quota.limit, safeText(`limit of ${duty.quota.id}`));
      }
    },
    sources: () =>
      [...found.values()].map(({ citation, rests }) => ({
        rests: [...rests],
        words: citationWords(citation),
        url: citation?.url === undefined ? null : safeText(citation.url),
        name: safeText(citation?.source ?? citationWords(null)),
        confidence: citation?.confidence ?? null,
      })),
  };
}
