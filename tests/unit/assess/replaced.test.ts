import { describe, expect, test } from 'vitest';
import { smallLaw } from '../../support/small-law.ts';

const older = {
  regime: 'older',
  documentedThrough: '2021-12-31',
  replaced: { by: 'newer', from: '2022-01-01' },
  measures: [{ id: 'all', goods: ['72'], rates: [{ rate: '25%' }] }],
};
const newer = {
  regime: 'newer',
  measures: [{ id: 'all', goods: ['72'], rates: [{ from: '2022-01-01', rate: '50%' }] }],
};

describe('a regime that another took the place of', () => {
  test.each([
    ['2021-12-31', ['older 250.00']],
    ['2022-01-01', ['newer 500.00']],
  ])('%s', (date, duties) => {
    const line = smallLaw([older, newer]).assess({ date });
    expect(line.duties.map(({ regime, amount }) => `${regime} ${amount.toFixed(2)}`)).toEqual(duties);
    expect(line.problems).toMatchObject([]);
  });

  test('answers as far as it is documented where the other is not on hand', () => {
    expect(smallLaw(older).assess({ date: '2022-01-01' }).problems).toMatchObject([{ code: 'outside-documented' }]);
  });
});
