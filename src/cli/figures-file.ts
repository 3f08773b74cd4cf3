import type { Problem } from '../customs/problem.ts';
import type { Result } from '../exact/result.ts';
import type { CsvEvent } from '../intake/csv-event.ts';
import { checkInput, readBytes } from '../io/input.ts';
import { Stop } from './stop.ts';
import type { World } from './world.ts';

/** Reads a small CSV file of figures that the run rests on. Throws {@link Stop} if any of it cannot be read. */
export async function readFigures<Row>(
  file: string,
  world: Pick<World, 'stdin'>,
  parse: (events: readonly CsvEvent[], file: string) => Result<readonly Row[], readonly Problem[]>,
): Promise<readonly Row[]> {
  const missing = checkInput(file);
  if (missing) throw new Stop(2, [missing]);
  const { readCsv } = await import('../intake/csv.ts');
  const events: CsvEvent[] = [];
  for await (const batch of readCsv(readBytes(file, world.stdin), file)) events.push(...batch);
  const read = parse(events, file);
  if (!read.ok) throw new Stop(2, read.error);
  return read.value;
}
