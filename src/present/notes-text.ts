import type { Severity } from '../customs/problem.ts';
import type { Ink } from './ink.ts';
import type { Source } from './sources.ts';
import { padRight, wrap } from './text-width.ts';

/** A label beside its paragraphs, as they stand below an answer. */
export interface Note {
  readonly label: string;
  readonly severity?: Severity;
  readonly paragraphs: readonly string[];
  /** The way out, after them and quieter. */
  readonly aside?: string;
}

const labelWidth = 13;
const narrowest = 30;

/** Paragraphs beside their label; below it where the width leaves them no room. No lines for a note without any. */
export function noteText({ label, severity, paragraphs, aside }: Note, width: number, ink: Ink): readonly string[] {
  const tint = severity === 'warning' || severity === 'error' ? ink.warning : ink.quiet;
  const inset = width - labelWidth < narrowest ? 2 : labelWidth;
  const lines = [
    ...paragraphs.flatMap((paragraph) => wrap(paragraph, width - inset)),
    ...(aside === undefined ? [] : wrap(aside, width - inset).map((line) => ink.quiet(line))),
  ];
  if (lines.length === 0) return [];
  const [first = '', ...rest] = lines.map((line) => ' '.repeat(inset) + line);
  return inset === 2 ? [tint(label), first, ...rest] : [tint(padRight(label, inset)) + first.slice(inset), ...rest];
}

/** "9903.80.01: Proclamation …", and the address below. */
export function lawNote(sources: readonly Source[]): Note {
  const paragraphs = sources.flatMap(({ rests, words, url }) => [
    `${rests.join(', ')}: ${words}`,
    ...(url === null ? [] : [url]),
  ]);
  return { label: 'Law', paragraphs };
}

export function tablesNote(tables: readonly string[]): Note {
  return { label: 'Tables', paragraphs: tables };
}

export function notCoveredNote(text: string): Note {
  return { label: 'Not covered', paragraphs: text === '' ? [] : [text] };
}
