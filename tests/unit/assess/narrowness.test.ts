import { describe, expect, test } from 'vitest';
import { type Columns, type RawTable, mistakesIn, said, smallLaw } from '../../support/small-law.ts';

/** Each measure says in its rate which one it is; $1,000.00 at 1% are $10.00. */
function table(measures: Readonly<Record<string, object>>, rest: object = {}): RawTable {
  return {
    regime: 'mine',
    citation: 'Act of 1901',
    measures: Object.entries(measures).map(([rate, measure]) => ({
      id: `m${rate}`,
      goods: 'all',
      ...measure,
      rates: [{ rate: `${rate}%` }],
    })),
    ...rest,
  };
}

function winner(measures: Readonly<Record<string, object>>, columns: Columns = {}, rest: object = {}): string {
  return said(smallLaw(table(measures, rest)).assess(columns)).replace(/% .*/, '');
}

describe('the narrowest measure applies', () => {
  test.each([
    ['a longer number', { 1: { goods: ['72'] }, 2: { goods: ['7208'] } }, '2'],
    ['any number, against all goods', { 1: {}, 2: { goods: ['72'] } }, '2'],
    [
      'the longest of several numbers of a list counts',
      { 1: { goods: ['7208'] }, 2: { goods: ['72', '7208.39'] } },
      '2',
    ],
    [
      'pairs of zeros at the end are not narrower',
      { 1: { goods: ['7208.39'], origins: ['IN'] }, 2: { goods: ['7208.39.00'] } },
      '1',
    ],
    ['one country, against all', { 1: {}, 2: { origins: ['IN'] } }, '2'],
    ['one country, against two', { 1: { origins: ['IN', 'JP'] }, 2: { origins: ['IN'] } }, '2'],
    ['all but one, against all', { 1: {}, 2: { exceptOrigins: ['JP'] } }, '2'],
    ['one test, against none', { 1: {}, 2: { when: { exclusion: true } } }, '2'],
    [
      'two tests, against one',
      { 1: { when: { exclusion: true } }, 2: { when: { exclusion: true, mode: ['air'] } } },
      '2',
    ],
    ['a stricter list', { 1: { when: { mode: ['air', 'truck'] } }, 2: { when: { mode: ['air'] } } }, '2'],
    [
      'a stricter bound from below',
      { 1: { when: { us_metal_share: { atLeast: '85%' } } }, 2: { when: { us_metal_share: { atLeast: '90%' } } } },
      '2',
    ],
    [
      'a stricter bound from above',
      { 1: { when: { us_metal_share: { under: '99%' } } }, 2: { when: { us_metal_share: { under: '98%' } } } },
      '2',
    ],
    [
      'two bounds, against one',
      {
        1: { when: { us_metal_share: { atLeast: '85%' } } },
        2: { when: { us_metal_share: { atLeast: '85%', under: '99%' } } },
      },
      '2',
    ],
    [
      'a longer list of what it is not',
      {
        1: { when: { melt_pour_country: { not: ['RU'] } } },
        2: { when: { melt_pour_country: { not: ['RU', 'BY'] } } },
      },
      '2',
    ],
    [
      'what it is, against what it is not',
      { 1: { when: { melt_pour_country: { not: ['RU'] } } }, 2: { when: { melt_pour_country: ['JP', 'IN'] } } },
      '2',
    ],
    [
      'fewer facts of which any may hold',
      { 1: { when: { 'melt_pour_country or cast_country': ['IN'] } }, 2: { when: { melt_pour_country: ['IN'] } } },
      '2',
    ],
    [
      'more facts of which none may be',
      {
        1: { when: { melt_pour_country: { not: ['RU'] } } },
        2: { when: { 'melt_pour_country or cast_country': { not: ['RU'] } } },
      },
      '2',
    ],
    ['narrower in two ways', { 1: { goods: ['72'] }, 2: { goods: ['7208'], origins: ['IN'] } }, '2'],
    [
      'the narrowest of three',
      { 1: {}, 2: { goods: ['72'] }, 3: { goods: ['7208'], origins: ['IN'], when: { exclusion: true } } },
      '3',
    ],
  ])('%s', (_, measures, expected) => {
    const facts = { exclusion: 'yes', mode: 'air', us_metal_share: '95%', melt_pour_country: 'IN', cast_country: 'IN' };
    expect(winner(measures, facts)).toBe(expected);
    expect(mistakesIn([table(measures)]).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('the wider one where the narrower does not fit', () => {
    const measures = { 1: {}, 2: { goods: ['7208'] }, 3: { origins: ['JP'] }, 4: { when: { exclusion: true } } };
    expect(winner(measures, { hts: '7209.17.0060' })).toBe('1');
    expect(winner({ 1: {}, 4: { when: { exclusion: true } } }, { exclusion: 'no' })).toBe('1');
  });

  test('groups count with their members of the day', () => {
    const groups = {
      two: { changes: [{ add: ['IN', 'JP'] }, { from: '2022-01-01', drop: ['JP'] }] },
      three: ['IN', 'JP', 'KR'],
    };
    expect(winner({ 1: { origins: ['three'] }, 2: { origins: ['two'] } }, {}, { groups })).toBe('2');
    const measures = { 1: { origins: ['two'] }, 2: { origins: ['IN', 'JP'], when: { exclusion: true } } };
    expect(winner(measures, { date: '2021-12-31', exclusion: 'yes' }, { groups })).toBe('2');
    expect(winner(measures, { date: '2022-01-01', exclusion: 'yes' }, { groups })).toBe('unknown (ambiguous-rate)');
  });
});

describe('where each of two is narrower in its own way', () => {
  test.each([
    ['goods, origin', { 1: { goods: ['7208'] }, 2: { goods: ['72'], origins: ['IN'] } }],
    ['goods, facts', { 1: { goods: ['7208'] }, 2: { when: { exclusion: true } } }],
    ['origin, facts', { 1: { origins: ['IN'] }, 2: { when: { exclusion: true } } }],
    ['facts, facts', { 1: { when: { exclusion: true } }, 2: { when: { mode: ['air'] } } }],
    [
      'bounds that overlap',
      { 1: { when: { us_metal_share: { atLeast: '90%' } } }, 2: { when: { us_metal_share: { under: '99%' } } } },
    ],
    ['origins that overlap', { 1: { origins: ['IN', 'JP'] }, 2: { origins: ['IN', 'KR'] } }],
    ['two that are alike', { 1: { goods: ['7208'] }, 2: { goods: ['7208'] } }],
  ])('nothing is computed and both are named: %s', (_, measures) => {
    const facts = { exclusion: 'yes', mode: 'air', us_metal_share: '95%' };
    const answer = smallLaw(table(measures)).assess(facts);
    expect(said(answer)).toBe('unknown (ambiguous-rate)');
    expect(answer.problems[0]?.message).toMatch(/"m1" \(1%\) and "m2" \(2%\)/);
    expect(mistakesIn([table(measures)]).map(({ code }) => code)).toContain('ambiguous-rate');
    for (const order of [['m1'], ['m2'], ['m1', 'm2'], ['m2', 'm1']]) {
      expect(winner(measures, facts, { order })).toBe(order[0]?.slice(1));
      expect(mistakesIn([table(measures, { order })]).filter(({ code }) => code === 'ambiguous-rate')).toEqual([]);
    }
  });

  test('those that the order names go before those it does not', () => {
    const measures = { 1: { goods: ['7208'] }, 2: { origins: ['IN'] }, 3: { when: { exclusion: true } } };
    expect(winner(measures, { exclusion: 'yes' }, { order: ['m3'] })).toBe('3');
    expect(winner(measures, { exclusion: 'yes' }, { order: ['m2', 'm3'] })).toBe('2');
    expect(winner(measures, { exclusion: 'no' }, { order: ['m3'] })).toBe('unknown (ambiguous-rate)');
  });

  test('narrowness goes before the order', () => {
    expect(winner({ 1: { goods: ['72'] }, 2: { goods: ['7208'] } }, {}, { order: ['m1', 'm2'] })).toBe('2');
  });

  test('a third that is narrower than both decides, and check finds no tie where it always applies', () => {
    const measures = { 1: { goods: ['7208'] }, 2: { origins: ['IN'] }, 3: { goods: ['7208'], origins: ['IN'] } };
    expect(winner(measures)).toBe('3');
    expect(mistakesIn([table(measures)]).filter(({ code }) => code === 'ambiguous-rate')).toEqual([]);
  });

  test.each([
    [{ mode: ['air'] }, { mode: ['truck'] }],
    [{ exclusion: true }, { exclusion: false }],
    [{ us_metal_share: { atLeast: '85%' } }, { us_metal_share: { under: '85%' } }],
    [{ melt_pour_country: ['RU'] }, { melt_pour_country: { not: ['RU', 'BY'] } }],
  ])('tests that cannot both hold are no tie: %j, %j', (first, second) => {
    const measures = { 1: { when: first, goods: ['7208'] }, 2: { when: second, origins: ['IN'] } };
    expect(mistakesIn([table(measures)]).filter(({ code }) => code === 'ambiguous-rate')).toEqual([]);
  });

  test('the tie of other goods, origins or days is not this line’s', () => {
    const measures = { 1: { goods: ['7208'] }, 2: { goods: ['72'], origins: ['JP'] } };
    expect(winner(measures, { origin: 'IN' })).toBe('1');
    expect(winner(measures, { origin: 'JP', hts: '7209.17.0060' })).toBe('2');
  });
});
