import { type Command, Option } from 'commander';
import { type Setting, type SettingKey, settingKeys } from '../customs/setting.ts';
import { nearestConfig } from '../io/find-config.ts';
import type { World } from './world.ts';

/** Options that every command with a setting has. */
export interface SettingOptions {
  /** Where the settings came from; left out: neither a config nor the environment has any. */
  readonly settings?: readonly Setting[];
}

/** Whether a command takes the setting. Facts are options of their own names, and `--fact` those that have none. */
export function takes(command: Command, key: SettingKey): boolean {
  const name = key === 'facts' ? 'fact' : key;
  return command.options.some((option) => option.attributeName() === name);
}

/**
 * Lets a config and the environment stand in for flags, for every command that has such an option: called once, when all commands are
 * there. `tell` hears what was found before the command runs.
 */
export function addSettings(program: Command, world: World, tell: (settings: readonly Setting[]) => void): void {
  for (const command of commandsBelow(program)) {
    if (!settingKeys.some((key) => takes(command, key))) continue;
    const group = 'Defaults:';
    command.addOption(new Option('--no-config', 'leave tariff.config.json aside').helpGroup(group));
    command.addOption(
      new Option('--verbose', 'say where the value of each option came from, on standard error').helpGroup(group),
    );
  }
  program.hook('preAction', async (_, command) => {
    const keys = settingKeys.filter((key) => takes(command, key));
    if (keys.length === 0) return;
    const { config, verbose } = command.opts<{ readonly config?: boolean; readonly verbose?: boolean }>();
    const file = config === false ? null : nearestConfig();
    const isQuiet = file === null && verbose !== true && !hasVariables(world.env);
    if (isQuiet) return;
    const { applySettings } = await import('./apply-settings.ts');
    const settings = await applySettings(command, keys, file, world);
    command.setOptionValueWithSource('settings', settings, 'config');
    tell(settings);
  });
}

/** Any of ours, also a misspelt one. */
function hasVariables(env: NodeJS.ProcessEnv): boolean {
  return Object.keys(env).some((name) => name.startsWith('TARIFF_'));
}

/** The commands that do something, those below others too. */
export function commandsBelow(command: Command): readonly Command[] {
  return command.commands.flatMap((one) => (one.commands.length > 0 ? commandsBelow(one) : [one]));
}
