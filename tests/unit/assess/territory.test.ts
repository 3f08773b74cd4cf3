import { describe, expect, test } from 'vitest';
import type { AssessedLine } from '../../../src/customs/assessment.ts';
import { jurisdictionShape } from '../../../src/intake/jurisdiction-shape.ts';
import { readJurisdiction } from '../../../src/intake/jurisdiction.ts';
import { Reading } from '../../../src/intake/reading.ts';
import { bundledManifest } from '../../../src/io/bundled-law.ts';
import { type RawTable, smallLaw } from '../../support/small-law.ts';

/** A territory that there is not: eight digits, crowns in whole ones, cut off and not rounded, freight in the value, a fee by the entry. */
const ruritania = {
  jurisdiction: 'rt',
  title: 'Ruritania',
  currency: 'CZK',
  currencySign: 'Kc ',
  value: 'with freight to the border',
  valueAdds: ['freight'],
  rounding: { to: '1', how: 'down' },
  code: { label: 'ZT number', full: 8, lengths: [4, 8], groups: [4, 4] },
  facts: { freight: { type: 'money', question: 'What did the carriage cost?' } },
};
const codes = new Set(bundledManifest().countries.codes);
const reading = new Reading('rt.json', () => 1);
const jurisdiction = readJurisdiction(reading, jurisdictionShape.parse(ruritania), codes);

const tables: readonly RawTable[] = [
  { regime: 'rt-salt', jurisdiction: 'rt', measures: [{ id: 'salt', goods: ['2501'], rates: [{ rate: '7.5%' }] }] },
  {
    regime: 'rt-weight',
    jurisdiction: 'rt',
    measures: [{ id: 'salt', goods: ['2501.0000'], origins: ['AT'], rates: [{ rate: '0.333 CZK/kg' }] }],
  },
  {
    regime: 'rt-stamp',
    jurisdiction: 'rt',
    role: 'fee',
    measures: [{ id: 'all', goods: 'all', rates: [{ rate: '1%', min: '100', max: '500' }] }],
  },
];
const law = smallLaw(tables, { jurisdiction });
const salt = { hts: '2501.0000', origin: 'AT', date: '2022-02-01', value: '999.99', weight_kg: '10' };

function amounts(line: AssessedLine): readonly string[] {
  return [...line.duties, ...line.fees].map(({ regime, amount }) => `${regime} ${amount.toFixed()}`);
}

describe('a third customs territory', () => {
  test('reads without a mistake', () => {
    expect(reading.problems).toEqual([]);
  });

  test('cuts off what is less than a whole crown, and lays duty on the freight too', () => {
    // (999.99 + 500) × 7.5% = 112.49925; 10 × 0.333 = 3.33; (1,499.99) × 1% is held at 100
    expect(amounts(law.assess({ ...salt, freight: '500', entry_number: 'E-1' }))).toEqual([
      'rt-salt 112',
      'rt-weight 3',
      'rt-stamp 100',
    ]);
  });

  test('numbers have eight digits and their own label', () => {
    expect(() => law.line({ ...salt, hts: '2501.00.00.00' })).toThrow(/ZT number/);
    expect(law.assess({ ...salt, hts: '2501', origin: 'DE' }).problems).toContainEqual(
      expect.objectContaining({
        code: 'coarse-goods',
        message: expect.stringContaining('ZT number of 8 digits') as string,
      }),
    );
  });

  test('amounts are read in its currency', () => {
    expect(() => law.line({ ...salt, value: '$100' })).toThrow(/is in \$; values are read in CZK/);
    expect(law.line({ ...salt, value: 'CZK 100' }).value.toFixed()).toBe('100');
  });

  test('knows no program of another territory, and nothing of its regimes', () => {
    expect(law.assess(salt).notCovered).toEqual([]);
  });

  test('a table of another territory is refused', () => {
    expect(() => smallLaw([{ ...(tables[0] as object), jurisdiction: 'us' }], { jurisdiction })).toThrow(
      /another customs territory/,
    );
  });
});
