import type { DatedRate, Measure, Test } from '../customs/measure.ts';
import type { Program, ScheduleCell, ScheduleColumn, ScheduleRow, TariffSchedule } from '../customs/tariff-schedule.ts';
import { type IsoDate, holdsOn } from '../exact/iso-date.ts';
import type { Candidate } from './candidate.ts';
import { significantDigits } from './goods.ts';
import { type Groups, type OriginSet, everyOrigin, hasOrigin, originsOn, reachesOrigin } from './origins.ts';
import { scopesOf, stubMeasure } from './schedule-scopes.ts';

/** What the members of columns and programs are found with. */
export interface OriginContext {
  readonly groups: Groups;
  readonly countries: readonly string[];
  readonly programs: Readonly<Record<string, Program>>;
}

/** A tariff schedule made ready: the row that holds for a number on a day, and the candidates that its cells are. */
export interface BaseSchedule {
  readonly schedule: TariffSchedule;
  readonly origins: OriginContext;
  /** The row of the longest number that reaches the code. */
  readonly rowOn: (code: string, date: IsoDate) => ScheduleRow | undefined;
  /** All rows that reach the code on any day. */
  readonly reaching: (code: string) => readonly ScheduleRow[];
  /** All that the rows print for the code, by days: equal for numbers that are treated alike. */
  readonly printedFor: (code: string) => string;
  /** Whether any row is of the code's chapter, its first two digits. */
  readonly holdsChapter: (code: string) => boolean;
  readonly candidates: (code: string, origin: string, date: IsoDate) => readonly Candidate[];
  /** Stand for columns, programs and days of rows where origins and days are told apart; they name no goods. */
  readonly scopes: readonly Measure[];
}

const shortest = 4;

export function prepareSchedule(schedule: TariffSchedule, context: OriginContext): BaseSchedule {
  const byNumber = new Map<string, ScheduleRow[]>();
  for (const row of schedule.rows) {
    const known = byNumber.get(row.number);
    if (known) known.push(row);
    else byNumber.set(row.number, [row]);
  }
  const reaching = (code: string): readonly ScheduleRow[] => {
    const rows: ScheduleRow[] = [];
    for (let digits = code.length; digits >= shortest; digits--)
      rows.push(...(byNumber.get(code.slice(0, digits)) ?? []));
    return rows;
  };
  // Asked with every line: without a list of all rows that reach the code.
  const rowOn = (code: string, date: IsoDate): ScheduleRow | undefined => {
    for (let digits = code.length; digits >= shortest; digits--) {
      const row = byNumber.get(code.slice(0, digits))?.find((one) => holdsOn(one, date));
      if (row) return row;
    }
    return undefined;
  };
  const chapters = new Set(schedule.rows.map(({ number }) => number.slice(0, 2)));
  return {
    schedule,
    origins: context,
    rowOn,
    reaching,
    printedFor: (code) =>
      reaching(code)
        .map(({ number, from, before, cells }) => `${significantDigits(number)}:${from}:${before}:${cells.join()}`)
        .join(';'),
    holdsChapter: (code) => chapters.has(code.slice(0, 2)),
    candidates: (code, origin, date) => {
      const row = rowOn(code, date);
      return row ? candidatesOf(schedule, row, origin, date, context) : [];
    },
    scopes: scopesOf(schedule, context.programs),
  };
}

function candidatesOf(
  schedule: TariffSchedule,
  row: ScheduleRow,
  origin: string,
  date: IsoDate,
  context: OriginContext,
): readonly Candidate[] {
  return schedule.columns.flatMap((column, index) => {
    const cell = schedule.cells[row.cells[index] ?? -1];
    if (!cell || !holdsOn(column, date)) return [];
    const found =
      column.claims === null
        ? plainCandidate(row, column, cell, origin, date, context)
        : programCandidates(row, column, cell, column.claims, origin, date, context);
    return schedule.overlay === null ? found : found.map((one) => laidOver(one, schedule.overlay));
  });
}

function laidOver(one: Candidate, overlay: string | null): Candidate {
  return { ...one, measure: { ...one.measure, overlay } };
}

function plainCandidate(
  row: ScheduleRow,
  column: ScheduleColumn,
  cell: ScheduleCell,
  origin: string,
  date: IsoDate,
  { groups, countries }: OriginContext,
): Candidate[] {
  const origins = originsOn({ of: column.origins, except: [] }, date, groups, countries);
  const printed = cell.rates[0]?.printed;
  if (!printed || !hasOrigin(origins, origin)) return [];
  return [candidate(row, column, { id: column.id, title: column.title }, origins, printed, [])];
}

/** One candidate for each group of symbols of which the origin may claim one on the day. */
function programCandidates(
  row: ScheduleRow,
  column: ScheduleColumn,
  cell: ScheduleCell,
  fact: string,
  origin: string,
  date: IsoDate,
  context: OriginContext,
): Candidate[] {
  return cell.rates.flatMap(({ programs, printed }) => {
    const open = (programs ?? []).filter((symbol) => mayClaim(context.programs[symbol], origin, date, context));
    if (open.length === 0) return [];
    const values = [...new Set(open.flatMap((symbol) => [symbol, context.programs[symbol]?.claimedAs ?? symbol]))];
    const origins = new Set(open.flatMap((symbol) => membersOf(context.programs[symbol], date, context)));
    const test: Test = { facts: [fact], conditions: [{ op: 'in', values }], ifUndeclared: 'not-met' };
    const titles = new Set(open.map((symbol) => context.programs[symbol]?.title ?? symbol));
    const name = { id: `${column.id}-${open.join('-')}`, title: `${column.title}: ${[...titles].join(' or ')}` };
    const citation = context.programs[open[0] ?? '']?.citation ?? column.citation;
    return [candidate(row, { ...column, citation }, name, origins, printed, [test])];
  });
}

/** Whether goods of the origin may claim the program on the day. */
export function mayClaim(program: Program | undefined, origin: string, date: IsoDate, context: OriginContext): boolean {
  return program !== undefined && holdsOn(program, date) && isOpenTo(program, origin, date, context);
}

/** Whether goods of the origin are among those of a program on a day, in force or not. */
export function isOpenTo(program: Program, origin: string, date: IsoDate, { groups }: OriginContext): boolean {
  return reachesOrigin({ of: program.origins, except: program.exceptOrigins }, origin, date, groups);
}

function membersOf(program: Program | undefined, date: IsoDate, { groups, countries }: OriginContext): string[] {
  if (!program) return [];
  const members = originsOn({ of: program.origins, except: program.exceptOrigins }, date, groups, countries);
  return members === everyOrigin ? [...countries] : [...members];
}

function candidate(
  row: ScheduleRow,
  column: ScheduleColumn,
  name: { readonly id: string; readonly title: string },
  origins: OriginSet,
  printed: DatedRate['charge']['printed'],
  when: readonly Test[],
): Candidate {
  const stub = stubMeasure(name.id, { of: column.origins, except: [] }, [row]);
  const rate: DatedRate = {
    ...(stub.rates[0] as DatedRate),
    charge: { kind: 'added', printed },
    when,
    citation: column.citation,
  };
  const measure: Measure = { ...stub, title: name.title, when, rates: [rate] };
  return { measure, rate, goodsWidth: significantDigits(row.number), origins, quota: null };
}
