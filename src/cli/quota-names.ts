import { prepareLaw } from '../assess/law.ts';
import { daysOf, periodNames, potsOn } from '../assess/law-quotas.ts';
import type { Table } from '../customs/table.ts';
import { isoDate } from '../exact/iso-date.ts';
import { bundledManifest, bundledNumbers, defaultJurisdiction, readBundledTables } from '../io/bundled-law.ts';

/**
 * Names of quota periods that begin as typed, part by part: headings, then the origins of one, then their periods. There are too many to
 * propose all at once. Where a part can be but one, the next part is proposed too.
 */
export function quotaNames(typed: string, today: string): readonly string[] {
  const tables = readBundledTables().filter(({ quotas }) => Object.keys(quotas).length > 0);
  const headings = headingsIn(tables).filter((one) => one.startsWith(typed));
  if (!typed.includes('/') && headings.length !== 1) return headings;
  const law = prepareLaw({
    jurisdiction: defaultJurisdiction(),
    tables,
    countries: bundledManifest().countries,
    numbersBelow: bundledNumbers(),
  });
  const day = isoDate(today);
  if (day === undefined) return [];
  const years = [...new Set(periodNames(law, day).map((name) => name.slice(0, 4)))];
  const days = years.flatMap((year) => daysOf(law, year));
  const [, origin = ''] = typed.split('/');
  const { codes } = law.schedule.countries;
  const asked = codes.includes(origin) ? [origin] : codes;
  // Who shares in a quota seldom changes: to begin with, a day of each year tells.
  const few = codes.includes(origin) ? days : days.filter((one) => years.some((year) => one === `${year}-01-01`));
  const all = new Set(few.flatMap((one) => asked.flatMap((code) => potsOn(law, one, code).map(({ pot }) => pot.id))));
  return byPart([...all].filter((name) => name.startsWith(typed)).toSorted(), typed.split('/').length);
}

/** Headings of the categories of quotas. */
function headingsIn(tables: readonly Table[]): readonly string[] {
  const categories = tables.flatMap(({ quotas }) => Object.values(quotas).flatMap((quota) => quota.categories));
  return [...new Set(categories.map(({ heading }) => heading))].toSorted();
}

/** The names up to a part, each once; the next part too where that is but one. */
function byPart(names: readonly string[], parts: number): readonly string[] {
  const begin = [...new Set(names.map((name) => name.split('/').slice(0, parts).join('/')))];
  const isWhole = begin.every((one) => names.includes(one));
  return begin.length !== 1 || isWhole ? begin : byPart(names, parts + 1);
}
