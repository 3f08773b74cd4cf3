import type { ResultLine } from '../customs/assessment.ts';
import { isSameFile } from '../io/files.ts';
import { standardInput, standardInputName } from '../io/input.ts';
import { type Output, fileOutput } from '../io/output.ts';
import { type Rejected, rejectedOf, rejectsCsv } from '../present/rejects-csv.ts';
import { safeText } from '../present/safe-text.ts';
import { type Allowed, type RejectsOptions, rejectsAllowed } from './rejects-options.ts';
import { usage } from './stop.ts';

/** Takes note of invalid lines as they pass, and stops the run at one too many. */
export interface Rejects {
  /** The lines to go on with: all of them, or those up to the one too many. */
  readonly take: (lines: readonly ResultLine[]) => Promise<readonly ResultLine[]>;
  /** The line at which the run has to stop; null: it goes on. */
  readonly stop: () => Rejected | null;
  readonly count: () => number;
  readonly allowed: Allowed | null;
  /** The file of rejects is complete: it stands under its name from now on. */
  readonly close: () => Promise<void>;
  readonly abandon: () => void;
}

const nothingAsked: Rejects = {
  take: async (lines) => lines,
  stop: () => null,
  count: () => 0,
  allowed: null,
  close: async () => undefined,
  abandon: () => undefined,
};

interface RunFiles extends RejectsOptions {
  readonly output?: string;
  readonly raw?: boolean;
}

/** Opens the file of rejects, if one was asked for: what cannot be written is told before anything is read. */
export async function openRejects(options: RunFiles, inputs: readonly string[]): Promise<Rejects> {
  const allowed = rejectsAllowed(options);
  const output = rejectsFile(options, inputs);
  if (!output && !allowed) return nothingAsked;
  const csv = rejectsCsv({ raw: options.raw === true });
  let count = 0;
  let last: Rejected | null = null;
  await output?.write(csv.head());
  return {
    take: async (lines) => {
      let text = '';
      for (const [index, line] of lines.entries()) {
        const rejected = rejectedOf(line);
        if (!rejected) continue;
        count += 1;
        if (output) text += csv.line(rejected);
        if (allowed === null || count <= allowed.most) continue;
        last = rejected;
        await output?.write(text);
        return lines.slice(0, index + 1);
      }
      await output?.write(text);
      return lines;
    },
    stop: () => last,
    count: () => count,
    allowed,
    close: async () => output?.close(),
    abandon: () => output?.abandon(),
  };
}

/** "Stopped at january.csv:14, the third invalid row …": why, what was not read, and what became of the output. */
export function stopWords(rejects: Rejects, files: readonly string[], output: string | undefined): string {
  const line = rejects.stop();
  const flag = rejects.allowed?.flag ?? '';
  if (line === null) return '';
  const name = (file: string): string => safeText(file === standardInput ? standardInputName : file);
  const at = files.findIndex((file) => name(file) === safeText(line.file ?? ''));
  const left = [`the rest of ${safeText(line.file ?? '')}`, ...files.slice(at + 1).map(name)];
  const many = rejects.count() === 1 ? '1 invalid row' : `${rejects.count()} invalid rows`;
  const kept =
    output === undefined || output === '-' ? 'what is printed is not all' : `${safeText(output)} was not written`;
  return `Stopped at ${safeText(line.file ?? '')}:${line.lineNumber ?? '?'} after ${many} (${flag}). Not read: ${left.join(', ')}; ${kept}.`;
}

function rejectsFile({ rejects, output }: RunFiles, inputs: readonly string[]): Output | undefined {
  if (rejects === undefined) return undefined;
  if (rejects === '' || rejects === '-')
    throw usage('names no file', '--rejects', 'Such as: --rejects rejects.csv', rejects);
  const other = [...(output === undefined ? [] : [output]), ...inputs].find((file) => isSameFile(file, rejects));
  if (other !== undefined)
    throw usage('is a file that this run reads or writes already', '--rejects', 'Name another file.', rejects);
  return fileOutput(rejects);
}
