import { type Command, Option } from 'commander';
import { collect } from './flag-values.ts';

/** What fails a run. */
export interface LimitOptions {
  readonly failOver?: readonly string[];
  readonly failUnder?: readonly string[];
  readonly failIf?: readonly string[];
  readonly quiet?: boolean;
}

const group = 'Limits that fail a build (exit code 1):';

/** `what`: the amount that --fail-over and --fail-under look at. `condition`: one for --fail-if. */
export function addLimitOptions(command: Command, what: string, condition: string): void {
  command.addOption(
    new Option('--fail-over <limit>', `fail where ${what} is over it: 50000, 5%, "1000 per line"`)
      .argParser(collect)
      .helpGroup(group),
  );
  command.addOption(
    new Option('--fail-under <limit>', `fail where ${what} is under it`).argParser(collect).helpGroup(group),
  );
  command.addOption(
    new Option('--fail-if <condition>', `fail where it holds: ${condition}`).argParser(collect).helpGroup(group),
  );
  command.addOption(new Option('--quiet', 'print only what fails').helpGroup(group));
}

/** Whether any limit was given. */
export function hasLimits({ failOver, failUnder, failIf }: LimitOptions): boolean {
  return failOver !== undefined || failUnder !== undefined || failIf !== undefined;
}
