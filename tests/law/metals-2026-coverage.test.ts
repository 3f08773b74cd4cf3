import { describe, expect, test } from 'vitest';
import { type OutputLine, createCalculator } from '../../src/library.ts';
import { countries, dataFile, originsAlike } from '../support/origins-alike.ts';
import type { Shipment } from './officer.ts';

interface Change {
  readonly from?: string;
  readonly add: readonly string[];
  readonly drop?: readonly string[];
}

const regime = 'us-232-metals';
const law = dataFile('regimes', `${regime}.json`) as {
  readonly documentedThrough: string;
  readonly lists: Readonly<Record<string, { readonly changes: readonly Change[] }>>;
};
const { documentedThrough } = law;
/** The lists of note 16(c); those of civil aircraft articles name goods of these, and no others. */
const lists = Object.fromEntries(Object.entries(law.lists).filter(([name]) => /^[ivx]+$/.test(name)));
const { numbers: known } = dataFile('numbers.json') as { readonly numbers: readonly string[] };

/** Every day on which a rate or a list changes, and the day before. */
const days = [
  ...new Set([...JSON.stringify(law).matchAll(/"(?:from|before)":"(\d{4}-\d\d-\d\d)"/g)].map(([, day = '']) => day)),
]
  .flatMap((day) => [dayBefore(day), day])
  .toSorted();

/** The lists' numbers on a day, read here once more: lists within lists are written out. */
function numbersOf(list: string, day: string): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const { from = '2026-04-06', add, drop = [] } of lists[list]?.changes ?? []) {
    if (day < from) continue;
    for (const text of drop) numbers.delete(text);
    for (const text of add)
      if (text in lists) for (const number of numbersOf(text, day)) numbers.add(number);
      else numbers.add(text);
  }
  return numbers;
}

/** A number of ten digits below one of a list: a known one, else with zeros. */
function fullNumber(number: string): string {
  const found = fullNumbers.get(number) ?? firstBelow(number.replaceAll('.', ''));
  fullNumbers.set(number, found);
  return found;
}

const fullNumbers = new Map<string, string>();

function firstBelow(digits: string): string {
  return known.find((one) => one.startsWith(digits)) ?? digits.padEnd(10, '0');
}

/** The digits of the numbers of each list on each day. */
const digitsOn = new Map(
  days.map((day) => [
    day,
    Object.keys(lists).map((list) => {
      const numbers = [...numbersOf(list, day)].map((number) => number.replaceAll('.', ''));
      return { list, numbers: new Set(numbers), lengths: new Set(numbers.map((number) => number.length)) };
    }),
  ]),
);

/** The lists that a number of ten digits is on, on one of the days. */
function listsOf(hts: string, day: string): string[] {
  return (digitsOn.get(day) ?? [])
    .filter(({ numbers, lengths }) => [...lengths].some((length) => numbers.has(hts.slice(0, length))))
    .map(({ list }) => list);
}

/** One number for each way of being on the lists through time, and of the chapters that note 16 tells apart. */
const goods = (() => {
  const kinds = new Map<string, string>();
  const written = new Set(days.flatMap((day) => Object.keys(lists).flatMap((list) => [...numbersOf(list, day)])));
  for (const number of [...written].toSorted()) {
    const hts = fullNumber(number);
    const chapters = [/^7[2346]/, /^8[457]/, /^/].findIndex((one) => one.test(hts));
    const kind = `${chapters} ${days.map((day) => listsOf(hts, day).join('+')).join(' ')}`;
    if (!kinds.has(kind)) kinds.set(kind, hts);
  }
  return [...kinds.values()];
})();

/** The program of Canada and Mexico; no other origin may claim it. */
const treaty = (origin: string): Shipment => (origin === 'CA' || origin === 'MX' ? { spi: 'S' } : {});

/** What a line may declare, by its origin. */
const declared: Readonly<Record<string, (origin: string) => Shipment>> = {
  'the base duty alone': () => ({ base_rate: '4%' }),
  'a high base duty': () => ({ base_rate: '20%' }),
  'a metal of its own': (origin) => ({
    base_rate: '4%',
    melt_pour_country: origin,
    primary_smelt_country: origin,
    cast_country: origin,
    uk_metal_share: origin === 'GB' ? '100%' : '0%',
  }),
  'metal of the United States': () => ({ base_rate: '4%', us_metal_share: '95%' }),
  'Russian metal in metal of the United States': () => ({
    base_rate: '12%',
    us_metal_share: '95%',
    primary_smelt_country: 'RU',
  }),
  'parts of equipment': () => ({ base_rate: '4%', equipment_parts: 'yes' }),
  'parts of equipment, and a high base duty': () => ({ base_rate: '20%', equipment_parts: 'yes' }),
  'all that lowers, for United States metal': (origin) => ({
    base_rate: '6%',
    ...treaty(origin),
    commerce_quantity: 'yes',
    us_content_share: '40%',
    melt_pour_country: origin,
    primary_smelt_country: origin,
    cast_country: origin,
    us_metal_share: '100%',
    uk_metal_share: '100%',
    equipment_parts: 'yes',
  }),
  'the same, with a high base duty': () => ({
    base_rate: '20%',
    us_metal_share: '100%',
    uk_metal_share: '100%',
    equipment_parts: 'yes',
  }),
  'a treaty and its quantity': (origin) => ({
    base_rate: '4%',
    ...treaty(origin),
    commerce_quantity: 'yes',
    us_content_share: '30%',
    melt_pour_country: origin,
    primary_smelt_country: origin,
    cast_country: origin,
  }),
  'parts of motorcycles': () => ({ base_rate: '4%', motorcycle_parts: 'yes', us_metal_share: '100%' }),
  'little metal, of Russia': () => ({ base_rate: '4%', metal_weight_share: '10%', cast_country: 'RU' }),
  'no metal': () => ({ base_rate: '4%', contains_metal: 'no', metal_weight_share: '0%', motorcycle_parts: 'yes' }),
};

/** One origin of each class: those that neither the law nor the program that a line may claim tells apart. */
const { programs } = dataFile('jurisdictions', 'us.json') as { readonly programs: Readonly<Record<string, unknown>> };
const classes = originsAlike([law, programs['S']]);
const origins = classes.map(([one]) => one);

const calculator = createCalculator({ regimes: [regime] });
const reached = new Set<string>();

describe('each list, each origin, each day on which anything changes', () => {
  test('the days are those of the law', () => {
    expect(days).toEqual([
      ...['2026-04-05', '2026-04-06', '2026-04-22', '2026-04-23', '2026-04-30', '2026-05-01', '2026-06-07'],
      ...['2026-06-08'],
      ...['2026-06-30', '2026-07-01', '2026-07-19', '2026-07-20', '2027-12-31', '2028-01-01'],
    ]);
    expect(countries).toHaveLength(250);
    expect(classes.flat().toSorted()).toEqual(countries);
    expect(goods.length).toBeGreaterThan(20);
  });

  test.each(Object.entries(declared))(
    'has one heading where a line declares %s',
    (_, declare) => {
      const wrong: string[] = [];
      for (const hts of goods) {
        for (const date of days) {
          const wanted = date >= '2026-04-06' && listsOf(hts, date).length > 0 ? 1 : 0;
          for (const origin of origins) {
            const answer = calculator.assess({ hts, origin, date, value: '1000.00', ...declare(origin) });
            if (!isAnswered(answer, date, wanted))
              wrong.push(`${hts} ${origin} ${date}: ${answer.status}, ${answer.duties.length} lines, not ${wanted}`);
            for (const { heading } of answer.duties) for (const one of [heading].flat()) reached.add(String(one));
          }
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  test('every heading of the law was met', () => {
    const headings = Array.from({ length: 26 }, (_, index) => `9903.82.${String(index + 1).padStart(2, '0')}`);
    expect([...reached].toSorted()).toEqual([...headings, '9903.85.67', '9903.85.68']);
  });
});

describe('each number of each list', () => {
  test.each(days)('from China pays on %s if it is on a list', (date) => {
    const wrong = Object.keys(lists).flatMap((list) =>
      [...numbersOf(list, date)].flatMap((number) => {
        const hts = fullNumber(number);
        const { status, duties } = calculator.assess({ hts, origin: 'CN', date, value: '1000.00', base_rate: '4%' });
        const right = date < '2026-04-06' ? duties.length === 0 : status === 'assessed' && duties.length === 1;
        return right ? [] : [`${list} ${number}: ${status}, ${duties.length} lines`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

/** One duty line on a listed number, none on another; a number that left its list is not answered for days past the documents. */
function isAnswered({ status, duties, problems }: OutputLine, date: string, wanted: 0 | 1): boolean {
  if (wanted === 0 && date > documentedThrough && status === 'unknown')
    return (
      duties.length === 0 &&
      problems.some(({ code, severity }) => code === 'outside-documented' && severity === 'error')
    );
  return status === 'assessed' && duties.length === wanted;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
