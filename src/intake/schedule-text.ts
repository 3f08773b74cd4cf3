import type { PrintedRate } from '../customs/rate.ts';
import type { ScheduleCell, ScheduleColumn, ScheduleRow, TariffSchedule } from '../customs/tariff-schedule.ts';
import { byText } from '../exact/by-text.ts';
import { firstDay } from '../exact/iso-date.ts';
import { citationOf } from './citation-text.ts';
import type { JsonPath } from './json-text.ts';
import { type MeasureContext, checkMembers } from './measure-text.ts';
import { parseRate } from './rate-text.ts';
import type { Reading } from './reading.ts';
import type { RawSchedule } from './schedule-shape.ts';
import { readDay } from './test-text.ts';

type RawColumn = RawSchedule['columns'][number];
type RawRow = RawSchedule['rows'][number];

/** Reads the rows of a tariff schedule. `numberLength`: the digits of the longest number. */
export function readSchedule(
  reading: Reading,
  raw: RawSchedule,
  path: JsonPath,
  known: MeasureContext,
  numberLength: number,
): TariffSchedule {
  const columns = raw.columns.map((column, index) => readColumn(reading, column, [...path, 'columns', index], known));
  const cells = new Cells();
  const read = raw.rows.map((row, index) => {
    const at = [...path, 'rows', index];
    checkRow(reading, row, columns, at, numberLength);
    return rowOf(reading, row, columns, cells, at);
  });
  const rows = read.toSorted((a, b) => byText(a.number, b.number) || byText(a.from, b.from));
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (next?.number !== row.number || (row.before !== null && row.before <= next.from)) continue;
    const place = read.lastIndexOf(next);
    reading.wrong([...path, 'rows', place], next.number, 'has two rows for the same day', null, 'duplicate-id');
  }
  return { columns, cells: cells.all, rows, overlay: known.overlay };
}

function readColumn(reading: Reading, raw: RawColumn, path: JsonPath, known: MeasureContext): ScheduleColumn {
  const origins = raw.origins === undefined || raw.origins === 'all' ? null : raw.origins;
  checkMembers(reading, origins ?? [], [...path, 'origins'], known);
  return {
    id: raw.id,
    title: raw.title ?? raw.id,
    origins,
    claims: raw.claims ?? null,
    from: raw.from === undefined ? firstDay : readDay(reading, raw.from, [...path, 'from']),
    before: raw.before === undefined ? null : readDay(reading, raw.before, [...path, 'before']),
    citation: citationOf(raw.citation ?? known.citation),
  };
}

function checkRow(
  reading: Reading,
  row: RawRow,
  columns: readonly ScheduleColumn[],
  path: JsonPath,
  length: number,
): void {
  const [number, ...texts] = row;
  const extras = texts.findIndex((text) => typeof text !== 'string');
  const given = extras === -1 ? texts.length : extras;
  if (typeof number !== 'string' || !/^\d[\d.]*\d$/.test(number) || digitsOf(number).length > length)
    reading.wrong([...path, 0], number, `is not a number of up to ${length} digits`);
  if (given !== columns.length || (extras !== -1 && extras !== texts.length - 1))
    reading.wrong(
      path,
      undefined,
      `the row of ${numberOf(row)} has ${given} texts; the schedule has ${columns.length} columns`,
      'An empty column is written "".',
    );
}

function numberOf([number]: RawRow): string {
  return typeof number === 'string' ? number : '';
}

function digitsOf(number: string): string {
  return number.replaceAll('.', '');
}

function rowOf(
  reading: Reading,
  row: RawRow,
  columns: readonly ScheduleColumn[],
  cells: Cells,
  path: JsonPath,
): ScheduleRow {
  const extras = row.findLast((one) => typeof one !== 'string');
  const places = columns.map((column, index) => {
    const text = row[index + 1];
    if (typeof text !== 'string' || text === '') return -1;
    const place = cells.placeOf(text, column.claims !== null);
    if (place === undefined)
      reading.wrong([...path, index + 1], text, 'is not a rate', 'Free, 25%, 3.4¢/kg, $1.05/kg + 2.3%, or unknown');
    return place ?? -1;
  });
  return {
    number: digitsOf(numberOf(row)),
    cells: places,
    from: extras?.from === undefined ? firstDay : readDay(reading, extras.from, [...path, 'from']),
    before: extras?.before === undefined ? null : readDay(reading, extras.before, [...path, 'before']),
    ...(extras?.suffixes === undefined ? {} : { suffixes: extras.suffixes }),
    ...(extras?.words === undefined ? {} : { words: extras.words }),
  };
}

/** Texts of cells, each read once. */
class Cells {
  readonly all: ScheduleCell[] = [];
  private readonly places = new Map<string, number | undefined>();

  /** Undefined where the text is no rate. */
  placeOf(text: string, byProgram: boolean): number | undefined {
    const key = `${byProgram}${text}`;
    if (!this.places.has(key)) {
      const rates = byProgram ? readProgramCell(text) : readPlainCell(text);
      this.places.set(key, rates && this.all.push({ text, rates }) - 1);
    }
    return this.places.get(key);
  }
}

function readPlainCell(text: string): ScheduleCell['rates'] | undefined {
  const rate = parseRate(text);
  return rate && [{ programs: null, printed: { text, rate } }];
}

/** `Free (A,AU) 3.1¢/kg (PA)`: each group with its own text. A text without symbols is no rate for anybody. */
function readProgramCell(text: string): ScheduleCell['rates'] | undefined {
  const rate = parseRate(text);
  if (rate?.form !== 'programs') return rate && [];
  const words = text.split(/\([^)]*\)/).map((one) => one.trim());
  return rate.groups.map((group, index) => {
    const printed: PrintedRate = { text: words[index] || text, rate: group.rate };
    return { programs: group.programs, printed };
  });
}
