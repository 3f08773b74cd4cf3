import type { EntryLine } from '../customs/entry-line.ts';
import type { Schedule } from '../customs/schedule.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { goodsWidth, outside, rangesIn } from './goods.ts';
import { indexKinds } from './kinds.ts';
import { hasOrigin, originsOn } from './origins.ts';
import { stretchOf } from './regime.ts';

/** Ids of the charges that may reach a line and that no table on hand holds. `code` is null for a class of goods. */
export type NotCoveredBy = (line: EntryLine, code: string | null) => readonly string[];

/** Found once for goods of a kind, an origin and a stretch of days. */
export function prepareNotCovered(schedule: Schedule): NotCoveredBy {
  const { jurisdiction, tables, countries } = schedule;
  const entries = jurisdiction.notCovered.filter((one) => !tables.some((table) => table.regime === one.id));
  const kinds = indexKinds(entries.flatMap((one) => [...rangesIn(one.goods)]));
  const changes = [...entries, ...Object.values(jurisdiction.groups).flat()].flatMap((one) => [one.from, one.before]);
  const days = [...new Set(changes.filter((day): day is IsoDate => day !== null))].toSorted();
  const known = new Map<string, readonly string[]>();
  return (line, code) => {
    const key = `${code === null ? '*' : kinds.kindOf(code)}|${line.origin}|${stretchOf(days, line.date)}`;
    let found = known.get(key);
    if (!found) {
      found = entries
        .filter(
          (one) => (one.from === null || one.from <= line.date) && (one.before === null || line.date < one.before),
        )
        .filter((one) =>
          hasOrigin(
            originsOn({ of: one.origins, except: [] }, line.date, jurisdiction.groups, countries.codes),
            line.origin,
          ),
        )
        .filter((one) => code === null || goodsWidth(one.goods, code, line.date, {}) !== outside)
        .map((one) => one.id);
      known.set(key, found);
    }
    return found;
  };
}
