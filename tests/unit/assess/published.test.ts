import { describe, expect, test } from 'vitest';
import { assessBatch, startRun } from '../../../src/assess/assess-batch.ts';
import { assessLine } from '../../../src/assess/assess-line.ts';
import { openBalances, untouched } from '../../../src/assess/balances.ts';
import type { PublishedFill } from '../../../src/customs/published-fill.ts';
import { Decimal, plainText } from '../../../src/exact/decimal.ts';
import { firstDay, isoDate } from '../../../src/exact/iso-date.ts';
import { said, smallLaw } from '../../support/small-law.ts';

const quarters = ['01-01', '04-01', '07-01', '10-01'].map((begins, index) => ({
  name: `Q${index + 1}`,
  begins,
  share: '25%',
}));
/** 4,000 kg a year, a fourth each quarter; what is left over moves two quarters on, at most 4% of a quarter, as in the EU's steel quota. */
const law = smallLaw({
  regime: 'mine',
  order: ['quota'],
  quotas: {
    pot: {
      title: 'Pot',
      unit: 'kg',
      limits: [{ amount: '4000' }],
      periods: quarters,
      rollover: [
        { leftIn: 'Q1', goesTo: 'Q3', atMost: '4%' },
        { leftIn: 'Q3', goesTo: 'Q1', atMost: '4%' },
      ],
    },
  },
  measures: [
    { id: 'general', goods: 'all', rates: [{ heading: '9999.10', rate: '25%' }] },
    { id: 'quota', goods: 'all', quota: 'pot', rates: [{ heading: '9999.00', rate: 'Free' }] },
  ],
});

interface Given {
  readonly figures: readonly Partial<Record<'quota' | 'asOf' | 'percent' | 'quantity' | 'own', string>>[];
  readonly drawn?: Readonly<Record<string, string>>;
  readonly balance?: string;
}

function byQuota(figures: readonly PublishedFill[]): Map<string, readonly PublishedFill[]> {
  const by = new Map<string, readonly PublishedFill[]>();
  for (const one of figures) by.set(one.quota, [...(by.get(one.quota) ?? []), one]);
  return by;
}

/** What a line of $1,000.00 owes that finds the figures published. */
function answer(columns: Readonly<Record<string, string>>, { figures, drawn = {}, balance }: Given): string {
  const published = figures.map(
    ({ quota = '9999.00/IN/2022-Q1', asOf = '', percent, quantity, own }): PublishedFill => {
      const day = isoDate(asOf);
      if (!day) throw new Error(`no day: ${asOf}`);
      const text = (amount: string | undefined): PublishedFill['percent'] =>
        amount === undefined ? null : plainText(new Decimal(amount));
      const figure = { quota, asOf: day, percent: text(percent), quantity: text(quantity), unit: 'kg', source: null };
      return { ...figure, own: new Decimal(own ?? '0') };
    },
  );
  const balances = openBalances({
    given: new Map(
      balance === undefined ? [] : [['9999.00/IN/2022-Q1', { amount: new Decimal(balance), asOf: null, source: null }]],
    ),
    drawn: new Map(Object.entries(drawn).map(([quota, amount]) => [quota, new Decimal(amount)])),
    presented: new Map(),
    published: byQuota(published),
  });
  return said(assessLine(law.line({ weight_kg: '100', ...columns }), law.law, balances).line);
}

const fits = 'Free 0.00 in-quota';
const over = '25% 250.00 over-quota';

describe('what customs published of a quota', () => {
  test.each<[string, Readonly<Record<string, string>>, Given, string]>([
    ['leaves room', { date: '2022-02-15' }, { figures: [{ asOf: '2022-02-14', percent: '90' }] }, fits],
    [
      'leaves room for a part: 1,000 kg, 95% drawn, so 50 of 100 kg fit',
      { date: '2022-02-15' },
      { figures: [{ asOf: '2022-02-14', percent: '95' }] },
      'Free 0.00 in-quota + 25% 125.00 over-quota',
    ],
    ['leaves none', { date: '2022-02-15' }, { figures: [{ asOf: '2022-02-14', percent: '100' }] }, over],
    ['in kilograms', { date: '2022-02-15' }, { figures: [{ asOf: '2022-02-14', quantity: '1000' }] }, over],
    [
      'and what was drawn here since: 90% and 80 kg, so 20 of 100 kg fit',
      { date: '2022-02-16' },
      { figures: [{ asOf: '2022-02-14', percent: '90', own: '30' }], drawn: { '9999.00/IN/2022-Q1': '110' } },
      'Free 0.00 in-quota + 25% 200.00 over-quota',
    ],
    [
      'is less than what was drawn here, which then counts',
      { date: '2022-02-16' },
      { figures: [{ asOf: '2022-02-14', percent: '1', own: '950' }], drawn: { '9999.00/IN/2022-Q1': '1000' } },
      over,
    ],
    [
      'after a line was presented: it had room if the quota was not full yet',
      { date: '2022-02-10' },
      { figures: [{ asOf: '2022-02-14', percent: '99.9' }] },
      fits,
    ],
    [
      'after a line was presented, when it was full: nobody can say',
      { date: '2022-02-10' },
      { figures: [{ asOf: '2022-02-14', percent: '100' }] },
      'unknown (limit-unknown): 0.00 or 250.00',
    ],
    [
      'of a day before the line says that it was full, and no later one counts',
      { date: '2022-02-20' },
      {
        figures: [
          { asOf: '2022-02-14', percent: '100' },
          { asOf: '2022-03-14', percent: '100' },
        ],
      },
      over,
    ],
    [
      'of the first day after the line says that there was room, whatever a later one says',
      { date: '2022-02-10' },
      {
        figures: [
          { asOf: '2022-02-14', percent: '60' },
          { asOf: '2022-03-14', percent: '100' },
        ],
      },
      fits,
    ],
    [
      'left room before the line and none after it: nobody can say',
      { date: '2022-02-20' },
      {
        figures: [
          { asOf: '2022-02-14', percent: '60' },
          { asOf: '2022-03-14', percent: '100' },
        ],
      },
      'unknown (limit-unknown): 0.00 or 250.00',
    ],
    [
      'left none before the line and some after it: nobody can say',
      { date: '2022-02-20' },
      {
        figures: [
          { asOf: '2022-02-14', percent: '100' },
          { asOf: '2022-03-14', percent: '90' },
        ],
      },
      'unknown (limit-unknown): 0.00 or 250.00',
    ],
    [
      'of several days before the line counts by the last: 95% drawn, so 50 of 100 kg fit',
      { date: '2022-03-20' },
      {
        figures: [
          { asOf: '2022-02-14', percent: '60' },
          { asOf: '2022-03-14', percent: '95' },
        ],
      },
      'Free 0.00 in-quota + 25% 125.00 over-quota',
    ],
    [
      'does not count where a balance is given',
      { date: '2022-02-15' },
      { figures: [{ asOf: '2022-02-14', percent: '100' }], balance: '500' },
      fits,
    ],
  ])('%s', (_, columns, given, expected) => {
    expect(answer(columns, given)).toBe(expected);
  });
});

describe('a year of which periods take what it still has', () => {
  test('counts what was published of its earlier periods', () => {
    // 30% a quarter of 1,000 kg: after three full quarters 100 kg are left for the fourth.
    const absolute = smallLaw({
      regime: 'mine',
      order: ['quota'],
      quotas: {
        pot: {
          title: 'Pot',
          unit: 'kg',
          limits: [{ amount: '1000' }],
          periods: quarters.map(({ name, begins }) => ({ name, begins, atMost: '30%' })),
        },
      },
      measures: [
        { id: 'general', goods: 'all', rates: [{ heading: '9999.10', rate: '25%' }] },
        { id: 'quota', goods: 'all', quota: 'pot', rates: [{ heading: '9999.00', rate: 'Free' }] },
      ],
    });
    const full = ['2022-03-31', '2022-06-30', '2022-09-30'].map((asOf, index): PublishedFill => ({
      quota: `9999.00/IN/2022-Q${index + 1}`,
      asOf: isoDate(asOf) ?? firstDay,
      percent: plainText(new Decimal(100)),
      quantity: null,
      unit: 'kg',
      source: null,
      own: new Decimal(0),
    }));
    const balances = openBalances({ ...untouched, published: byQuota(full) });
    const line = absolute.line({ date: '2022-10-15', weight_kg: '200' });
    expect(said(assessLine(line, absolute.law, balances).line)).toBe('Free 0.00 in-quota + 25% 125.00 over-quota');
  });
});

describe('a percentage of a period that takes what the year still has', () => {
  test.each([
    // 500 of 1,000 kg in the first half: half of what is left are 250 kg, and 250 kg are left.
    ['is a part of that', '50', '250', 'Free 0.00 in-quota'],
    ['is a part of that, and no more', '50', '251', 'Free 0.00 in-quota + 25% 1.00 over-quota'],
    ['leaves nothing where it is all', '100', '1', '25% 250.00 over-quota'],
  ])('%s', (_, percent, weight_kg, expected) => {
    const halves = smallLaw({
      regime: 'mine',
      order: ['quota'],
      quotas: {
        pot: {
          title: 'Pot',
          unit: 'kg',
          limits: [{ amount: '1000' }],
          periods: [
            { name: 'H1', begins: '01-01', atMost: '60%' },
            { name: 'H2', begins: '07-01' },
          ],
        },
      },
      measures: [
        { id: 'general', goods: 'all', rates: [{ heading: '9999.10', rate: '25%' }] },
        { id: 'quota', goods: 'all', quota: 'pot', rates: [{ heading: '9999.00', rate: 'Free' }] },
      ],
    });
    const figure = (half: string, asOf: string, rest: Pick<PublishedFill, 'quantity' | 'percent'>): PublishedFill => ({
      quota: `9999.00/IN/2022-${half}`,
      asOf: isoDate(asOf) ?? firstDay,
      unit: 'kg',
      source: null,
      own: new Decimal(0),
      ...rest,
    });
    const published = byQuota([
      figure('H1', '2022-06-30', { quantity: plainText(new Decimal(500)), percent: null }),
      figure('H2', '2022-08-01', { quantity: null, percent: plainText(new Decimal(percent)) }),
    ]);
    const line = halves.line({ date: '2022-08-15', weight_kg });
    expect(said(assessLine(line, halves.law, openBalances({ ...untouched, published })).line)).toBe(expected);
  });
});

describe('a balance of a day', () => {
  const of = (date: string, weight_kg: string, amount: string): string => {
    const given = new Map([
      ['9999.00/IN/2022-Q1', { amount: new Decimal(amount), asOf: isoDate('2022-02-14') ?? firstDay, source: null }],
    ]);
    return said(assessLine(law.line({ date, weight_kg }), law.law, openBalances({ ...untouched, given })).line);
  };
  test.each([
    [
      'counts for lines of later days: 50 of 100 kg fit',
      '2022-02-15',
      '100',
      '50',
      'Free 0.00 in-quota + 25% 125.00 over-quota',
    ],
    ['tells that lines presented by then had room', '2022-02-14', '100', '50', fits],
    [
      'tells nothing of them where nothing was left',
      '2022-02-14',
      '100',
      '0',
      'unknown (limit-unknown): 0.00 or 250.00',
    ],
  ])('%s', (_, date, weight_kg, amount, expected) => {
    expect(of(date, weight_kg, amount)).toBe(expected);
  });

  test('has what was drawn by then taken from it already, and not what was drawn since', () => {
    const given = new Map([
      ['9999.00/IN/2022-Q1', { amount: new Decimal(50), asOf: isoDate('2022-02-14') ?? firstDay, source: null }],
    ]);
    let state = startRun({ ...untouched, given });
    const found: string[] = [];
    for (const date of ['2022-02-01', '2022-02-15', '2022-02-16']) {
      const line = law.line({ date, weight_kg: '40' });
      const batch = assessBatch([{ kind: 'line', line, row: null }], law.law, state);
      ({ state } = batch);
      for (const { drawn } of batch.draws) found.push(drawn?.toFixed() ?? 'not known');
    }
    expect(found).toEqual(['40', '40', '10']);
  });
});

describe('unused quantity of an earlier period', () => {
  const third = { date: '2022-08-01', weight_kg: '1040' };
  const whole = 'Free 0.00 in-quota';
  test.each<[string, Readonly<Record<string, string>>, Given['figures'], string]>([
    ['moves on once its last day was published: 1,000 + 40 kg', third, [{ asOf: '2022-03-31', percent: '50' }], whole],
    [
      'moves on as far as there is any: 1,000 + 20 kg, so 20 of 1,040 kg are over',
      third,
      [{ asOf: '2022-03-31', quantity: '980' }],
      'Free 0.00 in-quota + 25% 4.81 over-quota',
    ],
    [
      'does not before: 1,000 kg, so 40 of 1,040 kg are over',
      third,
      [{ asOf: '2022-03-30', percent: '50' }],
      'Free 0.00 in-quota + 25% 9.62 over-quota',
    ],
    [
      'moves into the next year',
      { date: '2023-02-01', weight_kg: '1040' },
      [{ quota: '9999.00/IN/2022-Q3', asOf: '2022-10-04', percent: '10' }],
      whole,
    ],
    [
      'moves by its pairs alone: none out of the fourth quarter',
      { date: '2023-04-01', weight_kg: '1040' },
      [{ quota: '9999.00/IN/2022-Q4', asOf: '2022-12-31', percent: '10' }],
      'Free 0.00 in-quota + 25% 9.62 over-quota',
    ],
  ])('%s', (_, columns, figures, expected) => {
    expect(answer(columns, { figures })).toBe(expected);
  });
});
