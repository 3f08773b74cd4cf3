import type { Jurisdiction } from '../customs/jurisdiction.ts';
import { citationOf } from './citation-text.ts';
import { readGoods } from './goods-text.ts';
import { checkMembers } from './measure-text.ts';
import type { Reading } from './reading.ts';
import { readFacts, readGroups } from './table.ts';
import type { RawJurisdiction } from './jurisdiction-shape.ts';
import { readAmount, readDay } from './test-text.ts';

/** Reads the file of a customs territory whose shape was checked. */
export function readJurisdiction(reading: Reading, raw: RawJurisdiction, countries: ReadonlySet<string>): Jurisdiction {
  const groupNames = new Set(Object.keys(raw.groups ?? {}));
  const known = { groups: groupNames, countries };
  return {
    id: raw.jurisdiction,
    title: raw.title,
    currency: raw.currency,
    currencySign: raw.currencySign,
    valueBasis: raw.value,
    rounding: { to: readAmount(reading, raw.rounding.to, ['rounding', 'to']), how: raw.rounding.how },
    code: raw.code,
    groups: readGroups(reading, raw.groups, ['groups'], known),
    facts: readFacts(raw.facts),
    classes: Object.fromEntries(
      Object.entries(raw.classes ?? {}).map(([name, one]) => [
        name,
        { title: one.title, goods: readGoods(reading, one.goods, ['classes', name, 'goods'], new Set()) },
      ]),
    ),
    notCovered: (raw.notCovered ?? []).map((one, index) => {
      const path = ['notCovered', index];
      const origins = one.origins === undefined || one.origins === 'all' ? null : one.origins;
      checkMembers(reading, origins ?? [], [...path, 'origins'], known);
      return {
        id: one.id,
        title: one.title,
        goods: readGoods(reading, one.goods ?? 'all', [...path, 'goods'], new Set()),
        origins,
        from: one.from === undefined ? null : readDay(reading, one.from, [...path, 'from']),
        before: one.before === undefined ? null : readDay(reading, one.before, [...path, 'before']),
        citation: citationOf(one.citation),
      };
    }),
  };
}
