import { join, relative } from 'node:path';
import { rangesIn } from '../assess/goods.ts';
import { checkLaw } from '../assess/check/check-law.ts';
import type { GoodsEntry } from '../customs/goods.ts';
import type { CountryList } from '../customs/country.ts';
import type { Jurisdiction } from '../customs/jurisdiction.ts';
import type { LawManifest } from '../customs/manifest.ts';
import type { Problem } from '../customs/problem.ts';
import type { Table } from '../customs/table.ts';
import type { ScheduleRows, TariffSchedule } from '../customs/tariff-schedule.ts';
import { type IsoDate, firstDay } from '../exact/iso-date.ts';
import { readJurisdiction } from '../intake/jurisdiction.ts';
import { type ShapedFile, readTableSet, shapeFiles } from '../intake/table-files.ts';
import { digest, jsonFilesIn, readText } from '../io/files.ts';

interface Shard {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads, validates and checks all of `data/` and turns it into shards a run can load without validating again. Throws with
 * every mistake if the bundled law has one: law that is wrong is not built.
 */
export async function compileLaw(dataDir: string): Promise<{ manifest: LawManifest; shards: Shard[] }> {
  const listed = JSON.parse(text(join(dataDir, 'countries.json'))) as Omit<CountryList, 'names'>;
  const codes = new Set(listed.codes);
  const [territory, ...moreTerritories] = shaped(dataDir, 'jurisdictions').filter((one) => one.kind === 'jurisdiction');
  if (!territory || moreTerritories.length > 0)
    throw new Error('data/jurisdictions must hold one jurisdiction for now');
  const jurisdiction = readJurisdiction(territory.reading, territory.raw, codes);
  stopAt(territory.reading.problems);
  const countries: CountryList = {
    ...listed,
    names: englishNames([...listed.codes, ...Object.keys(jurisdiction.groups)]),
  };
  const tables = readTableSet(
    [...shaped(dataDir, 'regimes'), ...shaped(dataDir, 'quotas')],
    { jurisdiction, countries: codes },
    digest,
    true,
  );
  if (!tables.ok) throw wrongLaw(tables.error);
  const numbers = JSON.parse(text(join(dataDir, 'numbers.json'))) as { edition: string; numbers: readonly string[] };
  const below = (prefix: string): readonly string[] => numbers.numbers.filter((code) => code.startsWith(prefix));
  stopAt(checkLaw({ jurisdiction, tables: tables.value, countries, numbersBelow: below }, { bundled: true }));
  return pack(jurisdiction, countries, tables.value, numbers);
}

/** Also of groups that have a code of their own, such as the EU. */
function englishNames(codes: readonly string[]): Readonly<Record<string, string>> {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return Object.fromEntries(
    codes.filter((code) => /^[A-Z]{2}$/.test(code)).map((code) => [code, names.of(code) ?? code]),
  );
}

function pack(
  jurisdiction: Jurisdiction,
  countries: CountryList,
  tables: readonly Table[],
  numbers: { edition: string; numbers: readonly string[] },
): { manifest: LawManifest; shards: Shard[] } {
  const shards: Shard[] = [];
  const shardOf = (name: string, value: unknown): string => {
    const content = JSON.stringify(value);
    const shard = { name: `${name}-${digest([content]).slice(0, 12)}.json`, text: content };
    shards.push(shard);
    return shard.name;
  };
  const chapters = [...new Set(numbers.numbers.map((code) => code.slice(0, 2)))];
  const manifest: LawManifest = {
    defaultJurisdiction: jurisdiction.id,
    jurisdictions: [jurisdiction],
    countries,
    tables: tables.map((table) => ({
      regime: table.regime,
      title: table.title,
      jurisdiction: table.jurisdiction,
      role: table.role,
      documentedThrough: table.documentedThrough,
      from: firstRateOf(table),
      sha256: table.source.sha256,
      file: table.source.file,
      chapters: chaptersOf(table),
      origins: originsOf(table, jurisdiction),
      ended: table.ended?.from ?? null,
      replaced: table.replaced && { by: table.replaced.by, from: table.replaced.from },
      facts: table.facts,
      shard: shardOf(table.regime, {
        ...table,
        schedule: table.schedule && { ...table.schedule, cells: [], rows: [] },
      }),
      rows: table.schedule ? rowShards(table.regime, table.schedule, shardOf) : {},
    })),
    numbers: {
      edition: numbers.edition,
      shards: Object.fromEntries(
        chapters.map((chapter) => [
          chapter,
          shardOf(
            `numbers-${chapter}`,
            numbers.numbers.filter((code) => code.startsWith(chapter)),
          ),
        ]),
      ),
    },
  };
  return { manifest, shards };
}

/** The rows of each chapter with the cells they refer to: a line seldom needs more. */
function rowShards(
  regime: string,
  { cells, rows }: TariffSchedule,
  shardOf: (name: string, value: unknown) => string,
): Readonly<Record<string, string>> {
  const chapters = [...new Set(rows.map(({ number }) => number.slice(0, 2)))];
  return Object.fromEntries(
    chapters.map((chapter) => {
      const own = rows.filter(({ number }) => number.startsWith(chapter));
      const places = [...new Set(own.flatMap((row) => row.cells))].filter((place) => place >= 0);
      const part: ScheduleRows = {
        cells: places.flatMap((place) => cells[place] ?? []),
        rows: own.map((row) => ({ ...row, cells: row.cells.map((place) => places.indexOf(place)) })),
      };
      return [chapter, shardOf(`${regime}-${chapter}`, part)];
    }),
  );
}

function firstRateOf(table: Table): IsoDate {
  const days = table.measures.flatMap(({ rates }) => rates.map(({ from }) => from));
  return table.schedule ? firstDay : (days.toSorted()[0] ?? firstDay);
}

/** Every country that a measure reaches on some day; null where one reaches all, or all but some. */
function originsOf(table: Table, jurisdiction: Jurisdiction): readonly string[] | null {
  if (table.schedule !== null || table.measures.some(({ origins }) => origins.of === null)) return null;
  const groups = { ...jurisdiction.groups, ...table.groups };
  const ever = (names: readonly string[], seen: readonly string[]): readonly string[] =>
    names.flatMap((name) => {
      const group = seen.includes(name) ? undefined : groups[name];
      return group
        ? ever(
            group.map(({ member }) => member),
            [...seen, name],
          )
        : [name];
    });
  return [
    ...new Set(
      ever(
        table.measures.flatMap(({ origins }) => origins.of ?? []),
        [],
      ),
    ),
  ].toSorted();
}

/** Null where a table reaches all goods: then every line needs it. */
function chaptersOf(table: Table): readonly string[] | null {
  // Goods of any chapter may declare their base rate.
  if (table.role === 'base') return null;
  if (table.covers !== null && table.covers.every(({ what }) => what.kind !== 'all'))
    return chaptersIn(
      table.covers.flatMap((entry) => (entry.what.kind === 'list' ? (table.lists[entry.what.list] ?? []) : [entry])),
    );
  const lists = [
    ...Object.values(table.lists),
    ...table.measures.map((measure) => measure.goods),
    ...Object.values(table.quotas).flatMap((quota) => quota.categories.map((category) => category.goods)),
  ];
  const everything = table.measures.some(
    (measure) => measure.quota === null && measure.goods.some((entry) => entry.what.kind === 'all'),
  );
  if (everything) return null;
  return chaptersIn(lists.flat());
}

function chaptersIn(goods: readonly GoodsEntry[]): readonly string[] {
  const chapters = new Set<string>();
  for (const { first, last } of rangesIn(goods)) {
    for (let chapter = Number(first.slice(0, 2)); chapter <= Number(last.slice(0, 2)); chapter++)
      chapters.add(String(chapter).padStart(2, '0'));
  }
  return [...chapters].toSorted();
}

function shaped(dataDir: string, folder: string): readonly ShapedFile[] {
  const files = jsonFilesIn(join(dataDir, folder));
  if (!files.ok) throw wrongLaw([files.error]);
  const read = shapeFiles(
    files.value.map((file) => ({ file: join('data', relative(dataDir, file)), text: text(file) })),
  );
  if (!read.ok) throw wrongLaw(read.error);
  return read.value;
}

function text(file: string): string {
  const read = readText(file);
  if (!read.ok) throw wrongLaw([read.error]);
  return read.value;
}

function stopAt(problems: readonly Problem[]): void {
  const errors = problems.filter((one) => one.severity === 'error');
  if (errors.length > 0) throw wrongLaw(errors);
}

function wrongLaw(problems: readonly Problem[]): Error {
  const lines = problems.map(
    (one) =>
      `${one.file ?? ''}:${one.line ?? ''}: ${one.column ?? ''}: ${one.value === null ? '' : `${JSON.stringify(one.value)} `}${one.message} [${one.code}]${one.hint ? `\n  hint: ${one.hint}` : ''}`,
  );
  return new Error(lines.join('\n'));
}
