import fc from 'fast-check';
import type { Columns, RawTable } from './small-law.ts';

/*
 * Small tables of any kind, and lines that meet them. Few goods, origins, days and facts, so that measures overlap, tie and
 * share quotas often.
 */

const goods = [
  '7208',
  '7208.39',
  '7208.39.00',
  '72',
  '7209',
  '7209 to 7211',
  '72 except 7208.39',
  'list',
  'list within 7209',
  'all',
];
const numbers = ['7208.39.0030', '7208.40.3030', '7209.17.0060', '7210.49.0091', '7601.10.3000'];
const origins = ['IN', 'JP', 'DE', 'GB', 'group'];
const days = ['2020-01-01', '2021-01-01', '2021-07-01', '2022-01-01', '2022-04-01'];
const printed = ['25%', '10%', '5%', 'Free', '12.5%', '1¢/kg', '2¢/kg + 3%', 'unknown'];

const test = fc.oneof(
  fc.record({ exclusion: fc.boolean() }),
  fc.record({ melt_pour_country: fc.subarray(['JP', 'IN', 'EU'], { minLength: 1 }) }),
  fc.record({ melt_pour_country: fc.record({ not: fc.subarray(['JP', 'RU'], { minLength: 1 }) }) }),
  fc.record({
    melt_pour_country: fc.record({ is: fc.constant(['JP']), ifUndeclared: fc.constantFrom('met', 'ask', 'not-met') }),
  }),
  fc.record({ us_metal_share: fc.record({ atLeast: fc.constantFrom('50%', '95%') }) }),
  fc.record({ 'primary_smelt_country or cast_country': fc.constant(['RU']) }),
);

const rates = fc.uniqueArray(fc.constantFrom(...days), { minLength: 1, maxLength: 3 }).chain((begins) =>
  fc.tuple(
    ...begins.toSorted().map((from) =>
      fc.record(
        {
          from: fc.constant(from),
          rate: fc.constantFrom(...printed),
          basis: fc.constantFrom('entered-value', 'steel_content_value'),
        },
        { requiredKeys: ['from', 'rate'] },
      ),
    ),
  ),
);

const measure = fc.record(
  {
    goods: fc.subarray(goods, { minLength: 1, maxLength: 2 }),
    origins: fc.subarray(origins, { minLength: 1, maxLength: 3 }),
    exceptOrigins: fc.subarray(['JP', 'group'], { minLength: 1, maxLength: 1 }),
    when: test,
    quota: fc.constantFrom('yearly', 'quarterly'),
    rates,
  },
  { requiredKeys: ['goods', 'rates'] },
);

const quotas = {
  yearly: { title: 'Yearly', unit: 'kg', limits: [{ amount: '100', origin: 'JP' }, { amount: '50' }] },
  quarterly: {
    title: 'Quarterly',
    unit: 'kg',
    cell: ['category'],
    periods: [
      { name: 'Q1', begins: '01-01', atMost: '30%', orIfMore: '20' },
      { name: 'Q2', begins: '04-01', share: '25%' },
      { name: 'H2', begins: '07-01' },
    ],
    limits: [{ category: '9999.01 to 9999.02', amount: '200' }],
    categories: { '9999.01': { goods: ['7208', '7601'] }, '9999.02': { goods: ['7209 to 7211'] } },
  },
};

/** One table of up to six measures, some named in its order. */
export const someTable: fc.Arbitrary<RawTable> = fc.array(measure, { minLength: 1, maxLength: 6 }).chain((measures) =>
  fc.record({
    regime: fc.constantFrom('first', 'second'),
    documentedThrough: fc.constant('2022-12-31'),
    lists: fc.constant({
      list: { changes: [{ add: ['7208.40', '7210'] }, { from: '2021-07-01', add: ['7209'], drop: ['7210'] }] },
    }),
    groups: fc.constant({ group: { changes: [{ add: ['DE', 'GB'] }, { from: '2021-01-01', drop: ['GB'] }] } }),
    quotas: fc.constant(quotas),
    order: fc.shuffledSubarray(measures.map((_, index) => `m${index}`)),
    measures: fc.constant(measures.map((one, index) => ({ id: `m${index}`, ...one }))),
  }),
);

export const someLine: fc.Arbitrary<Columns> = fc.record(
  {
    hts: fc.constantFrom(...numbers),
    origin: fc.constantFrom('IN', 'JP', 'DE', 'GB', 'KR'),
    date: fc.constantFrom(
      '2019-12-31',
      '2020-06-01',
      '2021-02-01',
      '2021-07-01',
      '2022-02-01',
      '2022-05-01',
      '2022-08-01',
      '2023-01-01',
    ),
    value: fc.constantFrom('1000.00', '0.02', '333.33', '99999.995'),
    weight_kg: fc.constantFrom('10', '40', '0.5', '120'),
    quota_tier: fc.constantFrom('in-quota', 'over-quota'),
    exclusion: fc.constantFrom('yes', 'no'),
    melt_pour_country: fc.constantFrom('JP', 'IN', 'RU', 'DE'),
    us_metal_share: fc.constantFrom('40%', '50%', '95%'),
    cast_country: fc.constantFrom('RU', 'AE'),
    steel_content_value: fc.constantFrom('0', '0.01'),
  },
  { requiredKeys: ['hts', 'origin', 'date', 'value'] },
);
