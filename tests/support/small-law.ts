import { type IntakeLine, type RunState, assessBatch, endRun, startRun } from '../../src/assess/assess-batch.ts';
import { checkLaw } from '../../src/assess/check/check-law.ts';
import { type EntryRun, endEntry, throughEntries } from '../../src/assess/entries.ts';
import { type Law, prepareLaw } from '../../src/assess/law.ts';
import type { AssessedLine, ResultLine } from '../../src/customs/assessment.ts';
import type { EntryLine } from '../../src/customs/entry-line.ts';
import type { Problem } from '../../src/customs/problem.ts';
import type { Jurisdiction } from '../../src/customs/jurisdiction.ts';
import type { Schedule } from '../../src/customs/schedule.ts';
import type { Table } from '../../src/customs/table.ts';
import { Decimal } from '../../src/exact/decimal.ts';
import type { IsoDate } from '../../src/exact/iso-date.ts';
import { entryContext } from '../../src/intake/entry-context.ts';
import { parseEntryLine } from '../../src/intake/entry-line.ts';
import { layTables, readTableSet, shapeFiles } from '../../src/intake/table-files.ts';
import { bundledManifest, defaultJurisdiction, readBundledTables } from '../../src/io/bundled-law.ts';
import { digest } from '../../src/io/files.ts';

/** A rate table as a person writes it, before anything is checked. */
export type RawTable = object;

/** Columns of a line, as text. What is left out: 7208.39.00.30 from India on 2022-02-01, $1,000.00. */
export type Columns = Readonly<Record<string, string>>;

export interface SmallLawOptions {
  /** Amendments, quotas and tables laid over the first ones. */
  readonly over?: readonly RawTable[];
  readonly strict?: boolean;
  /** Known full numbers; none: the tables' own. */
  readonly numbers?: readonly string[];
  /** The first day of all law, where only a part of it is on hand. */
  readonly begins?: IsoDate | undefined;
  /** The customs territory; left out: the default one. */
  readonly jurisdiction?: Jurisdiction;
}

/** Law made of a few lines of JSON, and what it says. */
export interface SmallLaw {
  readonly law: Law;
  readonly line: (columns?: Columns) => EntryLine;
  /** One line that has the quotas to itself. */
  readonly assess: (columns?: Columns, balances?: Readonly<Record<string, string>>) => AssessedLine;
  /** Lines one after the other, in batches of so many. */
  readonly run: (
    lines: readonly EntryLine[],
    how?: { readonly balances?: Readonly<Record<string, string>>; readonly batch?: number },
  ) => { readonly lines: readonly AssessedLine[]; readonly state: RunState };
  /** Answers as they come, with the fees of their entries. */
  readonly throughEntries: (lines: readonly ResultLine[], run: EntryRun) => readonly ResultLine[];
}

const around = { jurisdiction: defaultJurisdiction(), countries: new Set(bundledManifest().countries.codes) };
const usual: Columns = { hts: '7208.39.0030', origin: 'IN', date: '2022-02-01', value: '1000.00' };

/** Reads tables as the command does; throws what is wrong with them. */
export function tablesOf(
  tables: readonly RawTable[],
  over: readonly RawTable[] = [],
  jurisdiction: Jurisdiction = around.jurisdiction,
): readonly Table[] {
  const read = readFiles(tables, over, jurisdiction);
  if (Array.isArray(read)) return read as readonly Table[];
  throw new Error((read as { problems: readonly Problem[] }).problems.map(inWords).join('\n'));
}

/** Problems of reading, or of `tariff check` where the tables can be read. */
export function mistakesIn(
  tables: readonly RawTable[],
  { over = [], numbers = [] }: SmallLawOptions = {},
): readonly Problem[] {
  const read = readFiles(tables, over);
  if ('problems' in read) return read.problems;
  return checkLaw(scheduleOf(read, numbers), { bundled: false });
}

/** "ambiguous-rate measures.coils: …" */
export function inWords({ code, column, message }: Problem): string {
  return `${code} ${column ?? ''}: ${message}`;
}

export function smallLaw(tables: RawTable | readonly RawTable[], options: SmallLawOptions = {}): SmallLaw {
  const first = Array.isArray(tables) ? (tables as readonly RawTable[]) : [tables];
  return lawOf(tablesOf(first, options.over, options.jurisdiction), options);
}

export function bundledLaw(): SmallLaw {
  return lawOf(readBundledTables());
}

export function lawOf(
  tables: readonly Table[],
  { strict = false, numbers = [], jurisdiction = around.jurisdiction, begins }: SmallLawOptions = {},
): SmallLaw {
  const schedule = { ...scheduleOf(tables, numbers), jurisdiction, ...(begins && { begins }) };
  const law = prepareLaw(schedule, { strict });
  const facts = { ...schedule.jurisdiction.facts, ...Object.assign({}, ...tables.map((table) => table.facts)) };
  const context = entryContext({ jurisdiction: schedule.jurisdiction, countries: schedule.countries, facts });
  const line = (columns: Columns = {}): EntryLine => {
    const texts = new Map(Object.entries({ ...usual, ...columns }));
    const read = parseEntryLine(texts, { file: null, line: null, nameOf: (column) => column }, context);
    if (!read.ok) throw new Error(read.error.map(inWords).join('\n'));
    return read.value;
  };
  const run: SmallLaw['run'] = (lines, { balances = {}, batch = lines.length } = {}) => {
    const given = Object.entries(balances).map(
      ([id, amount]) => [id, { amount: new Decimal(amount), asOf: null, source: null }] as const,
    );
    let state = startRun({ given: new Map(given), drawn: new Map(), presented: new Map() });
    const results: ResultLine[] = [];
    for (let at = 0; at < lines.length; at += Math.max(1, batch)) {
      const part = lines.slice(at, at + Math.max(1, batch));
      const assessed = assessBatch(
        part.map((one): IntakeLine => ({ kind: 'line', line: one, row: null })),
        law,
        state,
      );
      results.push(...assessed.lines);
      state = assessed.state;
    }
    results.push(...endRun(law, state).lines);
    return { lines: results.filter((one) => one.kind === 'line'), state };
  };
  const assess: SmallLaw['assess'] = (columns, balances = {}) => {
    const [only] = run([line(columns)], { balances }).lines;
    if (!only) throw new Error('a line vanished');
    return only;
  };
  const passed: SmallLaw['throughEntries'] = (lines, entries) => [
    ...throughEntries(lines, entries, law),
    ...endEntry(entries, law),
  ];
  return { law, line, assess, run, throughEntries: passed };
}

/** "25% 250.00 in-quota": rate, amount and tier of each duty line; status and problems where there is no answer. */
export function said(line: AssessedLine): string {
  const duties = line.duties.map((duty) =>
    [duty.rate, duty.amount.toFixed(2), ...(duty.tier === null ? [] : [duty.tier])].join(' '),
  );
  if (line.status === 'assessed') return duties.join(' + ') || 'nothing';
  const ways = (line.outcomes ?? []).map(({ duty, status }) => duty?.toFixed(2) ?? status);
  const why = line.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return [`${line.status} (${[...new Set(why)].join(', ')})`, ...duties, ways.join(' or ')]
    .filter((part) => part !== '')
    .join(': ');
}

/** Everything an answer says, as plain text that can be compared. */
export function everythingIn(line: AssessedLine): string {
  return JSON.stringify({ ...line, line: null, row: null }, (_, value: unknown) => value);
}

function readFiles(
  tables: readonly RawTable[],
  over: readonly RawTable[],
  jurisdiction: Jurisdiction = around.jurisdiction,
): readonly Table[] | { readonly problems: readonly Problem[] } {
  const texts = (raw: readonly RawTable[], name: string): { readonly file: string; readonly text: string }[] =>
    raw.map((table, index) => ({ file: `${name}-${index}.json`, text: JSON.stringify(table) }));
  const shaped = shapeFiles(texts(tables, 'table'));
  if (!shaped.ok) return { problems: shaped.error };
  const base = readTableSet(shaped.value, { ...around, jurisdiction }, digest, false);
  if (!base.ok) return { problems: base.error };
  if (over.length === 0) return base.value;
  const above = shapeFiles(texts(over, 'over'));
  if (!above.ok) return { problems: above.error };
  const laid = layTables(base.value, above.value, { ...around, jurisdiction }, digest);
  return laid.ok ? laid.value : { problems: laid.error };
}

function scheduleOf(tables: readonly Table[], numbers: readonly string[]): Schedule {
  return {
    jurisdiction: around.jurisdiction,
    tables,
    countries: bundledManifest().countries,
    numbersBelow: (prefix) => numbers.filter((number) => number.startsWith(prefix)),
  };
}
