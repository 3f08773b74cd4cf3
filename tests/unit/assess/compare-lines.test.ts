import { describe, expect, test } from 'vitest';
import { compareLines } from '../../../src/assess/compare/compare-lines.ts';
import type { ChangeReason } from '../../../src/customs/comparison.ts';
import { type Columns, type RawTable, smallLaw } from '../../support/small-law.ts';

/** A table of one measure; what is given stands in it. */
function table(measure: object = {}, rate: object = {}): RawTable {
  return {
    regime: 'mine',
    documentedThrough: '2030-12-31',
    measures: [
      {
        id: 'a',
        goods: ['7208'],
        ...measure,
        rates: [{ from: '2020-01-01', rate: '10%', heading: '9999.01', ...rate }],
      },
    ],
  };
}

const quota: RawTable = {
  regime: 'mine',
  documentedThrough: '2030-12-31',
  quotas: { q: { title: 'Quota', unit: 'kg', cell: [], limits: [{ amount: '500', from: '2020-01-01' }] } },
  measures: [
    { id: 'in', goods: ['7208'], quota: 'q', rates: [{ from: '2020-01-01', rate: 'Free', heading: '9999.03' }] },
    { id: 'out', goods: ['72'], rates: [{ from: '2020-01-01', rate: '10%', heading: '9999.01' }] },
  ],
};

interface Case {
  readonly what: string;
  readonly before: readonly [RawTable, Columns?];
  readonly after: readonly [RawTable, Columns?];
  readonly kind: string;
  readonly change: string | null;
  readonly reasons: readonly ChangeReason[];
}

const cases: readonly Case[] = [
  { what: 'nothing', before: [table()], after: [table()], kind: 'unchanged', change: '0', reasons: [] },
  {
    what: 'a rate: 1,000 x 15% - 1,000 x 10%',
    before: [table()],
    after: [table({}, { rate: '15%' })],
    kind: 'changed',
    change: '50',
    reasons: ['rate'],
  },
  {
    what: 'a heading alone',
    before: [table()],
    after: [table({}, { heading: '9999.02' })],
    kind: 'changed',
    change: '0',
    reasons: ['heading'],
  },
  {
    what: 'what is declared: 2,000 x 10% - 1,000 x 10%',
    before: [table()],
    after: [table(), { value: '2000' }],
    kind: 'changed',
    change: '100',
    reasons: ['declaration', 'basis'],
  },
  {
    what: 'what the rate is laid upon: 400 x 10% - 1,000 x 10%',
    before: [table(), { steel_content_value: '400' }],
    after: [table({}, { basis: 'steel_content_value' }), { steel_content_value: '400' }],
    kind: 'changed',
    change: '-60',
    reasons: ['basis'],
  },
  {
    what: 'goods that leave the list',
    before: [table()],
    after: [table({ goods: ['7209'] })],
    kind: 'changed',
    change: '-100',
    reasons: ['list'],
  },
  {
    what: 'goods that enter the list',
    before: [table({ goods: ['7209'] })],
    after: [table()],
    kind: 'changed',
    change: '100',
    reasons: ['list'],
  },
  {
    what: 'a rate that begins',
    before: [table({}, { from: '2022-02-02' })],
    after: [table({}, { from: '2022-02-02' }), { date: '2022-02-02' }],
    kind: 'changed',
    change: '100',
    reasons: ['begins'],
  },
  {
    what: 'a rate that ends',
    before: [table({}, { before: '2022-02-02' })],
    after: [table({}, { before: '2022-02-02' }), { date: '2022-02-02' }],
    kind: 'changed',
    change: '-100',
    reasons: ['ends'],
  },
  {
    what: 'a line without an answer',
    before: [table()],
    after: [table({}, { rate: 'unknown' })],
    kind: 'open',
    change: null,
    reasons: ['status'],
  },
];

describe('compareLines', () => {
  test.each(cases)('$what', ({ before, after, kind, change, reasons }) => {
    const [first, second] = [smallLaw(before[0]), smallLaw(after[0])];
    const laws = { before: first.law, after: second.law };
    const compared = compareLines(first.assess(before[1]), second.assess(after[1]), laws);
    expect({
      kind: compared.kind,
      change: compared.change?.change.toFixed() ?? null,
      reasons: compared.reasons,
    }).toEqual({ kind, change, reasons });
  });

  test('a quota that has no room left: 1,000 x 10%', () => {
    const law = smallLaw(quota);
    const line = law.line({ weight_kg: '500' });
    const [first, second] = law.run([line, line]).lines;
    const compared = compareLines(first ?? null, second ?? null, { before: law.law, after: law.law });
    expect([compared.change?.change.toFixed(), compared.reasons]).toEqual(['100', ['quota', 'heading']]);
  });

  test('a line that only one file has counts as nothing on the other side', () => {
    const { law, assess } = smallLaw(table());
    const laws = { before: law, after: law };
    const [added, removed] = [compareLines(null, assess(), laws), compareLines(assess(), null, laws)];
    expect([added.kind, added.change?.change.toFixed()]).toEqual(['added', '100']);
    expect([removed.kind, removed.change?.change.toFixed()]).toEqual(['removed', '-100']);
  });

  test('says why a regime lays nothing, and by which act', () => {
    const ended = table({}, { before: '2022-02-02' });
    const { law, assess } = smallLaw(ended);
    const compared = compareLines(assess(), assess({ date: '2022-02-02' }), { before: law, after: law });
    expect(compared.regimes.map(({ words }) => words)).toEqual(['has no rate on this day: it ended on 2022-02-02']);
  });
});
