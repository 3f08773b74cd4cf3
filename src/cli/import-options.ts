import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import type { ImportScope } from '../intake/hts/edition.ts';
import { defaultJurisdiction } from '../io/bundled-law.ts';
import { usage } from './stop.ts';

/** Options of `import hts` as commander gives them. */
export interface ImportOptions {
  readonly output?: string;
  readonly report?: string;
  readonly effective?: readonly string[];
  readonly documentedThrough?: string;
  readonly chapters: string;
  readonly regime?: string;
  readonly title?: string;
  readonly citation?: string;
  readonly color: boolean;
}

/** The same, checked. */
export interface ImportPlan {
  /** Exports, the oldest first, each with its first day where that was said. */
  readonly sources: readonly { readonly file: string; readonly effective: IsoDate | null }[];
  readonly scope: ImportScope;
  readonly regime: string;
  readonly title: string;
  readonly documentedThrough: IsoDate | null;
  readonly citation: string;
}

export function planOf(files: readonly string[], options: ImportOptions): ImportPlan {
  const { id, title, code } = defaultJurisdiction();
  checkOutputs(files, options);
  const days = effectiveDays(files, options.effective ?? []);
  const sources = files.map((file, index) => ({ file, effective: days[index] ?? null }));
  const through =
    options.documentedThrough === undefined ? null : dayOf(options.documentedThrough, '--documented-through');
  const last = days.at(-1) ?? null;
  if (through !== null && last !== null && through < last)
    throw usage(`is before ${last}, the first day of the last edition`, '--documented-through', null, through);
  return {
    sources,
    scope: { code, chapters: chaptersOf(options.chapters) },
    regime: options.regime ?? `${id}-base`,
    title: options.title ?? `Base duty of the ${title}`,
    documentedThrough: through ?? last,
    citation: options.citation ?? citationOf(sources),
  };
}

/** A result never takes the place of what it was made of, or of another. */
function checkOutputs(files: readonly string[], { output, report }: ImportOptions): void {
  for (const [flag, file] of [
    ['--output', output],
    ['--report', report],
  ] as const) {
    if (file === '') throw usage('names no file', flag, null, '');
    if (file !== undefined && files.includes(file)) throw usage('is one of the exports', flag, null, file);
  }
  if (report !== undefined && report === output) throw usage('is the file of the table too', '--report', null, report);
}

/** One day for each file, ascending; none at all where there is but one file. */
function effectiveDays(files: readonly string[], texts: readonly string[]): readonly IsoDate[] {
  if (texts.length !== files.length && (files.length > 1 || texts.length > 0))
    throw usage(
      `is given ${texts.length} times for ${files.length} files`,
      '--effective',
      'Several files are several editions: give each its first day, in the same order, the oldest first.',
    );
  const days = texts.map((text) => dayOf(text, '--effective'));
  const late = days.findIndex((day, index) => index > 0 && day <= (days[index - 1] ?? ''));
  if (late > 0)
    throw usage(
      `${days[late]} does not come after ${days[late - 1]}`,
      '--effective',
      'Give the editions in the order of their first days, the oldest first.',
      days[late] ?? null,
    );
  return days;
}

function dayOf(text: string, flag: string): IsoDate {
  const day = isoDate(text);
  if (day === undefined) throw usage(`"${text}" is no day`, flag, 'Write it as YYYY-MM-DD.', text);
  return day;
}

/** `01-97`, `72,73,76`, `72`: first two digits, ascending. */
function chaptersOf(text: string): readonly string[] {
  const chapters = new Set<string>();
  for (const part of text.split(',')) {
    const [, first, last = first] = /^\s*(\d\d)(?:\s*-\s*(\d\d))?\s*$/.exec(part) ?? [];
    if (first === undefined || last === undefined || last < first)
      throw usage(`"${part.trim()}" names no chapters`, '--chapters', 'Such as: 01-97, or 72,73,76', text);
    for (let chapter = Number(first); chapter <= Number(last); chapter++)
      chapters.add(String(chapter).padStart(2, '0'));
  }
  return [...chapters].toSorted();
}

/** Names of files without their folders: a table knows no place on a machine. */
function citationOf(sources: ImportPlan['sources']): string {
  const names = sources.map(({ file, effective }) => {
    const name = file.split(/[\\/]/).at(-1) ?? file;
    return effective === null ? name : `${name} (from ${effective})`;
  });
  return `Harmonized Tariff Schedule, exports of the US International Trade Commission: ${names.join(', ')}`;
}
