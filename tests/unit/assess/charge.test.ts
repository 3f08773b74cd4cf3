import { describe, expect, test } from 'vitest';
import { type Columns, said, smallLaw } from '../../support/small-law.ts';

function one(rate: object, measure: object = {}, table: object = {}): ReturnType<typeof smallLaw> {
  return smallLaw({
    regime: 'mine',
    title: 'Mine',
    measures: [{ id: 'one', goods: 'all', ...measure, rates: [rate] }],
    ...table,
  });
}

describe('a rate', () => {
  test.each([
    ['Free', {}, 'Free 0.00', 'exempt'],
    ['25%', {}, '25% 250.00', '$1,000.00 x 25%'],
    ['12.5%', { value: '0.04' }, '12.5% 0.01', '$0.04 x 12.5% = $0.005: half a cent goes up'],
    ['12.5%', { value: '0.039' }, '12.5% 0.00', '$0.039 x 12.5% = $0.004875'],
    ['25%', { value: '0.06' }, '25% 0.02', '$0.06 x 25% = $0.015: up, though 1 is odd and 2 is even'],
    ['25%', { value: '0.10' }, '25% 0.03', '$0.10 x 25% = $0.025: up, not to the even cent'],
    ['25%', { value: '0' }, '25% 0.00', 'no value, no duty'],
    ['$1.05/kg', { weight_kg: '100' }, '$1.05/kg 105.00', '100 kg x $1.05'],
    ['3.4¢/kg', { weight_kg: '1 t' }, '3.4¢/kg 34.00', '1,000 kg x 3.4 cents'],
    [
      '$1.05/kg + 2.3%',
      { value: '2000', weight_kg: '100' },
      '$1.05/kg + 2.3% 151.00',
      'HTSUS 2402.20.80: $105.00 + $46.00',
    ],
    ['0.5¢/kg', { weight_kg: '1' }, '0.5¢/kg 0.01', 'half a cent goes up'],
    [
      '0.25¢/kg + 0.025%',
      { value: '10', weight_kg: '1' },
      '0.25¢/kg + 0.025% 0.01',
      '$0.0025 + $0.0025: rounded once, not twice to nothing',
    ],
    ['$1/kg', {}, 'unknown (missing-quantity)', 'no weight, no answer'],
    ['unknown', {}, 'unknown (rate-unknown)', 'the law exists, its rate is not on hand'],
    ['$1/doz.', { weight_kg: '1' }, 'unknown (missing-quantity)', 'dozens were not declared'],
    ['$1/widget', { weight_kg: '1' }, 'unknown (unsupported-rate)', 'widgets cannot be declared'],
    ['5% + $1/widget', {}, 'unknown (unsupported-rate)', 'never only the part that can be computed'],
  ])('%s on %j: %s (%s)', (rate, columns: Columns, expected, _) => {
    expect(said(one({ rate }).assess(columns))).toBe(expected);
  });
});

describe('a total', () => {
  test.each([
    ['2.5%', '15% 125.00', '15% - 2.5% = 12.5% of $1,000.00'],
    ['0', '15% 150.00', 'a free base is lifted by all of it'],
    ['15%', '15% 0.00', 'nothing is left to lift'],
    ['20%', '15% 0.00', 'never below zero'],
  ])('of 15%% over a base duty of %s: %s (%s)', (base, expected, _) => {
    const line = one({ total: '15%' }).assess({ base_rate: base });
    expect(said(line)).toBe(expected);
    expect(line.duties[0]?.charge).toBe('up-to');
  });

  test('needs the base duty', () => {
    const line = one({ total: '15%' }).assess();
    expect(said(line)).toBe('unknown (fact-undeclared)');
    expect(line.problems[0]?.column).toBe('base_rate');
  });

  test('and base_rate is a fact that a measure may test', () => {
    const measures = [
      { id: 'low', goods: 'all', rates: [{ total: '15%' }] },
      { id: 'high', goods: 'all', when: { base_rate: { atLeast: '15%' } }, rates: [{ rate: 'Free' }] },
    ];
    const { assess } = smallLaw({ regime: 'mine', measures });
    expect(said(assess({ base_rate: '14.9%' }))).toBe('15% 1.00');
    expect(said(assess({ base_rate: '15%' }))).toBe('Free 0.00');
  });
});

describe('the basis', () => {
  const content = { basis: 'steel_content_value', rate: '50%' };

  test('may be a declared content', () => {
    const line = one(content).assess({ steel_content_value: '300.00' });
    expect(said(line)).toBe('50% 150.00');
    expect(line.duties[0]).toMatchObject({ basis: 'steel_content_value' });
    expect(line.duties[0]?.basisAmount.toFixed(2)).toBe('300.00');
  });

  test('is the full value where the content was not declared, and that is said', () => {
    const line = one(content).assess();
    expect(said(line)).toBe('50% 500.00');
    expect(line.duties[0]?.basis).toBe('entered-value');
    expect(line.problems).toMatchObject([
      { code: 'fact-undeclared', severity: 'notice', column: 'steel_content_value' },
    ]);
  });

  test('the remainder is another regime’s: metal on its content, the rest on what it left', () => {
    // Steel $300.00 x 50% = $150.00; the other duty on $1,000.00 - $300.00 = $700.00 x 10% = $70.00.
    const metal = { regime: 'metal', measures: [{ goods: 'all', rates: [{ heading: '9999.01', ...content }] }] };
    const rest = {
      regime: 'rest',
      measures: [{ goods: 'all', rates: [{ rate: '10%' }] }],
      yields: [{ to: ['metal'], extent: 'covered' }],
    };
    const { assess } = smallLaw([rest, metal]);
    expect(said(assess({ steel_content_value: '300.00' }))).toBe('50% 150.00 + 10% 70.00');
    expect(said(assess({ steel_content_value: '1000.00' }))).toBe('50% 500.00');
    expect(said(assess({ steel_content_value: '0' }))).toBe('50% 0.00 + 10% 100.00');
  });

  test('two metals each on their own content', () => {
    // $300.00 x 50% = $150.00 and $200.00 x 50% = $100.00; of $1,000.00 are left $500.00 x 10% = $50.00.
    const metal = (name: string): object => ({
      regime: name,
      measures: [{ goods: 'all', rates: [{ rate: '50%', basis: `${name}_content_value` }] }],
    });
    const rest = {
      regime: 'rest',
      measures: [{ goods: 'all', rates: [{ rate: '10%' }] }],
      yields: [{ to: ['steel', 'aluminum'], extent: 'covered' }],
    };
    const { assess } = smallLaw([metal('steel'), metal('aluminum'), rest]);
    const columns = { steel_content_value: '300.00', aluminum_content_value: '200.00' };
    expect(said(assess(columns))).toBe('50% 100.00 + 50% 150.00 + 10% 50.00');
    // Neither declared: each metal takes the full value, and nothing is left of it.
    expect(said(assess())).toBe('50% 500.00 + 50% 500.00');
  });

  test.each([
    [{ less: 'us_content_share', atLeast: '20%' }, '30%', '10% 70.00', '$1,000.00 - 30% = $700.00'],
    [{ less: 'us_content_share', atLeast: '20%' }, '20%', '10% 80.00', 'exactly 20% count'],
    [{ less: 'us_content_share', atLeast: '20%' }, '19.9%', '10% 100.00', 'less than 20% do not count'],
    [{ less: 'us_content_share', atMost: '40%' }, '40%', '10% 60.00', 'exactly 40% count'],
    [{ less: 'us_content_share', atMost: '40%' }, '75%', '10% 60.00', 'at most 40% count'],
    [{ less: 'us_content_share' }, '100%', '10% 0.00', 'all of it'],
    [{ less: 'us_content_share' }, '33.333%', '10% 66.67', '$1,000.00 - $333.33 = $666.67'],
  ])('%j with %s: %s (%s)', (basis, share, expected, _) => {
    expect(said(one({ rate: '10%', basis }).assess({ us_content_share: share }))).toBe(expected);
  });

  test('less a share that nobody declared is the full value, and that is said', () => {
    const line = one({ rate: '10%', basis: { less: 'us_content_share' } }).assess();
    expect(said(line)).toBe('10% 100.00');
    expect(line.problems).toMatchObject([{ code: 'fact-undeclared', column: 'us_content_share' }]);
  });

  test('of a table or a measure reaches the rates below it, unless they have their own', () => {
    const table = {
      regime: 'mine',
      basis: { less: 'us_content_share' },
      measures: [
        { id: 'table', goods: ['7208'], rates: [{ rate: '10%' }] },
        { id: 'measure', goods: ['7209'], basis: 'steel_content_value', rates: [{ rate: '10%' }] },
        { id: 'rate', goods: ['7210'], basis: 'steel_content_value', rates: [{ rate: '10%', basis: 'entered-value' }] },
      ],
    };
    const columns = { us_content_share: '50%', steel_content_value: '300' };
    const { assess } = smallLaw(table);
    expect(said(assess({ ...columns, hts: '7208.39.0030' }))).toBe('10% 50.00');
    expect(said(assess({ ...columns, hts: '7209.17.0060' }))).toBe('10% 30.00');
    expect(said(assess({ ...columns, hts: '7210.49.0091' }))).toBe('10% 100.00');
  });
});

describe('what stands above', () => {
  test('a citation counts for all below, unless they give their own', () => {
    const table = {
      regime: 'mine',
      citation: 'Act of 1901',
      measures: [
        { id: 'table', goods: ['7208'], rates: [{ rate: '1%' }] },
        { id: 'measure', goods: ['7209'], citation: 'Act of 1902', rates: [{ rate: '1%' }] },
        {
          id: 'rate',
          goods: ['7210'],
          citation: 'Act of 1902',
          rates: [{ rate: '1%', citation: { source: 'a newspaper', confidence: 'secondary' } }],
        },
      ],
    };
    const { assess } = smallLaw(table);
    const cited = (hts: string): unknown => assess({ hts }).duties[0]?.citation;
    expect(cited('7208.39.0030')).toEqual({ source: 'Act of 1901', confidence: 'documented' });
    expect(cited('7209.17.0060')).toEqual({ source: 'Act of 1902', confidence: 'documented' });
    expect(cited('7210.49.0091')).toEqual({ source: 'a newspaper', confidence: 'secondary' });
  });

  test('two headings are reported for one duty', () => {
    const line = one({ rate: '1%', heading: ['9903.82.20', '9903.82.21'] }).assess();
    expect(line.duties.map(({ headings }) => headings)).toEqual([['9903.82.20', '9903.82.21']]);
  });
});
