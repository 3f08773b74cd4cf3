import { describe, expect, test } from 'vitest';
import { type RawTable, type SmallLawOptions, inWords, mistakesIn } from '../../support/small-law.ts';

const rates = [{ rate: '25%' }];
const act = { regime: 'mine', citation: 'Act of 1901' };
const table = (measures: readonly object[], rest: object = {}): RawTable => ({ ...act, measures, ...rest });
const quota = { title: 'Pot', unit: 'kg', citation: 'Act of 1901' };
const coils = { id: 'coils', goods: ['7208'], rates };

interface Case {
  readonly mistake: string;
  readonly tables: readonly RawTable[];
  readonly found: readonly (string | RegExp)[];
  readonly options?: SmallLawOptions;
}

const cases: readonly Case[] = [
  { mistake: 'none', tables: [table([coils])], found: [] },
  {
    mistake: 'none, with days that follow each other',
    tables: [
      table([
        {
          ...coils,
          rates: [
            { from: '2020-01-01', rate: '25%' },
            { from: '2021-01-01', before: '2022-01-01', rate: '10%' },
            { from: '2022-01-01', rate: '5%' },
          ],
        },
      ]),
    ],
    found: [],
  },
  {
    mistake: 'a rate that no other may follow, then nothing',
    tables: [table([{ ...coils, rates: [{ from: '2020-01-01', before: '2021-01-01', rate: '25%' }] }])],
    found: [],
  },
  {
    mistake: 'two measures of one name',
    tables: [table([coils, { ...coils, goods: ['7209'] }])],
    found: [/^duplicate-id measures\.coils: /],
  },
  {
    mistake: 'goods against origins',
    tables: [table([coils, { id: 'japan', goods: ['72'], origins: ['JP'], rates }])],
    found: [
      /^ambiguous-rate measures\.coils: "coils" \(25%\) and "japan" \(25%\) fit 7208[\d.]* from JP on any day equally well$/,
    ],
  },
  {
    mistake: 'a tie that begins on a day',
    tables: [
      table([coils, { id: 'japan', goods: ['72'], origins: ['JP'], rates: [{ from: '2022-04-01', rate: '5%' }] }]),
    ],
    found: [/ from JP on 2022-04-01 equally well$/],
  },
  {
    mistake: 'a tie that begins when a country joins a group',
    tables: [
      table([coils, { id: 'union', goods: ['72'], origins: ['union'], rates }], {
        groups: { union: { changes: [{ from: '2020-02-01', add: ['SE'] }] } },
      }),
    ],
    found: [/ from SE on 2020-02-01 equally well$/],
  },
  {
    mistake: 'a tie that begins when a number joins a list',
    tables: [
      table(
        [
          { id: 'list', goods: ['list'], rates },
          { id: 'japan', goods: ['72'], origins: ['JP'], rates },
        ],
        {
          lists: { list: { changes: [{ add: ['7601'] }, { from: '2022-06-01', add: ['7209'] }] } },
        },
      ),
    ],
    found: [/ fit 7209[\d.]* from JP on 2022-06-01 equally well$/],
  },
  {
    mistake: 'two rates of one measure on the same days',
    tables: [
      table([
        {
          ...coils,
          rates: [
            { from: '2020-01-01', rate: '25%' },
            { from: '2020-01-01', rate: '10%' },
          ],
        },
      ]),
    ],
    found: [/^ambiguous-rate measures\.coils: "coils" \(25%\) and "coils" \(10%\) /],
  },
  {
    mistake: 'none: the same tie on days that do not meet',
    tables: [
      table([
        { ...coils, rates: [{ before: '2022-01-01', rate: '25%' }] },
        { id: 'japan', goods: ['72'], origins: ['JP'], rates: [{ from: '2022-01-01', rate: '5%' }] },
      ]),
    ],
    found: [],
  },
  {
    mistake: 'days without a rate',
    tables: [
      table([
        {
          ...coils,
          rates: [
            { from: '2020-01-01', before: '2020-07-01', rate: '25%' },
            { from: '2021-01-01', rate: '10%' },
          ],
        },
      ]),
    ],
    found: ['gap measures.coils: no rate from 2020-07-01 until 2021-01-01'],
  },
  {
    mistake: 'rates out of order',
    tables: [
      table([
        {
          ...coils,
          rates: [
            { from: '2021-01-01', rate: '25%' },
            { from: '2020-01-01', rate: '10%' },
          ],
        },
      ]),
    ],
    found: ['dates-out-of-order measures.coils.rates[1]: begins 2020-01-01, before the rate above it (2021-01-01)'],
  },
  {
    mistake: 'a measure that another always beats',
    tables: [table([coils, { id: 'hidden', goods: ['7208'], rates: [{ rate: '5%' }] }], { order: ['coils'] })],
    found: [/^unreachable measures\.hidden\.rates\[0\]: 5% can never apply/],
  },
  {
    mistake: 'a measure whose goods others take all',
    tables: [table([{ id: 'sheets', goods: ['7208 except 72'], rates }, coils])],
    found: [/^unreachable measures\.sheets\.rates\[0\]: /],
  },
  {
    mistake: 'a measure of no origin',
    tables: [table([coils, { id: 'nobody', goods: ['7209'], origins: ['JP'], exceptOrigins: ['JP'], rates }])],
    found: [/^unreachable measures\.nobody\.rates\[0\]: /],
  },
  {
    mistake: 'a rate whose goods left the list before it began',
    tables: [
      table([{ id: 'list', goods: ['list'], rates: [{ from: '2023-01-01', rate: '25%' }] }], {
        lists: { list: { changes: [{ add: ['7208'] }, { from: '2022-01-01', drop: ['7208'] }] } },
      }),
    ],
    found: [/^unreachable measures\.list\.rates\[0\]: /],
  },
  {
    mistake: 'a rate without a source',
    tables: [
      { regime: 'mine', measures: [{ id: 'coils', goods: ['7208'], rates: [{ from: '2018-03-23', rate: '25%' }] }] },
    ],
    found: ['missing-citation measures.coils.rates[0]: 25% from 2018-03-23 has no citation'],
  },
  {
    mistake: 'a limit without a source',
    tables: [
      table([{ id: 'pot', goods: ['7208'], quota: 'pot', rates }], {
        quotas: { pot: { title: 'Pot', unit: 'kg', limits: [{ amount: '5' }] } },
      }),
    ],
    found: ['missing-citation quotas.pot.limits[0]: a limit has no citation'],
  },
  {
    mistake: 'a rate that lines cannot declare the quantity for',
    tables: [table([{ ...coils, rates: [{ rate: '$1/moon' }] }])],
    found: [/^(?:unsupported-rate|bad-table) measures/],
  },
  {
    mistake: 'a number in no category',
    tables: [
      table([{ id: 'pot', goods: ['7208'], quota: 'pot', rates }], {
        quotas: { pot: { ...quota, categories: { '9999.01': { goods: ['7208.39'] } } } },
      }),
    ],
    options: { numbers: ['7208390030', '7208403030'] },
    found: ['quota-categories quotas.pot.categories: 7208.40.30.30 is in no category'],
  },
  {
    mistake: 'a number in no category, of a chapter whose numbers are not known',
    tables: [
      table([{ id: 'pot', goods: ['7208', '9401.99'], quota: 'pot', rates }], {
        quotas: { pot: { ...quota, categories: { '9999.01': { goods: ['7208'] } } } },
      }),
    ],
    options: { numbers: ['7208390030'] },
    found: ['quota-categories quotas.pot.categories: 9401.99 is in no category'],
  },
  {
    mistake: 'a number in several categories',
    tables: [
      table([{ id: 'pot', goods: ['7208'], quota: 'pot', rates }], {
        quotas: {
          pot: { ...quota, categories: { '9999.01': { goods: ['7208.39'] }, '9999.02': { goods: ['7208.39'] } } },
        },
      }),
    ],
    options: { numbers: ['7208390030'] },
    found: ['quota-categories quotas.pot.categories: 7208.39.00.30 is in several categories: 9999.01, 9999.02'],
  },
  {
    mistake: 'none: the longer number picks the category',
    tables: [
      table([{ id: 'pot', goods: ['7208'], quota: 'pot', rates }], {
        quotas: {
          pot: { ...quota, categories: { '9999.01': { goods: ['7208'] }, '9999.02': { goods: ['7208.39'] } } },
        },
      }),
    ],
    options: { numbers: ['7208390030', '7208403030'] },
    found: [],
  },
  {
    mistake: 'none: the categories say which goods',
    tables: [
      table([{ id: 'pot', quota: 'pot', rates }], {
        quotas: { pot: { ...quota, categories: { '9999.01': { goods: ['7208'] } } } },
      }),
    ],
    options: { numbers: ['7208390030', '7209170060'] },
    found: [],
  },
  {
    mistake: 'measures that go before each other in a circle, as width says and as the order says',
    tables: [
      table(
        [
          { id: 'a', goods: ['7208.39'], origins: ['JP'], rates },
          { id: 'b', goods: ['7208'], origins: ['JP'], rates },
          { id: 'c', goods: ['7208.39.0030'], rates },
        ],
        { order: ['b', 'c'] },
      ),
    ],
    found: [
      /^ambiguous-rate measures\.a: "a", "b", "c" go before each other in a circle for 7208\.39\.00\.30 from JP on /,
    ],
  },
  {
    mistake: 'regimes that give way in a circle',
    tables: [
      table([coils], { yields: [{ to: ['b'], extent: 'whole' }] }),
      { regime: 'b', citation: 'Act of 1902', measures: [coils], yields: [{ to: ['c'], extent: 'covered' }] },
      {
        regime: 'c',
        citation: 'Act of 1903',
        measures: [coils],
        yields: [{ from: '2022-01-01', to: ['mine'], extent: 'whole' }],
      },
    ],
    found: [/^yield-circle yields: regimes give way to each other in a circle: /],
  },
  {
    mistake: 'a circle by headings',
    tables: [
      table([{ ...coils, rates: [{ heading: '9999.01', rate: '25%' }] }], {
        yields: [{ to: ['9999.02'], extent: 'whole' }],
      }),
      {
        regime: 'b',
        citation: 'Act of 1902',
        measures: [{ ...coils, rates: [{ heading: '9999.02', rate: '25%' }] }],
        yields: [{ to: ['9999.01'], extent: 'whole' }],
      },
    ],
    found: [/^yield-circle /],
  },
];

describe('tariff check finds', () => {
  test.each(cases)('$mistake', ({ tables, found, options }) => {
    const words = mistakesIn(tables, options).map(inWords);
    expect(words, words.join('\n')).toHaveLength(found.length);
    for (const [index, expected] of found.entries()) expect(words[index]).toMatch(expected);
  });

  test('a list of twenty of one kind, not hundreds', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ id: `m${index}`, goods: ['7208'], rates }));
    const ties = mistakesIn([table(many)]).filter(({ code }) => code === 'ambiguous-rate');
    expect(ties.length).toBeLessThanOrEqual(20);
  });
});

describe('an amendment is checked like law', () => {
  const law = table([coils, { id: 'plates', goods: ['7209'], rates }], { order: ['coils'] });
  const amend = (changes: readonly object[], rest: object = {}): RawTable => ({
    amends: 'mine',
    title: 'What if',
    changes,
    ...rest,
  });

  test.each<readonly [string, RawTable, readonly (string | RegExp)[]]>([
    ['an addition that fits', amend([{ add: { id: 'japan', goods: ['7208'], origins: ['JP'], rates } }]), []],
    [
      'an addition that ties',
      amend([{ add: { id: 'japan', goods: ['72'], origins: ['JP'], rates } }]),
      [/^ambiguous-rate measures\.plates: /],
    ],
    ['an end', amend([{ end: 'coils', from: '2022-01-01' }]), []],
    ['an end of nothing', amend([{ end: 'coil', from: '2022-01-01' }]), [/^unknown-name changes\[0\]\.end: /]],
    ['a replacement', amend([{ replace: 'coils', with: { goods: ['7208'], rates: [{ rate: 'Free' }] } }]), []],
    [
      'a replacement of nothing',
      amend([{ replace: 'sheets', with: { goods: ['7208'], rates } }]),
      [/^unknown-name changes\[0\]\.replace: /],
    ],
    [
      'a name that is taken',
      amend([{ add: { id: 'coils', goods: ['7210'], rates } }]),
      [/^duplicate-id changes\[0\]\.add\.id: /],
    ],
    ['a verb that is none', amend([{ drop: 'coils' }]), [/^bad-table changes\[0\]/, /^bad-table changes\[0\]/]],
    ['no title', { amends: 'mine', changes: [{ end: 'coils', from: '2022-01-01' }] }, [/^bad-table title: /]],
    [
      'another regime',
      { amends: 'yours', title: 'What if', changes: [{ end: 'coils', from: '2022-01-01' }] },
      [/^unknown-name amends: /],
    ],
    [
      'an order of what is not there',
      amend([{ end: 'coils', from: '2022-01-01' }], { order: ['sheets'] }),
      [/^unknown-name order\[0\]: /],
    ],
  ])('%s', (_, over, found) => {
    const words = mistakesIn([law], { over: [over] }).map(inWords);
    expect(words, words.join('\n')).toHaveLength(found.length);
    for (const [index, expected] of found.entries()) expect(words[index]).toMatch(expected);
  });
});
