import type { Setting } from '../customs/setting.ts';
import type { Place } from '../intake/line-reader.ts';
import { type Output, fileOutput, streamOutput } from '../io/output.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import { placeOf } from '../io/terminal.ts';
import type { Style } from '../present/renderer.ts';
import type { LoadedLaw } from './load-law.ts';
import type { SettingOptions } from './settings.ts';
import { endingOf, isKnown } from './file-ending.ts';
import { usage } from './stop.ts';
import type { World } from './world.ts';

/** Options that every command with an answer has. */
export interface RunOptions extends SettingOptions {
  readonly format?: string;
  readonly output?: string;
  readonly jurisdiction?: string;
  readonly regimes?: string;
  readonly color: boolean;
  /** Whose annotations problems are told as; left out: as sentences. */
  readonly annotations?: string;
  readonly knownOn?: string | readonly string[];
}

/** The place of a declaration by flags: `melt_pour_country` is called --melt-pour-country there. */
export const flagPlace: Place = {
  file: null,
  line: null,
  nameOf: (column) => `--${column === 'weight_kg' ? 'weight' : column.replaceAll('_', '-')}`,
};

/** As asked; else as the name of the output file ends; else a table. */
export function formatOf<Format extends string>(options: RunOptions, formats: readonly Format[]): Format | 'table' {
  if (options.format !== undefined) return options.format as Format;
  const name = endingOf(options.output);
  const found = formats.find((one) => one === name);
  if (found === undefined && isKnown(name))
    throw usage(
      `${name} is nothing that this command writes`,
      '--output',
      `It writes ${formats.join(', ')}: name the file so, or give --format.`,
      options.output,
    );
  return found ?? 'table';
}

/** Where results go: a file, or standard output. */
export function outputOf(options: RunOptions, world: World): Output {
  if (options.output === '') throw usage('names no file', '--output', 'Give a name, or - for standard output.', '');
  return toStandardOutput(options) ? streamOutput(world.stdout) : fileOutput(options.output ?? '');
}

/** What goes to standard output is not written with --quiet; a file is. */
export function quietly(options: RunOptions & { readonly quiet?: boolean }, output: Output): Output {
  return options.quiet === true && toStandardOutput(options) ? { ...output, write: async () => undefined } : output;
}

/** Nothing was said, or a dash. */
export function toStandardOutput(options: RunOptions): boolean {
  return options.output === undefined || options.output === '-';
}

/** How to write there, in the ways of the law's jurisdiction. */
export function styleOf(options: RunOptions, world: World, loaded: LoadedLaw): Style {
  const { currencySign, rounding, code } = loaded.law.schedule.jurisdiction;
  const place = toStandardOutput(options)
    ? placeOf(world.stdout, world.env, options.color)
    : { color: false, width: 100 };
  const { names } = loaded.law.schedule.countries;
  return { ...place, currencySign, rounding, code, countryName: (origin) => names[origin] ?? origin };
}

/** The day of `--known-on`. */
export function dayKnown(text: string): IsoDate {
  const day = isoDate(text);
  if (day === undefined)
    throw usage(`"${text}" is not a day of the calendar`, '--known-on', 'YYYY-MM-DD, such as 2020-10-01', text);
  return day;
}

/** Whose law, and which of its regimes; empty: the default one's, and all. */
export function lawAsked({
  jurisdiction,
  regimes,
  knownOn,
  settings,
}: Pick<RunOptions, 'jurisdiction' | 'regimes' | 'knownOn' | 'settings'>): {
  readonly settings?: readonly Setting[];
  readonly jurisdiction?: string;
  readonly regimes?: readonly string[];
  readonly knownOn?: IsoDate;
} {
  return {
    ...(typeof knownOn === 'string' ? { knownOn: dayKnown(knownOn) } : {}),
    ...(settings === undefined ? {} : { settings }),
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    ...(regimes === undefined ? {} : { regimes: regimes.split(',').map((one) => one.trim()) }),
  };
}
