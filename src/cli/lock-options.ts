import { type Command, Option } from 'commander';
import { once } from './flag-values.ts';

/** Which tables a run must have, and where to write down which it had. */
export interface LockOptions {
  readonly lock?: string;
  readonly locked?: string;
}

export function addLockOptions(command: Command): void {
  const group = 'The same again:';
  command.addOption(
    new Option('--lock <file>', 'write down the tables of this run by their digests').argParser(once).helpGroup(group),
  );
  command.addOption(
    new Option('--locked <file>', 'stop unless the tables are those written down there')
      .argParser(once)
      .helpGroup(group),
  );
}
