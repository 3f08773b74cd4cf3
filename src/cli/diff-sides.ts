import { type Setting, isSetElsewhere } from '../customs/setting.ts';
import type { DiffSide } from '../present/diff/diff-rendering.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import type { CalcOptions } from './calc-options.ts';
import type { LimitOptions } from './limit-options.ts';
import type { LoadedLaw } from './load-law.ts';
import { dayKnown } from './run-options.ts';
import { lawFor } from './run-setup.ts';
import { standardInput } from '../io/input.ts';
import { usage } from './stop.ts';

/** Options of `tariff diff`. */
export interface DiffOptions extends CalcOptions, LimitOptions {
  readonly at?: readonly string[];
  readonly key?: string;
  readonly label?: readonly string[];
  readonly ifChanged?: boolean;
  readonly knownOn?: readonly string[];
  readonly settings?: readonly Setting[];
}

/** What one side of a comparison is made of. */
export interface Side {
  readonly files: readonly string[];
  /** What the side is called in place of its files; null: by them. */
  readonly label: string | null;
  readonly at: IsoDate | null;
  /** Only what was public on this day counts; null: all that is on hand. */
  readonly knownOn: IsoDate | null;
  readonly tables: readonly string[];
  readonly with: readonly string[];
}

/** Both sides, and whether each has a file of its own. */
export interface Compared {
  readonly before: Side;
  readonly after: Side;
  readonly ownFiles: boolean;
}

/** Words that stand for what is there without the option. */
const asDeclared = 'declared';
const bundled = 'bundled';
const nothingLaid = 'none';
const onHand = 'now';

type Flag = '--at' | '--tables' | '--with' | '--known-on';

/**
 * Which two things are compared. What is given twice differs, the first of the two being "before"; what is given once holds on both sides,
 * unless nothing differs yet: then it is what differs, from the law or the days as they are without it.
 */
export function sidesOf(files: readonly string[], options: DiffOptions): Compared {
  if (files.length === 0)
    throw usage('no shipments were given', null, 'Give a CSV file, or two of them: the first is what was before.');
  // What a config or the environment lays down holds on both sides: it is no difference.
  const settled = (flag: Flag): readonly string[] => (isSettled(options, flag) ? pathsOf(options, flag) : []);
  const byFlag = (flag: Flag): readonly string[] => (isSettled(options, flag) ? [] : pathsOf(options, flag));
  const asked: Record<Flag, readonly string[]> = {
    '--at': options.at ?? [],
    '--tables': byFlag('--tables'),
    '--with': byFlag('--with'),
    '--known-on': options.knownOn ?? [],
  };
  for (const [flag, values] of Object.entries(asked)) if (values.length > 2) throw tooMany(flag, values);
  if (files.length > 2) throw tooMany(null, files);
  if (files.filter((file) => file === standardInput).length > 1) throw usage('standard input (-) can be read once');
  const { label = [] } = options;
  if (label.length === 1 || label.length > 2)
    throw usage('names both sides', '--label', 'Twice: before and after.', label.join(', '));
  const differs = files.length === 2 || Object.values(asked).some(({ length }) => length === 2);
  const once = (['--with', '--tables', '--known-on', '--at'] as const).find((flag) => asked[flag].length === 1);
  if (!differs && once === undefined)
    throw usage(
      'nothing differs between the two sides',
      null,
      'Give a second file, or one of --at DAY, --known-on DAY, --tables PATH, --with PATH: twice for before and after.',
    );
  const only = differs ? undefined : once;
  const side = (place: 0 | 1): Side => {
    const value = (flag: Flag): string | undefined =>
      asked[flag].length === 2 || (only !== flag && asked[flag].length === 1)
        ? (asked[flag][place] ?? asked[flag][0])
        : place === 1
          ? asked[flag][0]
          : undefined;
    const known = value('--known-on');
    const tables = value('--tables');
    const laid = value('--with');
    return {
      files: [files[place] ?? files[0] ?? ''],
      label: label[place] ?? null,
      at: dayOf(value('--at')),
      knownOn: known === undefined || known === onHand ? null : dayKnown(known),
      tables: tables === undefined ? settled('--tables') : tables === bundled ? [] : [tables],
      with: laid === undefined ? settled('--with') : laid === nothingLaid ? [] : [laid],
    };
  };
  return { before: side(0), after: side(1), ownFiles: files.length === 2 };
}

function isSettled({ settings = [] }: DiffOptions, flag: Flag): boolean {
  return settings.some((one) => one.flag === flag && isSetElsewhere(one));
}

function pathsOf(options: DiffOptions, flag: Flag): readonly string[] {
  return (flag === '--tables' ? options.tables : options.with) ?? [];
}

function tooMany(flag: string | null, values: readonly string[]): Error {
  return usage(
    flag === null ? `${values.length} files are given; two can be compared` : 'is given more than twice',
    flag,
    flag === null ? null : 'Once, or twice: before and after. A folder holds several tables.',
    values.join(', '),
  );
}

function dayOf(text: string | undefined): IsoDate | null {
  if (text === undefined || text === asDeclared) return null;
  const day = isoDate(text);
  if (day === undefined)
    throw usage(`"${text}" is not a day of the calendar`, '--at', 'YYYY-MM-DD, such as 2025-06-04', text);
  return day;
}

/** The laws of both sides; the same one where they do not differ in it. */
export async function lawsOf(
  { before, after }: Compared,
  options: DiffOptions,
): Promise<{ readonly before: LoadedLaw; readonly after: LoadedLaw }> {
  // Each side has its own day, or none: the option names both.
  const { knownOn: _, ...others } = options;
  const load = ({ tables, with: laid, knownOn }: Side): Promise<LoadedLaw> =>
    lawFor({ ...others, tables, with: laid, ...(knownOn !== null && { knownOn }) });
  const first = await load(before);
  const lawOf = ({ tables, with: laid, knownOn }: Side): string => JSON.stringify([tables, laid, knownOn]);
  const isSame = lawOf(before) === lawOf(after);
  const second = isSame ? first : await load(after);
  checkFacts(first, second);
  return { before: first, after: second };
}

/** A column must mean the same on both sides. */
function checkFacts(before: LoadedLaw, after: LoadedLaw): void {
  for (const [name, { type }] of Object.entries(before.facts)) {
    const other = after.facts[name]?.type;
    if (other === undefined || other === type) continue;
    throw usage(
      `the two laws read the column ${name} as different things: ${type} and ${other}`,
      null,
      'Run tariff calc with each of them.',
    );
  }
}

/** How a side is told. */
export function sideTold({ files, label, at, knownOn, tables, with: laid }: Side, { runTables }: LoadedLaw): DiffSide {
  const given = [...tables.map((path) => `--tables ${path}`), ...laid.map((path) => `--with ${path}`)];
  return { files: files.map(told), label, at, knownOn, given, tables: runTables };
}

function told(file: string): string {
  return file === '-' ? '(standard input)' : file;
}
