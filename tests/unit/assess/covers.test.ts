import { describe, expect, test } from 'vitest';
import { smallLaw } from '../../support/small-law.ts';

const rates = [{ rate: '10%' }];
const partly = {
  regime: 'product-exclusions',
  covers: ['72', '7616.99 except 7616.99.51'],
  measures: [{ id: 'all', goods: 'all', rates }],
};

describe('a table that can answer for some goods only', () => {
  test.each([
    ['covered', '7208101500', 100, []],
    ['covered within a heading', '7616991000', 100, []],
    ['outside: neither due nor free', '8544421000', 0, ['product-exclusions']],
    ['taken out', '7616995100', 0, ['product-exclusions']],
  ])('%s', (_, hts, duty, notCovered) => {
    const line = smallLaw(partly).assess({ hts });
    expect(line.totals?.duty.toNumber()).toBe(duty);
    expect(line.notCovered).toEqual(expect.arrayContaining(notCovered));
    expect(line.notCovered.includes('product-exclusions')).toBe(notCovered.length > 0);
  });

  test('a table without the key answers for all', () => {
    const { covers: _, ...whole } = partly;
    expect(smallLaw(whole).assess({ hts: '8544421000' }).notCovered).not.toContain('product-exclusions');
  });
});

describe('duty that may have to be paid back', () => {
  const refund = { status: 'held-unlawful', words: 'a court held it unlawful' };
  const kept = { regime: 'kept', measures: [{ id: 'all', goods: 'all', rates }] };

  test('carries its status, and is summed apart', () => {
    const line = smallLaw([kept, { ...kept, regime: 'undone', refund }]).assess({ value: '1000' });
    expect(line.duties.map((duty) => [duty.regime, duty.refund?.status])).toEqual([
      ['kept', undefined],
      ['undone', 'held-unlawful'],
    ]);
    expect(line.totals).toMatchObject({ duty: { d: [200] }, refundable: { d: [100] } });
  });

  test('a rate of its own goes before that of the table', () => {
    const own = { status: 'repealed', words: 'an act took it away' };
    const table = { ...kept, refund, measures: [{ id: 'all', goods: 'all', rates: [{ rate: '1%', refund: own }] }] };
    expect(smallLaw(table).assess({}).duties[0]?.refund).toEqual({ ...own, citation: null });
  });
});

describe('a test on the program that a line claims', () => {
  const table = {
    regime: 'mine',
    measures: [
      { id: 'all', goods: 'all', rates },
      { id: 'claimed', goods: 'all', when: { spi: ['S', 'S+'] }, rates: [{ rate: 'Free' }] },
    ],
  };

  test.each([
    ['S', 'MX', '0'],
    ['s+', 'CA', '0'],
    ['KR', 'KR', '100'],
    [undefined, 'MX', '100'],
  ])('%s by goods of %s', (spi, origin, duty) => {
    expect(
      smallLaw(table)
        .assess({ value: '1000', origin, ...(spi && { spi }) })
        .totals?.duty.toFixed(),
    ).toBe(duty);
  });
});
