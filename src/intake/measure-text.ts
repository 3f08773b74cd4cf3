import type { Enactment } from '../customs/act.ts';
import type { DatedRate, Measure, Test } from '../customs/measure.ts';
import type { DutyRate } from '../customs/rate.ts';
import type { FeeBounds } from '../customs/fee.ts';
import type { Refund } from '../customs/refund.ts';
import type { Role } from '../customs/table.ts';
import { decimal } from '../exact/decimal.ts';
import { firstDay, isoDate } from '../exact/iso-date.ts';
import { citationOf } from './citation-text.ts';
import { type KnownLists, readGoods } from './goods-text.ts';
import type { JsonPath } from './json-text.ts';
import { parseRate } from './rate-text.ts';
import type { Reading } from './reading.ts';
import type { RawMeasure } from './measure-shape.ts';
import type { RawBasis, RawCitation, RawRefund } from './shape-parts.ts';
import { type KnownFacts, readAmount, readBasis, readDay, readTests } from './test-text.ts';

/** Names a measure may use, and what stands above it in the file and holds below. */
export interface MeasureContext {
  readonly lists: KnownLists;
  readonly facts: KnownFacts;
  readonly quotas: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly basis: RawBasis | undefined;
  readonly citation: RawCitation | undefined;
  readonly role: Role;
  readonly overlay: string | null;
}

type RawRate = RawMeasure['rates'][number];

/** Reads one measure and its dated rates, each with its own end: its `before`, else where the next one begins. */
export function readMeasure(
  reading: Reading,
  raw: RawMeasure,
  place: number,
  path: JsonPath,
  known: MeasureContext,
): Measure {
  if (raw.quota !== undefined && !known.quotas.has(raw.quota)) {
    reading.wrong(
      [...path, 'quota'],
      raw.quota,
      'is not a quota of this table',
      `Known: ${[...known.quotas].join(', ') || 'none'}`,
      'unknown-name',
    );
  }
  if (raw.goods === undefined && raw.quota === undefined) reading.wrong(path, undefined, '"goods" is missing');
  if (raw.whenFull !== undefined && raw.quota === undefined)
    reading.wrong([...path, 'whenFull'], raw.whenFull, 'needs a "quota"');
  const origins = raw.origins ?? 'all';
  if (origins !== 'all') checkMembers(reading, origins, [...path, 'origins'], known);
  checkMembers(reading, raw.exceptOrigins ?? [], [...path, 'exceptOrigins'], known);
  const when = readTests(reading, raw.when, [...path, 'when'], known.facts);
  return {
    id: raw.id ?? `#${place + 1}`,
    title: raw.title ?? null,
    goods: readGoods(reading, raw.goods ?? 'all', [...path, 'goods'], known.lists),
    origins: { of: origins === 'all' ? null : origins, except: raw.exceptOrigins ?? [] },
    when,
    quota: raw.quota ?? null,
    whenFull: raw.whenFull ?? 'next',
    rates: raw.rates.map((rate, index) => readRate(reading, raw, rate, [...path, 'rates', index], when, known)),
    overlay: known.overlay,
  };
}

/** A member is a country code or the name of a group. */
export function checkMembers(
  reading: Reading,
  members: readonly string[],
  path: JsonPath,
  known: Pick<MeasureContext, 'groups' | 'countries'>,
): void {
  for (const [index, member] of members.entries()) {
    if (known.groups.has(member) || known.countries.has(member)) continue;
    reading.wrong(
      [...path, index],
      member,
      'is neither a country code nor the name of a group',
      `Groups: ${[...known.groups].join(', ') || 'none'}. Countries by their two letters: DE, JP, KR.`,
      'unknown-name',
    );
  }
}

function readRate(
  reading: Reading,
  measure: RawMeasure,
  raw: RawRate,
  path: JsonPath,
  above: readonly Test[],
  known: MeasureContext,
): DatedRate {
  const from = raw.from === undefined ? firstDay : readDay(reading, raw.from, [...path, 'from']);
  const explicit = raw.before === undefined ? null : readDay(reading, raw.before, [...path, 'before']);
  // What an act took back from its first day on held as long as that act was not public.
  const isWithdrawn = explicit === from && raw.ending !== undefined;
  if (explicit !== null && explicit <= from && !isWithdrawn)
    reading.wrong(
      [...path, 'before'],
      raw.before,
      `ends before it begins (from ${from})`,
      '"before" is the first day on which the rate no longer holds.',
    );
  const next = measure.rates
    .map((other) => other.from ?? firstDay)
    .filter((other) => isoDate(other) !== undefined && other > from)
    .toSorted()[0];
  const before = explicit ?? (next === undefined ? null : readDay(reading, next, path));
  const text = raw.rate ?? raw.total ?? 'unknown';
  const rate = parseRate(text);
  const key = raw.total === undefined ? 'rate' : 'total';
  if (rate === undefined)
    reading.wrong([...path, key], text, 'is not a rate', 'Free, 25%, 3.4¢/kg, $1.05/kg + 2.3%, or unknown');
  else if (key === 'total' && !isPercentage(rate) && rate.form !== 'unknown')
    reading.wrong([...path, key], text, 'a total is a percentage');
  const heading = raw.heading ?? [];
  return {
    from,
    before,
    published: raw.published === undefined ? null : readDay(reading, raw.published, [...path, 'published']),
    headings: typeof heading === 'string' ? [heading] : heading,
    charge: { kind: key === 'rate' ? 'added' : 'up-to', printed: { text, rate: rate ?? { form: 'unknown' } } },
    bounds: readBounds(reading, raw, path, known.role),
    basis: readBasis(reading, raw.basis ?? measure.basis ?? known.basis, [...path, 'basis'], known.facts),
    when: [...above, ...readTests(reading, raw.when, [...path, 'when'], known.facts)],
    citation: citationOf(raw.citation ?? measure.citation ?? known.citation),
    refund: refundOf(raw.refund),
    endedBy: null,
    ending: raw.ending === undefined ? null : readEnactment(reading, raw.ending, [...path, 'ending']),
  };
}

export function readEnactment(reading: Reading, raw: NonNullable<RawRate['ending']>, path: JsonPath): Enactment {
  return {
    published: raw.published === undefined ? null : readDay(reading, raw.published, [...path, 'published']),
    citation: citationOf(raw.citation),
  };
}

/** Bounds are those of an entry, so only fees have them. */
function readBounds(reading: Reading, { min, max }: RawRate, path: JsonPath, role: Role): FeeBounds | null {
  if (role !== 'fee') {
    if (min !== undefined) reading.wrong([...path, 'min'], min, 'needs a table with "role": "fee"');
    if (max !== undefined) reading.wrong([...path, 'max'], max, 'needs a table with "role": "fee"');
    return null;
  }
  const least = min === undefined ? null : readAmount(reading, min, [...path, 'min']);
  const most = max === undefined ? null : readAmount(reading, max, [...path, 'max']);
  if (least !== null && most !== null && decimal(least).gt(decimal(most)))
    reading.wrong([...path, 'max'], max, `is less than "min" (${min})`);
  return { least, most };
}

export function refundOf(raw: RawRefund | undefined): Refund | null {
  return raw === undefined ? null : { status: raw.status, words: raw.words, citation: citationOf(raw.citation) };
}

/** Of the whole value: a percentage on a part cannot be compared with the base duty. */
function isPercentage(rate: DutyRate): boolean {
  return rate.form === 'ad-valorem' && rate.on === undefined;
}
