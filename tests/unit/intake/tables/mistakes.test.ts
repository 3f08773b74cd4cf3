import { describe, expect, test } from 'vitest';
import { type RawTable, mistakesIn, tablesOf } from '../../../support/small-law.ts';

const rates = [{ rate: '25%' }];
const coils = { id: 'coils', goods: ['7208'], rates };

function table(rest: object, measures: readonly object[] = [coils]): RawTable {
  return { regime: 'mine', citation: 'Act of 1901', measures, ...rest };
}

function measure(rest: object): RawTable {
  return table({}, [{ ...coils, ...rest }]);
}

function rate(rest: object): RawTable {
  return measure({ rates: [{ rate: '25%', ...rest }] });
}

function quota(rest: object): RawTable {
  return table({ quotas: { pot: { title: 'Pot', unit: 'kg', citation: 'Act of 1901', ...rest } } });
}

/** Each mistake, where it is reported, and under which code if not bad-table. */
const cases: readonly (readonly [mistake: string, table: RawTable, place: string, code?: string])[] = [
  ['no measures', { regime: 'mine' }, 'measures'],
  ['an empty list of measures', table({}, []), 'measures'],
  ['a regime with a blank', table({ regime: 'my duty' }), 'regime'],
  ['a regime that is no text', table({ regime: 7 }), 'regime'],
  ['a key nobody knows', table({ tilte: 'Mine' }), 'tilte'],
  ['a key nobody knows in a measure', measure({ goodz: ['72'] }), 'measures[0].goodz'],
  ['a key nobody knows in a rate', rate({ form: '2020-01-01' }), 'measures[0].rates[0].form'],
  ['a key nobody knows in a test', measure({ when: { exclusion: { si: true } } }), 'measures[0].when.exclusion.si'],
  [
    'a key nobody knows in a citation',
    rate({ citation: { source: 'x', page: 7 } }),
    'measures[0].rates[0].citation.page',
  ],
  [
    'a confidence nobody knows',
    rate({ citation: { source: 'x', confidence: 'high' } }),
    'measures[0].rates[0].citation.confidence',
  ],
  ['an address that is none', rate({ citation: { source: 'x', url: 'nowhere' } }), 'measures[0].rates[0].citation.url'],
  ['a day that is none', table({ documentedThrough: '2022-02-30' }), 'documentedThrough'],
  ['a day in another order', table({ documentedThrough: '31-12-2022' }), 'documentedThrough'],
  ['no goods', table({}, [{ id: 'coils', rates }]), 'measures[0]'],
  ['goods as text', measure({ goods: '7208' }), 'measures[0].goods'],
  ['goods as numbers', measure({ goods: [7208] }), 'measures[0].goods'],
  ['an empty list of goods', measure({ goods: [] }), 'measures[0].goods'],
  ['a list that is not there', measure({ goods: ['sheets'] }), 'measures[0].goods[0]', 'unknown-name'],
  ['a code of eleven digits', measure({ goods: ['7208.39.0030.1'] }), 'measures[0].goods[0]'],
  ['a range of unequal ends', measure({ goods: ['7208 to 7209.10'] }), 'measures[0].goods[0]'],
  ['a range backwards', measure({ goods: ['7209 to 7208'] }), 'measures[0].goods[0]'],
  ['a range of three', measure({ goods: ['7208 to 7209 to 7210'] }), 'measures[0].goods[0]'],
  ['except twice', measure({ goods: ['72 except 7208 except 7209'] }), 'measures[0].goods[0]'],
  ['except of what is not there', measure({ goods: ['72 except sheets'] }), 'measures[0].goods[0]', 'unknown-name'],
  ['a country that is none', measure({ origins: ['ZZ'] }), 'measures[0].origins[0]', 'unknown-name'],
  ['a country by name', measure({ origins: ['Japan'] }), 'measures[0].origins[0]', 'unknown-name'],
  ['an empty list of origins', measure({ origins: [] }), 'measures[0].origins'],
  [
    'a country to leave out that is none',
    measure({ exceptOrigins: ['ZZ'] }),
    'measures[0].exceptOrigins[0]',
    'unknown-name',
  ],
  ['a fact that is not declared', measure({ when: { boiled: true } }), 'measures[0].when.boiled', 'unknown-name'],
  [
    'one of two facts that is not declared',
    measure({ when: { 'cast_country or boiled': ['RU'] } }),
    'measures[0].when["cast_country or boiled"]',
    'unknown-name',
  ],
  ['a test of nothing', measure({ when: { exclusion: {} } }), 'measures[0].when.exclusion'],
  ['a test of an empty list', measure({ when: { cast_country: [] } }), 'measures[0].when.cast_country'],
  [
    'a bound that is no number',
    measure({ when: { us_metal_share: { atLeast: 'most' } } }),
    'measures[0].when.us_metal_share.atLeast',
  ],
  [
    'a silence nobody knows',
    measure({ when: { exclusion: { is: true, ifUndeclared: 'no' } } }),
    'measures[0].when.exclusion.ifUndeclared',
  ],
  ['a quota that is not there', measure({ quota: 'pot' }), 'measures[0].quota', 'unknown-name'],
  ['whenFull without a quota', measure({ whenFull: 'refused' }), 'measures[0].whenFull'],
  ['no rates', measure({ rates: [] }), 'measures[0].rates'],
  ['a rate and a total', rate({ total: '15%' }), 'measures[0].rates[0]'],
  ['neither rate nor total', measure({ rates: [{ from: '2020-01-01' }] }), 'measures[0].rates[0]'],
  ['a rate that is a number', measure({ rates: [{ rate: 25 }] }), 'measures[0].rates[0].rate'],
  ['a rate in words', measure({ rates: [{ rate: 'a quarter' }] }), 'measures[0].rates[0].rate'],
  ['a rate below zero', measure({ rates: [{ rate: '-5%' }] }), 'measures[0].rates[0].rate'],
  ['a total per kilogram', measure({ rates: [{ total: '5¢/kg' }] }), 'measures[0].rates[0].total'],
  ['an end before the beginning', rate({ from: '2022-01-01', before: '2022-01-01' }), 'measures[0].rates[0].before'],
  ['a basis that is no money', rate({ basis: 'cast_country' }), 'measures[0].rates[0].basis', 'unknown-name'],
  [
    'a basis less what is no percentage',
    rate({ basis: { less: 'steel_content_value' } }),
    'measures[0].rates[0].basis',
    'unknown-name',
  ],
  ['a list of a list that is not there', table({ lists: { a: ['b'] } }), 'lists.a[0]', 'unknown-name'],
  [
    'a list that drops what it has not',
    table({ lists: { a: { changes: [{ add: ['7208'] }, { from: '2020-01-01', drop: ['7209'] }] } } }),
    'lists.a.changes[1].drop[0]',
  ],
  ['a group of nobody knows whom', table({ groups: { a: ['Narnia'] } }), 'groups.a[0]', 'unknown-name'],
  ['an order of what is not there', table({ order: ['sheets'] }), 'order[0]', 'unknown-name'],
  ['an order that names one twice', table({ order: ['coils', 'coils'] }), 'order[1]'],
  [
    'a fact of a kind nobody knows',
    table({ facts: { boiled: { type: 'boolean', question: '?' } } }),
    'facts.boiled.type',
  ],
  ['a fact without a question', table({ facts: { boiled: { type: 'yes-no' } } }), 'facts.boiled.question'],
  ['a quota in pounds', quota({ unit: 'lb' }), 'quotas.pot.unit'],
  ['an amount that is no number', quota({ limits: [{ amount: 'lots' }] }), 'quotas.pot.limits[0].amount'],
  [
    'a limit of a category that is not there',
    quota({ limits: [{ category: '9999.09', amount: '5' }], categories: { '9999.01': { goods: ['7208'] } } }),
    'quotas.pot.limits[0].category',
    'unknown-name',
  ],
  ['its days without days', quota({ limits: [{ amount: '5', per: 'its days' }] }), 'quotas.pot.limits[0]'],
  [
    'a period that begins on no day',
    quota({ periods: [{ name: 'Q1', begins: '13-01' }] }),
    'quotas.pot.periods[0].begins',
  ],
  [
    'a period of a share and of at most',
    quota({ periods: [{ name: 'Q1', begins: '01-01', share: '25%', atMost: '30%' }] }),
    'quotas.pot.periods[0]',
  ],
  [
    'a rollover to no period',
    quota({ periods: [{ name: 'Q1', begins: '01-01' }], rollover: [{ leftIn: 'Q1', goesTo: 'Q9' }] }),
    'quotas.pot.rollover[0].goesTo',
    'unknown-name',
  ],
  ['a yield to nobody', table({ yields: [{ to: [], extent: 'whole' }] }), 'yields[0].to'],
  ['a yield of an extent nobody knows', table({ yields: [{ to: ['b'], extent: 'half' }] }), 'yields[0].extent'],
];

describe('a table with', () => {
  test.each(cases.map(([mistake, raw, place, code = 'bad-table']) => ({ mistake, raw, where: `${code} ${place}` })))(
    '$mistake is refused at its place',
    ({ raw, where }) => {
      const problems = mistakesIn([raw]);
      expect(problems.map((one) => `${one.code} ${one.column ?? ''}`)).toContain(where);
      expect(
        problems.every(({ file, line, message }) => file === 'table-0.json' && line !== null && message !== ''),
      ).toBe(true);
    },
  );

  test('several mistakes has them all told', () => {
    const raw = table({ documentedThrough: '2022-02-30', order: ['sheets'] }, [
      { id: 'a', goods: ['sheets'], origins: ['ZZ'], rates: [{ rate: 'lots' }] },
    ]);
    expect(mistakesIn([raw]).map(({ column }) => column)).toEqual(
      expect.arrayContaining([
        'documentedThrough',
        'order[0]',
        'measures[0].goods[0]',
        'measures[0].origins[0]',
        'measures[0].rates[0].rate',
      ]),
    );
  });

  test('mistakes in one of two files has only that file named', () => {
    expect(mistakesIn([table({}), { ...table({}), regime: 'b', tilte: 'B' }]).map(({ file }) => file)).toEqual([
      'table-1.json',
    ]);
  });
});

describe('a table is read', () => {
  test('from six words', () => {
    const [read] = tablesOf([
      { regime: 'mine', measures: [{ goods: ['7208'], rates: [{ from: '2018-03-23', rate: '25%' }] }] },
    ]);
    expect(read).toMatchObject({
      regime: 'mine',
      title: 'mine',
      jurisdiction: 'us',
      documentedThrough: null,
      measures: [{ id: '#1', origins: { of: null, except: [] }, when: [], quota: null, whenFull: 'next' }],
    });
    expect(read?.measures[0]?.rates).toMatchObject([
      { from: '2018-03-23', before: null, headings: [], basis: { kind: 'entered-value' } },
    ]);
  });

  test('each rate until its own end, or until the next begins', () => {
    const [read] = tablesOf([
      measure({
        rates: [
          { rate: '1%' },
          { from: '2020-01-01', before: '2020-06-01', rate: '2%' },
          { from: '2021-01-01', rate: '3%' },
        ],
      }),
    ]);
    expect(read?.measures[0]?.rates.map(({ from, before }) => [from, before])).toEqual([
      ['0001-01-01', '2020-01-01'],
      ['2020-01-01', '2020-06-01'],
      ['2021-01-01', null],
    ]);
  });
});
