import { version } from 'virtual:package';
import { type Batch, type IntakeLine, type RunState, assessBatch, endRun, withReady } from '../assess/assess-batch.ts';
import { startSummary } from '../assess/summary.ts';
import type { ResultLine, Totals } from '../customs/assessment.ts';
import { type Problem, problem } from '../customs/problem.ts';
import type { SummaryKey } from '../customs/summary.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import type { AddedColumn } from '../present/csv-columns.ts';
import { addedColumns, checkAdded } from './added-columns.ts';
import type { ReadyRows, ReadyRowTaker } from './ready-rows.ts';
import type { RowHelpers } from './row-helpers.ts';
import { parseEntryLine } from '../intake/entry-line.ts';
import { coreColumns } from '../intake/columns.ts';
import { countryParser } from '../intake/country-field.ts';
import { bundledManifest } from '../io/bundled-law.ts';
import { sizeOf } from '../io/input.ts';
import { type Output, gathered } from '../io/output.ts';
import { safeText } from '../present/safe-text.ts';
import { closingWords, openWords } from '../present/closing-words.ts';
import { fileRendererFor, isFileFormat } from '../present/file-formats.ts';
import { type ColumnKind, TooLarge } from '../present/rendering.ts';
import { type Renderer, type RunInfo, type Style, defaultSummary, rendererFor } from '../present/renderer.ts';
import { type CalcFormat, type CalcOptions, addGivenFacts, shipmentColumns } from './calc-options.ts';
import { asked } from './calc-checks.ts';
import { factsRead } from './facts-read.ts';
import type { LoadedLaw } from './load-law.ts';
import { type LedgerRun, openLedgerRun } from './ledger-run.ts';
import { type LimitOptions, hasLimits } from './limit-options.ts';
import type { Limits } from './limits.ts';
import type { LockOptions } from './lock-options.ts';
import { flagPlace, outputOf, quietly, styleOf, toStandardOutput } from './run-options.ts';
import { type RunSetup, lawFor, setUpRun } from './run-setup.ts';
import { keepsColumns, readShipments } from './read-shipments.ts';
import type { RejectsOptions } from './rejects-options.ts';
import { type Rejects, openRejects, stopWords } from './rejects.ts';
import { type Progress, noProgress, showsProgress, startProgress } from './progress.ts';
import type { Between, LinesEvent } from './shipment-event.ts';
import { type Talk, talkTo } from './talk.ts';
import { Stop } from './stop.ts';
import { unusedNotes } from './unused-notes.ts';
import { type ExitCode, type World, exit, withLimits, worse } from './world.ts';

/** `tariff calc`: one shipment by flags, or files of them, through one loop. */
export async function calc(
  files: readonly string[],
  options: CalcOptions & LimitOptions & LockOptions & RejectsOptions,
  world: World,
): Promise<ExitCode> {
  const started = world.clock();
  const flags = shipmentColumns(options);
  const { format, summaryBy } = asked(files, flags !== undefined, options, world);
  const added = addedColumns(options.columns, format);
  const chapter = flags?.get('hts')?.replace(/\D/g, '').slice(0, 2);
  const loaded = await lawFor(options, {
    // Who asks why hears of every regime, also of those that the line does not need.
    ...(chapter?.length === 2 && !options.explain ? { chapters: [chapter] } : {}),
    ...(options.explain ? {} : { ...dayOf(flags, world), ...originOf(flags) }),
  });
  if (options.lock !== undefined || options.locked !== undefined)
    await (await import('./lock.ts')).keepLock(options, loaded);
  const setup = await setUpRun(loaded, options, world);
  const ledger = await openLedgerRun(options);
  const rejects = await openRejects(options, files);
  const isStream = !flags && format === 'csv' && summaryBy.length === 0;
  const output = quietly(options, isStream ? gathered(outputOf(options, world)) : outputOf(options, world));
  const style = styleOf(options, world, loaded);
  const progress = flags ? noProgress() : progressOver(files, format, options, world);
  const state = setup.start(ledger, flags ? 'each-line' : 'by-number');
  const run: Run = {
    loaded,
    ...setup,
    format,
    style,
    limits: hasLimits(options) ? (await import('./limits.ts')).answerLimits(options, style) : null,
    summaryBy,
    output,
    outputName: options.output ?? 'standard output',
    rejects,
    raw: options.raw === true,
    added,
    single: flags !== undefined,
    quiet: options.quiet === true,
    elapsed: () => world.clock() - started,
    explained: options.explain === true,
    progress,
    onBytes: progress.bytes,
    talk: talkTo(world, options, progress.erase),
    summary: startSummary(summaryBy.length > 0 ? summaryBy : defaultSummary),
    state,
    ledger,
    fileProblems: [],
    code: exit.done,
    isUnread: false,
    ...(isStream && !ledger && answersAlone(options)
      ? (await import('./ready-crew.ts')).readyCrew({ loaded, setup, state, added, options, world })
      : { taker: undefined, help: undefined }),
  };
  try {
    if (flags) await calcOne(flags, options, run, world);
    else await calcFiles(files, options, run, world);
    if (run.renderer) await rejects.close();
    const isWhole = rejects.stop() === null && !run.isUnread;
    if (run.renderer && (isWhole || toStandardOutput(options))) await output.close();
    if (run.renderer && run.isUnread && !toStandardOutput(options))
      await run.talk.say(`${safeText(options.output ?? '')} was not written, since not all files could be read.`);
  } finally {
    progress.end();
    run.help?.dismiss();
    // Those that are complete are not touched.
    rejects.abandon();
    output.abandon();
    ledger?.close();
  }
  return run.code;
}

/** Whether rows may be answered without a look at each as a line: nothing asks for all of them, and values are laid on as they stand. */
function answersAlone(options: CalcOptions & LimitOptions): boolean {
  return !hasLimits(options) && options.sort !== true && options.wholeDollars !== true;
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
interface Run extends RunSetup {
  readonly loaded: LoadedLaw;
  readonly format: CalcFormat;
  readonly style: Style;
  readonly summaryBy: readonly SummaryKey[];
  readonly output: Output;
  readonly outputName: string;
  readonly rejects: Rejects;
  /** Text that a spreadsheet would run is left as it is. */
  readonly raw: boolean;
  readonly added: readonly AddedColumn[];
  readonly single: boolean;
  readonly quiet: boolean;
  /** Milliseconds since the run began. */
  readonly elapsed: () => number;
  readonly explained: boolean;
  readonly progress: Progress;
  readonly onBytes: (count: number) => void;
  readonly talk: Talk;
  readonly summary: ReturnType<typeof startSummary>;
  readonly fileProblems: Problem[];
  /** Null: the run counts its own lines alone. */
  readonly ledger: LedgerRun | null;
  /** Null: no limit was given. */
  readonly limits: Limits<ResultLine, Totals> | null;
  /** Who answers rows from their bytes; undefined: each line is needed. */
  readonly taker: ReadyRowTaker | undefined;
  /** Who reads parts of files beside this thread; undefined: nobody does. */
  readonly help: RowHelpers | undefined;
  state: RunState;
  renderer?: Renderer<string | Uint8Array>;
  code: ExitCode;
  /** A file could not be read: what is written of the others would pass for all. */
  isUnread: boolean;
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
  await begin(run, { columns: [], kinds: [] }, true);
  await assess(run, [{ kind: 'line', line: entry.value, row: null }]);
  await finish(run, world);
}

/** Facts given as flags that no table of the run reads: said, so that nobody believes they counted. */
function flagsNotRead(columns: ReadonlyMap<string, string>, loaded: LoadedLaw): readonly Problem[] {
  const core = new Set(coreColumns.map(({ name }) => name));
  const read = factsRead(loaded);
  return [...columns.keys()]
    .filter((column) => !core.has(column) && !read.has(column))
    .map((column) =>
      problem('column-not-read', 'notice', 'no table on hand reads it', { column: flagPlace.nameOf(column) }),
    );
}

async function calcFiles(files: readonly string[], options: CalcOptions, run: Run, world: World): Promise<void> {
  for await (const event of readShipments(files, options, run, world)) {
    if (event.kind === 'columns') await begin(run, event, false);
    else if (event.kind === 'lines') {
      await assess(run, event.lines, event.between);
      run.progress.rows(rowsIn(event));
      if (run.rejects.stop() !== null) break;
    } else {
      run.fileProblems.push(...event.problems);
      run.code = worse(run.code, event.code);
      run.isUnread ||= event.code === exit.usage;
      if (isTold(run)) await run.talk.problems(event.problems);
    }
  }
  run.progress.end();
  if (!run.renderer) {
    // No file could be read: there is nothing to print, and an older output stays as it is.
    if (!isTold(run)) await run.talk.problems(run.fileProblems);
    return;
  }
  if (run.rejects.stop() === null) await finish(run, world);
  if (run.rejects.stop() !== null) await sayStopped(run, files, options.output);
}

function progressOver(
  files: readonly string[],
  format: CalcFormat,
  options: CalcOptions & LimitOptions,
  world: World,
): Progress {
  const isPrinting = toStandardOutput(options) && format !== 'table' && format !== 'markdown';
  if (options.quiet === true || !showsProgress(world, isPrinting)) return noProgress();
  return startProgress(world, sizeOf(files));
}

function rowsIn({ lines, between = [] }: LinesEvent): number {
  return between.reduce((sum, { ready }) => sum + ready.rows, lines.length);
}

/** A run that was stopped has no totals, and its output no end: nobody shall take it for complete. */
async function sayStopped(run: Run, files: readonly string[], output: string | undefined): Promise<void> {
  if (!keepsColumns(run.format)) await run.talk.problems(run.rejects.stop()?.problems ?? []);
  await run.talk.end();
  await run.talk.say(stopWords(run.rejects, files, output));
  if (run.ledger) await run.talk.say(run.ledger.words());
  run.code = worse(run.code, exit.linesOpen);
}

/** A table says it all by itself; with --quiet only what is not well is told. */
async function sayCounts(run: Run): Promise<void> {
  if (run.format === 'table' || run.format === 'markdown') return;
  const { totals } = run.state;
  const open = openWords(totals.counts);
  if (run.single && open !== '')
    await run.talk.say(`${totals.counts.assessed} assessed, ${open}: only assessed lines are in the totals`);
  if (!run.single && (open !== '' || !run.quiet)) await run.talk.say(closingWords(totals, run.elapsed(), run.style));
}

async function begin(
  run: Run,
  { columns, kinds }: Pick<RunInfo, 'columns'> & { readonly kinds: readonly ColumnKind[] },
  single: boolean,
): Promise<void> {
  if (run.renderer) return;
  checkAdded(run.added, columns);
  const titles = run.loaded.law.schedule.jurisdiction.notCovered.map(({ id, title }) => [id, title] as const);
  const info: RunInfo = {
    toolVersion: version,
    lawDigest: run.format === 'ndjson' ? await digestOfLaw(run.loaded) : null,
    tables: run.loaded.runTables,
    settings: run.loaded.settings,
    columns,
    kinds,
    notCoveredTitles: Object.fromEntries(titles),
    single,
    summaryBy: run.summaryBy,
    raw: run.raw,
    added: run.added,
  };
  run.renderer = isFileFormat(run.format)
    ? await fileRendererFor(run.format, info, run.style)
    : await rendererFor(run.format, info, run.style);
  await run.output.write(run.renderer.head());
}

async function digestOfLaw(loaded: LoadedLaw): Promise<string | null> {
  return (await import('./law-lock.ts')).lockOf(loaded).law ?? null;
}

async function assess(run: Run, lines: readonly IntakeLine[], between: readonly Between[] = []): Promise<void> {
  const assessIn: LedgerRun['assess'] = run.ledger?.assess ?? assessBatch;
  // What a ledger keeps is committed before a word of it is printed.
  await passOn(run, assessIn(lines, run.loaded.law, run.state, run.explained), between);
}

async function passOn(run: Run, batch: Batch, between: readonly Between[] = []): Promise<void> {
  run.state = batch.state;
  let at = 0;
  for (const { before, ready } of between) {
    await tellLines(run, batch.lines.slice(at, before));
    if (run.rejects.stop() !== null) return;
    await passReady(run, ready);
    at = before;
  }
  await tellLines(run, between.length === 0 ? batch.lines : batch.lines.slice(at));
}

async function tellLines(run: Run, found: readonly ResultLine[]): Promise<void> {
  const lines = await run.rejects.take(found);
  if (wantsSummary(run)) run.summary.add(lines);
  run.limits?.add(lines);
  await run.output.write(rendered(() => run.renderer?.lines(lines) ?? '', run.outputName));
  if (keepsColumns(run.format) || run.talk.annotates) await run.talk.problems(problemsOf(lines));
}

/** What the format has no room for cannot be written. */
function rendered<Piece>(render: () => Piece, file: string): Piece {
  try {
    return render();
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    const hint = 'Use --format csv, ndjson or parquet, or give fewer lines.';
    throw new Stop(exit.unwritable, [problem('unwritable', 'error', error.message, { file, hint })]);
  }
}

/** Rows that are answered already: they count like the others. */
async function passReady(run: Run, { bytes, problems, ...ready }: ReadyRows): Promise<void> {
  run.state = { ...run.state, totals: withReady(run.state.totals, ready) };
  for (const piece of bytes) await run.output.write(piece);
  if (problems.length > 0) await run.talk.problems(problems);
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
  if (run.rejects.stop() !== null) return;
  const notes = await unusedNotes(run, run.state.balances, run.ledger, run.loaded.law);
  run.fileProblems.push(...notes);
  const { totals } = run.state;
  const end = { totals, fileProblems: run.fileProblems, summary: wantsSummary(run) ? run.summary.rows() : null };
  await run.output.write(rendered(() => run.renderer?.tail(end) ?? '', run.outputName));
  if (isTold(run)) await run.talk.problems(notes);
  // What is said at the end stands behind the rows where both go to one place.
  await run.output.flush?.();
  await run.talk.end();
  await sayCounts(run);
  if (run.ledger) await run.talk.say(run.ledger.words());
  if (openWords(totals.counts) !== '') run.code = worse(run.code, exit.linesOpen);
  if (run.limits) {
    const { tellLimits } = await import('./limits.ts');
    run.code = withLimits(run.code, await tellLimits(run.limits.met(totals), run.talk.annotates, world));
  }
}
