import { type SettingKey, configFormats } from '../customs/setting.ts';
import { closest } from '../exact/suggest.ts';
import type { Config } from '../intake/config-shape.ts';
import { besideFile, pathList } from '../io/find-config.ts';
import { usage } from './stop.ts';

/** The variable of the environment that stands for a flag: `fxTable` → `TARIFF_FX_TABLE`. */
export function variableOf(key: SettingKey): string {
  return `TARIFF_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** What the environment or a config says of a setting, as flags would say it, and who says it. */
export interface Given {
  readonly values: readonly string[];
  readonly from: string;
}

/** Null: it says nothing. An empty variable counts as none. */
export function fromEnvironment(key: SettingKey, env: NodeJS.ProcessEnv): Given | null {
  const from = variableOf(key);
  const text = env[from] ?? '';
  if (text === '') return null;
  if (key === 'tables' || key === 'with') return { values: pathList(text), from };
  if (key === 'format') checkFormat(text, from);
  if (key !== 'facts' && key !== 'map') return { values: [text], from };
  const values = text.split(';').filter((one) => one !== '');
  const wrong = key === 'facts' ? values.find((one) => !/^[^=]+=./.test(one)) : undefined;
  if (wrong !== undefined)
    throw usage('does not say which fact has which value', from, 'NAME=VALUE;NAME=VALUE, such as mode=vessel', wrong);
  return { values, from };
}

function checkFormat(text: string, from: string): void {
  if ((configFormats as readonly string[]).includes(text)) return;
  const near = closest(text, configFormats);
  const known = `One of ${configFormats.join(', ')}.`;
  throw usage(`"${text}" cannot be a default`, from, near === undefined ? known : `Did you mean ${near}?`, text);
}

/** Null: it says nothing. Paths are meant from the folder of the config. */
export function fromConfig(key: SettingKey, config: Config, file: string): Given | null {
  const value = config[key];
  if (value === undefined) return null;
  return { values: valuesOf(key, value, file), from: `${file}: ${key}` };
}

function valuesOf(key: SettingKey, value: NonNullable<Config[SettingKey]>, file: string): readonly string[] {
  const paths = new Set<SettingKey>(['tables', 'with', 'map', 'fxTable', 'ledger']);
  if (typeof value === 'string') return [paths.has(key) ? besideFile(file, value) : value];
  if (Array.isArray(value)) return value.map((path: string) => besideFile(file, path));
  return Object.entries(value).map(([name, one]) => `${name}=${typeof one === 'boolean' ? yesOrNo(one) : one}`);
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
