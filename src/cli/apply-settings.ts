import type { Command } from 'commander';
import { problem } from '../customs/problem.ts';
import { type Setting, type SettingKey, isSetElsewhere, settingKeys } from '../customs/setting.ts';
import { closest } from '../exact/suggest.ts';
import type { Config } from '../intake/config-shape.ts';
import { readText } from '../io/files.ts';
import { placeOf } from '../io/terminal.ts';
import { renderProblems } from '../present/problems.ts';
import { settingsSaid, settingsText } from '../present/settings-text.ts';
import { endingOf } from './file-ending.ts';
import { type Given, fromConfig, fromEnvironment, variableOf } from './setting-values.ts';
import { Stop } from './stop.ts';
import { sayTo } from './talk.ts';
import { type World, exit } from './world.ts';

/**
 * Puts what the environment and the config say in place of flags that were not given: a flag goes before a variable, a variable before
 * the config, each as a whole. Says on standard error what decides the law, or with --verbose where every value came from. Stops with
 * exit code 2 where a config cannot be used.
 */
export async function applySettings(
  command: Command,
  keys: readonly SettingKey[],
  file: string | null,
  world: World,
): Promise<readonly Setting[]> {
  const config = file === null ? {} : await readConfig(file);
  const given = (key: SettingKey): readonly Given[] =>
    [fromEnvironment(key, world.env), file === null ? null : fromConfig(key, config, file)].filter(
      (one) => one !== null,
    );
  const settings = keys.flatMap((key) =>
    key === 'facts' ? factSettings(command, given(key)) : [settle(command, key, given(key))],
  );
  const say = sayTo(world);
  const strange = misspelt(world.env);
  const place = placeOf(world.stderr, world.env, isColoured(command));
  if (strange.length > 0) await say(renderProblems(strange, place));
  const isVerbose = command.opts<{ readonly verbose?: boolean }>().verbose === true;
  if (!isVerbose) await say(settingsSaid(settings));
  else
    await say(
      settingsText(
        [...flagsOf(command, settings), ...settings, ...passedOver(keys, given, settings)],
        file,
        place.width,
      ),
    );
  return settings;
}

async function readConfig(file: string): Promise<Config> {
  const { parseConfig } = await import('../intake/config-text.ts');
  const text = readText(file);
  if (!text.ok) throw new Stop(exit.usage, [{ ...text.error, code: 'bad-config', hint: leaveAside }]);
  const config = parseConfig(text.value, file);
  if (!config.ok) throw new Stop(exit.usage, config.error);
  return config.value;
}

const leaveAside = '--no-config leaves it aside.';

/** The first of what was given that the command has a use for. */
function settle(command: Command, key: SettingKey, found: readonly Given[]): Setting {
  const option = command.options.find((one) => one.attributeName() === key);
  const flag = option?.long ?? `--${key}`;
  const own: unknown = command.getOptionValue(key);
  if (command.getOptionValueSource(key) === 'cli') return { key, flag, values: textsOf(own), from: 'flag' };
  const used = found.find(({ values }) => isOfUse(command, key, values));
  if (used === undefined) return { key, flag, values: [], from: 'default' };
  const isList = key === 'tables' || key === 'with' || key === 'map';
  command.setOptionValueWithSource(key, isList ? used.values : used.values[0], 'config');
  return { key, flag, values: used.values, from: used.from };
}

/** A default that does not fit what is asked for is passed over; a flag would be refused. */
function isOfUse(command: Command, key: SettingKey, values: readonly string[]): boolean {
  const options = command.opts<Readonly<Record<string, unknown>>>();
  const option = command.options.find((one) => one.attributeName() === key);
  if (key === 'format') {
    // A file is written in the format of its name, sums and explanations in one that has room for them.
    const isDecided = ['output', 'summary', 'explain'].some((name) => options[name] !== undefined);
    return !isDecided && option?.argChoices?.includes(values[0] ?? '') !== false;
  }
  if (key === 'columns') return isCsv(options) && options['summary'] === undefined;
  // A shipment by flags has no columns of other names.
  if (key === 'map') return command.args.length > 0;
  return true;
}

function isCsv({ format, output }: Readonly<Record<string, unknown>>): boolean {
  return (format ?? endingOf(typeof output === 'string' ? output : undefined)) === 'csv';
}

/** Each fact is a setting of its own: a flag for one does not take the others away. */
function factSettings(command: Command, found: readonly Given[]): readonly Setting[] {
  const given = new Set<string>();
  const settings: Setting[] = [];
  if (!describesShipment(command)) return [];
  for (const { values, from } of found) {
    for (const pair of values) {
      const name = pair.slice(0, pair.indexOf('='));
      if (given.has(name) || isGiven(command, name)) continue;
      given.add(name);
      settings.push({ key: 'facts', ...setFact(command, name, pair), from });
    }
  }
  return settings;
}

/** `rates` and `history` ask about goods; `calc` about one shipment where no files are given. */
function describesShipment(command: Command): boolean {
  const takesFiles = command.registeredArguments.some((argument) => argument.name() === 'files');
  const { hts, goods } = command.opts<{ readonly hts?: string; readonly goods?: string }>();
  return !takesFiles || (command.args.length === 0 && (hts ?? goods) !== undefined);
}

function attributeOf(fact: string): string {
  return fact.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function isGiven(command: Command, fact: string): boolean {
  const pairs = command.opts<{ readonly fact?: readonly string[] }>().fact ?? [];
  return command.getOptionValueSource(attributeOf(fact)) === 'cli' || pairs.some((one) => one.startsWith(`${fact}=`));
}

function setFact(command: Command, name: string, pair: string): Pick<Setting, 'flag' | 'values'> {
  const option = command.options.find((one) => one.attributeName() === attributeOf(name));
  if (option?.helpGroupHeading === command.options.find((one) => one.attributeName() === 'fact')?.helpGroupHeading) {
    const value = pair.slice(name.length + 1);
    command.setOptionValueWithSource(attributeOf(name), value, 'config');
    return { flag: option?.long ?? '', values: [value] };
  }
  const pairs = command.opts<{ readonly fact?: readonly string[] }>().fact ?? [];
  command.setOptionValueWithSource('fact', [...pairs, pair], 'config');
  return { flag: '--fact', values: [pair] };
}

/** What was said and did not count, since something goes before it or the command has no use for it. */
function passedOver(
  keys: readonly SettingKey[],
  given: (key: SettingKey) => readonly Given[],
  settings: readonly Setting[],
): readonly Pick<Setting, 'flag' | 'values' | 'from'>[] {
  const used = new Set(settings.map(({ from }) => from));
  return keys.flatMap((key) =>
    given(key)
      .filter(({ from }) => !used.has(from))
      .map(({ values, from }) => ({ flag: key, values, from: `not used here: ${from}` })),
  );
}

/** Options of the command line that no config has: with --verbose all of them are told. */
function flagsOf(command: Command, settings: readonly Setting[]): readonly Pick<Setting, 'flag' | 'values' | 'from'>[] {
  return command.options
    .filter((one) => command.getOptionValueSource(one.attributeName()) === 'cli' && one.attributeName() !== 'verbose')
    .filter((one) => !settings.some(({ flag }) => flag === one.long))
    .map((one) => ({
      flag: one.long ?? one.flags,
      values: one.isBoolean() || one.negate ? [] : textsOf(command.getOptionValue(one.attributeName())),
      from: 'flag',
    }));
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

function isColoured(command: Command): boolean {
  return command.opts<{ readonly color?: boolean }>().color !== false;
}

/** Variables that look like one of ours and are none. */
function misspelt(env: NodeJS.ProcessEnv): ReturnType<typeof problem>[] {
  const known = settingKeys.map(variableOf);
  return Object.keys(env).flatMap((name) => {
    if (!name.startsWith('TARIFF_') || known.includes(name)) return [];
    const near = closest(name, known);
    if (near === undefined) return [];
    return [problem('bad-config', 'warning', `the variable ${name} is not read`, { hint: `Did you mean ${near}?` })];
  });
}

/** What a setting has to do with a problem: it named the option, or the file. */
export function settingBehind(
  { column, file }: { readonly column: string | null; readonly file: string | null },
  settings: readonly Setting[],
): Setting | undefined {
  return settings
    .filter(isSetElsewhere)
    .find(({ flag, values }) => flag === column || (file !== null && values.includes(file)));
}
