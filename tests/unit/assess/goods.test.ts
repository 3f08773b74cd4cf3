import { describe, expect, test } from 'vitest';
import { type RawTable, said, smallLaw } from '../../support/small-law.ts';

/** One measure of 1% on the goods: "reached" or not. */
function reaches(goods: readonly string[] | 'all', hts: string, rest: object = {}, date = '2022-02-01'): boolean {
  const table: RawTable = { regime: 'mine', measures: [{ id: 'one', goods, rates: [{ rate: '1%' }] }], ...rest };
  return said(smallLaw(table).assess({ hts, date })) === '1% 10.00';
}

describe('goods', () => {
  test.each([
    [['7208'], '7208.39.0030', true],
    [['7208'], '7209.17.0060', false],
    [['7208.39.0030'], '7208.39.0030', true],
    [['7208.39.0030'], '7208.39.0020', false],
    [['72'], '7299.99.9999', true],
    [['7208390030'], '7208.39.0030', true],
    [['7206.10 to 7216.50'], '7206.10.0000', true],
    [['7206.10 to 7216.50'], '7216.50.0000', true],
    [['7206.10 to 7216.50'], '7216.50.9999', true],
    [['7206.10 to 7216.50'], '7206.09.9999', false],
    [['7206.10 to 7216.50'], '7216.51.0000', false],
    [['7208 to 7210'], '7209.00.0000', true],
    [['7208 except 7208.39'], '7208.39.0030', false],
    [['7208 except 7208.39'], '7208.40.3030', true],
    [['7208 except 7208.39, 7208.40.30'], '7208.40.3030', false],
    [['7208 within 7208.39'], '7208.39.0030', true],
    [['7208 within 7208.39'], '7208.40.3030', false],
    [['7208 to 7212 within 7209, 7210 except 7210.49'], '7209.17.0060', true],
    [['7208 to 7212 within 7209, 7210 except 7210.49'], '7210.49.0091', false],
    [['7208 to 7212 except 7210.49 within 7209, 7210'], '7210.49.0091', false],
    [['7208 except 7208.39', '7208.39.0030'], '7208.39.0030', true],
    [['all'], '0101.21.0000', true],
    [['all except 72'], '0101.21.0000', true],
    [['all except 72'], '7208.39.0030', false],
  ])('%j and %s: %s', (goods, hts, expected) => expect(reaches(goods, hts)).toBe(expected));

  test('"all" is everything', () => expect(reaches('all', '9999.99.9999')).toBe(true));

  describe('lists', () => {
    const lists = {
      sheets: ['7208', '7209 except 7209.17'],
      hot: ['sheets within 7208'],
      changing: {
        changes: [
          { add: ['7208', '7210'] },
          { from: '2021-01-01', drop: ['7208'], add: ['7209 except 7209.17'] },
          { from: '2022-01-01', drop: ['7209 except 7209.17'], add: ['7208.39'] },
        ],
      },
    };

    test.each([
      ['sheets', '7208.39.0030', true],
      ['sheets', '7209.17.0060', false],
      ['sheets', '7209.18.0060', true],
      ['hot', '7208.39.0030', true],
      ['hot', '7209.18.0060', false],
      ['sheets within 7208.39', '7208.40.3030', false],
      ['sheets except hot', '7208.39.0030', false],
      ['sheets except hot', '7209.18.0060', true],
      ['72 except sheets', '7209.18.0060', false],
      ['72 except sheets', '7209.17.0060', true],
      ['72 within sheets', '7209.17.0060', false],
    ])('%s and %s: %s', (goods, hts, expected) => expect(reaches([goods], hts, { lists })).toBe(expected));

    test.each([
      ['7208.39.0030', '2020-12-31', true],
      ['7208.39.0030', '2021-01-01', false],
      ['7208.39.0030', '2021-12-31', false],
      ['7208.39.0030', '2022-01-01', true],
      ['7208.40.3030', '2022-01-01', false],
      ['7209.18.0060', '2020-12-31', false],
      ['7209.18.0060', '2021-01-01', true],
      ['7209.17.0060', '2021-01-01', false],
      ['7209.18.0060', '2022-01-01', false],
      ['7210.49.0091', '2022-01-01', true],
    ])('a list as it was amended: %s on %s: %s', (hts, date, expected) =>
      expect(reaches(['changing'], hts, { lists }, date)).toBe(expected),
    );

    test('a list with members taken out counts as narrowly as its longest number on the day', () => {
      const table = {
        regime: 'mine',
        lists,
        measures: [
          { id: 'list', goods: ['changing'], rates: [{ rate: '1%' }] },
          { id: 'sub', goods: ['7208.39'], origins: ['IN'], rates: [{ rate: '2%' }] },
          { id: 'number', goods: ['7208'], rates: [{ rate: '3%' }] },
        ],
      };
      const { assess } = smallLaw(table);
      expect(said(assess({ date: '2022-01-01', origin: 'JP' }))).toBe('1% 10.00');
      expect(said(assess({ date: '2021-06-01', origin: 'JP' }))).toBe('3% 30.00');
      expect(said(assess({ date: '2022-01-01', origin: 'IN' }))).toBe('2% 20.00');
    });
  });
});

describe('origins', () => {
  const groups = {
    union: {
      changes: [{ add: ['DE', 'GB'] }, { from: '2020-02-01', drop: ['GB'] }, { from: '2021-01-01', add: ['SE'] }],
    },
    wider: ['union', 'JP'],
  };

  function reached(measure: object, origin: string, date: string): boolean {
    const table = {
      regime: 'mine',
      groups,
      measures: [{ id: 'one', goods: 'all', ...measure, rates: [{ rate: '1%' }] }],
    };
    return said(smallLaw(table).assess({ origin, date })) === '1% 10.00';
  }

  test.each([
    [{ origins: ['union'] }, 'GB', '2020-01-31', true],
    [{ origins: ['union'] }, 'GB', '2020-02-01', false],
    [{ origins: ['union'] }, 'SE', '2020-12-31', false],
    [{ origins: ['union'] }, 'SE', '2021-01-01', true],
    [{ origins: ['wider'] }, 'GB', '2020-01-31', true],
    [{ origins: ['wider'] }, 'GB', '2020-02-01', false],
    [{ origins: ['wider'] }, 'JP', '2020-02-01', true],
    [{ exceptOrigins: ['union'] }, 'GB', '2020-01-31', false],
    [{ exceptOrigins: ['union'] }, 'GB', '2020-02-01', true],
    [{ origins: ['wider'], exceptOrigins: ['DE'] }, 'DE', '2020-01-31', false],
    [{ origins: 'all' }, 'KP', '2020-01-31', true],
    [{ origins: ['EU'] }, 'GB', '2020-01-31', true],
    [{ origins: ['EU'] }, 'GB', '2020-02-01', false],
    [{ origins: ['EU-27'] }, 'GB', '2020-01-31', false],
  ])('%j and %s on %s: %s', (measure, origin, date, expected) => expect(reached(measure, origin, date)).toBe(expected));
});

describe('days', () => {
  const table = {
    regime: 'mine',
    documentedThrough: '2022-06-30',
    measures: [
      {
        id: 'coils',
        title: 'Coils',
        goods: ['7208'],
        rates: [
          { from: '2020-01-01', rate: '1%' },
          { from: '2021-01-01', before: '2021-07-01', rate: '2%' },
          { from: '2022-01-01', rate: '3%' },
        ],
      },
      { id: 'sheets', goods: ['7209'], rates: [{ from: '2020-01-01', before: '2022-07-01', rate: '4%' }] },
    ],
  };

  test.each([
    ['7208', '2019-12-31', 'nothing'],
    ['7208', '2020-01-01', '1% 10.00'],
    ['7208', '2020-12-31', '1% 10.00'],
    ['7208', '2021-01-01', '2% 20.00'],
    ['7208', '2021-06-30', '2% 20.00'],
    ['7208', '2022-01-01', '3% 30.00'],
    ['7208', '2022-06-30', '3% 30.00'],
    ['7208', '2022-07-01', '3% 30.00'],
    ['7209', '2022-06-30', '4% 40.00'],
    ['7209', '2022-07-01', 'unknown (not-on-hand)'],
    ['7210', '2022-07-01', 'nothing'],
  ])('%s on %s: %s', (heading, date, expected) =>
    expect(said(smallLaw(table).assess({ hts: `${heading}.39.0030`, date }))).toBe(expected),
  );

  test('a rate without an end is applied past the documented days with a warning, and refused when asked to be strict', () => {
    const columns = { hts: '7208.39.0030', date: '2022-07-01' };
    const codes = (strict: boolean): string[] =>
      smallLaw(table, { strict })
        .assess(columns)
        .problems.map(({ code, severity }) => `${severity} ${code}`);
    expect(codes(false)).toEqual(['warning outside-documented']);
    expect(codes(true)).toEqual(['error outside-documented']);
    expect(smallLaw(table, { strict: true }).assess(columns).status).toBe('unknown');
  });

  test('so is a rate without a first day before the documented days', () => {
    const open = {
      regime: 'mine',
      role: 'base',
      documentedFrom: '2013-01-01',
      measures: [{ id: 'coils', goods: ['7208'], rates: [{ rate: '1%' }] }],
    };
    const codes = (date: string, strict: boolean): string[] =>
      smallLaw(open, { strict })
        .assess({ date })
        .problems.map(({ code, severity }) => `${severity} ${code}`);
    expect(codes('2013-01-01', true)).toEqual([]);
    expect(codes('2012-12-31', false)).toEqual(['warning outside-documented']);
    expect(codes('2012-12-31', true)).toEqual(['error outside-documented']);
  });

  test('before the first day nothing is due, and that is said', () => {
    const { problems } = smallLaw(table).assess({ date: '2019-12-31' });
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['notice outside-documented']);
  });

  test('goods that no table names are said so', () => {
    const { problems } = smallLaw(table).assess({ hts: '0101.21.0000' });
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['notice not-listed']);
  });
});
