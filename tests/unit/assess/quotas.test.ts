import { describe, expect, test } from 'vitest';
import { type Columns, type RawTable, type SmallLaw, said, smallLaw } from '../../support/small-law.ts';

/** Over quota 10%, in quota Free; `quota` says how much is in it. */
function law(quota: object, measure: object = {}): SmallLaw {
  return smallLaw(table(quota, measure));
}

function table(quota: object, measure: object = {}): RawTable {
  return {
    regime: 'mine',
    title: 'Mine',
    order: ['quota'],
    quotas: { pot: { title: 'Pot', unit: 'kg', ...quota } },
    measures: [
      { id: 'general', goods: ['72'], rates: [{ heading: '9999.10', rate: '10%' }] },
      { id: 'quota', goods: ['72'], quota: 'pot', ...measure, rates: [{ heading: '9999.00', rate: 'Free' }] },
    ],
  };
}

/** Answers to lines of so many kilograms, one after the other. */
function answers(
  { line, run }: SmallLaw,
  lines: readonly Columns[],
  balances: Readonly<Record<string, string>> = {},
): string[] {
  return run(
    lines.map((one) => line(one)),
    { balances },
  ).lines.map(said);
}

const kg = (weight_kg: string, rest: Columns = {}): Columns => ({ weight_kg, ...rest });
const yearly = (amount: string, rest: object = {}): object => ({ limits: [{ amount, ...rest }] });

describe('first come, first served', () => {
  test('a line is in quota, split at the edge, or over', () => {
    // 100 kg a year. 60 kg; 40 of 50 kg: $800.00 Free, $200.00 x 10% = $20.00; 10 kg: $1,000.00 x 10% = $100.00.
    expect(answers(law(yearly('100')), [kg('60'), kg('50'), kg('10')])).toEqual([
      'Free 0.00 in-quota',
      'Free 0.00 in-quota + 10% 20.00 over-quota',
      '10% 100.00 over-quota',
    ]);
  });

  test('a line that fills the pot exactly is wholly in quota', () => {
    expect(answers(law(yearly('100')), [kg('100'), kg('0.001')])).toEqual([
      'Free 0.00 in-quota',
      '10% 100.00 over-quota',
    ]);
  });

  test('the draw says what was asked, taken and left', () => {
    const { line, run } = law(yearly('100'));
    const [first, second] = run([line(kg('60')), line(kg('50'))]).lines.map((one) => one.duties[0]?.quota);
    expect(first).toMatchObject({ id: '9999.00/IN/2022', unit: 'kg', requested: '60', drawn: '60', remaining: '40' });
    expect(second).toMatchObject({ requested: '50', drawn: '40', remaining: '0' });
  });

  test('the value is apportioned to the cent, and nothing of it is lost', () => {
    // 1 of 3 kg: $1,000.00 / 3 = $333.33; the rest, $666.67 x 10% = $66.67.
    const [line] = law(yearly('1')).run([law(yearly('1')).line(kg('3'))]).lines;
    expect(line?.duties.map(({ basisAmount }) => basisAmount.toFixed(2))).toEqual(['333.33', '666.67']);
    expect(line && said(line)).toBe('Free 0.00 in-quota + 10% 66.67 over-quota');
  });

  test('lines in the wrong order have no answer', () => {
    const lines = [
      kg('10', { date: '2022-02-02' }),
      kg('10', { date: '2022-02-01' }),
      kg('10', { date: '2022-02-02' }),
    ];
    expect(answers(law(yearly('100')), lines)).toEqual([
      'Free 0.00 in-quota',
      'unknown (out-of-order): 0.00 or 100.00',
      'Free 0.00 in-quota',
    ]);
  });

  test('a line that found an empty pot puts no later one out of order', () => {
    const lines = [
      kg('100', { date: '2022-02-01' }),
      kg('10', { date: '2022-02-03' }),
      kg('10', { date: '2022-02-02' }),
    ];
    expect(answers(law(yearly('100')), lines)).toEqual([
      'Free 0.00 in-quota',
      '10% 100.00 over-quota',
      '10% 100.00 over-quota',
    ]);
  });

  test('without a weight there is no answer', () => {
    expect(answers(law(yearly('100')), [{}])).toEqual(['unknown (missing-quantity): 0.00 or 100.00']);
  });

  test('what is not decided draws nothing', () => {
    expect(answers(law(yearly('100')), [{}, kg('100')])).toEqual([
      'unknown (missing-quantity): 0.00 or 100.00',
      'Free 0.00 in-quota',
    ]);
  });
});

describe('when the quota is full', () => {
  test('next: decided as if the measure did not exist, which may be another quota', () => {
    const tables = {
      regime: 'mine',
      order: ['first', 'second'],
      quotas: {
        a: { title: 'A', unit: 'kg', limits: [{ amount: '10' }] },
        b: { title: 'B', unit: 'kg', limits: [{ amount: '10' }] },
      },
      measures: [
        { id: 'general', goods: ['72'], rates: [{ rate: '10%' }] },
        { id: 'first', goods: ['72'], quota: 'a', rates: [{ heading: '9999.01', rate: 'Free' }] },
        { id: 'second', goods: ['72'], quota: 'b', rates: [{ heading: '9999.02', rate: '5%' }] },
      ],
    };
    // 10 of 40 kg free; 10 of 40 kg: $250.00 x 5% = $12.50; the rest $500.00 x 10% = $50.00.
    expect(answers(smallLaw(tables), [kg('40')])).toEqual([
      'Free 0.00 in-quota + 5% 12.50 in-quota + 10% 50.00 over-quota',
    ]);
  });

  test('refused: the goods are not admitted, and no rate applies to them', () => {
    const lines = answers(law(yearly('100'), { whenFull: 'refused' }), [kg('60'), kg('50'), kg('10')]);
    expect(lines).toEqual(['Free 0.00 in-quota', 'refused (quota-full): Free 0.00 in-quota', 'refused (quota-full)']);
  });

  test('admitted: counted, but never stopped', () => {
    const admitted = law(yearly('100'), { whenFull: 'admitted' });
    expect(answers(admitted, [kg('60'), kg('50'), kg('10')]).map((line) => line.includes('10%'))).toEqual([
      false,
      false,
      false,
    ]);
    const { lines } = admitted.run([admitted.line(kg('60')), admitted.line(kg('50')), admitted.line(kg('10'))]);
    expect(lines.map(({ status, totals }) => [status, totals?.duty.toFixed(2)])).toEqual([
      ['assessed', '0.00'],
      ['assessed', '0.00'],
      ['assessed', '0.00'],
    ]);
  });
});

describe('what customs accepted', () => {
  test('overrides the draw both ways', () => {
    expect(answers(law(yearly('100')), [kg('60', { quota_tier: 'over-quota' }), kg('100')])).toEqual([
      '10% 100.00 over-quota',
      'Free 0.00 in-quota',
    ]);
    expect(answers(law(yearly('100')), [kg('100'), kg('60', { quota_tier: 'in-quota' })])).toEqual([
      'Free 0.00 in-quota',
      'Free 0.00 in-quota',
    ]);
  });

  test('in quota needs neither weight, nor limit, nor the facts the quota asks for', () => {
    const asked = law({}, { when: { melt_pour_country: ['IN'] } });
    expect(answers(asked, [{ quota_tier: 'in-quota' }])).toEqual(['Free 0.00 in-quota']);
    expect(answers(asked, [{ quota_tier: 'in-quota', melt_pour_country: 'JP' }])).toEqual(['invalid (no-quota)']);
  });

  test('all of what customs accepted counts, also beyond what there is, and that is told', () => {
    const { line, run } = law(yearly('100'));
    const { lines, state } = run([kg('60'), kg('70', { quota_tier: 'in-quota' }), kg('1')].map(line));
    expect(lines.map(said)).toEqual(['Free 0.00 in-quota', 'Free 0.00 in-quota', '10% 100.00 over-quota']);
    expect(state.balances.drawn.get('9999.00/IN/2022')?.toFixed()).toBe('130');
    expect(lines[1]?.duties[0]?.quota).toMatchObject({ requested: '70', drawn: '70', remaining: '0' });
    const warnings = lines.map(({ problems }) =>
      problems.flatMap(({ code, message }) => (code === 'overdrawn' ? [message] : [])),
    );
    expect(warnings).toEqual([
      [],
      [
        'customs accepted 70 kg in quota, and 9999.00/IN/2022 has 40 kg left here: all of it counts, 30 kg beyond what is known',
      ],
      [],
    ]);
  });

  test('in quota takes from what others find', () => {
    expect(answers(law(yearly('100')), [kg('60', { quota_tier: 'in-quota' }), kg('50')])).toEqual([
      'Free 0.00 in-quota',
      'Free 0.00 in-quota + 10% 20.00 over-quota',
    ]);
  });

  test('over an absolute quota is a refusal', () => {
    expect(answers(law(yearly('100'), { whenFull: 'refused' }), [kg('1', { quota_tier: 'over-quota' })])).toEqual([
      'refused (quota-full)',
    ]);
  });

  test('where no quota applies contradicts the rest', () => {
    expect(answers(law(yearly('100')), [kg('1', { hts: '0101.21.0000', quota_tier: 'in-quota' })])).toEqual([
      'invalid (no-quota)',
    ]);
  });
});

describe('pots', () => {
  const categories = {
    '9999.01': { goods: ['7208'] },
    '9999.02': { goods: ['7209'] },
    '9999.03': { goods: ['7210'] },
  };
  const [coil, sheet, plated] = ['7208.39.0030', '7209.17.0060', '7210.49.0091'];
  const categorised = (rest: object): SmallLaw =>
    smallLaw({
      regime: 'mine',
      order: ['quota'],
      quotas: { pot: { title: 'Pot', unit: 'kg', categories, ...rest } },
      measures: [
        { id: 'general', goods: ['72'], rates: [{ rate: '10%' }] },
        { id: 'quota', goods: ['72'], quota: 'pot', rates: [{ rate: 'Free' }] },
      ],
    });
  const free = (line: string): boolean => line === 'Free 0.00 in-quota';

  test('each category and origin has its own', () => {
    const limits = [
      { category: '9999.01', origin: 'IN', amount: '10' },
      { category: '9999.01', origin: 'JP', amount: '20' },
    ];
    const lines = [kg('10', { hts: coil }), kg('20', { hts: coil, origin: 'JP' }), kg('1', { hts: coil })];
    expect(answers(categorised({ limits }), lines).map(free)).toEqual([true, true, false]);
  });

  test('of a category without a limit is not known', () => {
    const limits = [{ category: '9999.01', origin: 'IN', amount: '10' }];
    const lines = [kg('1', { hts: sheet }), kg('1', { hts: coil, origin: 'JP' })];
    expect(answers(categorised({ limits }), lines)).toEqual([
      'unknown (limit-unknown): 0.00 or 100.00',
      'unknown (limit-unknown): 0.00 or 100.00',
    ]);
    expect(answers(categorised({ limits: [{ amount: 'unknown' }] }), lines.slice(0, 1))[0]).toContain('limit-unknown');
  });

  test('of a category are shared by all origins where the cell is the category', () => {
    const limits = [{ category: '9999.01', amount: '10' }];
    const lines = [kg('10', { hts: coil }), kg('1', { hts: coil, origin: 'JP' })];
    expect(answers(categorised({ cell: ['category'], limits }), lines).map(free)).toEqual([true, false]);
  });

  test('of an origin are shared by all goods where the cell is the origin', () => {
    const limits = [
      { origin: 'IN', amount: '10' },
      { origin: 'JP', amount: '10' },
    ];
    const lines = [kg('10', { hts: coil }), kg('1', { hts: sheet }), kg('1', { hts: sheet, origin: 'JP' })];
    const one = law({ cell: ['origin'], limits });
    expect(answers(one, lines).map(free)).toEqual([true, false, true]);
  });

  test('over a range of headings are one', () => {
    const limits = [
      { category: '9999.01 to 9999.02', amount: '10' },
      { category: '9999.03', amount: '5' },
    ];
    const joint = categorised({ cell: ['category'], limits });
    const lines = [
      kg('6', { hts: coil }),
      kg('4', { hts: sheet }),
      kg('1', { hts: coil }),
      kg('5', { hts: plated }),
      kg('1', { hts: plated }),
    ];
    expect(answers(joint, lines).map(free)).toEqual([true, true, false, true, false]);
    const [first] = joint.run([joint.line(kg('6', { hts: sheet }))]).lines;
    expect(first?.duties[0]).toMatchObject({
      headings: ['9999.02'],
      quota: { id: '9999.01-9999.02/2022', remaining: '4' },
    });
  });

  test('goods in no category are not reached', () => {
    expect(answers(categorised({ limits: [{ amount: '10' }] }), [kg('1', { hts: '7211.14.0030' })])).toEqual([
      '10% 100.00',
    ]);
  });

  test('a longer number picks the category', () => {
    const narrower = { '9999.01': { goods: ['7208'] }, '9999.02': { goods: ['7208.39'] } };
    const picked = categorised({
      categories: narrower,
      limits: [
        { category: '9999.01', amount: '1' },
        { category: '9999.02', amount: '5' },
      ],
    });
    expect(picked.assess(kg('2', { hts: coil })).duties[0]?.headings).toEqual(['9999.02']);
  });

  test('in several categories there is no answer', () => {
    const overlapping = { '9999.01': { goods: ['7208'] }, '9999.02': { goods: ['7208'] } };
    expect(answers(categorised({ categories: overlapping, limits: [] }), [kg('1', { hts: coil })])).toEqual([
      'unknown (ambiguous-category)',
    ]);
  });

  test('a limit of one heading goes before one of a range, of a country before that of a group', () => {
    const limits = [
      { category: '9999.01 to 9999.03', origin: 'EU-27', amount: '10' },
      { category: '9999.01', origin: 'EU-27', amount: '20' },
      { category: '9999.01', origin: 'DE', amount: '30' },
    ];
    const one = categorised({ limits });
    const left = (columns: Columns): string | null | undefined => one.assess(columns).duties[0]?.quota?.remaining;
    expect(left(kg('1', { hts: sheet, origin: 'FR' }))).toBe('9');
    expect(left(kg('1', { hts: coil, origin: 'FR' }))).toBe('19');
    expect(left(kg('1', { hts: coil, origin: 'DE' }))).toBe('29');
  });
});

describe('periods', () => {
  const quarters = (rest: object): readonly object[] =>
    ['01-01', '04-01', '07-01', '10-01'].map((begins, index) => ({ name: `Q${index + 1}`, begins, ...rest }));
  const on = (date: string, weight: string): Columns => kg(weight, { date });
  const free = (line: string): boolean => line === 'Free 0.00 in-quota';

  test('hold a fixed share of the year, each its own', () => {
    const one = law({ ...yearly('100'), periods: quarters({ share: '25%' }) });
    const lines = [
      on('2022-03-31', '25'),
      on('2022-03-31', '1'),
      on('2022-04-01', '25'),
      on('2022-12-31', '25'),
      on('2023-01-01', '25'),
    ];
    expect(answers(one, lines).map(free)).toEqual([true, false, true, true, true]);
    expect(one.assess(on('2022-04-01', '5')).duties[0]?.quota).toMatchObject({
      id: '9999.00/IN/2022-Q2',
      remaining: '20',
    });
  });

  test('hold at most a share of the year, as long as the year has it', () => {
    // 30% of 100 kg in a quarter; after 90 kg in three quarters, 10 kg are left for the fourth.
    const one = law({ ...yearly('100'), periods: quarters({ atMost: '30%' }) });
    const lines = [
      on('2022-01-05', '30'),
      on('2022-02-05', '1'),
      on('2022-04-05', '30'),
      on('2022-07-05', '30'),
      on('2022-10-05', '10'),
      on('2022-11-05', '1'),
    ];
    expect(answers(one, lines).map(free)).toEqual([true, false, true, true, true, false]);
  });

  test('hold so many kilograms if that is more, but never more than the year', () => {
    const periods = quarters({ atMost: '30%', orIfMore: '50' });
    const hundred = law({ ...yearly('100'), periods });
    expect(
      answers(hundred, [
        on('2022-01-05', '50'),
        on('2022-02-05', '1'),
        on('2022-04-05', '50'),
        on('2022-07-05', '1'),
      ]).map(free),
    ).toEqual([true, false, true, false]);
    const forty = law({ ...yearly('40'), periods });
    expect(answers(forty, [on('2022-01-05', '40'), on('2022-04-05', '1')]).map(free)).toEqual([true, false]);
    const thousand = law({ ...yearly('1000'), periods });
    expect(answers(thousand, [on('2022-01-05', '300'), on('2022-02-05', '1')]).map(free)).toEqual([true, false]);
  });

  test('hold what is left of the year', () => {
    // The first half at most 60%, the second what is left.
    const periods = [
      { name: 'H1', begins: '01-01', share: '60%' },
      { name: 'H2', begins: '07-01' },
    ];
    const one = law({ ...yearly('100'), periods });
    expect(
      answers(one, [on('2022-01-05', '60'), on('2022-02-05', '1'), on('2022-07-05', '40'), on('2022-08-05', '1')]).map(
        free,
      ),
    ).toEqual([true, false, true, false]);
    expect(answers(one, [on('2022-01-05', '10'), on('2022-07-05', '90'), on('2022-08-05', '1')]).map(free)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('may be worded differently in different years', () => {
    const periods = [
      { name: 'Q1', begins: '01-01', share: 'unknown', before: '2022-01-01' },
      { name: 'Q1', begins: '01-01', share: '10%', from: '2022-01-01' },
    ];
    const one = law({ ...yearly('100'), periods });
    expect(said(one.assess(on('2021-02-01', '5')))).toContain('limit-unknown');
    expect(one.assess(on('2022-02-01', '5')).duties[0]?.quota?.remaining).toBe('5');
  });

  test('a limit may be for each period', () => {
    const one = law({ ...yearly('25', { per: 'period' }), periods: quarters({ share: '25%' }) });
    expect(answers(one, [on('2022-01-05', '25'), on('2022-02-05', '1'), on('2022-04-05', '25')]).map(free)).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('a limit may be for exactly its days', () => {
    // Brazil: 60,000 t from 2020-08-28 to the end of the year, whatever the quarters (Proclamation 10064).
    const limits = [{ amount: '100' }, { amount: '60', per: 'its days', from: '2020-08-28', before: '2021-01-01' }];
    const one = law({ limits, periods: quarters({ atMost: '30%' }) });
    const lines = [
      on('2020-08-27', '30'),
      on('2020-08-28', '40'),
      on('2020-10-28', '20'),
      on('2020-12-31', '1'),
      on('2021-01-01', '30'),
    ];
    expect(answers(one, lines).map(free)).toEqual([true, true, true, false, true]);
    expect(one.assess(on('2020-10-28', '1')).duties[0]?.quota?.id).toBe('9999.00/IN/2020-08-28..2021-01-01');
  });

  test('a limit has days', () => {
    const limits = [
      { amount: '10', before: '2022-01-01' },
      { amount: '20', from: '2022-01-01', before: '2023-01-01' },
    ];
    const one = law({ limits });
    const left = (date: string): string | null | undefined => one.assess(on(date, '1')).duties[0]?.quota?.remaining;
    expect([left('2021-12-31'), left('2022-01-01')]).toEqual(['9', '19']);
    expect(said(one.assess(on('2023-01-01', '1')))).toContain('limit-unknown');
  });

  test('a later one may hold more, and that is said where it runs over', () => {
    const one = law({
      ...yearly('100'),
      periods: quarters({ share: '25%' }),
      rollover: [{ leftIn: 'Q1', goesTo: 'Q3' }],
    });
    const notes = (date: string): string =>
      one
        .assess(on(date, '26'))
        .problems.filter(({ code }) => code === 'quota-shared')
        .map(({ message }) => message)
        .join();
    expect(notes('2022-07-05')).toContain('unused quantity of an earlier period may have been added');
    expect(notes('2022-04-05')).not.toContain('unused quantity');
  });
});

describe('balances', () => {
  test('go before the limit, and make one known', () => {
    const id = '9999.00/IN/2022';
    expect(answers(law(yearly('100')), [kg('5'), kg('5')], { [id]: '5' })).toEqual([
      'Free 0.00 in-quota',
      '10% 100.00 over-quota',
    ]);
    expect(answers(law({}), [kg('5')], { [id]: '10' })).toEqual(['Free 0.00 in-quota']);
    expect(answers(law({}), [kg('5')], { [id]: '0' })).toEqual(['10% 100.00 over-quota']);
  });

  test('of a year bound what its periods may take', () => {
    const one = law({ ...yearly('100'), periods: [{ name: 'Q1', begins: '01-01', atMost: '30%' }] });
    expect(answers(one, [kg('20')], { '9999.00/IN/2022': '20' })).toEqual(['Free 0.00 in-quota']);
    expect(answers(one, [kg('20'), kg('1')], { '9999.00/IN/2022': '20' })[1]).toBe('10% 100.00 over-quota');
  });

  test('a known limit without one is shared with other importers, and that is said', () => {
    const codes = (balances: Readonly<Record<string, string>>): string[] =>
      law(yearly('100'))
        .assess(kg('1'), balances)
        .problems.map(({ code }) => code);
    expect(codes({})).toEqual(['quota-shared']);
    expect(codes({ '9999.00/IN/2022': '50' })).toEqual([]);
  });

  test('the limit is cited only where it decided', () => {
    const cited = (columns: Columns, balances: Readonly<Record<string, string>>): unknown =>
      law(yearly('100', { citation: 'Act of 1901' })).assess(columns, balances).duties[0]?.quota?.limit;
    expect(cited(kg('1'), {})).toEqual({ source: 'Act of 1901', confidence: 'documented' });
    expect(cited(kg('1'), { '9999.00/IN/2022': '50' })).toBeNull();
    expect(cited(kg('1', { quota_tier: 'in-quota' }), {})).toBeNull();
  });
});
