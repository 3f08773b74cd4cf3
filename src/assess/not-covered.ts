import type { GoodsEntry } from '../customs/goods.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { NotCovered } from '../customs/jurisdiction.ts';
import type { Schedule } from '../customs/schedule.ts';
import type { Role, Table } from '../customs/table.ts';
import { type IsoDate, firstDay } from '../exact/iso-date.ts';
import { goodsDays, goodsWidth, outside, rangesIn } from './goods.ts';
import { indexKinds } from './kinds.ts';
import { hasOrigin, originsOn } from './origins.ts';
import { isCovered } from './regime.ts';

/** Ids of the charges that may reach a line and that no table on hand holds; `answered`: roles of the regimes that answered it. */
export type NotCoveredBy = (
  line: Pick<EntryLine, 'goods' | 'origin' | 'date'>,
  answered: ReadonlySet<Role>,
) => readonly string[];

/** Finds what is not covered, and says which goods, origins and days it never tells apart. */
export interface Uncovered {
  readonly by: NotCoveredBy;
  readonly kindOf: (code: string) => string;
  readonly classOf: (origin: string) => string;
  /** Days on which anything of it changes, ascending. */
  readonly days: readonly IsoDate[];
}

const mostRemembered = 20_000;

/** Found once for goods of a kind, an origin and a stretch of days. */
export function prepareNotCovered(schedule: Schedule): Uncovered {
  const { jurisdiction, tables, countries } = schedule;
  const onHand = new Map(tables.map((table) => [table.regime, table]));
  // Fees are answered entry by entry: they stay open until all lines of it are known.
  const entries = jurisdiction.notCovered.filter(({ id }) => {
    const table = onHand.get(id);
    return table === undefined || table.covers !== null || table.role === 'fee';
  });
  const covers = entries.flatMap(({ id }) => goodsOf(onHand.get(id)));
  const kinds = indexKinds([...entries.flatMap((one) => [...rangesIn(one.goods)]), ...rangesIn(covers)]);
  const changes = [...entries, ...Object.values(jurisdiction.groups).flat()].flatMap((one) => [one.from, one.before]);
  const days = [
    ...new Set([...changes.filter((day): day is IsoDate => day !== null), ...goodsDays(covers)]),
  ].toSorted();
  const isOpen = ({ id, goods }: NotCovered, code: string, date: IsoDate): boolean => {
    const table = onHand.get(id);
    const answered = table !== undefined && table.role !== 'fee' && isCovered(table, code, date);
    return goodsWidth(goods, code, date, {}) !== outside && !answered;
  };
  const reaches = ({ origins }: NotCovered, origin: string, date: IsoDate): boolean =>
    hasOrigin(originsOn({ of: origins, except: [] }, date, jurisdiction.groups, countries.codes), origin);
  const classOf = (origin: string): string =>
    [firstDay, ...days].map((day) => entries.map((one) => (reaches(one, origin, day) ? '1' : '0')).join('')).join('/');
  const known = new Map<string, readonly string[]>();
  const codesOf = (line: Pick<EntryLine, 'goods'>): readonly string[] =>
    line.goods.kind === 'number' ? [line.goods.code] : codesOfClass(schedule, line.goods.name);
  const by: NotCoveredBy = (line, answered) => {
    const kind = line.goods.kind === 'number' ? kinds.kindOf(line.goods.code) : `class ${line.goods.name}`;
    const key = `${kind}|${line.origin}|${stretchOf(days, line.date)}|${[...answered].join()}`;
    let found = known.get(key);
    if (!found) {
      found = entries
        .filter((one) => one.answeredBy === null || !answered.has(one.answeredBy))
        .filter(
          (one) => (one.from === null || one.from <= line.date) && (one.before === null || line.date < one.before),
        )
        .filter((one) => reaches(one, line.origin, line.date))
        .filter((one) => codesOf(line).some((code) => isOpen(one, code, line.date)))
        .map((one) => one.id);
      if (known.size >= mostRemembered) known.clear();
      known.set(key, found);
    }
    return found;
  };
  return { by, kindOf: kinds.kindOf, classOf, days };
}

/** All that says which goods a table covers. */
function goodsOf(table: Table | undefined): readonly GoodsEntry[] {
  return table?.covers ? [...table.covers, ...Object.values(table.lists).flat()] : [];
}

/** Known full numbers of a named class of goods. */
export function codesOfClass(schedule: Schedule, name: string): readonly string[] {
  const goods = schedule.jurisdiction.classes[name]?.goods ?? [];
  return schedule.numbersBelow('').filter((code) => goodsWidth(goods, code, firstDay, {}) !== outside);
}

/** How many of the days have begun: the same for all dates between two changes. */
function stretchOf(days: readonly IsoDate[], date: IsoDate): number {
  return days.findLastIndex((day) => day <= date) + 1;
}
