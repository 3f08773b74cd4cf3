import { type Law, circleIn, prepareLaw } from '../assess/law.ts';
import type { Problem } from '../customs/problem.ts';
import type { Jurisdiction } from '../customs/jurisdiction.ts';
import type { ManifestTable } from '../customs/manifest.ts';
import { type Setting, decidesAnswers } from '../customs/setting.ts';
import type { Schedule } from '../customs/schedule.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { Fact, Table } from '../customs/table.ts';
import type { RunTable } from '../present/renderer.ts';
import {
  bundledManifest,
  bundledNumbers,
  jurisdictionNamed,
  readBundledTables,
  tablesIn,
  withBundledRegimes,
} from '../io/bundled-law.ts';
import { digest, jsonFilesIn, readText } from '../io/files.ts';
import { meantBy } from '../exact/suggest.ts';
import type { TextFile } from '../intake/table-files.ts';
import { Stop, usage } from './stop.ts';

export interface LawOptions {
  /** Id of the customs territory; left out: the default one. */
  readonly jurisdiction?: string;
  /** Files or folders to use in place of the bundled tables; empty: the bundled ones. */
  readonly tables: readonly string[];
  /** Files or folders laid over them. */
  readonly with: readonly string[];
  readonly strict: boolean;
  /** Regimes to apply; undefined: all. */
  readonly regimes?: readonly string[];
  /** First two digits of all goods that will be asked about; undefined: not known. */
  readonly chapters?: readonly string[];
  /** The day and the origin of the one line that will be asked about; undefined: not known. */
  readonly date?: string;
  readonly origin?: string;
  /** Only what was public on this day counts; undefined: all that is on hand. */
  readonly knownOn?: IsoDate;
  /** Where the options came from; undefined: from flags. */
  readonly settings?: readonly Setting[];
}

/** The law of a run, what it names as its tables, and every fact it may ask for. */
export interface LoadedLaw {
  readonly law: Law;
  readonly runTables: readonly RunTable[];
  readonly facts: Readonly<Record<string, Fact>>;
  /** The day as of which the law is taken; null: as it is on hand. */
  readonly knownOn: IsoDate | null;
  /** What a config or the environment says of it; empty: nothing. */
  readonly settings: readonly Setting[];
}

/** Reads the law a run works with; tables of the user are validated now. Stops with exit code 4 if they cannot be used. */
export async function loadLaw(asked: LawOptions): Promise<LoadedLaw> {
  // What an act on hand ended may not have been ended yet, so no table can be left out.
  const { chapters: _, date: __, origin: ___, ...whole } = asked;
  const options: LawOptions = asked.knownOn === undefined ? asked : whole;
  const jurisdiction = territoryOf(options.jurisdiction);
  const own = options.tables.length > 0 || options.with.length > 0;
  const found = own ? await tablesOf(options) : readBundledTables(options);
  const { regimes } = options;
  if (regimes)
    checkRegimes(
      regimes,
      own ? found.map(({ regime }) => regime) : tablesIn(jurisdiction.id).map(({ regime }) => regime),
    );
  const isApplied = (regime: string): boolean => regimes?.includes(regime) ?? true;
  const tables = found.filter(({ regime }) => isApplied(regime));
  const schedule: Schedule = {
    jurisdiction: withBundledRegimes(jurisdiction),
    tables,
    countries: bundledManifest().countries,
    numbersBelow: bundledNumbers(jurisdiction.id),
    ...(own ? {} : begins(jurisdiction.id, regimes)),
  };
  const { knownOn } = options;
  const known =
    knownOn === undefined ? schedule : (await import('../assess/known/as-known-on.ts')).asKnownOn(schedule, knownOn);
  const law = prepareLaw(known, { strict: options.strict });
  const circle = circleIn(law);
  if (circle) throw new Stop(4, [circle]);
  return {
    law,
    runTables: runTables(tables, options.tables.length === 0 ? tablesIn(jurisdiction.id) : [], knownOn ?? null).filter(
      ({ id }) => isApplied(id),
    ),
    knownOn: knownOn ?? null,
    settings: (options.settings ?? []).filter(decidesAnswers),
    facts: { ...schedule.jurisdiction.facts, ...Object.assign({}, ...tables.map((table) => table.facts)) },
  };
}

/** The first day of any bundled duty beside base duty, whether a line needs its table or not. */
function begins(jurisdiction: string, regimes: readonly string[] | undefined): Pick<Schedule, 'begins'> {
  const asked = tablesIn(jurisdiction).filter(
    ({ regime, role }) => role === 'additional' && (regimes?.includes(regime) ?? true),
  );
  const [first] = asked.map(({ from }) => from).toSorted();
  return first === undefined ? {} : { begins: first };
}

/** The customs territory of a run. */
export function territoryOf(id: string | undefined): Jurisdiction {
  const found = jurisdictionNamed(id);
  if (found) return found;
  const known = bundledManifest().jurisdictions.map((one) => one.id);
  throw usage(`"${id}" is not a customs territory on hand`, '--jurisdiction', `Known: ${known.join(', ')}`, id ?? null);
}

/** Every regime asked for must be on hand. */
function checkRegimes(asked: readonly string[], known: readonly string[]): void {
  const wrong = asked.find((regime) => !known.includes(regime));
  if (wrong === undefined) return;
  const near = meantBy(wrong, known);
  throw usage(
    `"${wrong}" is not a regime on hand`,
    '--regimes',
    near.length > 0 ? `Did you mean ${near.map((one) => `"${one}"`).join(', ')}?` : `Known: ${known.join(', ')}`,
    wrong,
  );
}

/** The tables of `--tables`, or the bundled ones, with those of `--with` laid over them. */
export async function tablesOf(
  options: Pick<LawOptions, 'tables' | 'with' | 'chapters' | 'date' | 'origin' | 'jurisdiction'>,
): Promise<readonly Table[]> {
  const { layTables, readTableSet, shapeFiles } = await import('../intake/table-files.ts');
  const { rowsOfChapters } = await import('../intake/imported-rows.ts');
  const needed = (one: TextFile): TextFile => {
    const rows = options.chapters && rowsOfChapters(one.text, options.chapters, digest);
    return rows === undefined ? one : { ...one, text: rows, whole: one.text };
  };
  const around = {
    jurisdiction: territoryOf(options.jurisdiction),
    countries: new Set(bundledManifest().countries.codes),
  };
  const read = (paths: readonly string[]): ReturnType<typeof shapeFiles> => shapeFiles(textsOf(paths).map(needed));
  const orStop = <Value>(result: { ok: true; value: Value } | { ok: false; error: readonly Problem[] }): Value => {
    if (!result.ok) throw new Stop(4, result.error);
    return result.value;
  };
  const over = options.with.length === 0 ? [] : orStop(read(options.with));
  // An amendment may name any table; a table laid over needs no other than the line does.
  const isWhole = over.some(({ kind }) => kind !== 'table');
  const base =
    options.tables.length === 0
      ? readBundledTables(isWhole ? { jurisdiction: options.jurisdiction } : { ...options, regimes: undefined })
      : orStop(readTableSet(orStop(read(options.tables)), around, digest, false));
  return over.length === 0 ? base : orStop(layTables(base, over, around, digest));
}

/** The texts of files and of all .json files in folders. A path that cannot be read stops with exit code 2, one that is no text with 4. */
export function textsOf(paths: readonly string[]): readonly TextFile[] {
  return paths.flatMap((path) => {
    const files = jsonFilesIn(path);
    if (!files.ok) throw new Stop(2, [files.error]);
    return files.value.map((file) => {
      const text = readText(file);
      if (!text.ok) throw new Stop(text.error.code === 'encoding' ? 4 : 2, [text.error]);
      return { file, text: text.value };
    });
  });
}

/** All tables of the run, by id, whether a line needed them or not: what is printed does not depend on the goods. */
function runTables(
  loaded: readonly Table[],
  bundled: readonly ManifestTable[],
  knownOn: IsoDate | null,
): readonly RunTable[] {
  const others = bundled.filter(({ regime }) => !loaded.some((table) => table.regime === regime));
  return [
    ...others.map(({ regime, title, sha256, documentedThrough }) => ({
      id: regime,
      title,
      sha256,
      documentedThrough,
      knownOn,
      overlays: [],
    })),
    ...loaded.map((table) => runTable(table, knownOn)),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function runTable(table: Table, knownOn: IsoDate | null): RunTable {
  const { regime, title, source, documentedThrough } = table;
  return {
    id: regime,
    title,
    sha256: source.sha256,
    documentedThrough,
    knownOn,
    overlays: source.overlays.map((overlay) => overlay.title),
  };
}
