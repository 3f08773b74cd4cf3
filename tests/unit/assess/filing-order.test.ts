import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filingsOf } from '../../../src/assess/filing-order.ts';
import type { DutyLine } from '../../../src/customs/assessment.ts';
import type { FilingStep } from '../../../src/customs/jurisdiction.ts';
import { dutyLine, entryLine } from '../../support/nouns.ts';

const first = { source: 'A message', confidence: 'documented' } as const;
const second = { source: 'Another message', confidence: 'secondary' } as const;
const order: readonly FilingStep[] = [
  { regimes: ['us-301-china'], citation: first },
  { regimes: ['us-ieepa-china', 'us-ieepa-india'], citation: second },
  { regimes: ['us-232-steel', 'us-232-aluminum'], citation: first },
];

const duty = (regime: string, ...headings: string[]): DutyLine => dutyLine({ regime, headings });

/** 7208.10.15.00 in `entryLine`. */
const goods = '7208101500';

describe('the numbers an entry reports', () => {
  test.each<[string, readonly DutyLine[], readonly string[]]>([
    ['base duty has none of its own', [duty('us-base'), duty('us-232-steel', '9903.81.87')], ['9903.81.87', goods]],
    [
      'Section 301 before IEEPA before Section 232, whatever the order of the duties',
      [duty('us-232-steel', '9903.81.87'), duty('us-ieepa-china', '9903.01.24'), duty('us-301-china', '9903.88.03')],
      ['9903.88.03', '9903.01.24', '9903.81.87', goods],
    ],
    ['two for one duty', [duty('us-232-steel', '9903.82.20', '9903.82.21')], ['9903.82.20', '9903.82.21', goods]],
    [
      'one heading laid twice',
      [duty('us-232-steel', '9903.81.91'), duty('us-232-aluminum', '9903.81.91')],
      ['9903.81.91', goods],
    ],
    [
      'regimes nobody put in order come after',
      [duty('mine', '9999.00.01'), duty('us-232-steel', '9903.81.87')],
      ['9903.81.87', '9999.00.01', goods],
    ],
  ])('%s', (_, duties, numbers) => {
    expect(filingsOf(entryLine(), duties, order).map((filing) => filing.numbers)).toEqual([numbers]);
  });

  test('without a heading there is nothing to put in order', () => {
    expect(filingsOf(entryLine(), [duty('us-base')], order)).toEqual([]);
    expect(filingsOf(entryLine(), [], order)).toEqual([]);
  });

  test('a class of goods has no number to report', () => {
    const line = entryLine({ goods: { kind: 'class', name: 'steel' } });
    expect(filingsOf(line, [duty('us-232-steel', '9903.81.87')], order)).toEqual([]);
  });

  test('sources are named where several headings have an order, and what has none says so', () => {
    const one = [duty('us-232-steel', '9903.81.87')];
    expect(filingsOf(entryLine(), one, order)[0]?.sources).toEqual([]);
    const three = [...one, duty('us-ieepa-china', '9903.01.24'), duty('us-301-china', '9903.88.03')];
    expect(filingsOf(entryLine(), three, order)[0]?.sources).toEqual([first, second]);
    const strange = filingsOf(entryLine(), [...one, duty('mine', '9999.00.01')], order)[0]?.sources ?? [];
    expect(strange.map(({ confidence }) => confidence)).toEqual(['documented', 'unverified']);
  });

  test('a line split at the edge of a quota is two lines of the entry', () => {
    const duties = [
      duty('us-301-china', '9903.88.03'),
      dutyLine({ headings: ['9903.80.67'], tier: 'in-quota' }),
      dutyLine({ headings: ['9903.80.01'], tier: 'over-quota' }),
    ];
    expect(filingsOf(entryLine(), duties, order)).toMatchObject([
      { tier: 'in-quota', numbers: ['9903.88.03', '9903.80.67', goods] },
      { tier: 'over-quota', numbers: ['9903.88.03', '9903.80.01', goods] },
    ]);
  });

  test('every heading once, the goods last, the steps in order', () => {
    const regimes = ['us-base', 'us-301-china', 'us-ieepa-china', 'us-232-steel', 'us-232-aluminum', 'mine'];
    const duties = fc.array(
      fc.record({
        regime: fc.constantFrom(...regimes),
        heading: fc.constantFrom('9903.01.24', '9903.81.87', '9903.88.03', '9903.85.02'),
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(duties, (laid) => {
        const [filing] = filingsOf(
          entryLine(),
          laid.map(({ regime, heading }) => duty(regime, heading)),
          order,
        );
        const numbers = filing?.numbers ?? [];
        expect(new Set(numbers)).toEqual(new Set([...laid.map(({ heading }) => heading), goods]));
        expect(numbers.length).toBe(new Set(numbers).size);
        expect(numbers.at(-1)).toBe(goods);
      }),
    );
  });
});
