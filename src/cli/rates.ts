import { version } from 'virtual:package';
import { membersOn } from '../assess/origins.ts';
import { ratesDue } from '../assess/rates/rates-due.ts';
import type { CountryCode } from '../customs/country.ts';
import type { DeclaredGoods, Where } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import type { RatesAnswer, RatesStatus } from '../customs/rates-due.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import type { KnownGoods } from '../intake/known-goods.ts';
import { formatNames } from '../present/renderer.ts';
import { ratesRendererFor } from '../present/rates/rates-formats.ts';
import type { OriginGroup, RatesInfo } from '../present/rates/rates-rendering.ts';
import {
  type GoodsLaw,
  type GoodsOptions,
  checkGoods,
  codesIn,
  knownGoods,
  lawForGoods,
  originsIn,
} from './goods-options.ts';
import { readNumbers } from './read-numbers.ts';
import { formatOf, outputOf, styleOf } from './run-options.ts';
import { usage } from './stop.ts';
import { type Talk, sayTo, talkTo } from './talk.ts';
import { type ExitCode, type World, exit } from './world.ts';

export interface RatesOptions extends GoodsOptions {
  readonly file?: string;
}

/** `tariff rates`: what is due on goods from an origin on a day, number after number. */
export async function rates(numbers: readonly string[], options: RatesOptions, world: World): Promise<ExitCode> {
  const list = listOf(numbers, options);
  checkGoods(options, list !== null || numbers.length > 0);
  const law = await lawForGoods(options, list === null ? numbers : null, options.date ?? world.today);
  const known = knownGoods(options, law);
  const date = known.date ?? isoDate(world.today);
  if (date === undefined) throw new Error(`no day of the calendar: ${world.today}`);
  const asked = originsIn(options.origin, law);
  const origins = asked ?? everyOrigin(law);
  const codes = list === null ? codesIn(numbers, law) : [];
  const format = formatOf(options, formatNames);
  const isSingle = origins.length === 1 && list === null && codes.length <= 1;
  const lawDigest = format === 'ndjson' ? ((await import('./law-lock.ts')).lockOf(law.loaded).law ?? null) : null;
  const info = { ...infoOf(law, date, isSingle, asked === undefined), lawDigest };
  const renderer = await ratesRendererFor(format, info, styleOf(options, world, law.loaded));
  const talk = talkTo(world, options);
  const tally = startTally(talk, format === 'csv');
  const output = outputOf(options, world);
  try {
    await output.write(renderer.head());
    for await (const batch of goodsAsked(list, codes, known, law, world)) {
      const answers = answersTo(batch, origins, known, date, law);
      await output.write(renderer.answers(answers));
      await tally.add(answers);
    }
    await output.write(renderer.tail([]));
    await output.close();
  } catch (error) {
    output.abandon();
    throw error;
  }
  if (format !== 'table' && format !== 'markdown') await sayTo(world)(tally.words());
  return tally.isOpen() ? exit.linesOpen : exit.done;
}

/** The file of numbers; null: they are arguments, or a class of goods stands in for them. */
function listOf(numbers: readonly string[], { file }: RatesOptions): string | null {
  const isPiped = numbers.includes('-');
  if (file === '') throw usage('names no file', '--file', null, '');
  if ((file !== undefined && numbers.length > 0) || (isPiped && numbers.length > 1))
    throw usage(
      'numbers and a list of numbers cannot be mixed',
      file === undefined ? null : '--file',
      'Leave out one of them.',
    );
  return isPiped ? '-' : (file ?? null);
}

type Goods =
  | { readonly kind: 'goods'; readonly goods: DeclaredGoods; readonly where: Where }
  | Extract<RatesAnswer, { kind: 'unread' }>;

async function* goodsAsked(
  list: string | null,
  codes: ReturnType<typeof codesIn>,
  { goodsClass }: KnownGoods,
  law: GoodsLaw,
  world: World,
): AsyncGenerator<readonly Goods[]> {
  const nowhere: Where = { file: null, line: null };
  if (goodsClass !== null) yield [{ kind: 'goods', goods: { kind: 'class', name: goodsClass }, where: nowhere }];
  else if (list === null)
    yield codes.map((code): Goods => ({ kind: 'goods', goods: { kind: 'number', code }, where: nowhere }));
  else
    for await (const batch of readNumbers(list, law, world))
      yield batch.map((one): Goods =>
        one.kind === 'unread' ? one : { kind: 'goods', goods: { kind: 'number', code: one.code }, where: one.where },
      );
}

function answersTo(
  batch: readonly Goods[],
  origins: readonly CountryCode[],
  { facts }: KnownGoods,
  date: IsoDate,
  { loaded }: GoodsLaw,
): readonly RatesAnswer[] {
  return batch.flatMap((one): readonly RatesAnswer[] =>
    one.kind === 'unread'
      ? [one]
      : origins.map((origin) => ratesDue({ where: one.where, goods: one.goods, origin, date, facts }, loaded.law)),
  );
}

function everyOrigin({ loaded }: GoodsLaw): readonly CountryCode[] {
  return loaded.law.schedule.countries.codes as readonly CountryCode[];
}

/** A group of fewer countries is told by their names. */
const fewest = 5;

function infoOf({ loaded }: GoodsLaw, date: IsoDate, single: boolean, isEvery: boolean): Omit<RatesInfo, 'lawDigest'> {
  const { jurisdiction } = loaded.law.schedule;
  const groups = Object.keys(jurisdiction.groups).map((name): OriginGroup => ({
    name,
    members: membersOn([name], date, jurisdiction.groups),
  }));
  return {
    toolVersion: version,
    settings: loaded.settings,
    date,
    tables: loaded.runTables,
    notCoveredTitles: Object.fromEntries(jurisdiction.notCovered.map(({ id, title }) => [id, title])),
    single,
    everyOrigin: isEvery,
    groups: groups.filter(({ members }) => members.size >= fewest),
  };
}

interface Tally {
  readonly add: (answers: readonly RatesAnswer[]) => Promise<void>;
  readonly isOpen: () => boolean;
  /** How many have no answer; empty: all have one. */
  readonly words: () => string;
}

/** Counts what has no answer, and tells why where the format has no place for it. */
function startTally(talk: Talk, isTold: boolean): Tally {
  const counts: Record<RatesStatus, number> = { known: 0, depends: 0, unknown: 0, invalid: 0 };
  const told = new Set<string>();
  return {
    add: async (answers) => {
      for (const answer of answers) counts[answer.kind === 'unread' ? 'invalid' : answer.status] += 1;
      if (!isTold) return;
      const news = answers
        .flatMap(({ problems }) => problems)
        .filter((one) => one.severity !== 'notice' && isNew(one, told));
      await talk.problems(news);
    },
    isOpen: () => counts.unknown + counts.invalid > 0,
    words: () => {
      const open = (['unknown', 'invalid'] as const).filter((status) => counts[status] > 0);
      const texts = open.map((status) => `${counts[status]} ${status}`);
      return open.length === 0 ? '' : `${counts.known + counts.depends} answered, ${texts.join(', ')}\n`;
    },
  };
}

/** The same is said of one number from many origins. */
function isNew({ file, line, code, message }: Problem, told: Set<string>): boolean {
  const key = [file, line, code, message].join('\n');
  if (told.has(key)) return false;
  told.add(key);
  return true;
}
