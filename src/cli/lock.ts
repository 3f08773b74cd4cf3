import type { Lock } from '../customs/lock.ts';
import { type Problem, problem } from '../customs/problem.ts';
import { parseLock } from '../intake/lock-text.ts';
import { readText } from '../io/files.ts';
import { fileOutput } from '../io/output.ts';
import { lockOf } from './law-lock.ts';
import type { LoadedLaw } from './load-law.ts';
import type { LockOptions } from './lock-options.ts';
import { Stop } from './stop.ts';
import { exit } from './world.ts';

/** Stops with exit code 4 unless the tables are those that were locked; then writes the lock that was asked for. */
export async function keepLock({ lock, locked }: LockOptions, loaded: LoadedLaw): Promise<void> {
  const own = lockOf(loaded);
  if (locked !== undefined) {
    const problems = differences(read(locked), own, locked);
    if (problems.length > 0) throw new Stop(exit.unusable, problems);
  }
  if (lock === undefined) return;
  const output = fileOutput(lock);
  try {
    await output.write(`${JSON.stringify({ lock: 1, ...own }, null, 2)}\n`);
    await output.close();
  } catch (error) {
    output.abandon();
    throw error;
  }
}

function read(file: string): Lock {
  const text = readText(file);
  if (!text.ok) throw new Stop(text.error.code === 'encoding' ? exit.unusable : exit.usage, [text.error]);
  const lock = parseLock(text.value, file);
  if (!lock.ok) throw new Stop(exit.unusable, lock.error);
  return lock.value;
}

/** Every table that is another one, is missing, or was not there. */
function differences(locked: Lock, own: Lock, file: string): readonly Problem[] {
  const wrong = (message: string, column: string): Problem =>
    problem('bad-lock', 'error', message, {
      file,
      column,
      hint:
        locked.toolVersion === own.toolVersion
          ? 'Give the same --tables, --with and --regimes, or write the lock anew with --lock.'
          : `It was written by version ${locked.toolVersion}: use that one, or write the lock anew with --lock.`,
    });
  if (locked.jurisdiction !== own.jurisdiction)
    return [wrong(`is for ${locked.jurisdiction}, this run for ${own.jurisdiction}`, 'jurisdiction')];
  const lists =
    locked.lists === undefined || locked.lists === own.lists
      ? []
      : [wrong('the territory, the countries or the known numbers are others than those that were locked', 'lists')];
  const there = new Map(own.tables.map((table) => [table.id, table]));
  const named = new Set(locked.tables.map(({ id }) => id));
  return [
    ...lists,
    ...locked.tables.flatMap((table) => {
      const found = there.get(table.id);
      if (!found) return [wrong('was locked and is not among the tables of this run', table.id)];
      if (found.sha256 !== table.sha256) return [wrong('is another text than the one that was locked', table.id)];
      return found.overlays.join() === table.overlays.join()
        ? []
        : [wrong('has other tables laid over it than when it was locked', table.id)];
    }),
    ...own.tables
      .filter(({ id }) => !named.has(id))
      .map(({ id }) => wrong('was not there when the tables were locked', id)),
  ];
}
