import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { type OutputLine, createCalculator } from '../../src/library.ts';

const calculator = createCalculator({ regimes: ['us-base'] });
const assess = (line: Readonly<Record<string, string>>): OutputLine => calculator.assess(line);
const ferrosilicon = '7202.29.0050';

interface Row {
  readonly code: string;
  readonly general: string;
  readonly special: string;
  readonly column2: string;
  readonly isOld: boolean;
}

/** USITC export, number by number with what it inherits; the source is named in fixtures/README.md. */
const rows = (
  parse(readFileSync(new URL('../fixtures/base-rates-72-73-74-76.csv', import.meta.url), 'utf8'), {
    columns: true,
  }) as readonly Readonly<Record<string, string>>[]
).map(({ code = '', general = '', special = '', column_2: column2 = '', in_2013: old }): Row => {
  return { code, general, special, column2, isOld: old === 'yes' };
});

describe('each number of chapters 72, 73, 74 and 76', () => {
  const full = rows.map((row) => ({ ...row, hts: row.code.replaceAll('.', '').padEnd(10, '0') }));

  test('are 1,667', () => {
    expect(full.filter(({ hts, column2 }) => /^\d{10}$/.test(hts) && column2 !== '')).toHaveLength(1667);
  });

  test.each([
    ['column 1 general', 'DE', (row: Row) => row.general],
    ['column 2', 'KP', (row: Row) => row.column2],
  ])('pays the rate printed in %s', (_, origin, printed) => {
    const wrong = full.flatMap((row) => {
      const line = assess({ hts: row.hts, origin, date: '2025-07-01', value: '1000', weight: '10t', ...contents });
      const found = line.duties.map(({ rate }) => rate);
      return found.length === 1 && found[0] === printed(row) && line.status === 'assessed' ? [] : [[row, found]];
    });
    expect(wrong).toEqual([]);
  });

  test('of the edition of 2013 paid it on 2018-01-01 already, and no other has a rate for that day', () => {
    const wrong = full.filter(
      ({ hts, isOld }) =>
        (assess({ hts, origin: 'DE', date: '2018-01-01', value: '1000' }).duties.length === 1) !== isOld,
    );
    expect(wrong).toEqual([]);
  });

  test('is Free to goods of a program that its special column names', () => {
    const wrong = full
      .filter(({ special }) => /^Free \([^)]*\bKR\b/.test(special))
      .filter(({ hts }) => {
        const line = assess({ hts, origin: 'KR', spi: 'KR', date: '2025-07-01', value: '1000' });
        return line.totals?.duty !== '0.00' || line.duties[0]?.rate !== 'Free';
      });
    expect(wrong).toEqual([]);
  });
});

const contents = { silicon_weight_kg: '500' };

describe('base duty, by the kind of rate', () => {
  test.each([
    {
      why: 'ad valorem: 7606.12.30 3%: 41,333.33 x 3% = 1,239.9999 = 1,240.00',
      line: { hts: '7606.12.3045', origin: 'DE', value: '41333.33' },
      duty: '1240.00',
    },
    {
      why: 'a specific rate by the ton, column 2: 7201.10.00 $1.11/t: 12.345 t x $1.11 = 13.70295 = 13.70',
      line: { hts: '7201.10.0000', origin: 'KP', value: '9000', weight: '12345' },
      duty: '13.70',
    },
    {
      why: 'cents by the ton, column 2: 7204.10.00 74¢/t: 27.25 t x $0.74 = 20.165 = 20.17',
      line: { hts: '7204.10.0000', origin: 'BY', date: '2022-04-09', value: '9000', weight: '27.25 t' },
      duty: '20.17',
    },
    {
      why: 'a compound rate, column 2: 7208.10.15 0.4¢/kg + 20%: 50,000 kg x $0.004 = 200.00; 38,000.00 x 20% = 7,600.00',
      line: { hts: '7208.10.1500', origin: 'RU', date: '2022-04-09', value: '38000', weight: '50t' },
      duty: '7800.00',
    },
    {
      why: 'on a part, column 2: 7202.29.00 4.4¢/kg on silicon content: 7,400 kg x $0.044 = 325.60',
      line: { hts: ferrosilicon, origin: 'CU', value: '9000', weight: '10t', silicon_weight_kg: '7400' },
      duty: '325.60',
    },
    {
      why: 'pounds are kilograms: 7202.60.00 6.6¢/kg: 110,231 lb x 0.45359237 = 49,999.94053747 kg x $0.066 = 3,299.996 = 3,300.00',
      line: { hts: '7202.60.0000', origin: 'KP', value: '9000', weight: '110231 lb' },
      duty: '3300.00',
    },
    {
      why: 'Russia the day before Pub. L. 117-110 took effect pays column 1 general: 7208.10.15 Free',
      line: { hts: '7208.10.1500', origin: 'RU', date: '2022-04-08', value: '38000', weight: '50t' },
      duty: '0.00',
    },
  ])('$why', ({ line, duty }) => {
    expect(assess({ date: '2025-01-15', ...line }).totals?.duty).toBe(duty);
  });

  test('a rate on silicon content asks for the silicon', () => {
    const { status, problems } = assess({ hts: ferrosilicon, origin: 'CU', date: '2025-01-15', value: '9000' });
    expect(status).toBe('unknown');
    expect(problems).toMatchObject([{ code: 'missing-quantity', column: 'silicon_weight_kg' }]);
  });
});

describe('a program that a line claims', () => {
  // 7606.12.30: general 3%; special Free (A*,AU,BH,CL,CO,D,E,IL,JO,KR,MA,OM,P,PA,PE,S,SG), without JP.
  const line = { hts: '7606.12.3045', date: '2025-01-15', value: '10000.00' };

  test.each([
    ['KR', 'KR', {}, 'assessed', '0.00', []],
    ['kr', 'KR', {}, 'assessed', '0.00', []],
    ['S', 'MX', {}, 'assessed', '0.00', []],
    ['', 'KR', {}, 'assessed', '300.00', ['fact-undeclared']],
    ['KR', 'CN', {}, 'invalid', undefined, ['program-not-applicable']],
    ['JP', 'JP', {}, 'invalid', undefined, ['program-not-applicable']],
    ['XX', 'KR', {}, 'invalid', undefined, ['program-not-applicable']],
    // Lapsed with 2020: the general rate is due, whatever is claimed.
    ['A', 'TH', {}, 'assessed', '300.00', ['program-not-applicable']],
    // No edition before the one of 2024 is on hand.
    ['KR', 'KR', { date: '2023-12-31' }, 'unknown', undefined, ['not-on-hand']],
    ['KR', 'KR', { date: '2024-01-01' }, 'assessed', '0.00', []],
    // Where the general rate is Free the number prints no program, and a claim has a meaning for fees. It must fit all the same.
    ['KR', 'KR', { hts: '7208.10.1500' }, 'assessed', '0.00', []],
    ['KR', 'DE', { hts: '7208.10.1500' }, 'invalid', undefined, ['program-not-applicable']],
    ['KR', 'DE', { hts: '7208.10.1500', date: '2021-11-12' }, 'invalid', undefined, ['program-not-applicable']],
    ['S', 'MX', { hts: '7208.10.1500', date: '2020-06-30' }, 'invalid', undefined, ['program-not-applicable']],
    // Goods that no row on hand has.
    ['KR', 'DE', { hts: '9999.99.9999' }, 'invalid', undefined, ['not-listed', 'program-not-applicable']],
  ])('%s by goods of %s (%j): %s', (spi, origin, rest, status, duty, codes) => {
    const answer = assess({ ...line, origin, spi, ...rest });
    expect([answer.status, answer.totals?.duty, answer.problems.map(({ code }) => code)]).toEqual([
      status,
      duty,
      codes,
    ]);
  });

  test('carries the mark of days that no text confirmed', () => {
    const [duty] = assess({ ...line, origin: 'KR', spi: 'KR' }).duties;
    expect(duty?.citation?.confidence).toBe('unverified');
  });

  test('printed with a star is claimed without it, and what the star leaves out is told', () => {
    const table = {
      regime: 'starred',
      role: 'base',
      schedule: {
        columns: [{ id: 'general' }, { id: 'special', claims: 'spi' }],
        rows: [['7606.12.30', '3%', 'Free (E*)']],
      },
    };
    const starred = createCalculator({ tables: [{ name: 'starred.json', json: JSON.stringify(table) }] });
    const answer = starred.assess({ ...line, origin: 'AG', spi: 'E' });
    expect([answer.status, answer.totals?.duty]).toEqual(['assessed', '0.00']);
    expect(answer.problems).toMatchObject([{ code: 'program-not-applicable', severity: 'notice' }]);
    // A is not printed, so it did not lapse for these goods: it never was open to them.
    expect(starred.assess({ ...line, origin: 'BZ', spi: 'A' }).status).toBe('invalid');
  });
});

describe('a program claimed for goods that are free without it', () => {
  const screws = { hts: '7318.15.2010', value: '10000.00' };
  test.each([
    ['an agreement on all goods waives fees', { origin: 'KR', date: '2024-05-01', spi: 'KR' }, 'assessed', []],
    ['pharmaceutical products', { origin: 'FR', date: '2024-05-01', spi: 'K' }, 'invalid', ['error']],
    ['civil aircraft', { origin: 'FR', date: '2024-05-01', spi: 'C' }, 'invalid', ['error']],
    ['AGOA, for goods that print it', { origin: 'ZA', date: '2024-05-01', spi: 'D' }, 'invalid', ['error']],
    ['S+, for goods that print it', { origin: 'MX', date: '2024-05-01', spi: 'S+' }, 'invalid', ['error']],
    [
      'GSP, lapsed, of goods that do not print it',
      { origin: 'TH', date: '2024-05-01', spi: 'A' },
      'invalid',
      ['error'],
    ],
    [
      'GSP, lapsed, on a day whose programs are not on hand',
      { origin: 'TH', date: '2021-05-01', spi: 'A' },
      'assessed',
      ['warning'],
    ],
    ['NAFTA, lapsed', { origin: 'CA', date: '2021-05-01', spi: 'CA' }, 'assessed', ['warning']],
  ])('%s', (_, columns, status, severities) => {
    const answer = assess({ ...screws, ...columns });
    const own = answer.problems.filter(({ code }) => code === 'program-not-applicable');
    expect([answer.status, own.map(({ severity }) => severity)]).toEqual([status, severities]);
  });
});

describe('a declared base rate', () => {
  const motor = { hts: '8501.10.4020', origin: 'DE', date: '2025-01-15', value: '10000.00' };

  test.each([
    ['4.4%', {}, '440.00'],
    ['4.4', {}, '440.00'],
    ['Free', {}, '0.00'],
    ['3.4¢/kg + 2.5%', { weight: '100' }, '253.40'],
  ])('%s is what goods of other chapters pay', (rate, rest, duty) => {
    const answer = assess({ ...motor, base_rate: rate, ...rest });
    expect(answer.totals?.duty).toBe(duty);
    expect(answer.duties[0]?.citation?.confidence).toBe('unverified');
    expect(answer.notCovered).not.toContain('base-duty');
  });

  test('is missing: base duty is not covered', () => {
    const answer = assess(motor);
    expect(answer.notCovered).toContain('base-duty');
    expect(answer.duties).toEqual([]);
  });

  test('that is not the schedule’s gives way, aloud', () => {
    const answer = assess({ hts: '7606.12.3045', origin: 'DE', date: '2025-01-15', value: '10000', base_rate: '4%' });
    expect(answer.totals?.duty).toBe('300.00');
    expect(answer.problems).toMatchObject([{ code: 'differs-from-schedule', severity: 'warning' }]);
  });

  test('that comes to the same says nothing', () => {
    const answer = assess({ hts: '7606.12.3045', origin: 'DE', date: '2025-01-15', value: '10000', base_rate: '3%' });
    expect(answer.problems).toEqual([]);
  });
});

describe('a number', () => {
  test('that no edition on hand has is no proof against the line', () => {
    const { status, problems } = assess({ hts: '7606.12.3099', origin: 'DE', date: '2025-01-15', value: '10000' });
    expect(status).toBe('assessed');
    expect(problems).toMatchObject([{ code: 'not-in-schedule', severity: 'notice' }]);
  });

  test('without a rate is told, and its base duty is not covered', () => {
    const answer = assess({ hts: '7208.99.9999', origin: 'DE', date: '2025-01-15', value: '10000' });
    expect(answer.status).toBe('unknown');
    expect(answer.problems).toMatchObject([
      { code: 'not-listed', severity: 'error' },
      { code: 'not-in-schedule', severity: 'warning' },
    ]);
    expect(answer.notCovered).toContain('base-duty');
  });
});

describe('a total that includes the base duty', () => {
  const table = (rate: string): { name: string; json: string } => ({
    name: 'total.json',
    json: JSON.stringify({
      regime: 'capped',
      measures: [
        {
          id: 'low',
          goods: ['76', '72'],
          when: { base_rate: { under: '15%' } },
          rates: [{ total: rate, citation: 'a test' }],
        },
        { id: 'rest', goods: ['76', '72'], rates: [{ rate: 'Free', citation: 'a test' }] },
      ],
    }),
  });

  test.each([
    ['3% of the schedule: 10,000.00 x (15% - 3%)', { hts: '7606.12.3045', origin: 'DE' }, ['300.00', '1200.00']],
    ['a program: nothing but the total', { hts: '7606.12.3045', origin: 'KR', spi: 'KR' }, ['0.00', '1500.00']],
    [
      'a compound rate of 0.4¢/kg + 20%, more than 15%',
      { hts: '7208.10.1500', origin: 'KP', weight: '10t' },
      ['2040.00', '0.00'],
    ],
    [
      'a specific rate: 6.6¢/kg x 1,234.5 kg = 81.477; 1,500.00 - 81.477 = 1,418.523',
      { hts: '7202.60.0000', origin: 'KP', weight: '1234.5' },
      ['81.48', '1418.52'],
    ],
  ])('%s', (_, line, amounts) => {
    const answer = createCalculator({ with: [table('15%')], regimes: ['us-base', 'capped'] }).assess({
      date: '2025-01-15',
      value: '10000',
      ...line,
    });
    expect(answer.duties.map(({ amount }) => amount)).toEqual(amounts);
  });
});
