import { version } from 'virtual:package';
import { type Batch, type RunState, assessBatch, endRun } from '../assess/assess-batch.ts';
import { type GoodsGatherer, gatherGoods } from '../assess/goods-concerned.ts';
import { gatherQuotas } from '../assess/quotas-touched.ts';
import { documentedSpan, rateHistories } from '../assess/rates/rate-history.ts';
import { startSummary } from '../assess/summary.ts';
import type { Problem } from '../customs/problem.ts';
import { isoDate } from '../exact/iso-date.ts';
import { plainDigest } from '../io/files.ts';
import { sizeOf } from '../io/input.ts';
import { closingWords, openWords } from '../present/closing-words.ts';
import type { ReportHistory, ReportInfo } from '../present/report/report-shape.ts';
import { type Report, startReport } from '../present/report/report.ts';
import { numberText } from '../present/report/sums.ts';
import type { Style } from '../present/renderer.ts';
import { safeText } from '../present/safe-text.ts';
import { checkOutput } from './calc-checks.ts';
import { isOther } from './file-ending.ts';
import { type LedgerRun, openLedgerRun } from './ledger-run.ts';
import type { LoadedLaw } from './load-law.ts';
import { noProgress, showsProgress, startProgress } from './progress.ts';
import { readShipments } from './read-shipments.ts';
import type { ReportOptions } from './report-options.ts';
import { outputOf, styleOf, toStandardOutput } from './run-options.ts';
import { lawFor, setUpRun } from './run-setup.ts';
import { usage } from './stop.ts';
import { talkTo } from './talk.ts';
import { unusedNotes } from './unused-notes.ts';
import { type ExitCode, type World, exit, worse } from './world.ts';

/** `tariff report`: a page of HTML about files of shipments. */
export async function report(files: readonly string[], options: ReportOptions, world: World): Promise<ExitCode> {
  const started = world.clock();
  checkReport(files, options, world);
  const loaded = await lawFor(options);
  const setup = await setUpRun(loaded, options, world);
  const ledger = await openLedgerRun(options);
  const output = outputOf(options, world);
  const progress = showsProgress(world, false) ? startProgress(world, sizeOf(files)) : noProgress();
  const talk = talkTo(world, options, progress.erase);
  const style = styleOf(options, world, loaded);
  const gathered = gathering(infoOf(files, options, loaded), style, loaded, world);
  const assess: LedgerRun['assess'] = ledger?.assess ?? assessBatch;
  const problems: Problem[] = [];
  let state = setup.start(ledger);
  let code: ExitCode = exit.done;
  let isBegun = false;
  const take = (batch: Batch): void => {
    ({ state } = batch);
    gathered.take(batch);
  };
  try {
    const reader = { loaded, context: setup.context, format: 'html', onBytes: progress.bytes };
    for await (const event of readShipments(files, options, reader, world)) {
      if (event.kind === 'columns') isBegun = true;
      else if (event.kind === 'lines') {
        take(assess(event.lines, loaded.law, state));
        progress.rows(event.lines.length);
      } else {
        problems.push(...event.problems);
        code = worse(code, event.code);
      }
    }
    progress.end();
    if (!isBegun || code === exit.usage) {
      // A page about some of the files would pass for one about all.
      await talk.problems(problems);
      if (isBegun) await talk.say('No report was written, since not all files could be read.');
      return worse(code, exit.usage);
    }
    take(endRun(loaded.law, state));
    const notes = await unusedNotes(setup, state.balances, ledger, loaded.law);
    await output.write(gathered.page(state, [...problems, ...notes]));
    await output.close();
    await talk.say(closingWords(state.totals, world.clock() - started, style));
    const { listed, all } = gathered.listed();
    if (listed < all)
      await talk.say(
        `The report lists ${numberText(listed)} of ${numberText(all)} lines; tariff calc … -o duties.csv has each.`,
      );
    if (ledger) await talk.say(ledger.words());
    return openWords(state.totals.counts) === '' ? code : worse(code, exit.linesOpen);
  } finally {
    progress.end();
    // One that is complete is not touched.
    output.abandon();
    ledger?.close();
  }
}

/** What a page is made of, gathered while the lines go by. */
interface Gathering {
  readonly take: (batch: Batch) => void;
  readonly listed: Report['listed'];
  readonly page: (state: RunState, problems: readonly Problem[]) => string;
}

function gathering(info: ReportInfo, style: Style, loaded: LoadedLaw, world: World): Gathering {
  const page = startReport(info, style);
  const [regimes, origins, months] = [startSummary(['regime']), startSummary(['origin']), startSummary(['month'])];
  const quotas = gatherQuotas(loaded.law);
  const goods = gatherGoods();
  return {
    take: (batch) => {
      for (const one of [page, regimes, origins, months, goods]) one.add(batch.lines);
      quotas.add(batch);
    },
    listed: page.listed,
    page: ({ totals, balances }, fileProblems) =>
      page.page({
        totals,
        fileProblems,
        regimes: regimes.rows(),
        origins: origins.rows(),
        months: months.rows(),
        quotas: quotas.quotas(balances, dayOf(world)),
        histories: historiesOf(goods, info, loaded),
        goods: goods.count(),
      }),
  };
}

/** Throws a usage error where files and options do not fit together, before anything is read. */
function checkReport(files: readonly string[], options: ReportOptions, { stdout }: World): void {
  if (files.length === 0)
    throw usage('no files of shipments were given', null, 'Give a CSV file, or - for standard input.');
  if (options.title?.trim() === '') throw usage('says nothing', '--title', 'Leave it out, or give a text.', '');
  checkOutput(files, options);
  if (isOther(options.output, 'html'))
    throw usage(
      'a report is a page of HTML',
      '--output',
      'Name it so: -o report.html. The lines in other formats: tariff calc … -o duties.csv.',
      options.output,
    );
  if (toStandardOutput(options) && stdout.isTTY === true)
    throw usage('a page of HTML is not for a terminal', '--output', 'Name a file: -o report.html');
}

function infoOf(
  files: readonly string[],
  { title }: ReportOptions,
  { law, runTables, settings }: LoadedLaw,
): ReportInfo {
  const { notCovered } = law.schedule.jurisdiction;
  return {
    title: title === undefined ? null : safeText(title.trim()),
    files: files.map(safeText),
    toolVersion: version,
    tables: runTables,
    settings,
    notCoveredTitles: Object.fromEntries(notCovered.map((one) => [one.id, one.title])),
    digest: plainDigest,
  };
}

function dayOf({ today }: World): NonNullable<ReturnType<typeof isoDate>> {
  const day = isoDate(today);
  if (day === undefined) throw new Error(`no day of the calendar: ${today}`);
  return day;
}

/** Goods whose history is drawn, and origins of each. */
const [mostGoods, mostOrigins] = [4, 4];

/** What `tariff history` says of the goods with the most duty, from the origins they came from. */
function historiesOf(
  gathered: GoodsGatherer,
  { tables, settings, toolVersion, notCoveredTitles }: ReportInfo,
  { law }: LoadedLaw,
): readonly ReportHistory[] {
  const facts = new Map<string, never>();
  return gathered.most(mostGoods, mostOrigins).flatMap(({ goods, origins, ...entered }): readonly ReportHistory[] => {
    const question = { where: { file: null, line: null }, goods, facts };
    const span = documentedSpan(question, law);
    if (span === undefined) return [];
    const histories = rateHistories(question, origins, span, law);
    const around = { tables, settings, toolVersion, notCoveredTitles, columns: Infinity };
    return [{ answer: { goods, facts, ...span, histories, ...around }, ...entered }];
  });
}
