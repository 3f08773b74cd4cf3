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

/** Those that decide which law answers, or what is declared: an answer that rests on them says so. */
const lawSettings: ReadonlySet<SettingKey> = new Set(['jurisdiction', 'tables', 'with', 'facts']);

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
export function decidesLaw(setting: Setting): boolean {
  return lawSettings.has(setting.key) && isSetElsewhere(setting);
}
