import type { EntryLine } from '../customs/entry-line.ts';
import type { Schedule } from '../customs/schedule.ts';
import { goodsWidth, outside } from './goods.ts';
import { hasOrigin, originsOn } from './origins.ts';

/** Ids of the charges that may reach the line and that no table on hand holds. `code` is null for a class of goods. */
export function notCoveredBy(schedule: Schedule, line: EntryLine, code: string | null): readonly string[] {
  const { jurisdiction, tables, countries } = schedule;
  return jurisdiction.notCovered
    .filter((one) => !tables.some((table) => table.regime === one.id))
    .filter((one) => (one.from === null || one.from <= line.date) && (one.before === null || line.date < one.before))
    .filter((one) => hasOrigin(originsOn({ of: one.origins, except: [] }, line.date, jurisdiction.groups, countries.codes), line.origin))
    .filter((one) => code === null || goodsWidth(one.goods, code, line.date, {}) !== outside)
    .map((one) => one.id);
}
