import { describe, expect, test } from 'vitest';
import { type Columns, type RawTable, type SmallLaw, said, smallLaw } from '../../support/small-law.ts';

const base = {
  regime: 'mine',
  title: 'Mine',
  citation: 'Act of 1901',
  lists: { coils: ['7208'] },
  measures: [
    { id: 'general', goods: ['72'], rates: [{ from: '2020-01-01', rate: '10%' }] },
    { id: 'coils', goods: ['coils'], rates: [{ from: '2020-01-01', rate: '25%' }] },
    {
      id: 'japan',
      goods: ['coils'],
      origins: ['JP'],
      rates: [
        { from: '2020-01-01', before: '2022-01-01', rate: '5%' },
        { from: '2022-01-01', rate: '2%' },
      ],
    },
  ],
};

function laid(changes: readonly object[], rest: object = {}): SmallLaw {
  const over: RawTable = { amends: 'mine', title: 'What if', changes, ...rest };
  return smallLaw(base, { over: [over] });
}

/** The answer, and whether it says that it rests on the overlay. */
function told(law: SmallLaw, columns: Columns): readonly [string, boolean] {
  const line = law.assess(columns);
  const rests = line.problems.some(({ code, message }) => code === 'rests-on-overlay' && message.includes('What if'));
  expect(line.duties.some(({ overlay }) => overlay === 'What if')).toBe(rests);
  return [said(line), rests];
}

describe('an amendment', () => {
  test('that adds a measure changes the lines it reaches, and they say so', () => {
    const law = laid([
      { add: { id: 'korea', goods: ['coils'], origins: ['KR'], rates: [{ from: '2021-01-01', rate: 'Free' }] } },
    ]);
    expect(told(law, { origin: 'KR' })).toEqual(['Free 0.00', true]);
    expect(told(law, { origin: 'KR', date: '2020-12-31' })).toEqual(['25% 250.00', false]);
    expect(told(law, { origin: 'IN' })).toEqual(['25% 250.00', false]);
    expect(told(law, { origin: 'KR', hts: '7210.49.0091' })).toEqual(['10% 100.00', false]);
  });

  test('that ends a measure: what comes in its place says so, from that day on', () => {
    const law = laid([{ end: 'japan', from: '2021-07-01' }]);
    expect(told(law, { origin: 'JP', date: '2021-06-30' })).toEqual(['5% 50.00', false]);
    expect(told(law, { origin: 'JP', date: '2021-07-01' })).toEqual(['25% 250.00', true]);
    expect(told(law, { origin: 'JP', date: '2022-02-01' })).toEqual(['25% 250.00', true]);
    expect(told(law, { origin: 'IN', date: '2022-02-01' })).toEqual(['25% 250.00', false]);
  });

  test('that replaces a measure: nothing of the old one is left', () => {
    const law = laid([
      { replace: 'japan', with: { goods: ['7208.39'], origins: ['JP'], rates: [{ from: '2022-01-01', rate: '1%' }] } },
    ]);
    expect(told(law, { origin: 'JP' })).toEqual(['1% 10.00', true]);
    expect(said(law.assess({ origin: 'JP', date: '2021-12-31' }))).toBe('25% 250.00');
    expect(said(law.assess({ origin: 'JP', hts: '7208.40.3030' }))).toBe('25% 250.00');
  });

  test('may bring lists, groups, facts, quotas and an order', () => {
    const law = laid(
      [
        {
          add: {
            id: 'two',
            goods: ['sheets'],
            origins: ['both'],
            when: { boiled: true },
            quota: 'pot',
            rates: [{ rate: 'Free' }],
          },
        },
        { add: { id: 'indian', goods: ['72'], origins: ['IN'], rates: [{ rate: '3%' }] } },
      ],
      {
        lists: { sheets: ['7209', 'coils'] },
        groups: { both: ['JP', 'IN'] },
        facts: { boiled: { type: 'yes-no', question: 'Boiled?' } },
        quotas: { pot: { title: 'Pot', unit: 'kg', limits: [{ amount: '10' }] } },
        order: ['two', 'indian'],
      },
    );
    const columns = { hts: '7209.17.0060', weight_kg: '40', boiled: 'yes' };
    expect(said(law.assess({ ...columns, origin: 'IN' }))).toBe('Free 0.00 in-quota + 3% 22.50 over-quota');
    expect(said(law.assess({ ...columns, origin: 'IN', boiled: 'no' }))).toBe('3% 30.00');
    expect(said(law.assess({ ...columns, origin: 'KR' }))).toBe('10% 100.00');
  });

  test('has its own citation, and an added measure without one is marked as no law', () => {
    const add = { add: { id: 'korea', goods: ['coils'], origins: ['KR'], rates: [{ rate: 'Free' }] } };
    const cited = (rest: object): unknown => laid([add], rest).assess({ origin: 'KR' }).duties[0]?.citation;
    expect(cited({})).toEqual({ source: 'What if (an overlay, not law)', confidence: 'unverified' });
    expect(cited({ citation: 'Bill 7' })).toEqual({ source: 'Bill 7', confidence: 'documented' });
  });

  test('may be laid over another', () => {
    const first = {
      amends: 'mine',
      title: 'First',
      changes: [{ add: { id: 'korea', goods: ['coils'], origins: ['KR'], rates: [{ rate: '1%' }] } }],
    };
    const second = {
      amends: 'mine',
      title: 'Second',
      changes: [{ replace: 'korea', with: { goods: ['coils'], origins: ['KR'], rates: [{ rate: '2%' }] } }],
    };
    const line = smallLaw(base, { over: [first, second] }).assess({ origin: 'KR' });
    expect(said(line)).toBe('2% 20.00');
    expect(line.duties[0]?.overlay).toBe('Second');
  });
});

describe('a table', () => {
  test('laid over the law takes the place of one of its regime, and every figure says so', () => {
    const instead = {
      regime: 'mine',
      title: 'What if',
      measures: [{ id: 'all', goods: ['72'], rates: [{ rate: '7%' }] }],
    };
    expect(told(smallLaw(base, { over: [instead] }), { origin: 'JP' })).toEqual(['7% 70.00', true]);
  });

  test('of another regime adds up with it, and only its figure says so', () => {
    const beside = {
      regime: 'yours',
      title: 'What if',
      measures: [{ id: 'all', goods: ['72'], rates: [{ rate: '7%' }] }],
    };
    const line = smallLaw(base, { over: [beside] }).assess();
    expect(line.duties.map(({ rate, overlay }) => [rate, overlay])).toEqual([
      ['25%', null],
      ['7%', 'What if'],
    ]);
  });

  test('a quota of its own file takes the place of one of the law', () => {
    const withQuota = {
      ...base,
      order: ['in-quota'],
      quotas: { pot: { title: 'Pot', unit: 'kg', limits: [{ amount: '10' }] } },
      measures: [...base.measures, { id: 'in-quota', goods: ['coils'], quota: 'pot', rates: [{ rate: 'Free' }] }],
    };
    const larger = { quota: 'pot', regime: 'mine', title: 'What if', unit: 'kg', limits: [{ amount: '100' }] };
    const columns = { weight_kg: '40', origin: 'IN' };
    expect(said(smallLaw(withQuota).assess(columns))).toBe('Free 0.00 in-quota + 25% 187.50 over-quota');
    expect(told(smallLaw(withQuota, { over: [larger] }), columns)).toEqual(['Free 0.00 in-quota', true]);
  });
});
