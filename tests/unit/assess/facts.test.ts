import { describe, expect, test } from 'vitest';
import { type Columns, said, smallLaw } from '../../support/small-law.ts';

/** Without the fact 1%, with it 5%: of $1,000.00 that is $10.00 or $50.00. */
function answer(when: object, columns: Columns, rest: object = {}): ReturnType<ReturnType<typeof smallLaw>['assess']> {
  return smallLaw({
    regime: 'mine',
    title: 'Mine',
    facts: {
      boiled: { type: 'yes-no', question: 'Were they boiled?' },
      loaded_on: { type: 'date', question: 'When were they loaded?' },
      colour: { type: 'choice', question: 'Which colour?', choices: ['red', 'blue'] },
      pieces: { type: 'quantity', question: 'How heavy is a piece?' },
    },
    measures: [
      { id: 'general', title: 'General', goods: 'all', rates: [{ rate: '1%' }] },
      { id: 'special', title: 'Special', goods: 'all', when, rates: [{ heading: '9999.01', rate: '5%' }] },
    ],
    ...rest,
  }).assess(columns);
}

describe('a test on a declared fact', () => {
  test.each([
    [{ boiled: true }, { boiled: 'yes' }, true],
    [{ boiled: true }, { boiled: 'no' }, false],
    [{ boiled: false }, { boiled: 'no' }, true],
    [{ boiled: { is: false } }, { boiled: 'no' }, true],
    [{ colour: ['red'] }, { colour: 'red' }, true],
    [{ colour: { is: ['red'] } }, { colour: 'blue' }, false],
    [{ colour: { not: ['red'] } }, { colour: 'blue' }, true],
    [{ melt_pour_country: ['JP'] }, { melt_pour_country: 'Japan' }, true],
    [{ melt_pour_country: ['EU-27'] }, { melt_pour_country: 'DE' }, true],
    [{ melt_pour_country: { not: ['EU-27'] } }, { melt_pour_country: 'DE' }, false],
    [{ us_metal_share: { atLeast: '95%' } }, { us_metal_share: '95%' }, true],
    [{ us_metal_share: { atLeast: '95%' } }, { us_metal_share: '94.999%' }, false],
    [{ metal_weight_share: { under: '15%' } }, { metal_weight_share: '15%' }, false],
    [{ metal_weight_share: { under: '15%' } }, { metal_weight_share: '14.99%' }, true],
    [{ metal_weight_share: { atLeast: '10%', under: '15%' } }, { metal_weight_share: '9%' }, false],
    [{ loaded_on: { from: '2022-01-01' } }, { loaded_on: '2022-01-01' }, true],
    [{ loaded_on: { from: '2022-01-01' } }, { loaded_on: '2021-12-31' }, false],
    [{ loaded_on: { before: '2022-01-01' } }, { loaded_on: '2022-01-01' }, false],
    [{ loaded_on: { from: '2022-01-01', before: '2022-02-01' } }, { loaded_on: '2022-01-31' }, true],
    [{ boiled: true, colour: ['red'] }, { boiled: 'yes', colour: 'blue' }, false],
    [{ 'primary_smelt_country or cast_country': ['RU'] }, { primary_smelt_country: 'AE', cast_country: 'RU' }, true],
    [{ 'primary_smelt_country or cast_country': ['RU'] }, { cast_country: 'RU' }, true],
    [{ 'primary_smelt_country or cast_country': ['RU'] }, { cast_country: 'AE' }, false],
    [
      { 'primary_smelt_country or cast_country': { not: ['RU'] } },
      { primary_smelt_country: 'AE', cast_country: 'RU' },
      false,
    ],
    [{ 'primary_smelt_country or cast_country': { not: ['RU'] } }, { cast_country: 'AE' }, true],
  ])('%j, declared %j: %s', (when, columns, met) => {
    expect(said(answer(when, columns))).toBe(met ? '5% 50.00' : '1% 10.00');
  });

  test('counts with the members of a group on the day', () => {
    const groups = { metal: { changes: [{ add: ['RU'] }, { from: '2022-03-01', add: ['BY'] }] } };
    const when = { melt_pour_country: ['metal'] };
    expect(said(answer(when, { melt_pour_country: 'BY', date: '2022-02-28' }, { groups }))).toBe('1% 10.00');
    expect(said(answer(when, { melt_pour_country: 'BY', date: '2022-03-01' }, { groups }))).toBe('5% 50.00');
  });
});

describe('a test on a fact that nobody declared', () => {
  test('is not met, and what it could change is said', () => {
    const { duties, problems, status } = answer({ boiled: true }, {});
    expect([status, duties[0]?.rate]).toEqual(['assessed', '1%']);
    expect(problems).toMatchObject([
      {
        code: 'fact-undeclared',
        severity: 'notice',
        column: 'boiled',
        message: 'not declared; if boiled is yes, 9999.01 (5%) applies: $40.00 more',
      },
    ]);
  });

  test('is met where the table says so, and what the other way would change is said', () => {
    const { duties, problems, status } = answer({ boiled: { is: true, ifUndeclared: 'met' } }, {});
    expect([status, duties[0]?.rate]).toEqual(['assessed', '5%']);
    expect(problems).toMatchObject([{ code: 'fact-undeclared', severity: 'notice', column: 'boiled' }]);
    expect(problems[0]?.message).toBe('not declared; if boiled is no, "General" (1%) applies: $40.00 less');
  });

  test('that is one of several: what each could change is said', () => {
    const met = { ifUndeclared: 'met' };
    const one = answer({ boiled: { is: true, ...met }, colour: { not: ['red'], ...met } }, {});
    expect(one.problems.map(({ column, message }) => [column, message])).toEqual([
      ['boiled', 'not declared; if boiled is no, "General" (1%) applies: $40.00 less'],
      ['colour', 'not declared; if colour is red, "General" (1%) applies: $40.00 less'],
    ]);
    const both = answer({ boiled: true, colour: ['red'] }, {});
    expect(both.problems.map(({ column, message }) => [column, message])).toEqual([
      ['boiled', 'not declared; if boiled is yes and colour is red, 9999.01 (5%) applies: $40.00 more'],
    ]);
  });

  test('leaves the line open where the table says to ask: both ways are shown', () => {
    const line = answer({ boiled: { is: true, ifUndeclared: 'ask' } }, {});
    expect(said(line)).toBe('unknown (fact-undeclared): 10.00 or 50.00');
    expect(line.totals).toBeNull();
    expect(line.outcomes?.map(({ when }) => when)).toHaveLength(2);
    expect(line.problems).toMatchObject([{ code: 'fact-undeclared', severity: 'error', column: 'boiled' }]);
  });

  test('asks nothing where both ways come to the same', () => {
    const measures = [
      { id: 'general', goods: 'all', rates: [{ rate: '1%' }] },
      { id: 'special', goods: 'all', when: { exclusion: { is: true, ifUndeclared: 'ask' } }, rates: [{ rate: '1%' }] },
    ];
    const line = smallLaw({ regime: 'mine', measures }).assess();
    expect(said(line)).toBe('1% 10.00');
    expect(line.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('asks nothing of goods, origins and days it does not reach', () => {
    const when = { boiled: { is: true, ifUndeclared: 'ask' } };
    const measures = [
      { id: 'general', goods: 'all', rates: [{ rate: '1%' }] },
      { id: 'special', goods: ['7208'], origins: ['JP'], when, rates: [{ from: '2022-01-01', rate: '5%' }] },
    ];
    const facts = { boiled: { type: 'yes-no', question: 'Boiled?' } };
    const { assess } = smallLaw({ regime: 'mine', facts, measures });
    expect(said(assess({ origin: 'IN' }))).toBe('1% 10.00');
    expect(said(assess({ origin: 'JP', hts: '7209.17.0060' }))).toBe('1% 10.00');
    expect(said(assess({ origin: 'JP', date: '2021-12-31' }))).toBe('1% 10.00');
    expect(said(assess({ origin: 'JP' }))).toBe('unknown (fact-undeclared): 10.00 or 50.00');
  });

  test('asks nothing where another test fails already', () => {
    const when = { boiled: { is: true, ifUndeclared: 'ask' }, colour: ['red'] };
    expect(said(answer(when, { colour: 'blue' }))).toBe('1% 10.00');
    expect(said(answer(when, { colour: 'red' }))).toBe('unknown (fact-undeclared): 10.00 or 50.00');
  });

  test('two questions give up to four ways, and ways that are alike are one', () => {
    const ask = { is: true, ifUndeclared: 'ask' };
    const measures = [
      { id: 'general', goods: 'all', rates: [{ rate: '1%' }] },
      { id: 'boiled', goods: 'all', when: { boiled: ask }, rates: [{ rate: '2%' }] },
      { id: 'both', goods: 'all', when: { boiled: ask, exclusion: ask }, rates: [{ rate: '3%' }] },
    ];
    const facts = { boiled: { type: 'yes-no', question: 'Boiled?' } };
    const { assess } = smallLaw({ regime: 'mine', facts, measures });
    expect(said(assess())).toBe('unknown (fact-undeclared): 10.00 or 20.00 or 30.00');
    expect(said(assess({ boiled: 'no' }))).toBe('1% 10.00');
    expect(said(assess({ boiled: 'yes' }))).toBe('unknown (fact-undeclared): 20.00 or 30.00');
    expect(said(assess({ exclusion: 'yes' }))).toBe('unknown (fact-undeclared): 10.00 or 30.00');
  });

  test('no way is shown that no declaration could take', () => {
    const ask = (bounds: object): object => ({ ...bounds, ifUndeclared: 'ask' });
    const measures = [
      { id: 'general', goods: 'all', rates: [{ rate: '1%' }] },
      { id: 'yes', goods: 'all', when: { exclusion: ask({ is: true }) }, rates: [{ rate: '2%' }] },
      { id: 'no', goods: 'all', when: { exclusion: ask({ is: false }) }, rates: [{ rate: '3%' }] },
    ];
    expect(said(smallLaw({ regime: 'mine', measures }).assess())).toBe('unknown (fact-undeclared): 20.00 or 30.00');
    const shares = [
      { id: 'general', goods: 'all', rates: [{ rate: '1%' }] },
      { id: 'most', goods: 'all', when: { us_metal_share: ask({ atLeast: '50%' }) }, rates: [{ rate: '2%' }] },
      { id: 'all', goods: 'all', when: { us_metal_share: ask({ atLeast: '95%' }) }, rates: [{ rate: '3%' }] },
    ];
    expect(said(smallLaw({ regime: 'mine', measures: shares }).assess())).toBe(
      'unknown (fact-undeclared): 10.00 or 20.00 or 30.00',
    );
  });

  test('what is supposed holds for every measure that asks it, whatever silence means there', () => {
    const measures = [
      { id: 'general', goods: 'all', rates: [{ rate: '1%' }] },
      {
        id: 'elsewhere',
        goods: 'all',
        when: { melt_pour_country: { not: ['JP', 'US'], ifUndeclared: 'ask' } },
        rates: [{ rate: '5%' }],
      },
      { id: 'japan', goods: 'all', when: { melt_pour_country: ['JP', 'US'] }, rates: [{ rate: '2%' }] },
    ];
    const line = smallLaw({ regime: 'mine', measures }).assess();
    expect(line.outcomes?.map(({ when, duty }) => [when, duty?.toFixed(2)])).toEqual([
      ['melt_pour_country is one of JP, US', '20.00'],
      ['melt_pour_country is none of JP, US', '50.00'],
    ]);
  });

  test('nothing is said of a fact that could not change the duty', () => {
    const measures = [
      { id: 'general', goods: 'all', rates: [{ rate: '1%' }] },
      { id: 'special', goods: 'all', when: { exclusion: true }, rates: [{ rate: '1%' }] },
    ];
    expect(smallLaw({ regime: 'mine', measures }).assess().problems).toEqual([]);
  });
});

describe('tests in a rate', () => {
  test('are added to those of the measure', () => {
    const measures = [
      { id: 'general', goods: 'all', rates: [{ rate: '1%' }] },
      { id: 'special', goods: 'all', when: { exclusion: true }, rates: [{ rate: '5%', when: { mode: ['air'] } }] },
    ];
    const { assess } = smallLaw({ regime: 'mine', measures });
    expect(said(assess({ exclusion: 'yes', mode: 'air' }))).toBe('5% 50.00');
    expect(said(assess({ exclusion: 'yes', mode: 'truck' }))).toBe('1% 10.00');
    expect(said(assess({ exclusion: 'no', mode: 'air' }))).toBe('1% 10.00');
  });

  test('hold thresholds that change by date', () => {
    // 95% of US metal until 2026-06-07, 85% from 2026-06-08 (Proc. 11032): 10% in place of 50%.
    const measures = [
      { id: 'general', goods: ['7208'], rates: [{ from: '2026-04-06', rate: '50%' }] },
      {
        id: 'us-metal',
        goods: ['7208'],
        rates: [
          { from: '2026-04-06', rate: '10%', when: { us_metal_share: { atLeast: '95%' } } },
          { from: '2026-06-08', rate: '10%', when: { us_metal_share: { atLeast: '85%' } } },
        ],
      },
    ];
    const { assess } = smallLaw({ regime: 'mine', measures });
    expect(said(assess({ us_metal_share: '90%', date: '2026-06-07' }))).toBe('50% 500.00');
    expect(said(assess({ us_metal_share: '90%', date: '2026-06-08' }))).toBe('10% 100.00');
    expect(said(assess({ us_metal_share: '95%', date: '2026-06-07' }))).toBe('10% 100.00');
    expect(said(assess({ us_metal_share: '84.9%', date: '2026-06-08' }))).toBe('50% 500.00');
  });
});
