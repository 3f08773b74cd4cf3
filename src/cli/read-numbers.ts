import { type ListedNumber, type NumberPlan, parseNumbers, planNumbers } from '../intake/number-list.ts';
import { columnNames } from '../intake/columns.ts';
import { checkInput, readBytes, standardInput, standardInputName } from '../io/input.ts';
import type { GoodsLaw } from './goods-options.ts';
import { Stop } from './stop.ts';
import { type World, exit } from './world.ts';

/** Reads a list of numbers as it comes: one on each line, or CSV with a column of them. Stops where none can be read. */
export async function* readNumbers(
  file: string,
  { loaded, context }: GoodsLaw,
  world: World,
): AsyncGenerator<readonly ListedNumber[]> {
  const missing = checkInput(file);
  if (missing) throw new Stop(exit.usage, [missing]);
  const name = file === standardInput ? standardInputName : file;
  const names = columnNames(loaded.facts, loaded.law.schedule.jurisdiction.currency);
  const asked = new Set(['origin', 'date', ...Object.keys(loaded.facts)]);
  const { readCsv } = await import('../intake/csv.ts');
  let plan: NumberPlan | undefined;
  for await (const events of readCsv(readBytes(file, world.stdin), name)) {
    const [first] = events;
    if (first?.kind === 'header') {
      const planned = planNumbers(first, name, names, asked);
      if (!planned.ok) throw new Stop(exit.usage, [planned.error]);
      plan = planned.value;
    }
    const header = plan?.header;
    const rows = events
      .filter((event) => event.kind !== 'fatal')
      .filter(({ kind }) => kind !== 'header' || header === null);
    const fatal = events.find((event) => event.kind === 'fatal');
    if (fatal && !plan) throw new Stop(exit.usage, [fatal.problem]);
    if (!plan) continue;
    yield parseNumbers(rows, plan, context);
    if (fatal)
      yield [{ kind: 'unread', where: { file: name, line: fatal.problem.line }, text: '', problems: [fatal.problem] }];
  }
}
