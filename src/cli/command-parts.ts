import type { ExitCode, World } from './world.ts';

/** What every command is made with. */
export interface CommandParts {
  readonly world: World;
  /** Runs what a command does, and keeps its exit code. */
  readonly act: (action: () => Promise<ExitCode>) => Promise<void>;
  /** Whether a command will be used; the others go without most of their options. */
  readonly isNamed: (command: string) => boolean;
}

/** The shipment that examples tell of. */
export const exampleShipment = '--hts 7208.10.15.00 --origin DE --value 100000 --weight 50t --date 2021-11-12';
