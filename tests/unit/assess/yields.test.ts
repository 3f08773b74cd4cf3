import { describe, expect, test } from 'vitest';
import { mistakesIn, said, smallLaw } from '../../support/small-law.ts';

/** Metal pays 50% under 9999.01 to 9999.03 or is exempt; the reciprocal duty of 10% gives way to it. */
const metal = {
  regime: 'metal',
  measures: [
    { id: 'steel', goods: ['7208'], rates: [{ heading: '9999.01', rate: '50%' }] },
    { id: 'tin', goods: ['7210'], rates: [{ heading: '9999.03', rate: '50%' }] },
    { id: 'free', goods: ['7209'], rates: [{ heading: '9999.02', rate: 'Free' }] },
    { id: 'content', goods: ['7317'], rates: [{ heading: '9999.04', rate: '50%', basis: 'steel_content_value' }] },
  ],
};

function other(yields: readonly object[]): object {
  return { regime: 'other', measures: [{ id: 'all', goods: 'all', rates: [{ rate: '10%' }] }], yields };
}

const to = (...targets: readonly string[]): readonly object[] => [{ to: targets, extent: 'whole' }];

describe('a regime that gives way', () => {
  test.each([
    ['a regime that charges', to('metal'), '7208.39.0030', '50% 500.00'],
    ['a regime that charges nothing displaces nobody', to('metal'), '7209.17.0060', 'Free 0.00 + 10% 100.00'],
    ['a regime that does not name the goods', to('metal'), '0101.21.0000', '10% 100.00'],
    ['one heading', to('9999.01'), '7208.39.0030', '50% 500.00'],
    ['another heading', to('9999.01'), '7210.49.0091', '50% 500.00 + 10% 100.00'],
    ['headings from … to', to('9999.01 to 9999.03'), '7210.49.0091', '50% 500.00'],
    ['headings beyond', to('9999.01 to 9999.02'), '7210.49.0091', '50% 500.00 + 10% 100.00'],
    ['several', to('9999.01', '9999.03'), '7210.49.0091', '50% 500.00'],
    ['a heading, also where its rate is Free', to('9999.02'), '7209.17.0060', 'Free 0.00'],
    ['nobody', [], '7208.39.0030', '50% 500.00 + 10% 100.00'],
  ])('wholly to %s', (_, yields, hts, expected) => {
    for (const tables of [
      [metal, other(yields)],
      [other(yields), metal],
    ])
      expect(said(smallLaw(tables).assess({ hts }))).toBe(expected);
  });

  test('for the value that is covered', () => {
    const { assess } = smallLaw([other([{ to: ['metal'], extent: 'covered' }]), metal]);
    const hts = '7317.00.5503';
    // $400.00 x 50% = $200.00; ($1,000.00 - $400.00) x 10% = $60.00.
    expect(said(assess({ hts, steel_content_value: '400.00' }))).toBe('50% 200.00 + 10% 60.00');
    expect(said(assess({ hts }))).toBe('50% 500.00');
  });

  test('on its days only, and the arrow may turn', () => {
    const tables = [
      { ...metal, yields: [{ before: '2025-06-04', to: ['other'], extent: 'whole' }] },
      other([{ from: '2025-06-04', to: ['metal'], extent: 'whole' }]),
    ];
    const { assess } = smallLaw(tables);
    expect(said(assess({ date: '2025-06-03' }))).toBe('10% 100.00');
    expect(said(assess({ date: '2025-06-04' }))).toBe('50% 500.00');
    expect(mistakesIn(tables).map(({ code }) => code)).not.toContain('yield-circle');
  });

  test('in a chain, each to the next', () => {
    const plain = (regime: string, rate: string, ...targets: readonly string[]): object => ({
      regime,
      measures: [{ goods: 'all', rates: [{ rate }] }],
      yields: targets.map((target) => ({ to: [target], extent: 'whole' })),
    });
    expect(said(smallLaw([plain('a', '1%', 'b'), plain('b', '2%', 'c'), plain('c', '3%')]).assess())).toBe(
      '3% 30.00 + 1% 10.00',
    );
  });

  test('to what is not known is not known either', () => {
    const unknown = { regime: 'metal', measures: [{ id: 'steel', goods: ['7208'], rates: [{ rate: 'unknown' }] }] };
    const line = smallLaw([other(to('metal')), unknown]).assess();
    expect([line.status, line.totals]).toEqual(['unknown', null]);
  });

  test('never in a circle, unless the days differ', () => {
    const circle = [{ ...metal, yields: to('other') }, other(to('metal'))];
    expect(mistakesIn(circle).map(({ code }) => code)).toContain('yield-circle');
  });
});
