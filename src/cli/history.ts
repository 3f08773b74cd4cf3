import { version } from 'virtual:package';
import { type HistorySpan, documentedSpan, rateHistories } from '../assess/rates/rate-history.ts';
import type { DeclaredGoods } from '../customs/entry-line.ts';
import type { KnownGoods } from '../intake/known-goods.ts';
import { columnsOf } from '../io/terminal.ts';
import { historyFormats, renderHistory } from '../present/history/history-formats.ts';
import {
  type GoodsLaw,
  type GoodsOptions,
  checkGoods,
  codesIn,
  knownGoods,
  lawForGoods,
  originsIn,
} from './goods-options.ts';
import { formatOf, outputOf, styleOf, toStandardOutput } from './run-options.ts';
import { usage } from './stop.ts';
import { type ExitCode, type World, exit } from './world.ts';

export type HistoryOptions = GoodsOptions;

/** `tariff history`: the rate on goods over time, as a chart and as a list of its steps. */
export async function history(number: string | undefined, options: HistoryOptions, world: World): Promise<ExitCode> {
  checkGoods(options, number !== undefined);
  const law = await lawForGoods(options, number === undefined ? null : [number], undefined);
  const known = knownGoods(options, law);
  const origins = originsIn(options.origin, law);
  if (!origins) throw usage('is missing', '--origin', 'One country, or several to compare: --origin DE,JP,GB,CN');
  const [code] = codesIn(number === undefined ? [] : [number], law);
  const goods: DeclaredGoods =
    code === undefined ? { kind: 'class', name: known.goodsClass ?? '' } : { kind: 'number', code };
  const question = { where: { file: null, line: null }, goods, facts: known.facts };
  const span = spanAsked(known, documentedSpan(question, law.loaded.law));
  const format = formatOf(options, historyFormats);
  const output = outputOf(options, world);
  try {
    const histories = rateHistories(question, origins, span, law.loaded.law);
    await output.write(
      await renderHistory(
        format,
        { toolVersion: version, goods, facts: known.facts, ...span, histories, ...aroundIt(law, options, world) },
        styleOf(options, world, law.loaded),
      ),
    );
    await output.close();
    const isOpen = histories.some(({ steps }) =>
      steps.some(
        ({ due, undocumented }) => undocumented.length > 0 || due.status === 'unknown' || due.status === 'invalid',
      ),
    );
    return isOpen ? exit.linesOpen : exit.done;
  } catch (error) {
    output.abandon();
    throw error;
  }
}

/** As asked; else as far as the law on hand is documented for the goods. */
function spanAsked({ from, until }: KnownGoods, documented: HistorySpan | undefined): HistorySpan {
  const span = { from: from ?? documented?.from, until: until ?? documented?.until };
  if (span.from === undefined || span.until === undefined)
    throw usage(
      'no table on hand names these goods',
      null,
      'Check the number; --from and --until show what is on hand between two days.',
    );
  if (span.until < span.from)
    throw usage(
      `${span.until} is before ${span.from}, the first day`,
      until === null ? '--from' : '--until',
      until === null ? 'The law on hand ends before it; add --until.' : null,
      until ?? from,
    );
  return { from: span.from, until: span.until };
}

function aroundIt(
  { loaded }: GoodsLaw,
  options: HistoryOptions,
  world: World,
): Pick<Parameters<typeof renderHistory>[1], 'tables' | 'settings' | 'notCoveredTitles' | 'columns'> {
  const { notCovered } = loaded.law.schedule.jurisdiction;
  return {
    tables: loaded.runTables,
    settings: loaded.settings,
    notCoveredTitles: Object.fromEntries(notCovered.map(({ id, title }) => [id, title])),
    columns: toStandardOutput(options) ? columnsOf(world.stdout, world.env) : Infinity,
  };
}
