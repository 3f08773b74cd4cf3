import type { Amending } from '../customs/act.ts';
import type { Jurisdiction } from '../customs/jurisdiction.ts';
import type { Measure } from '../customs/measure.ts';
import { factsOfMeasures, factsOfRates } from '../customs/rate-facts.ts';
import { suppliedFacts } from '../customs/supplied-fact.ts';
import type { Choice, GroupMember, OrderEntry, Table, TableSource, Yield, YieldTarget } from '../customs/table.ts';
import type { TariffSchedule } from '../customs/tariff-schedule.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { citationOf } from './citation-text.ts';
import { coreColumns } from './columns.ts';
import { type KnownLists, readGoods, readList } from './goods-text.ts';
import type { JsonPath } from './json-text.ts';
import { type MeasureContext, checkMembers, readEnactment, readMeasure, refundOf } from './measure-text.ts';
import { readQuota } from './quota-text.ts';
import { readSchedule } from './schedule-text.ts';
import type { Reading } from './reading.ts';
import type { RawGroup } from './shape-parts.ts';
import type { RawQuotaFile, RawTable } from './table-shape.ts';
import { readDay } from './test-text.ts';

/** What a table may refer to outside itself. */
export interface Surroundings {
  readonly jurisdiction: Jurisdiction;
  readonly countries: ReadonlySet<string>;
}

/** A quota in a file of its own, and how to report its mistakes. */
export interface QuotaPart {
  readonly raw: RawQuotaFile;
  readonly reading: Reading;
}

/** Reads the meaning of a table whose shape was checked; quotas may stand in files of their own. */
export function readTable(
  reading: Reading,
  raw: RawTable,
  quotaParts: readonly QuotaPart[],
  around: Surroundings,
  source: TableSource,
): Table {
  const lists: KnownLists = new Set(Object.keys(raw.lists ?? {}));
  checkFactNames(reading, raw.facts);
  if (raw.jurisdiction !== undefined && raw.jurisdiction !== around.jurisdiction.id)
    reading.wrong(
      ['jurisdiction'],
      raw.jurisdiction,
      `is another customs territory than ${around.jurisdiction.id}, for which the table is read`,
      `With --jurisdiction ${raw.jurisdiction} it is read for that one.`,
    );
  const quotas = {
    ...Object.fromEntries(
      quotaParts.map(({ raw: { quota, regime: _, $schema: __, ...rest }, reading: its }) => [
        quota,
        readQuota(its, quota, rest, [], lists),
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(raw.quotas ?? {}).map(([id, quota]) => [id, readQuota(reading, id, quota, ['quotas', id], lists)]),
    ),
  };
  const context: MeasureContext = {
    lists,
    facts: knownFacts(around.jurisdiction, raw.facts),
    quotas: new Set(Object.keys(quotas)),
    groups: new Set([...Object.keys(around.jurisdiction.groups), ...Object.keys(raw.groups ?? {})]),
    countries: around.countries,
    basis: raw.basis,
    citation: raw.citation,
    role: raw.role ?? 'additional',
    overlay: null,
  };
  const measures = (raw.measures ?? []).map((measure, index) =>
    readMeasure(reading, measure, index, ['measures', index], context),
  );
  const schedule =
    raw.schedule === undefined
      ? null
      : readSchedule(reading, raw.schedule, ['schedule'], context, around.jurisdiction.code.full);
  return {
    regime: raw.regime,
    title: raw.title ?? raw.regime,
    jurisdiction: raw.jurisdiction ?? around.jurisdiction.id,
    role: raw.role ?? 'additional',
    documentedFrom: dayAt(reading, raw, 'documentedFrom'),
    documentedThrough: dayAt(reading, raw, 'documentedThrough'),
    citation: citationOf(raw.citation),
    lists: Object.fromEntries(
      Object.entries(raw.lists ?? {}).map(([name, list]) => [name, readList(reading, list, ['lists', name], lists)]),
    ),
    groups: readGroups(reading, raw.groups, ['groups'], context),
    facts: { ...factsOfLaw(measures, around.jurisdiction, schedule), ...readFacts(raw.facts) },
    quotas,
    order: readOrder(reading, raw.order, ['order'], new Set(measures.map((measure) => measure.id))),
    choices: readChoices(reading, raw.choices, measures),
    measures,
    schedule,
    covers: raw.covers === undefined ? null : readGoods(reading, raw.covers, ['covers'], lists),
    refund: refundOf(raw.refund),
    ended: raw.ended
      ? {
          from: readDay(reading, raw.ended.from, ['ended', 'from']),
          citation: citationOf(raw.ended.citation ?? raw.citation),
        }
      : null,
    replaced: raw.replaced
      ? {
          by: raw.replaced.by,
          from: readDay(reading, raw.replaced.from, ['replaced', 'from']),
          citation: citationOf(raw.replaced.citation ?? raw.citation),
        }
      : null,
    endings: (raw.endings ?? []).map((one, index) => ({
      ...readEnactment(reading, one, ['endings', index]),
      before: readDay(reading, one.before, ['endings', index, 'before']),
    })),
    amendings: readAmendings(reading, raw.lists),
    yields: (raw.yields ?? []).map((one, index) => readYield(reading, one, ['yields', index])),
    source,
  };
}

/** The dated changes of each list, by the acts that made them. */
export function readAmendings(reading: Reading, lists: RawTable['lists']): readonly Amending[] {
  return Object.entries(lists ?? {}).flatMap(([list, raw]) =>
    Array.isArray(raw)
      ? []
      : raw.changes.flatMap(({ from, published, citation }, index): Amending[] => {
          const path: JsonPath = ['lists', list, 'changes', index];
          if (from === undefined) return [];
          const act = readEnactment(reading, { published, citation }, path);
          return [{ ...act, list, on: readDay(reading, from, [...path, 'from']) }];
        }),
  );
}

function dayAt(reading: Reading, raw: RawTable, key: 'documentedFrom' | 'documentedThrough'): IsoDate | null {
  const day = raw[key];
  return day === undefined ? null : readDay(reading, day, [key]);
}

/** Facts by name with their type: the jurisdiction's, and the table's own. */
export function knownFacts(jurisdiction: Jurisdiction, own: RawTable['facts']): ReadonlyMap<string, string> {
  return new Map(
    [...Object.entries(jurisdiction.facts), ...Object.entries(own ?? {})]
      .map(([name, fact]): [string, string] => [name, fact.type])
      .concat([...suppliedFacts]),
  );
}

/** Facts a table declares. None may take the name of a column that every line has, or of one that answers add. */
export function checkFactNames(reading: Reading, raw: RawTable['facts']): void {
  const taken = new Set([...coreColumns.map((column) => column.name), ...suppliedFacts.keys()]);
  for (const name of Object.keys(raw ?? {})) {
    if (taken.has(name) || name === 'weight' || name.startsWith('tariff_'))
      reading.wrong(
        ['facts', name],
        name,
        'is the name of a column that means something else',
        'Give the fact another name.',
      );
  }
}

/** What the rates of a table ask for needs no word in the table; where the jurisdiction asks for it, its question stands. */
export function factsOfLaw(
  measures: readonly Measure[],
  jurisdiction: Jurisdiction,
  schedule: TariffSchedule | null = null,
): Table['facts'] {
  const cells = (schedule?.cells ?? []).flatMap(({ rates }) => rates.map(({ printed }) => printed.rate));
  const asked = Object.entries({ ...factsOfMeasures(measures), ...factsOfRates(cells) });
  return Object.fromEntries(asked.filter(([name]) => !Object.hasOwn(jurisdiction.facts, name)));
}

export function readFacts(raw: RawTable['facts']): Table['facts'] {
  return Object.fromEntries(
    Object.entries(raw ?? {}).map(([name, fact]) => [
      name,
      { type: fact.type, question: fact.question, choices: fact.choices ?? [] },
    ]),
  );
}

/** Dated members of each group; a member dropped without having been added is a mistake. */
export function readGroups(
  reading: Reading,
  raw: Readonly<Record<string, RawGroup>> | undefined,
  path: JsonPath,
  known: Pick<MeasureContext, 'groups' | 'countries'>,
): Record<string, GroupMember[]> {
  const groups: Record<string, GroupMember[]> = {};
  for (const [name, group] of Object.entries(raw ?? {})) {
    const changes: { from?: string | undefined; add?: string[] | undefined; drop?: string[] | undefined }[] =
      Array.isArray(group) ? [{ add: group }] : group.changes;
    const members: GroupMember[] = [];
    for (const [index, change] of changes.entries()) {
      const at = [...path, name, ...(Array.isArray(group) ? [] : ['changes', index])];
      const from = (change.from as IsoDate | undefined) ?? null;
      checkMembers(reading, change.add ?? [], at, known);
      for (const code of change.drop ?? []) {
        const place = members.findIndex((one) => one.member === code && one.before === null);
        const member = members[place];
        if (!member) reading.wrong(at, code, 'is dropped from the group but not in it');
        else members[place] = { ...member, before: from };
      }
      members.push(...(change.add ?? []).map((code) => ({ member: code, from, before: null })));
    }
    groups[name] = members;
  }
  return groups;
}

/** Names in `order` must be measures, each once. */
export function readOrder(
  reading: Reading,
  raw: RawTable['order'],
  path: JsonPath,
  measures: ReadonlySet<string>,
): OrderEntry[] {
  const seen = new Set<string>();
  return (raw ?? []).map((entry, index) => {
    const id = typeof entry === 'string' ? entry : entry.id;
    if (!measures.has(id))
      reading.wrong([...path, index], id, 'is not the id of a measure of this table', null, 'unknown-name');
    if (seen.has(id)) reading.wrong([...path, index], id, 'stands in the order twice');
    seen.add(id);
    return { id, citation: typeof entry === 'string' ? null : citationOf(entry.citation) };
  });
}

/** Measures of a choice: known, each in one choice, none within a quota (its draws would depend on the choice). */
export function readChoices(
  reading: Reading,
  raw: RawTable['choices'],
  measures: readonly Measure[],
): readonly Choice[] {
  const seen = new Set<string>();
  return (raw ?? []).map(({ of, citation }, index) => {
    for (const [place, id] of of.entries()) {
      const path: JsonPath = ['choices', index, 'of', place];
      const measure = measures.find((one) => one.id === id);
      if (!measure) reading.wrong(path, id, 'is not the id of a measure of this table', null, 'unknown-name');
      else if (measure.quota !== null) reading.wrong(path, id, 'holds within a quota, and cannot be chosen');
      if (seen.has(id)) reading.wrong(path, id, 'stands in two choices, or twice in one');
      seen.add(id);
    }
    return { of, citation: citationOf(citation) };
  });
}

function readYield(reading: Reading, raw: NonNullable<RawTable['yields']>[number], path: JsonPath): Yield {
  const to = raw.to.map((text): YieldTarget => {
    const [first = '', last] = text.split(/\s+to\s+/);
    return /^\d/.test(first) ? { kind: 'headings', first, last: last ?? first } : { kind: 'regime', regime: text };
  });
  return {
    to,
    extent: raw.extent,
    heading: raw.heading ?? null,
    from: raw.from === undefined ? null : readDay(reading, raw.from, [...path, 'from']),
    before: raw.before === undefined ? null : readDay(reading, raw.before, [...path, 'before']),
    published: raw.published === undefined ? null : readDay(reading, raw.published, [...path, 'published']),
    citation: citationOf(raw.citation),
  };
}
