import { rowIndent, rowsBegin, rowsEnd } from '../customs/imported-schedule.ts';
import type { Digest } from './table-files.ts';

/**
 * A table as `tariff import` wrote it, with the rows of the chapters (first two digits) alone: one line seldom needs more, and the whole
 * takes long to read. Undefined where the text is another one, or was changed since: then every row has to be checked.
 */
export function rowsOfChapters(text: string, chapters: readonly string[], digest: Digest): string | undefined {
  const sha256 = /"imported": \{ "rows": \d+, "sha256": "([0-9a-f]{64})" \}/.exec(text.slice(0, longestHead))?.[1];
  const from = text.indexOf(rowsBegin) + rowsBegin.length;
  const to = text.lastIndexOf(rowsEnd);
  if (sha256 === undefined || from < rowsBegin.length || to < from) return undefined;
  const rows = text.slice(from, to);
  if (digest([rows]) !== sha256) return undefined;
  const kept = rows.split('\n').filter((row) => chapters.some((chapter) => row.startsWith(`${rowIndent}["${chapter}`)));
  const last = kept.at(-1);
  if (last === undefined) return undefined;
  return text.slice(0, from) + [...kept.slice(0, -1), last.replace(/,$/, '')].join('\n') + text.slice(to);
}

const longestHead = 10_000;
