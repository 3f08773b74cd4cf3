import type { Measure } from '../customs/measure.ts';
import type { Table } from '../customs/table.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { closest } from '../exact/suggest.ts';
import { type KnownLists, readList } from './goods-text.ts';
import type { JsonPath } from './json-text.ts';
import { type MeasureContext, readMeasure } from './measure-text.ts';
import { readQuota } from './quota-text.ts';
import type { Reading } from './reading.ts';
import {
  type Surroundings,
  checkFactNames,
  factsOfLaw,
  knownFacts,
  readChoices,
  readFacts,
  readGroups,
  readOrder,
} from './table.ts';
import type { RawAmendment } from './table-shape.ts';
import { readDay } from './test-text.ts';

/** Lays a file of changes over a table: a new table, with every added measure marked by the file's title. */
export function applyAmendment(
  reading: Reading,
  raw: RawAmendment,
  table: Table,
  around: Surroundings,
  digest: { file: string; sha256: string },
): Table {
  const lists: KnownLists = new Set([...Object.keys(table.lists), ...Object.keys(raw.lists ?? {})]);
  const quotas = {
    ...table.quotas,
    ...Object.fromEntries(
      Object.entries(raw.quotas ?? {}).map(([id, quota]) => [id, readQuota(reading, id, quota, ['quotas', id], lists)]),
    ),
  };
  const context: MeasureContext = {
    lists,
    facts: new Map([
      ...knownFacts(around.jurisdiction, raw.facts),
      ...Object.entries(table.facts).map(([name, fact]) => [name, fact.type] as const),
    ]),
    quotas: new Set(Object.keys(quotas)),
    groups: new Set([
      ...Object.keys(around.jurisdiction.groups),
      ...Object.keys(table.groups),
      ...Object.keys(raw.groups ?? {}),
    ]),
    countries: around.countries,
    basis: undefined,
    citation: raw.citation ?? { source: `${raw.title} (an overlay, not law)`, confidence: 'unverified' },
    role: table.role,
    overlay: raw.title,
  };
  checkFactNames(reading, raw.facts);
  const measures = applyChanges(reading, raw, table.measures, context);
  return {
    ...table,
    lists: {
      ...table.lists,
      ...Object.fromEntries(
        Object.entries(raw.lists ?? {}).map(([name, list]) => [name, readList(reading, list, ['lists', name], lists)]),
      ),
    },
    groups: { ...table.groups, ...readGroups(reading, raw.groups, ['groups'], context) },
    facts: { ...factsOfLaw(measures, around.jurisdiction), ...table.facts, ...readFacts(raw.facts) },
    quotas,
    order:
      raw.order === undefined
        ? table.order
        : readOrder(reading, raw.order, ['order'], new Set(measures.map((measure) => measure.id))),
    choices: raw.choices === undefined ? table.choices : readChoices(reading, raw.choices, measures),
    measures,
    source: { ...table.source, overlays: [...table.source.overlays, { title: raw.title, ...digest }] },
  };
}

function applyChanges(
  reading: Reading,
  raw: RawAmendment,
  before: readonly Measure[],
  context: MeasureContext,
): readonly Measure[] {
  let measures = [...before];
  for (const [index, change] of raw.changes.entries()) {
    const path: JsonPath = ['changes', index];
    if ('add' in change) {
      const added = readMeasure(reading, change.add, measures.length, [...path, 'add'], context);
      if (measures.some((one) => one.id === added.id))
        reading.wrong(
          [...path, 'add', 'id'],
          added.id,
          'a measure of this name exists',
          'Replace it, or give the new one another id.',
          'duplicate-id',
        );
      measures.push(added);
    } else if ('replace' in change) {
      mustExist(reading, change.replace, measures, [...path, 'replace']);
      const substitute = {
        ...readMeasure(reading, change.with, index, [...path, 'with'], context),
        id: change.replace,
      };
      measures = measures.map((one) => (one.id === change.replace ? substitute : one));
    } else {
      mustExist(reading, change.end, measures, [...path, 'end']);
      const day = readDay(reading, change.from, [...path, 'from']);
      measures = measures.map((one) => (one.id === change.end ? endedOn(one, day, raw.title) : one));
    }
  }
  return measures;
}

function mustExist(reading: Reading, id: string, measures: readonly Measure[], path: JsonPath): void {
  if (measures.some((one) => one.id === id)) return;
  const near = closest(
    id,
    measures.map((one) => one.id),
  );
  reading.wrong(
    path,
    id,
    'is not a measure of the amended table',
    near ? `Did you mean "${near}"?` : `Known: ${measures.map((one) => one.id).join(', ')}`,
    'unknown-name',
  );
}

/** Rates from the day on are kept as ended, so that answers which would have used them can say so. */
function endedOn(measure: Measure, day: IsoDate, title: string): Measure {
  const rates = measure.rates.flatMap((rate) => {
    if (rate.before !== null && rate.before <= day) return [rate];
    if (rate.from >= day) return [{ ...rate, endedBy: title }];
    return [
      { ...rate, before: day },
      { ...rate, from: day, endedBy: title },
    ];
  });
  return { ...measure, rates };
}
