import { assessBatch, startRun } from './assess/assess-batch.ts';
import { asKnownOn } from './assess/known/as-known-on.ts';
import { circleIn, prepareLaw } from './assess/law.ts';
import { type Problem, problem } from './customs/problem.ts';
import type { Jurisdiction } from './customs/jurisdiction.ts';
import type { Table } from './customs/table.ts';
import { type IsoDate, isoDate } from './exact/iso-date.ts';
import { type Result, fail, ok } from './exact/result.ts';
import { closest } from './exact/suggest.ts';
import { parseBalance } from './intake/balance-text.ts';
import { type ColumnNames, columnNames } from './intake/columns.ts';
import { type EntryContext, entryContext } from './intake/entry-context.ts';
import { exchangeOf, parseExchange } from './intake/exchange.ts';
import { parseEntryLine } from './intake/entry-line.ts';
import { layTables, readTableSet, shapeFiles } from './intake/table-files.ts';
import {
  bundledManifest,
  bundledNumbers,
  jurisdictionNamed,
  readBundledTables,
  withBundledRegimes,
} from './io/bundled-law.ts';
import { digest } from './io/files.ts';
import { lineWriter } from './present/line-json.ts';
import type { OutputLine } from './present/output-shape.ts';

export type {
  OutputCitation,
  OutputDuty,
  OutputLine,
  OutputOutcome,
  OutputProblem,
  OutputQuota,
} from './present/output-shape.ts';

/** A rate table or amendment as JSON text, and the name it is called by in problems. */
export interface TableText {
  readonly name: string;
  readonly json: string;
}

export interface CalculatorOptions {
  /** Id of the customs territory whose law is applied; left out: the default one. */
  readonly jurisdiction?: string;
  /** Tables to use in place of the bundled law. */
  readonly tables?: readonly TableText[];
  /** Tables or amendments laid over it; answers say what rests on them. */
  readonly with?: readonly TableText[];
  /** Ids of the regimes to apply; left out: all. */
  readonly regimes?: readonly string[];
  /** Refuse dates past the days a table is documented for, instead of warning. */
  readonly strict?: boolean;
  /** Rates for values in other currencies: `EUR=1.0842`, what one is worth in that of the territory. */
  readonly fx?: readonly string[];
  /** Round values to whole units of the currency, as entries do. */
  readonly wholeValues?: boolean;
  /** What was left in quota periods: `9903.80.67/DE/2022-Q1=500t`. */
  readonly balances?: readonly string[];
  /** Only law that was public on this day, YYYY-MM-DD: later acts are left out. */
  readonly knownOn?: string;
}

/**
 * Columns of a shipment by name: `{ hts: '7208.10.15.00', origin: 'DE', date: '2022-02-01', value: '100000', weight: '50 t' }`. Text is
 * best: a number is taken as its shortest decimal notation, and one that JavaScript writes with an exponent is refused.
 */
export type Shipment = Readonly<Record<string, string | number | bigint | boolean | null | undefined>>;

/** Answers shipments one after the other; quotas are drawn down in the order of the calls. */
export interface Calculator {
  /** Never throws for a wrong shipment: the line then has the status `invalid` and says why. Money, rates and quantities are text. */
  readonly assess: (shipment: Shipment) => OutputLine;
}

/** Tables that cannot be used, or options that mean nothing; `problems` holds every reason. */
export class UnusableTables extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((one) => [one.file, one.column, one.message].filter(Boolean).join(': ')).join('\n'));
    this.name = 'UnusableTables';
    this.problems = problems;
  }
}

/** Makes a calculator on the bundled law or on tables of your own. Throws `UnusableTables`. */
export function createCalculator(options: CalculatorOptions = {}): Calculator {
  checkOptions(options);
  const territory = territoryOf(options.jurisdiction);
  const tables = applied(orThrow(tablesOf(options, territory)), options.regimes);
  const schedule = {
    jurisdiction: withBundledRegimes(territory),
    tables,
    countries: bundledManifest().countries,
    numbersBelow: bundledNumbers(territory.id),
  };
  const known = knownOf(options.knownOn);
  const law = prepareLaw(known === undefined ? schedule : asKnownOn(schedule, known), {
    strict: options.strict ?? false,
  });
  const circle = circleIn(law);
  if (circle) throw new UnusableTables([circle]);
  const facts = { ...schedule.jurisdiction.facts, ...Object.assign({}, ...tables.map((table) => table.facts)) };
  const given = (options.balances ?? []).map((text) => {
    const { quota, ...balance } = orThrow(lifted(parseBalance(text)));
    return [quota, balance] as const;
  });
  let state = startRun({ given: new Map(given), drawn: new Map(), presented: new Map() }, 'each-line');
  const context = entryContext({
    jurisdiction: schedule.jurisdiction,
    countries: schedule.countries,
    facts,
    exchange: exchangeOf((options.fx ?? []).map((text) => orThrow(lifted(parseExchange(text))))),
    wholeValues: options.wholeValues === true,
  });
  const names = columnNames(facts, schedule.jurisdiction.currency);
  const write = lineWriter(schedule.jurisdiction.rounding);
  return {
    assess: (shipment) => {
      const { line, unread } = intake(shipment, context, names);
      const batch = assessBatch([line], law, state);
      state = batch.state;
      const [answer] = batch.lines;
      if (!answer) throw new Error('a shipment vanished');
      return write(unread.length === 0 ? answer : { ...answer, problems: [...answer.problems, ...unread] });
    },
  };
}

const optionNames: Readonly<Record<keyof CalculatorOptions, true>> = {
  jurisdiction: true,
  tables: true,
  with: true,
  regimes: true,
  strict: true,
  fx: true,
  wholeValues: true,
  balances: true,
  knownOn: true,
};

function knownOf(text: string | undefined): IsoDate | undefined {
  const day = text === undefined ? undefined : isoDate(text);
  if (text !== undefined && day === undefined)
    throw new UnusableTables([problem('bad-usage', 'error', `knownOn: "${text}" is not a day of the calendar`)]);
  return day;
}

/** A misspelt option would be law left out in silence. */
function checkOptions(options: CalculatorOptions): void {
  const names = Object.keys(optionNames);
  const problems = Object.keys(options)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const near = closest(name, names);
      const hint = near === undefined ? `Options: ${names.join(', ')}` : `Did you mean ${near}?`;
      return problem('unknown-name', 'error', `${name} is not an option. ${hint}`, { column: name, value: name, hint });
    });
  if (problems.length > 0) throw new UnusableTables(problems);
}

type Intake = Parameters<typeof assessBatch>[0][number];

function intake(
  shipment: Shipment,
  context: EntryContext,
  names: ColumnNames,
): { line: Intake; unread: readonly Problem[] } {
  const columns = new Map<string, string>();
  const unread: Problem[] = [];
  // Whoever calls from plain JavaScript may hand over anything.
  for (const [name, value] of Object.entries((shipment as Shipment | null | undefined) ?? {})) {
    const column = names.named(name);
    if (column === undefined) unread.push(notAColumn(name, names));
    else if (value !== undefined && value !== null) columns.set(column, textOf(value));
  }
  const entry = parseEntryLine(columns, { file: null, line: null, nameOf: (column) => column }, context);
  if (entry.ok) return { line: { kind: 'line', line: entry.value, row: null }, unread };
  const echo = (column: string): string | null => columns.get(column) ?? null;
  const line: Intake = {
    kind: 'invalid',
    status: 'invalid',
    file: null,
    lineNumber: null,
    entryNumber: null,
    echo: { id: echo('id'), hts: echo('hts'), origin: echo('origin'), date: echo('date'), value: echo('value') },
    problems: entry.error,
    row: null,
  };
  return { line, unread };
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' ? value.toString() : (JSON.stringify(value) ?? '');
}

function notAColumn(name: string, names: ColumnNames): Problem {
  const near = closest(name, names.all);
  const hint = near === undefined ? null : `Did you mean ${near}?`;
  return problem('column-not-read', 'warning', 'is not a column of a shipment', { column: name, hint });
}

function territoryOf(id: string | undefined): Jurisdiction {
  const found = jurisdictionNamed(id);
  if (found) return found;
  const hint = `Known: ${bundledManifest()
    .jurisdictions.map((one) => one.id)
    .join(', ')}`;
  const message = `"${id}" is not a customs territory on hand`;
  throw new UnusableTables([
    problem('unknown-name', 'error', message, { column: 'jurisdiction', value: id ?? null, hint }),
  ]);
}

function tablesOf(
  options: CalculatorOptions,
  jurisdiction: Jurisdiction,
): Result<readonly Table[], readonly Problem[]> {
  const around = { jurisdiction, countries: new Set(bundledManifest().countries.codes) };
  const texts = (files: readonly TableText[]): ReturnType<typeof shapeFiles> =>
    shapeFiles(files.map(({ name, json }) => ({ file: name, text: json })));
  let tables: Result<readonly Table[], readonly Problem[]> = ok([]);
  if (options.tables) {
    const shaped = texts(options.tables);
    tables = shaped.ok ? readTableSet(shaped.value, around, digest, false) : shaped;
  } else tables = ok(readBundledTables({ jurisdiction: jurisdiction.id }));
  if (!tables.ok || !options.with) return tables;
  const over = texts(options.with);
  return over.ok ? layTables(tables.value, over.value, around, digest) : over;
}

function applied(tables: readonly Table[], regimes: readonly string[] | undefined): readonly Table[] {
  if (regimes === undefined) return tables;
  const known = tables.map(({ regime }) => regime);
  const wrong = regimes.filter((regime) => !known.includes(regime));
  if (wrong.length > 0)
    throw new UnusableTables(
      wrong.map((value) =>
        problem('unknown-name', 'error', `"${value}" is not a regime on hand`, {
          column: 'regimes',
          value,
          hint: `Known: ${known.join(', ')}`,
        }),
      ),
    );
  return tables.filter(({ regime }) => regimes.includes(regime));
}

function lifted<Value>(result: Result<Value, Problem>): Result<Value, readonly Problem[]> {
  return result.ok ? result : fail([result.error]);
}

function orThrow<Value>(result: Result<Value, readonly Problem[]>): Value {
  if (!result.ok) throw new UnusableTables(result.error);
  return result.value;
}
