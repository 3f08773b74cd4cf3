import { type Command, Option } from 'commander';
import { once } from './flag-values.ts';
import { usage } from './stop.ts';

/** What happens with rows that are `invalid`: those that cannot be read, or contradict themselves. */
export interface RejectsOptions {
  readonly rejects?: string;
  readonly maxRejects?: string;
  readonly bail?: boolean;
}

const group = 'Rows that are wrong:';

export function addRejectsOptions(command: Command): void {
  command.addOption(
    new Option('--rejects <file>', 'write invalid rows there too, with reasons, as CSV')
      .argParser(once)
      .helpGroup(group),
  );
  command.addOption(
    new Option('--max-rejects <n>', 'stop with exit code 3 at one invalid row more; the output is not written')
      .argParser(once)
      .helpGroup(group),
  );
  command.addOption(new Option('--bail', 'stop at the first invalid row').conflicts('maxRejects').helpGroup(group));
}

/** How many rejects a run bears, and the flag that says so; null: any number. */
export function rejectsAllowed({ maxRejects, bail }: RejectsOptions): Allowed | null {
  if (bail === true) return { most: 0, flag: '--bail' };
  if (maxRejects === undefined) return null;
  if (!/^\d{1,15}$/.test(maxRejects))
    throw usage(`"${maxRejects}" is not a number of rows`, '--max-rejects', 'A whole number, such as 100.', maxRejects);
  return { most: Number(maxRejects), flag: `--max-rejects ${Number(maxRejects)}` };
}

export interface Allowed {
  readonly most: number;
  readonly flag: string;
}
