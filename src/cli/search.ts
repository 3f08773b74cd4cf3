import { version } from 'virtual:package';
import { searchLaw } from '../assess/search/search-law.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import { bundledGoods } from '../io/bundled-law.ts';
import { nothingFound, searchText } from '../present/search/search-text.ts';
import { placeOf } from '../io/terminal.ts';
import { loadLaw } from './load-law.ts';
import { formatOf, lawAsked, outputOf, styleOf } from './run-options.ts';
import { type SearchOptions, searchFormats } from './search-options.ts';
import { usage } from './stop.ts';
import { talkTo } from './talk.ts';
import { type ExitCode, type World, exit } from './world.ts';

/** `tariff search`: what there is by these words. Nothing found: exit code 1, and the nearest words on standard error. */
export async function search(words: readonly string[], options: SearchOptions, world: World): Promise<ExitCode> {
  const text = words.join(' ').trim();
  checkWords(text);
  const question = { text, date: dayAsked(options, world), limit: limitOf(options) };
  const loaded = await loadLaw({
    tables: options.tables ?? [],
    with: options.with ?? [],
    strict: false,
    ...lawAsked(options),
  });
  const described = bundledGoods();
  const answer = searchLaw(question, loaded.law.schedule, described);
  const isFound = [answer.goods, answer.regimes, answer.headings, answer.acts].some(({ total }) => total > 0);
  const info = { toolVersion: version, tables: loaded.runTables };
  const output = outputOf(options, world);
  try {
    if (formatOf(options, searchFormats) === 'json')
      await output.write((await import('../present/search/search-json.ts')).searchJson(answer, info));
    else await output.write(searchText(answer, info, styleOf(options, world, loaded)));
    await output.close();
  } catch (error) {
    output.abandon();
    throw error;
  }
  if (isFound) return exit.done;
  const numbers = described.goods.map(({ number }) => number);
  const { width } = placeOf(world.stderr, world.env, options.color);
  await talkTo(world, options).say(nothingFound(answer, numbers, width));
  return exit.checkFailed;
}

const longest = 200;

function checkWords(text: string): void {
  const wrong = (what: string, hint: string, value = text): Error => usage(what, 'words', hint, value);
  if (!/[\p{L}\p{N}]/u.test(text)) throw wrong('names nothing to look for', 'Such as: stainless bar');
  if (!/[\p{L}\p{N}]{2}/u.test(text))
    throw wrong(`"${text}" is too short to look for`, 'A word, or two digits and more, such as: bar, 72');
  if (text.length > longest)
    throw wrong(
      `has ${text.length} letters and signs`,
      `At most ${longest}: the words that matter, such as: stainless bar`,
      text.slice(0, longest),
    );
}

function dayAsked({ date }: SearchOptions, { today }: World): IsoDate {
  const day = isoDate(date ?? today);
  if (day === undefined)
    throw usage(`"${date ?? today}" is not a day of the calendar`, '--date', 'YYYY-MM-DD, such as 2025-08-01', date);
  return day;
}

const usualLimit = 10;

function limitOf({ limit }: SearchOptions): number {
  if (limit === undefined) return usualLimit;
  if (!/^[1-9]\d{0,5}$/.test(limit))
    throw usage(`"${limit}" is not a number of items`, '--limit', 'A whole number from 1 on, such as 50.', limit);
  return Number(limit);
}
