import { type Problem, problem } from '../../customs/problem.ts';
import { UnusableLedger } from './ledger.ts';

/** Primary result codes of SQLite, and what they mean to whoever keeps a ledger. https://sqlite.org/rescode.html */
const words: Readonly<Record<number, readonly [message: string, hint: string | null]>> = {
  5: ['is in use by another process, which did not finish in time', 'Try again.'],
  6: ['is in use by another process, which did not finish in time', 'Try again.'],
  8: ['is read-only, and recording needs to write', 'Give write permission, or leave out --commit.'],
  10: ['could not be read or written: the disk refused', null],
  11: ['is damaged', 'Restore a copy, or import the last export into a new file.'],
  13: [
    'could not be written: the disk is full',
    'Free some space and run again: what is recorded already is not counted twice.',
  ],
  14: ['cannot be opened', 'Check the folder, and that the file and the folder may be written.'],
  26: ['is not a ledger: it is no SQLite database', 'Name a file that tariff made, or a new one.'],
};

/** The store failed; nothing of the transaction was kept. */
export function unusable(file: string, error: unknown): UnusableLedger {
  if (error instanceof UnusableLedger) return error;
  const code = codeOf(error) & 0xff;
  const [message, hint] = words[code] ?? [
    `cannot be used (${error instanceof Error ? error.message : String(error)})`,
    null,
  ];
  return new UnusableLedger(badLedger(file, message, hint));
}

export function badLedger(file: string, message: string, hint: string | null = null): Problem {
  return problem('bad-ledger', 'error', message, { file, hint });
}

export function isBusy(error: unknown): boolean {
  return [5, 6].includes(codeOf(error) & 0xff);
}

/** Whether SQLite said it: anything else is a bug of ours. */
export function isOfStore(error: unknown): boolean {
  return error instanceof UnusableLedger || codeOf(error) !== 0;
}

function codeOf(error: unknown): number {
  const { errcode, sqliteCode } = error as { readonly errcode?: unknown; readonly sqliteCode?: unknown };
  return typeof errcode === 'number' ? errcode : typeof sqliteCode === 'number' ? sqliteCode : 0;
}
