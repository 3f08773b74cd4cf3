import { join, relative } from 'node:path';
import { rangesIn } from '../assess/goods.ts';
import { checkLaw } from '../assess/check/check-law.ts';
import type { GoodsWords } from '../customs/described-goods.ts';
import type { GoodsEntry } from '../customs/goods.ts';
import type { CountryList } from '../customs/country.ts';
import type { Jurisdiction } from '../customs/jurisdiction.ts';
import type { Origins } from '../customs/measure.ts';
import { tableLines } from '../customs/table-lines.ts';
import { numbersUnder } from '../customs/known-numbers.ts';
import type { LawManifest } from '../customs/manifest.ts';
import type { Problem } from '../customs/problem.ts';
import type { Table } from '../customs/table.ts';
import type { ScheduleRows, TariffSchedule } from '../customs/tariff-schedule.ts';
import { type IsoDate, firstDay } from '../exact/iso-date.ts';
import { readGoodsWords } from '../intake/goods-words.ts';
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
  const territories = shaped(dataDir, 'jurisdictions').filter((one) => one.kind === 'jurisdiction');
  const defaults = territories.filter(({ raw }) => raw.default === true);
  const [first] = defaults;
  if (!first || defaults.length > 1) throw new Error('one file of data/jurisdictions must have "default": true');
  const ordered = [first, ...territories.filter((one) => one !== first)];
  const jurisdictions = ordered.map(({ raw, reading }) => {
    const jurisdiction = readJurisdiction(reading, raw, codes);
    stopAt(reading.problems);
    return jurisdiction;
  });
  const countries: CountryList = {
    ...listed,
    names: englishNames([...listed.codes, ...jurisdictions.flatMap(({ groups }) => Object.keys(groups))]),
  };
  const numbers = JSON.parse(text(join(dataDir, 'numbers.json'))) as Numbers;
  const files = [...shaped(dataDir, 'regimes'), ...shaped(dataDir, 'quotas')];
  const tables = jurisdictions.flatMap((jurisdiction) => {
    const own = files.filter((file) => territoryOf(file, files, first.raw.jurisdiction) === jurisdiction.id);
    const read = readTableSet(own, { jurisdiction, countries: codes }, digest, true);
    if (!read.ok) throw wrongLaw(read.error);
    const known = jurisdiction.id === first.raw.jurisdiction ? numbers.numbers : [];
    const below = (prefix: string): readonly string[] => numbersUnder(known, prefix);
    stopAt(checkLaw({ jurisdiction, tables: read.value, countries, numbersBelow: below }, { bundled: true }));
    return read.value;
  });
  return pack(jurisdictions, countries, tables, numbers, describedGoods(dataDir, numbers));
}

/** What the goods are, in words: of every chapter, heading and subheading of the known numbers, and of no others. */
function describedGoods(dataDir: string, { numbers }: Numbers): GoodsWords {
  const read = readGoodsWords(text(join(dataDir, 'goods.json')), 'data/goods.json');
  if (!read.ok) throw wrongLaw(read.error);
  const known = new Set(numbers.flatMap((number) => [2, 4, 6].map((length) => number.slice(0, length))));
  const described = new Set(read.value.goods.map(({ number }) => number));
  const wrong = [...known, ...described].filter((number) => !(known.has(number) && described.has(number)));
  if (wrong.length > 0)
    throw new Error(`data/goods.json and data/numbers.json differ in ${wrong.toSorted().join(', ')}`);
  return read.value;
}

/** Known full numbers of the default territory. */
interface Numbers {
  readonly edition: string;
  readonly numbers: readonly string[];
}

/** A quota in a file of its own belongs where its regime does. */
function territoryOf(file: ShapedFile, files: readonly ShapedFile[], usual: string): string {
  if (file.kind === 'table') return file.raw.jurisdiction ?? usual;
  const regime = file.kind === 'quota' ? file.raw.regime : '';
  const table = files.find((one) => one.kind === 'table' && one.raw.regime === regime);
  return table?.kind === 'table' ? (table.raw.jurisdiction ?? usual) : usual;
}

/** Also of groups that have a code of their own, such as the EU. */
function englishNames(codes: readonly string[]): Readonly<Record<string, string>> {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return Object.fromEntries(
    codes.filter((code) => /^[A-Z]{2}$/.test(code)).map((code) => [code, names.of(code) ?? code]),
  );
}

function pack(
  jurisdictions: readonly Jurisdiction[],
  countries: CountryList,
  tables: readonly Table[],
  numbers: Numbers,
  goods: GoodsWords,
): { manifest: LawManifest; shards: Shard[] } {
  const shards: Shard[] = [];
  const shardOf = (name: string, value: unknown): string => textShard(name, JSON.stringify(value));
  const textShard = (name: string, content: string): string => {
    const shard = { name: `${name}-${digest([content]).slice(0, 12)}.json`, text: content };
    shards.push(shard);
    return shard.name;
  };
  const chapters = [...new Set(numbers.numbers.map((code) => code.slice(0, 2)))];
  const usual = jurisdictions[0]?.id ?? '';
  const groupsOf = (table: Table): Jurisdiction['groups'] => ({
    ...jurisdictions.find(({ id }) => id === table.jurisdiction)?.groups,
    ...table.groups,
  });
  const manifest: LawManifest = {
    defaultJurisdiction: usual,
    jurisdictions,
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
      origins: originsOf(table, groupsOf(table)),
      ended: table.ended?.from ?? null,
      replaced: table.replaced && { by: table.replaced.by, from: table.replaced.from },
      facts: table.facts,
      shard: textShard(
        table.regime,
        tableLines(
          { ...table, schedule: table.schedule && { ...table.schedule, cells: [], rows: [] } },
          ({ origins }) => membersEver(origins, groupsOf(table)),
        ),
      ),
      rows: table.schedule ? rowShards(table.regime, table.schedule, shardOf) : {},
    })),
    numbers: {
      jurisdiction: usual,
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
    goods: shardOf('goods', goods),
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
function originsOf(table: Table, groups: Jurisdiction['groups']): readonly string[] | null {
  const members = table.measures.map(({ origins }) => membersEver(origins, groups));
  if (table.schedule !== null || members.includes(null)) return null;
  return [...new Set(members.flatMap((origins) => origins ?? []))].toSorted();
}

/** Every country that origins ever stand for; null: all. */
function membersEver(origins: Origins, groups: Jurisdiction['groups']): readonly string[] | null {
  if (origins.of === null) return null;
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
  return [...new Set(ever(origins.of, []))].toSorted();
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
