import type { Problem, Severity } from '../customs/problem.ts';
import { safeText } from './safe-text.ts';

/** Who reads annotations of a build. */
export const annotationKinds = ['github'] as const;

export type AnnotationKind = (typeof annotationKinds)[number];

const commands = { error: 'error', warning: 'warning', notice: 'notice' } satisfies Record<Severity, string>;

/** A problem as a workflow command of GitHub Actions, which shows it beside the line of the file. Ends with a line break. */
export function annotation({ severity, file, line, column, code, message, hint }: Problem): string {
  const words = `${column === null ? '' : `${column}: `}${message}`;
  return command(severity, { file, line }, code, hint === null ? [words] : [words, hint]);
}

/** A limit that was met. Null: it is on all lines together. */
export function limitAnnotation(words: string, place: Place | null): string {
  return command('error', place ?? { file: null, line: null }, 'limit', [words]);
}

type Place = Pick<Problem, 'file' | 'line'>;

function command(severity: Severity, { file, line }: Place, title: string, texts: readonly string[]): string {
  const place = file === null ? [] : [`file=${property(file)}`, ...(line === null ? [] : [`line=${line}`])];
  return `::${commands[severity]} ${[...place, `title=${property(title)}`].join(',')}::${texts.map(data).join('%0A')}\n`;
}

/** A percent sign or a line break would end a command, or begin another. */
function data(text: string): string {
  return safeText(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
