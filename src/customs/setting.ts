/** What a config or the environment may set in place of a flag, by its key in a config. */
export const settingKeys = [
  'jurisdiction',
  'tables',
  'with',
  'facts',
  'map',
  'fxTable',
  'ledger',
  'format',
  'columns',
] as const;
export type SettingKey = (typeof settingKeys)[number];

/** Those that decide which law answers, and what is declared: an answer that rests on them says so. The ledger tells of itself. */
const tellingSettings: ReadonlySet<SettingKey> = new Set(['jurisdiction', 'tables', 'with', 'facts', 'map', 'fxTable']);

/** Formats that may be a default: they go to a terminal or a pipe alike. Files of bytes are asked for by name. */
export const configFormats = ['table', 'csv', 'json', 'ndjson', 'markdown'] as const;

/** An option that a config or the environment may set, as a run found it. */
export interface Setting {
  readonly key: SettingKey;
  /** What it is called on the command line: `--fx-table`. */
  readonly flag: string;
  /** Empty: nobody set it. */
  readonly values: readonly string[];
  /** `flag`, `default`, or who set it: `TARIFF_WITH`, `tariff.config.json: with`. */
  readonly from: string;
}

/** Whether a config or the environment set it. */
export function isSetElsewhere({ from }: Pick<Setting, 'from'>): boolean {
  return from !== 'flag' && from !== 'default';
}

/** Whether an answer rests on it, and no flag says so. */
export function decidesAnswers(setting: Setting): boolean {
  return tellingSettings.has(setting.key) && isSetElsewhere(setting);
}
