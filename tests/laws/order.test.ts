import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AssessedLine } from '../../src/customs/assessment.ts';
import {
  type Columns,
  type RawTable,
  type SmallLaw,
  bundledLaw,
  everythingIn,
  lawOf,
  smallLaw,
  tablesOf,
} from '../support/small-law.ts';
import { someLine, someTable } from '../support/tables-at-random.ts';

const root = join(import.meta.dirname, '..', '..');

interface Written {
  readonly measures?: readonly object[];
  readonly limits?: readonly object[];
  readonly categories?: Readonly<Record<string, unknown>>;
  readonly lists?: Readonly<Record<string, unknown>>;
  readonly groups?: Readonly<Record<string, unknown>>;
}

/** The same table, written in another order wherever order means nothing. */
function shuffled(table: RawTable, order: (places: number) => readonly number[]): RawTable {
  const list = <Item>(items: readonly Item[]): readonly Item[] =>
    order(items.length).flatMap((place) => items.slice(place, place + 1));
  const record = (items: Readonly<Record<string, unknown>>): object => Object.fromEntries(list(Object.entries(items)));
  const { measures, limits, categories, lists, groups, ...rest } = table as Written;
  return record({
    ...rest,
    ...(measures && { measures: list(measures) }),
    ...(limits && { limits: list(limits) }),
    ...(categories && { categories: record(categories) }),
    ...(lists && { lists: record(lists) }),
    ...(groups && { groups: record(groups) }),
  });
}

/** Places in an order that a number decides. */
function orderBy(seed: number): (places: number) => readonly number[] {
  let state = seed >>> 0;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return (places) =>
    Array.from({ length: places }, (_, place) => ({ place, rank: next() }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ place }) => place);
}

/** Everything but what a tie names first, and in which order problems and outcomes are told. */
function comparable(line: AssessedLine): string {
  if (line.problems.some(({ code }) => code === 'ambiguous-rate')) return `${line.status}: a tie`;
  const { outcomes, problems, ...rest } = line;
  const sorted = (items: readonly unknown[]): readonly string[] => items.map((one) => JSON.stringify(one)).toSorted();
  const ways = outcomes?.map(({ when, ...way }) => ({ ...way, when: when.split(/; or | and /).toSorted() }));
  return (
    everythingIn({ ...rest, outcomes: null, problems: [] }) + JSON.stringify([sorted(ways ?? []), sorted(problems)])
  );
}

describe('the order of measures', () => {
  test('of any table means nothing', () =>
    fc.assert(
      fc.property(someTable, fc.array(someLine, { minLength: 1, maxLength: 8 }), fc.nat(), (table, columns, seed) => {
        const answers = (law: SmallLaw): string[] => law.run(columns.map((one) => law.line(one))).lines.map(comparable);
        expect(answers(smallLaw(shuffled(table, orderBy(seed))))).toEqual(answers(smallLaw(table)));
      }),
      { numRuns: 400 },
    ));

  test('and of tables means nothing', () =>
    fc.assert(
      fc.property(
        someTable,
        someTable,
        fc.array(someLine, { minLength: 1, maxLength: 5 }),
        (first, second, columns) => {
          const tables = [
            { ...first, regime: 'a' },
            { ...second, regime: 'b' },
          ];
          const answers = (law: SmallLaw): string[] =>
            law.run(columns.map((one) => law.line(one))).lines.map(comparable);
          expect(answers(smallLaw(tables.toReversed()))).toEqual(answers(smallLaw(tables)));
        },
      ),
      { numRuns: 200 },
    ));
});

/** Lines that touch each part of the bundled law: each country it names, and some; its days, the day before each; goods of each kind. */
const countries = ['AR', 'AU', 'BR', 'CA', 'CN', 'DE', 'GB', 'IN', 'JP', 'KR', 'MX', 'RU', 'TR', 'UA'];
const dates = [
  '2018-03-22',
  '2018-03-23',
  '2018-05-01',
  '2018-06-01',
  '2018-08-13',
  '2019-05-20',
  '2019-05-21',
  '2020-02-08',
  '2020-08-16',
  '2020-09-01',
  '2022-01-01',
  '2022-04-01',
  '2022-06-01',
  '2023-03-10',
  '2023-04-10',
  '2023-06-01',
  '2024-07-10',
  '2025-03-11',
  '2025-03-12',
];
const numbers = [
  '7208.37.0060',
  '7304.29.2010',
  '7317.00.5503',
  '7317.00.5501',
  '7601.10.3000',
  '7606.12.3091',
  '7614.10.5000',
  '8708.10.3030',
  '0101.21.0000',
];

const bundledLine: fc.Arbitrary<Columns> = fc.record(
  {
    hts: fc.constantFrom(...numbers),
    origin: fc.constantFrom(...countries),
    date: fc.constantFrom(...dates),
    value: fc.constant('1000.00'),
    weight_kg: fc.constantFrom('10', '100000'),
    melt_pour_country: fc.constantFrom('JP', 'DE', 'GB', 'UA', 'BR'),
    primary_smelt_country: fc.constantFrom('RU', 'CA', 'CN'),
    certificate_of_origin: fc.constantFrom('yes', 'no'),
    quota_tier: fc.constantFrom('in-quota', 'over-quota'),
  },
  { requiredKeys: ['hts', 'origin', 'date', 'value'] },
);

describe('bundled law', () => {
  const law = bundledLaw();
  const written: RawTable[] = [];
  const answers = (one: SmallLaw, columns: readonly Columns[]): string[] =>
    columns.map((line) => comparable(one.assess(line)));

  beforeAll(() => {
    for (const folder of ['regimes', 'quotas'])
      for (const name of readdirSync(join(root, 'data', folder)))
        written.push(JSON.parse(readFileSync(join(root, 'data', folder, name), 'utf8')) as RawTable);
    // Tables of other customs territories are read for these.
    for (const [place, table] of written.entries())
      if ((table as { jurisdiction?: string }).jurisdiction !== undefined) written.splice(place, 1);
  });

  test('is the same in any order of files, measures, lists, limits and categories', () => {
    for (const seed of [1, 2, 3]) {
      const order = orderBy(seed);
      const files = written.map((table) => shuffled(table, order));
      const mixed = lawOf(tablesOf(order(files.length).flatMap((place) => files.slice(place, place + 1))));
      fc.assert(
        fc.property(bundledLine, (columns) => {
          expect(answers(mixed, [columns])).toEqual(answers(law, [columns]));
        }),
        { numRuns: 400 },
      );
    }
  });

  test('is the same read from its files as compiled and kept as JSON', () => {
    const compiled = lawOf(JSON.parse(JSON.stringify(law.law.schedule.tables)) as typeof law.law.schedule.tables);
    const read = lawOf(tablesOf(written));
    fc.assert(
      fc.property(bundledLine, (columns) => {
        const expected = answers(law, [columns]);
        expect(answers(compiled, [columns])).toEqual(expected);
        expect(answers(read, [columns])).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a table kept as JSON', () => {
  test('answers as before', () =>
    fc.assert(
      fc.property(someTable, fc.array(someLine, { minLength: 1, maxLength: 5 }), (table, columns) => {
        const tables = tablesOf([table]);
        const kept = lawOf(JSON.parse(JSON.stringify(tables)) as typeof tables);
        const law = lawOf(tables);
        const lines = columns.map((one) => law.line(one));
        expect(kept.run(lines).lines.map(everythingIn)).toEqual(law.run(lines).lines.map(everythingIn));
      }),
      { numRuns: 200 },
    ));
});
