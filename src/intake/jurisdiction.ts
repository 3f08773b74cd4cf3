import type { Jurisdiction } from '../customs/jurisdiction.ts';
import type { Program } from '../customs/tariff-schedule.ts';
import { firstDay } from '../exact/iso-date.ts';
import { citationOf } from './citation-text.ts';
import { readGoods } from './goods-text.ts';
import type { JsonPath } from './json-text.ts';
import { checkMembers } from './measure-text.ts';
import type { Reading } from './reading.ts';
import { readFacts, readGroups } from './table.ts';
import type { RawJurisdiction } from './jurisdiction-shape.ts';
import type { RawProgram } from './schedule-shape.ts';
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
    valueAdds: raw.valueAdds ?? [],
    wholeValue: raw.wholeValue
      ? {
          to: readAmount(reading, raw.wholeValue.to, ['wholeValue', 'to']),
          how: raw.wholeValue.how,
          citation: citationOf(raw.wholeValue.citation),
        }
      : null,
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
    programs: Object.fromEntries(
      Object.entries(raw.programs ?? {}).map(([symbol, one]) => [
        symbol,
        readProgram(reading, one, ['programs', symbol], known),
      ]),
    ),
    notCovered: (raw.notCovered ?? []).map((one, index) => {
      const path = ['notCovered', index];
      const origins = one.origins === undefined || one.origins === 'all' ? null : one.origins;
      checkMembers(reading, origins ?? [], [...path, 'origins'], known);
      return {
        id: one.id,
        title: one.title,
        claimedBy: one.claimedBy ?? null,
        answeredBy: one.answeredBy ?? null,
        goods: readGoods(reading, one.goods ?? 'all', [...path, 'goods'], new Set()),
        origins,
        from: one.from === undefined ? null : readDay(reading, one.from, [...path, 'from']),
        before: one.before === undefined ? null : readDay(reading, one.before, [...path, 'before']),
        citation: citationOf(one.citation),
      };
    }),
    declaredDuties: (raw.declaredDuties ?? []).map((one) => ({ ...one, case: one.case ?? null })),
    acts: (raw.acts ?? []).map(({ name, published, citation }, index) => ({
      name,
      published: readDay(reading, published, ['acts', index, 'published']),
      citation: citationOf(citation),
    })),
    filingOrder: (raw.filingOrder ?? []).map(({ regimes, citation }) => ({ regimes, citation: citationOf(citation) })),
  };
}

function readProgram(
  reading: Reading,
  raw: RawProgram,
  path: JsonPath,
  known: Parameters<typeof checkMembers>[3],
): Program {
  const origins = raw.origins === undefined || raw.origins === 'all' ? null : raw.origins;
  checkMembers(reading, origins ?? [], [...path, 'origins'], known);
  checkMembers(reading, raw.exceptOrigins ?? [], [...path, 'exceptOrigins'], known);
  return {
    title: raw.title,
    origins,
    exceptOrigins: raw.exceptOrigins ?? [],
    claimedAs: raw.claimedAs ?? null,
    printedOnly: raw.printedOnly ?? false,
    from: raw.from === undefined ? firstDay : readDay(reading, raw.from, [...path, 'from']),
    before: raw.before === undefined ? null : readDay(reading, raw.before, [...path, 'before']),
    citation: citationOf(raw.citation),
    note: raw.note ?? null,
  };
}
