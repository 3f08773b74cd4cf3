/**
 * Invented rules for the flat job, from a seed: what a program has to look up that knows no law. One list of them, written as
 * CSV for other programs and as a rate table for this one. The same count and seed give the same rules on every machine.
 */
import { seededRandom } from './random.mjs';

const chapters = ['39', '61', '64', '72', '73', '84', '85', '94'];
export const origins = 'CN MX CA DE JP KR VN IN TW IT FR GB TH MY BR ID CH IE BD TR'.split(' ');

/** Rules begin and end on these days; the last of a goods and origin has no end. */
const days = ['2019-01-01', '2020-07-01', '2021-10-01', '2023-03-15', '2025-02-04'];
const never = '9999-12-31';
const anyOrigin = '*';

/** How many characters of a dotted number rules name: chapter, heading, subheading, and two below it. */
export const prefixLengths = [2, 4, 7, 10, 12];
const numbers = 3000;
const pairs = ['10', '15', '20', '30', '50', '60', '80', '90'];

/**
 * The dotted ten-digit numbers (8471.30.1050) that rules and shipments share. None has a pair of zeros: to a rate table 8471.30.00
 * is no narrower than 8471.30, while other programs see a longer prefix.
 */
export function flatNumbers(seed = 1) {
  const random = seededRandom(seed + 1000);
  const found = new Set();
  while (found.size < numbers) {
    const heading = `${random.one(chapters)}${twoDigits(1 + random.below(40))}`;
    found.add(`${heading}.${1 + random.below(9)}0.${random.one(pairs)}${random.one(pairs)}`);
  }
  return [...found];
}

/**
 * A rule holds for numbers that start with its prefix, for its origin or any, from `from` up to the day before `to`. `share` is
 * in thousandths of a percent of the value, `perKg` in hundredths of a cent. The longest prefix wins, then a named origin; no
 * two rules tie, and the first ones, of whole chapters for every origin and day, leave no shipment without a rule.
 */
export function flatRules(count, seed = 1) {
  const random = seededRandom(seed + 2000);
  const list = flatNumbers(seed);
  const rules = [];
  const taken = new Set();
  const add = (prefix, origin, from, to, kind) =>
    rules.push({
      id: `R${String(rules.length + 1).padStart(4, '0')}`,
      prefix,
      origin,
      from,
      to,
      share: kind === 'weight' ? 0 : shareOf(random),
      perKg: kind === 'value' ? 0 : 1 + random.below(30_000),
    });
  for (const chapter of chapters) add(chapter, anyOrigin, days[0], never, 'value');
  while (rules.length < count) {
    const prefix = random.one(list).slice(0, random.one(prefixLengths.slice(1)));
    const origin = random.share() < 0.35 ? anyOrigin : popular(random, origins);
    if (taken.has(prefix + origin)) continue;
    taken.add(prefix + origin);
    const periods = days.slice(random.below(3)).slice(0, 1 + random.below(3));
    for (const [index, from] of periods.entries()) {
      if (rules.length === count) break;
      add(prefix, origin, from, periods[index + 1] ?? never, random.one(['value', 'value', 'value', 'weight', 'both']));
    }
  }
  return rules;
}

/** `id,hts_prefix,origin,from,to,rate,per_kg`: the rate as a share of one, dollars a kilogram. */
export function rulesAsCsv(rules) {
  const line = ({ id, prefix, origin, from, to, share, perKg }) =>
    `${[id, prefix, origin, from, to, decimal(share, 5), decimal(perKg, 4)].join(',')}\n`;
  return `id,hts_prefix,origin,from,to,rate,per_kg\n${rules.map(line).join('')}`;
}

/** The same as a rate table: which rule comes first where several hold is its `order`. */
export function rulesAsTable(rules) {
  const order = rules.toSorted(
    (one, other) =>
      other.prefix.length - one.prefix.length || Number(one.origin === anyOrigin) - Number(other.origin === anyOrigin),
  );
  const measure = ({ id, prefix, origin, from, to, ...amounts }) => ({
    id,
    goods: [prefix.replaceAll('.', '')],
    ...(origin === anyOrigin ? {} : { origins: [origin] }),
    rates: [{ from, ...(to === never ? {} : { before: to }), rate: rateText(amounts), citation: 'invented' }],
  });
  const table = {
    regime: 'flat',
    title: 'Invented rules',
    order: order.map(({ id }) => id),
    measures: rules.map(measure),
  };
  return `${JSON.stringify(table, null, 1)}\n`;
}

/** 12.34%, $1.5/kg, or both. */
function rateText({ share, perKg }) {
  const parts = [];
  if (share > 0) parts.push(`${decimal(share, 3)}%`);
  if (perKg > 0) parts.push(`$${decimal(perKg, 4)}/kg`);
  return parts.join(' + ');
}

/** Up to 40%, most of them in whole hundredths of a percent. */
function shareOf(random) {
  const hundredths = 1 + random.below(3999);
  return random.share() < 0.7 ? hundredths * 10 : hundredths * 10 + random.below(10);
}

/** Some far more often than others. */
export function popular(random, list) {
  const share = random.share();
  return list[Math.floor(share * share * list.length)];
}

/** A whole number of units as decimal text: 12345 of 5 places → 0.12345 */
export function decimal(units, places) {
  const digits = String(units).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function twoDigits(number) {
  return String(number).padStart(2, '0');
}
