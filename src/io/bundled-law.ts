import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lawFolder, manifest } from 'virtual:law-manifest';
import type { GoodsWords } from '../customs/described-goods.ts';
import type { GoodsEntry } from '../customs/goods.ts';
import type { Jurisdiction, NotCovered } from '../customs/jurisdiction.ts';
import type { LawManifest, ManifestTable } from '../customs/manifest.ts';
import { numbersUnder } from '../customs/known-numbers.ts';
import type { Table } from '../customs/table.ts';
import { tableOfLines } from '../customs/table-lines.ts';
import type { ScheduleRows } from '../customs/tariff-schedule.ts';

/** What is known of the bundled law without reading any of it. */
export function bundledManifest(): LawManifest {
  return manifest;
}

/** A customs territory by its id; left out: the one that is meant where none is named. Undefined: it is not on hand. */
export function jurisdictionNamed(id: string = manifest.defaultJurisdiction): Jurisdiction | undefined {
  return manifest.jurisdictions.find((one) => one.id === id);
}

export function defaultJurisdiction(): Jurisdiction {
  const found = jurisdictionNamed();
  if (!found) throw new Error(`the build holds no jurisdiction ${manifest.defaultJurisdiction}`);
  return found;
}

/** The jurisdiction, with its bundled regimes among what tables of one's own do not cover: they are left out where they are on hand. */
export function withBundledRegimes(jurisdiction: Jurisdiction): Jurisdiction {
  const named = new Set(jurisdiction.notCovered.map(({ id }) => id));
  const regimes = manifest.tables
    .filter((table) => table.jurisdiction === jurisdiction.id)
    .filter(({ role, regime }) => role === 'additional' && !named.has(regime))
    .map(({ regime, title, chapters, from, ended, replaced }): NotCovered => {
      const goods = (chapters ?? []).map((chapter): GoodsEntry => ({
        what: { kind: 'numbers', first: chapter, last: chapter },
      }));
      return {
        id: regime,
        title,
        claimedBy: null,
        answeredBy: null,
        goods: chapters === null ? [{ what: { kind: 'all' } }] : goods,
        origins: null,
        from,
        // What took its place is named by itself.
        before: ended ?? replaced?.from ?? null,
        citation: null,
      };
    });
  return { ...jurisdiction, notCovered: [...jurisdiction.notCovered, ...regimes] };
}

/** What is known of the lines that will be asked about; what is left out is not known. */
export interface Needed {
  /** Left out: the one that is meant where none is named. */
  readonly jurisdiction?: string | undefined;
  /** First two digits of all goods. */
  readonly chapters?: readonly string[] | undefined;
  readonly date?: string | undefined;
  readonly origin?: string | undefined;
  /** Ids of the regimes to apply; left out: all. */
  readonly regimes?: readonly string[] | undefined;
}

/** Reads compiled tables: all, or those that may have something to say of such lines. They were checked by the build. */
export function readBundledTables(needed: Needed = {}): readonly Table[] {
  const { chapters } = needed;
  const asked = tablesIn(needed.jurisdiction).filter(({ regime }) => needed.regimes?.includes(regime) ?? true);
  const named = asked.filter(
    (table) => !chapters || !table.chapters || table.chapters.some((chapter) => chapters.includes(chapter)),
  );
  const holding = named.filter((table) => mayReach(table, needed, asked));
  // What comes before all law is said with its first day.
  const isEmpty = holding.every((table) => table.role !== 'additional');
  return (isEmpty ? named : holding).map((one) =>
    withRows(tableOfLines(shardText(one.shard), chapters, needed.origin), one, chapters ?? 'all'),
  );
}

/** Bundled tables of a customs territory. */
export function tablesIn(jurisdiction: string = manifest.defaultJurisdiction): readonly ManifestTable[] {
  return manifest.tables.filter((table) => table.jurisdiction === jurisdiction);
}

/** Whether a table may hold for the day and the origin, as far as these are known. */
function mayReach(table: ManifestTable, { date, origin }: Needed, asked: readonly ManifestTable[]): boolean {
  if (origin !== undefined && table.origins !== null && !table.origins.includes(origin)) return false;
  if (date === undefined) return true;
  if (date < table.from || (table.ended !== null && date >= table.ended)) return false;
  const { replaced } = table;
  return replaced === null || date < replaced.from || !asked.some(({ regime }) => regime === replaced.by);
}

/** The table with the rows of its schedule, which stand in a shard for each chapter. */
function withRows(table: Table, { rows }: ManifestTable, chapters: readonly string[] | 'all'): Table {
  if (!table.schedule) return table;
  const needed = Object.keys(rows).filter((chapter) => chapters === 'all' || chapters.includes(chapter));
  const parts = needed.toSorted().map((chapter) => shard(rows[chapter] ?? '') as ScheduleRows);
  let before = 0;
  const shifted = parts.map((part) => {
    const offset = before;
    before += part.cells.length;
    return part.rows.map((row) => ({ ...row, cells: row.cells.map((place) => (place < 0 ? place : place + offset)) }));
  });
  return {
    ...table,
    schedule: { ...table.schedule, cells: parts.flatMap(({ cells }) => cells), rows: shifted.flat() },
  };
}

/** Known full numbers that begin with a prefix; reads the chapters it needs, once. */
export function bundledNumbers(
  jurisdiction: string = manifest.defaultJurisdiction,
): (prefix: string) => readonly string[] {
  if (jurisdiction !== manifest.numbers.jurisdiction) return () => [];
  const chapters = new Map<string, readonly string[]>();
  const chapter = (name: string): readonly string[] => {
    const file = manifest.numbers.shards[name];
    if (!chapters.has(name)) chapters.set(name, file === undefined ? [] : (shard(file) as readonly string[]));
    return chapters.get(name) ?? [];
  };
  return (prefix) => {
    if (prefix.length >= 2) return numbersUnder(chapter(prefix.slice(0, 2)), prefix);
    const names = Object.keys(manifest.numbers.shards).filter((name) => name.startsWith(prefix));
    return names.flatMap(chapter);
  };
}

/** What goods are, in words; read from the disk. */
export function bundledGoods(): GoodsWords {
  return shard(manifest.goods) as GoodsWords;
}

function shard(name: string): unknown {
  return JSON.parse(shardText(name));
}

function shardText(name: string): string {
  return readFileSync(join(lawFolder, name), 'utf8');
}
