import { version } from 'virtual:package';
import { type IntakeLine, type RunState, assessBatch, endRun } from '../assess/assess-batch.ts';
import { compareLines } from '../assess/compare/compare-lines.ts';
import { startComparedSums } from '../assess/compare/compared-sums.ts';
import type { ResultLine } from '../customs/assessment.ts';
import type { ComparedTotals } from '../customs/comparison.ts';
import { type Problem, problem } from '../customs/problem.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { Output } from '../io/output.ts';
import { asCalled } from '../present/diff/diff-notes.ts';
import type { DiffInfo, DiffRenderer } from '../present/diff/diff-rendering.ts';
import { comparedCounts } from '../present/diff/diff-words.ts';
import { diffFormats, diffRendererFor } from '../present/diff/diff-formats.ts';
import { placeOfBalance } from './balances.ts';
import { type Compared, type DiffOptions, type Side, lawsOf, sideTold, sidesOf } from './diff-sides.ts';
import { type Pair, keyAsked, pairLines } from './diff-keys.ts';
import { comparisonLimits, tellLimits } from './limits.ts';
import type { LoadedLaw } from './load-law.ts';
import { formatOf, outputOf, quietly, styleOf } from './run-options.ts';
import { type RunSetup, setUpRun } from './run-setup.ts';
import { readShipments } from './read-shipments.ts';
import { usage } from './stop.ts';
import { type Talk, sayTo, talkTo } from './talk.ts';
import { type ExitCode, type World, exit, withLimits, worse } from './world.ts';

interface Laws {
  readonly before: LoadedLaw;
  readonly after: LoadedLaw;
}

/** `tariff diff`: the duty of shipments under two laws, on two days, or of two files. */
export async function diff(files: readonly string[], options: DiffOptions, world: World): Promise<ExitCode> {
  const compared = sidesOf(files, options);
  const key = keyAsked(options.key);
  if (key && !compared.ownFiles) throw usage('lines of one file need no key', '--key', 'Leave it out.');
  const format = formatOf(options, diffFormats);
  const laws = await lawsOf(compared, options);
  const style = styleOf(options, world, laws.after);
  const limits = comparisonLimits(options, style);
  const output = held(quietly(options, outputOf(options, world)), options.ifChanged === true);
  const { notCovered } = laws.after.law.schedule.jurisdiction;
  const info = {
    toolVersion: version,
    settings: laws.after.settings,
    before: sideTold(compared.before, laws.before),
    after: sideTold(compared.after, laws.after),
    notCoveredTitles: Object.fromEntries(notCovered.map(({ id, title }) => [id, title])),
  };
  const renderer: DiffRenderer = await diffRendererFor(format, info, style);
  const sums = startComparedSums();
  const talk = talkTo(world, options);
  const tell = talk.annotates ? annotatedBy(talk, info) : talk.problems;
  const run = await startBoth(laws, options, world);
  const isSaid = options.quiet === true || format === 'csv' || talk.annotates;
  let isBegun = false;
  try {
    const pairs = compared.ownFiles
      ? pairsOfFiles(compared, run, options, key, world)
      : pairsOfFile(compared, run, options, world);
    for await (const batch of pairs) {
      const lines = batch.map(({ before, after }) =>
        compareLines(before, after, { before: laws.before.law, after: laws.after.law }),
      );
      if (!isBegun) await output.write(renderer.head());
      isBegun = true;
      sums.add(lines);
      limits.add(lines);
      await output.write(renderer.lines(lines));
      if (isSaid) await tell(problemsOf(batch));
    }
    run.problems.push(...unusedBalances(run));
    if (!isBegun) {
      await tell(run.problems);
      output.abandon();
      return worse(run.code, exit.usage);
    }
    const totals = sums.totals();
    const met = limits.met(totals);
    const words = met.map((limit) => limit.words);
    await output.write(renderer.tail({ totals, sums: sums.rows(), problems: run.problems, limits: words }));
    if (isWorthTelling(totals) || met.length > 0) await output.release();
    await output.close();
    if (isSaid || format === 'json') await tell(run.problems.filter(({ severity }) => severity !== 'notice'));
    const { open } = totals.counts;
    await talk.end();
    if (open > 0 && (isSaid || format === 'json')) await sayTo(world)(`${comparedCounts(totals)}\n`);
    const code = open > 0 ? worse(run.code, exit.linesOpen) : run.code;
    return withLimits(code, await tellLimits(met, talk.annotates, world));
  } catch (error) {
    output.abandon();
    throw error;
  }
}

/** An output that keeps what is written until it is released; not released, it stays empty. */
function held(output: Output, isHeld: boolean): Output & { readonly release: () => Promise<void> } {
  const kept: (string | Uint8Array)[] = [];
  return {
    ...output,
    write: async (text) => (isHeld ? void kept.push(text) : output.write(text)),
    release: async () => {
      for (const text of kept.splice(0)) await output.write(text);
    },
  };
}

/** A line without an answer may have changed: nobody knows. */
function isWorthTelling({ counts }: ComparedTotals): boolean {
  return counts.changed + counts.added + counts.removed + counts.open > 0;
}

/** A build annotates the files it has: of the file of before only the words tell the place. */
function annotatedBy(talk: Talk, info: Pick<DiffInfo, 'before' | 'after'>): Talk['problems'] {
  const gone = new Set(info.before.files.filter((file) => !info.after.files.includes(file)));
  return (problems) =>
    talk.problems(
      problems.map((one) => {
        if (one.file === null || !gone.has(one.file)) return one;
        const { file, line } = asCalled(one, info);
        return {
          ...one,
          file: null,
          line: null,
          message: `${one.message} (${file}${line === null ? '' : `:${line}`})`,
        };
      }),
    );
}

/** What is carried along: the state of each side, and what belongs to no line. */
interface Both extends Pick<RunSetup, 'balances' | 'context'> {
  readonly laws: Laws;
  readonly problems: Problem[];
  before: RunState;
  after: RunState;
  code: ExitCode;
}

async function startBoth(laws: Laws, options: DiffOptions, world: World): Promise<Both> {
  const facts = { ...laws.before.facts, ...laws.after.facts };
  const { context, balances, start } = await setUpRun({ law: laws.after.law, facts }, options, world);
  return { laws, balances, context, problems: [], before: start(), after: start(), code: exit.done };
}

/** The lines of one file, each with what becomes of it on both sides. Memory does not grow with them. */
async function* pairsOfFile(
  { before, after }: Compared,
  run: Both,
  options: DiffOptions,
  world: World,
): AsyncGenerator<readonly Pair[]> {
  const waiting: { readonly before: ResultLine[]; readonly after: ResultLine[] } = { before: [], after: [] };
  const matched = (): readonly Pair[] => {
    const count = Math.min(waiting.before.length, waiting.after.length);
    const [first, second] = [waiting.before.splice(0, count), waiting.after.splice(0, count)];
    return first.map((line, index) => ({ before: line, after: second[index] ?? null }));
  };
  let isRead = false;
  for await (const lines of linesOf(before.files, firstDay(before, after), run, options, world)) {
    isRead = true;
    waiting.before.push(...assess(run, 'before', onDay(lines, before.at)));
    waiting.after.push(...assess(run, 'after', onDay(lines, after.at)));
    yield matched();
  }
  if (!isRead) return;
  waiting.before.push(...end(run, 'before'));
  waiting.after.push(...end(run, 'after'));
  yield matched();
}

/** A day that stands in for the file's, if both sides have one of their own. */
function firstDay(before: Side, after: Side): IsoDate | null {
  return before.at !== null && after.at !== null ? before.at : null;
}

/** The lines of two files, once both are read. */
async function* pairsOfFiles(
  { before, after }: Compared,
  run: Both,
  options: DiffOptions,
  key: ReturnType<typeof keyAsked>,
  world: World,
): AsyncGenerator<readonly Pair[]> {
  const results: { readonly before: ResultLine[]; readonly after: ResultLine[] } = { before: [], after: [] };
  let areRead = true;
  for (const [name, side] of [
    ['before', before],
    ['after', after],
  ] as const) {
    let isRead = false;
    for await (const lines of linesOf(side.files, side.at, run, options, world)) {
      isRead = true;
      results[name].push(...assess(run, name, onDay(lines, side.at)));
    }
    areRead &&= isRead;
    results[name].push(...end(run, name));
  }
  if (!areRead) return;
  const { pairs, problems } = pairLines(results.before, results.after, key);
  run.problems.push(...problems);
  yield pairs;
}

async function* linesOf(
  files: readonly string[],
  day: IsoDate | null,
  run: Both,
  options: DiffOptions,
  world: World,
): AsyncGenerator<readonly IntakeLine[]> {
  const { law, runTables } = run.laws.after;
  const { regimes, fees } = run.laws.before.law;
  const loaded: LoadedLaw = {
    law: { ...law, regimes: [...law.regimes, ...regimes], fees: [...law.fees, ...fees] },
    runTables,
    knownOn: null,
    settings: [],
    facts: { ...run.laws.before.facts, ...run.laws.after.facts },
  };
  const given =
    day === null
      ? {}
      : {
          given: new Map([
            ['date', day],
            ['presented_at', ''],
            ['quota_tier', ''],
          ]),
        };
  for await (const event of readShipments(
    files,
    options,
    { loaded, context: run.context, format: 'json', ...given },
    world,
  )) {
    // A file without rows is read all the same: its header comes first.
    if (event.kind === 'columns') yield [];
    else if (event.kind === 'lines') yield event.lines;
    else if (event.kind === 'problems') {
      run.problems.push(...event.problems);
      run.code = worse(run.code, event.code);
    }
  }
}

/** On another day nobody knows when the line would be presented, nor what customs would accept. */
function onDay(lines: readonly IntakeLine[], day: IsoDate | null): readonly IntakeLine[] {
  if (day === null) return lines;
  return lines.map((one) =>
    one.kind === 'line' ? { ...one, line: { ...one.line, date: day, presentedAt: null, quotaTier: null } } : one,
  );
}

function assess(run: Both, side: 'before' | 'after', lines: readonly IntakeLine[]): readonly ResultLine[] {
  const batch = assessBatch(lines, run.laws[side].law, run[side]);
  run[side] = batch.state;
  return batch.lines;
}

function end(run: Both, side: 'before' | 'after'): readonly ResultLine[] {
  const batch = endRun(run.laws[side].law, run[side]);
  run[side] = batch.state;
  return batch.lines;
}

function unusedBalances({ balances, before, after }: Both): readonly Problem[] {
  const drawn = [before, after].map((state) => state.balances.drawn);
  return [...balances.values()]
    .filter(({ quota }) => drawn.every((quotas) => !quotas.has(quota)))
    .map((balance) =>
      problem('bad-balance', 'warning', `no line asked for ${balance.quota}; its balance was not used`, {
        ...placeOfBalance(balance),
        hint: 'A quota period is named HEADING/ORIGIN/PERIOD, as answers print it.',
      }),
    );
}

/** Errors and warnings of both sides, the same ones once. */
function problemsOf(pairs: readonly Pair[]): readonly Problem[] {
  return pairs.flatMap(({ before, after }) => {
    const first = before?.problems ?? [];
    const words = new Set(first.map(({ code, message }) => `${code}\n${message}`));
    const second = (after?.problems ?? []).filter(({ code, message }) => !words.has(`${code}\n${message}`));
    return [...first, ...second].filter(({ severity }) => severity !== 'notice');
  });
}
