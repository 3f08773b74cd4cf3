import { version } from 'virtual:package';
import { type Batch, type IntakeLine, type RunState, assessBatch, endRun, startRun } from '../assess/assess-batch.ts';
import { startSummary } from '../assess/summary.ts';
import type { ResultLine, Totals } from '../customs/assessment.ts';
import { type Problem, problem } from '../customs/problem.ts';
import { type SummaryKey, summaryKeys } from '../customs/summary.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import { closest } from '../exact/suggest.ts';
import { parseEntryLine } from '../intake/entry-line.ts';
import { type EntryContext, entryContext } from '../intake/entry-context.ts';
import { coreColumns } from '../intake/columns.ts';
import { countryParser } from '../intake/country-field.ts';
import { bundledManifest } from '../io/bundled-law.ts';
import type { Output } from '../io/output.ts';
import {
  type FormatName,
  type Renderer,
  type RunInfo,
  type Style,
  defaultSummary,
  formatNames,
  rendererFor,
} from '../present/renderer.ts';
import { type CalcOptions, addGivenFacts, shipmentColumns } from './calc-options.ts';
import { type LoadedLaw, loadLaw } from './load-law.ts';
import { placeOfBalance, readBalances, readProrations } from './balances.ts';
import { type LedgerRun, openLedgerRun } from './ledger-run.ts';
import { readExchange } from './exchange.ts';
import { type LimitOptions, hasLimits } from './limit-options.ts';
import type { Limits } from './limits.ts';
import type { LockOptions } from './lock-options.ts';
import { flagPlace, formatOf, outputOf, lawAsked, quietly, styleOf, toStandardOutput } from './run-options.ts';
import { readShipments } from './read-shipments.ts';
import { type Talk, talkTo } from './talk.ts';
import { usage } from './stop.ts';
import { type ExitCode, type World, exit, withLimits, worse } from './world.ts';

/** `tariff calc`: one shipment by flags, or files of them, through one loop. */
export async function calc(
  files: readonly string[],
  options: CalcOptions & LimitOptions & LockOptions,
  world: World,
): Promise<ExitCode> {
  const flags = shipmentColumns(options);
  if (flags && files.length > 0)
    throw usage(
      'a shipment by flags and files of shipments cannot be mixed',
      null,
      'Leave out the files, or the flags that describe a shipment.',
    );
  if (!flags && files.length === 0)
    throw usage(
      'no shipment was given',
      null,
      'Give one by flags (--hts 7208.10.15.00 --origin DE --value 100000 --weight 50t --date 2021-11-12), or a CSV file, or - for standard input.',
    );
  if (flags && options.map !== undefined)
    throw usage('--map names columns of files, and the shipment is given by flags', '--map', 'Leave it out.');
  const summaryBy = parseSummary(options);
  // Nobody sees a table that is not printed; what is wrong is told on standard error then.
  const isHidden = options.quiet === true && toStandardOutput(options);
  const format = isHidden ? 'ndjson' : formatOf(options, formatNames);
  checkExplain(options, format, flags !== undefined);
  if (options.commit === true && options.knownOn !== undefined)
    throw usage('a ledger records what the law is, not what it was known to be', '--known-on', 'Leave out --commit.');
  const chapter = flags?.get('hts')?.replace(/\D/g, '').slice(0, 2);
  const loaded = await loadLaw({
    tables: options.tables ?? [],
    with: options.with ?? [],
    strict: options.strict ?? false,
    ...lawAsked(options),
    // Who asks why hears of every regime, also of those that the line does not need.
    ...(chapter?.length === 2 && !options.explain ? { chapters: [chapter] } : {}),
    ...(options.explain ? {} : { ...dayOf(flags, world), ...originOf(flags) }),
  });
  if (options.lock !== undefined || options.locked !== undefined)
    await (await import('./lock.ts')).keepLock(options, loaded);
  const { jurisdiction, countries } = loaded.law.schedule;
  const context = entryContext({
    jurisdiction,
    countries,
    facts: loaded.facts,
    exchange: await readExchange(options, jurisdiction.currency, world),
    wholeValues: options.wholeDollars === true,
  });
  const balances = await readBalances(options, world);
  const prorated = readProrations(options);
  const ledger = await openLedgerRun(options, world);
  const output = quietly(options, outputOf(options, world));
  const style = styleOf(options, world, loaded);
  const run: Run = {
    loaded,
    context,
    format,
    style,
    limits: hasLimits(options) ? (await import('./limits.ts')).answerLimits(options, style) : null,
    summaryBy,
    output,
    explained: options.explain === true,
    talk: talkTo(world, options),
    summary: startSummary(summaryBy.length > 0 ? summaryBy : defaultSummary),
    state: startRun(
      {
        ...(ledger?.balances(balances) ?? { given: balances, drawn: new Map(), presented: new Map() }),
        ...(prorated && { prorated }),
      },
      flags ? 'each-line' : 'by-number',
    ),
    ledger,
    fileProblems: [],
    balances,
    prorated,
    code: exit.done,
  };
  try {
    if (flags) await calcOne(flags, options, run, world);
    else await calcFiles(files, options, run, world);
    if (run.renderer) await output.close();
    else output.abandon();
  } catch (error) {
    output.abandon();
    throw error;
  } finally {
    ledger?.close();
  }
  return run.code;
}

/** The day of the one shipment, where it is written as tables write days; else it is not known yet. */
function dayOf(flags: ReadonlyMap<string, string> | undefined, world: World): { readonly date?: IsoDate } {
  const date = flags && isoDate(flags.get('date') ?? world.today);
  return date === undefined ? {} : { date };
}

/** The origin of the one shipment, if it can be read; else its problem is told when the whole line is. */
function originOf(flags: ReadonlyMap<string, string> | undefined): { readonly origin?: string } {
  const text = flags?.get('origin');
  const read = text === undefined ? undefined : countryParser(bundledManifest().countries, [])(text);
  return read?.ok ? { origin: read.value } : {};
}

/** What a run carries; `state`, `renderer` and `code` move forward with each batch. */
interface Run {
  readonly loaded: LoadedLaw;
  readonly context: EntryContext;
  readonly format: FormatName;
  readonly style: Style;
  readonly summaryBy: readonly SummaryKey[];
  readonly output: Output;
  readonly explained: boolean;
  readonly talk: Talk;
  readonly summary: ReturnType<typeof startSummary>;
  readonly fileProblems: Problem[];
  readonly balances: Awaited<ReturnType<typeof readBalances>>;
  readonly prorated: ReturnType<typeof readProrations>;
  /** Null: the run counts its own lines alone. */
  readonly ledger: LedgerRun | null;
  /** Null: no limit was given. */
  readonly limits: Limits<ResultLine, Totals> | null;
  state: RunState;
  renderer?: Renderer;
  code: ExitCode;
}

async function calcOne(
  flags: ReadonlyMap<string, string>,
  options: CalcOptions,
  run: Run,
  world: World,
): Promise<void> {
  const columns = new Map(flags);
  if (!columns.has('date')) columns.set('date', world.today);
  addGivenFacts(columns, options.fact ?? [], run.loaded.facts);
  const entry = parseEntryLine(columns, flagPlace, run.context);
  if (!entry.ok) {
    await run.talk.problems(entry.error);
    run.code = exit.usage;
    return;
  }
  run.fileProblems.push(...flagsNotRead(columns, run.loaded));
  await begin(run, [], true);
  await assess(run, [{ kind: 'line', line: entry.value, row: null }]);
  await finish(run, world);
}

/** Facts given as flags that no table of the run reads: said, so that nobody believes they counted. */
function flagsNotRead(columns: ReadonlyMap<string, string>, { facts }: LoadedLaw): readonly Problem[] {
  const known = new Set([...coreColumns.map(({ name }) => name), ...Object.keys(facts)]);
  return [...columns.keys()]
    .filter((column) => !known.has(column))
    .map((column) =>
      problem('column-not-read', 'notice', 'no table on hand reads it', { column: flagPlace.nameOf(column) }),
    );
}

async function calcFiles(files: readonly string[], options: CalcOptions, run: Run, world: World): Promise<void> {
  for await (const event of readShipments(files, options, run, world)) {
    if (event.kind === 'columns') await begin(run, event.columns, false);
    else if (event.kind === 'lines') await assess(run, event.lines);
    else {
      run.fileProblems.push(...event.problems);
      run.code = worse(run.code, event.code);
      if (isTold(run)) await run.talk.problems(event.problems);
    }
  }
  if (!run.renderer) {
    // No file could be read: there is nothing to print, and an older output stays as it is.
    if (!isTold(run)) await run.talk.problems(run.fileProblems);
    return;
  }
  await finish(run, world);
}

async function begin(run: Run, columns: readonly string[], single: boolean): Promise<void> {
  if (run.renderer) return;
  const titles = run.loaded.law.schedule.jurisdiction.notCovered.map(({ id, title }) => [id, title] as const);
  const info: RunInfo = {
    toolVersion: version,
    lawDigest: run.format === 'ndjson' ? await digestOfLaw(run.loaded) : null,
    tables: run.loaded.runTables,
    columns,
    notCoveredTitles: Object.fromEntries(titles),
    single,
    summaryBy: run.summaryBy,
  };
  run.renderer = await rendererFor(run.format, info, run.style);
  await run.output.write(run.renderer.head());
}

async function digestOfLaw(loaded: LoadedLaw): Promise<string | null> {
  return (await import('./law-lock.ts')).lockOf(loaded).law ?? null;
}

async function assess(run: Run, lines: readonly IntakeLine[]): Promise<void> {
  const assessIn: LedgerRun['assess'] = run.ledger?.assess ?? assessBatch;
  // What a ledger keeps is committed before a word of it is printed.
  await passOn(run, assessIn(lines, run.loaded.law, run.state, run.explained));
}

async function passOn(run: Run, batch: Batch): Promise<void> {
  run.state = batch.state;
  if (wantsSummary(run)) run.summary.add(batch.lines);
  run.limits?.add(batch.lines);
  await run.output.write(run.renderer?.lines(batch.lines) ?? '');
  if (run.format === 'csv' || run.talk.annotates) await run.talk.problems(problemsOf(batch.lines));
}

/** What is wrong with a file is told beside the answer, where the answer does not tell it or a build shall show it. */
function isTold({ format, talk }: Run): boolean {
  return talk.annotates || (format !== 'table' && format !== 'markdown');
}

/** A long table is summed up even when nobody asked. */
function wantsSummary(run: Run): boolean {
  return run.summaryBy.length > 0 || run.format === 'table';
}

function problemsOf(lines: readonly ResultLine[]): readonly Problem[] {
  return lines.flatMap((line) => line.problems.filter((one) => one.severity !== 'notice'));
}

async function finish(run: Run, world: World): Promise<void> {
  await passOn(run, endRun(run.loaded.law, run.state));
  const unused = [...run.balances.values()].filter(({ quota }) => !run.state.balances.drawn.has(quota));
  const notes = unused.map((balance) =>
    problem('bad-balance', 'warning', `no line asked for ${balance.quota}; its balance was not used`, {
      ...placeOfBalance(balance),
      hint: 'A quota period is named HEADING/ORIGIN/PERIOD, as answers print it.',
    }),
  );
  for (const quota of run.prorated?.keys() ?? [])
    if (!run.state.balances.drawn.has(quota)) notes.push(unusedProration(quota));
  run.fileProblems.push(...notes);
  const { totals } = run.state;
  await run.output.write(
    run.renderer?.tail({
      totals,
      fileProblems: run.fileProblems,
      summary: wantsSummary(run) ? run.summary.rows() : null,
    }) ?? '',
  );
  if (isTold(run)) await run.talk.problems(notes);
  await run.talk.end(run.format, totals.counts);
  if (run.ledger) await run.talk.say(run.ledger.words());
  const open = totals.counts.refused + totals.counts.unknown + totals.counts.invalid;
  if (open > 0) run.code = worse(run.code, exit.linesOpen);
  if (run.limits) {
    const { tellLimits } = await import('./limits.ts');
    run.code = withLimits(run.code, await tellLimits(run.limits.met(totals), run.talk.annotates, world));
  }
}

function unusedProration(quota: string): Problem {
  return problem('bad-balance', 'warning', `no line asked for ${quota}; its percentage was not used`, {
    column: '--proration',
    value: quota,
  });
}

/** An explanation is a page of its own: rows and sums have no place for it. */
function checkExplain(options: CalcOptions, format: FormatName, single: boolean): void {
  if (options.explain !== true) return;
  if (options.summary !== undefined) throw usage('--explain and --summary do not go together', '--explain');
  if (format === 'json' || format === 'ndjson' || (single && format !== 'csv')) return;
  throw usage(
    single ? '--explain has no place in csv' : `--explain of files of shipments has no place in ${format}`,
    '--format',
    single ? 'Use --format table, markdown or json.' : 'Use --format json or ndjson: each line then has its "trace".',
  );
}

function parseSummary(options: CalcOptions): readonly SummaryKey[] {
  if (options.summary === undefined) return [];
  if (formatOf(options, formatNames) === 'ndjson')
    throw usage(
      '--summary gives sums, and ndjson gives lines',
      '--format',
      'Use --format json, csv, table or markdown.',
    );
  const keys = options.summary.split(',').map((key) => key.trim());
  for (const key of keys) {
    if ((summaryKeys as readonly string[]).includes(key)) continue;
    const near = closest(key, summaryKeys);
    throw usage(
      `"${key}" is nothing lines can be summed up by`,
      '--summary',
      near ? `Did you mean "${near}"?` : `One or several of ${summaryKeys.join(', ')}`,
    );
  }
  return keys as SummaryKey[];
}
