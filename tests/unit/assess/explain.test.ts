import { describe, expect, test } from 'vitest';
import { assessLine } from '../../../src/assess/assess-line.ts';
import { openBalances, untouched } from '../../../src/assess/balances.ts';
import type { RegimeTrace } from '../../../src/customs/trace.ts';
import { type RawTable, smallLaw } from '../../support/small-law.ts';

const rates = [{ from: '2020-01-01', rate: '25%', citation: 'an act' }];
const steel = {
  regime: 'steel',
  measures: [
    { id: 'all', goods: ['72'], rates },
    {
      id: 'india',
      goods: ['72'],
      origins: ['IN'],
      rates: [{ from: '2021-06-01', rate: 'Free', citation: 'another act' }],
    },
    { id: 'melted', goods: ['72'], when: { melt_pour_country: ['US'] }, rates: [{ rate: '5%' }] },
  ],
};

/** What is told of each regime, by its id. */
function told(
  tables: RawTable | readonly RawTable[],
  columns: Readonly<Record<string, string>>,
): Readonly<Record<string, RegimeTrace>> {
  const law = smallLaw(tables);
  const { line } = assessLine(law.line({ value: '1000', ...columns }), law.law, openBalances(untouched), true);
  return Object.fromEntries((line.trace ?? []).map((one) => [one.regime, one]));
}

function said({ outcome, words }: RegimeTrace | undefined = {} as RegimeTrace): string {
  return `${outcome}: ${words}`;
}

describe('why a regime laid what it did', () => {
  test.each<[string, RawTable | readonly RawTable[], Record<string, string>, string]>([
    ['it charges', steel, { origin: 'CN' }, 'charged: charges these goods'],
    ['an exemption of the origin', steel, { origin: 'IN' }, 'free: lays nothing on these goods: the rate is Free'],
    [
      'a rate on no value at all',
      { regime: 'steel', measures: [{ goods: ['72'], rates: [{ rate: '5%', basis: 'steel_content_value' }] }] },
      { steel_content_value: '0' },
      'free: lays nothing on these goods: no value is left for its 5%',
    ],
    [
      'a rate that comes to no cent',
      { regime: 'steel', measures: [{ goods: ['72'], rates: [{ rate: '5%' }] }] },
      { value: '0.01' },
      'free: lays nothing on these goods: its 5% rounds to nothing',
    ],
    ['other goods', steel, { hts: '7606123091' }, 'other-goods: does not name these goods'],
    [
      'a day before it',
      { ...steel, measures: steel.measures.slice(0, 2) },
      { origin: 'CN', date: '2019-12-31' },
      'not-yet: has nothing for these goods before 2020-01-01',
    ],
    [
      'another origin',
      { ...steel, measures: steel.measures.slice(1, 2) },
      { origin: 'CN' },
      'no-rate: does not reach goods of China on this day',
    ],
    [
      'an end of its rates',
      { regime: 'steel', measures: [{ id: 'a', goods: ['72'], rates: [{ rate: '1%', before: '2021-01-01' }] }] },
      {},
      'no-rate: has no rate on this day: it ended on 2021-01-01',
    ],
    [
      'conditions that are not met',
      { regime: 'steel', measures: steel.measures.slice(2) },
      { melt_pour_country: 'CN' },
      'no-rate: has no rate whose conditions are met',
    ],
    [
      'an act that ended it',
      { ...steel, ended: { from: '2022-01-01', citation: 'the end' } },
      {},
      'ended: ended on 2022-01-01',
    ],
    [
      'goods that it does not hold',
      { ...steel, covers: ['73'] },
      {},
      'not-on-hand: may name these goods: the table on hand does not hold them',
    ],
    [
      'a rate without a number',
      { regime: 'steel', measures: [{ id: 'a', goods: ['72'], rates: [{ rate: '5¢/kg' }] }] },
      {},
      'undecided: gives no number: the rate "5¢/kg" needs the weight',
    ],
  ])('%s', (_, tables, columns, expected) => {
    expect(said(told(tables, columns)['steel'])).toBe(expected);
  });

  test('it gives way, and by which rule', () => {
    const other = { regime: 'first', measures: [{ id: 'a', goods: ['72'], rates: [{ rate: '1%' }] }] };
    const yields = [{ to: ['first'], extent: 'whole', citation: 'the rule' }];
    const trace = told([other, { ...steel, yields }], { origin: 'CN' })['steel'];
    expect(said(trace)).toBe('gives-way: gives way: first charges these goods');
    expect(trace?.citation?.source).toBe('the rule');
    expect(trace?.rates).toEqual([]);
  });

  test('what an earlier regime left open is told with that one alone', () => {
    const open = { regime: 'a-first', measures: [{ id: 'a', goods: ['72'], rates: [{ rate: '5¢/kg' }] }] };
    const traces = told([open, steel], { origin: 'CN' });
    expect(said(traces['a-first'])).toMatch(/^undecided: /);
    expect(said(traces['steel'])).toBe('charged: charges these goods');
  });
});

describe('why each rate applies or does not', () => {
  const fates = (columns: Record<string, string>): readonly (readonly [string, string, string | null])[] =>
    (told(steel, columns)['steel']?.rates ?? []).map(({ measure, outcome, words }) => [measure, outcome, words]);

  test('what was not declared, and the duty at stake', () => {
    const [all, melted] = told(steel, { origin: 'CN' })['steel']?.rates ?? [];
    expect([all?.measure, all?.outcome, all?.words]).toEqual(['all', 'applies', null]);
    expect([melted?.measure, melted?.outcome, melted?.words]).toEqual([
      'melted',
      'undeclared',
      'asks that melt_pour_country is US',
    ]);
    // 1,000.00 × (5% − 25%)
    expect([melted?.facts, melted?.stake?.toFixed(2)]).toEqual([['melt_pour_country'], '-200.00']);
  });

  test('a declared fact that speaks against it', () => {
    expect(fates({ origin: 'CN', melt_pour_country: 'CN' })).toContainEqual([
      'melted',
      'not-met',
      'asks that melt_pour_country is US; declared: CN',
    ]);
  });

  test('one that is narrower goes first', () => {
    expect(fates({ origin: 'IN', melt_pour_country: 'CN' })).toContainEqual([
      'all',
      'goes-second',
      '"india" is narrower',
    ]);
  });

  test('one that applies under a condition names it', () => {
    expect(fates({ origin: 'CN', melt_pour_country: 'US' })[0]).toEqual([
      'melted',
      'applies',
      'melt_pour_country is US',
    ]);
  });
});
