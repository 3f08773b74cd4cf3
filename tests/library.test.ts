import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { type OutputLine, type Shipment, UnusableTables, createCalculator } from '../src/library.ts';

const root = join(import.meta.dirname, '..');

/** Hot-rolled plate of Germany, melted there, in the first quarter of its quota (Proclamation 10328). */
const coil: Shipment = {
  hts: '7208.37.00.60',
  origin: 'DE',
  date: '2022-02-01',
  value: '100000.00',
  weight: '50 t',
  melt_pour_country: 'DE',
};

const mine = {
  name: 'mine.json',
  json: '{"regime":"mine","measures":[{"goods":["7208"],"rates":[{"rate":"12.5%"}]}]}',
};

describe('the package', () => {
  const script = (body: string, type: 'module' | 'commonjs'): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, [`--input-type=${type}`, '--eval', body], { cwd: root, encoding: 'utf8' });

  test.each([
    ['module', "const { createCalculator } = await import('tariff-calc');"],
    ['commonjs', "const { createCalculator } = require('tariff-calc');"],
  ] as const)('answers a shipment from a %s', (type, load) => {
    // $100,000.00 x 25% = $25,000.00 (9903.80.01; Proclamation 9759).
    const shipment = JSON.stringify({ hts: '7208.10.15.00', origin: 'DE', date: '2021-11-12', value: '100000' });
    const { stdout, stderr } = script(`${load} console.log(createCalculator().assess(${shipment}).totals.duty)`, type);
    expect({ stdout, stderr }).toEqual({ stdout: '25000.00\n', stderr: '' });
  });

  test.each(['module', 'commonjs'] as const)('imported into a %s does nothing of itself', (type) => {
    const look = `
      const fs = process.getBuiltinModule('node:fs');
      const see = () => JSON.stringify([
        Object.keys(globalThis).filter((name) => !name.startsWith('__zod_')), Object.keys(process.env).toSorted(), process.cwd(), process.exitCode ?? null,
        process.eventNames().map(String), Error.stackTraceLimit,
      ]);
      const before = see();
      const read = [];
      for (const name of ['readFileSync', 'writeFileSync', 'openSync', 'mkdirSync']) {
        const real = fs[name];
        fs[name] = (...args) => { read.push(String(args[0])); return real(...args); };
      }
      process.getBuiltinModule('node:module').syncBuiltinESMExports();`;
    const load = type === 'module' ? "await import('tariff-calc');" : "require('tariff-calc');";
    // The package that checks tables keeps its settings on the global object, shared with other copies of itself.
    // Law is read when a calculator is made.
    const tell = `console.log(see() === before, read.filter((name) => name.includes('law') && name.endsWith('.json')).length);`;
    const { stdout, stderr, status } = script(look + load + tell, type);
    expect({ stdout, stderr, status }).toEqual({ stdout: 'true 0\n', stderr: '', status: 0 });
  });
});

describe('a calculator', () => {
  test('draws quotas down in the order of the calls', () => {
    const calculator = createCalculator({ regimes: ['us-232-steel'], balances: ['9903.80.67/DE/2022-Q1=80t'] });
    const drawn = [1, 2, 3].map(() => calculator.assess(coil));
    // 50 t of 80 t; then 30 t of 50 t: 30/50 x $100,000.00 = $60,000.00 Free, $40,000.00 x 25% = $10,000.00; then none: $25,000.00.
    expect(drawn.map(({ totals }) => totals?.duty)).toEqual(['0.00', '10000.00', '25000.00']);
    expect(drawn.map(({ duties }) => duties.map(({ tier }) => tier))).toEqual([
      ['in-quota'],
      ['in-quota', 'over-quota'],
      ['over-quota'],
    ]);
  });

  test('shares no quota with another', () => {
    const [first, second] = [1, 2].map(() => createCalculator({ balances: ['9903.80.67/DE/2022-Q1=50t'] }));
    expect(first?.assess(coil).totals?.duty).toBe('0.00');
    expect(second?.assess(coil).totals?.duty).toBe('0.00');
    expect(first?.assess(coil).totals?.duty).toBe('25000.00');
  });

  test('keeps its answers as they were when it is asked again', () => {
    const calculator = createCalculator({ balances: ['9903.80.67/DE/2022-Q1=80t'] });
    const first = calculator.assess(coil);
    const before = JSON.stringify(first);
    calculator.assess(coil);
    expect(JSON.stringify(first)).toBe(before);
  });

  test('takes tables in place of the law, and over it', () => {
    const shipment = { ...coil, origin: 'IN', value: '1000', mode: 'air' };
    const duties = (line: OutputLine): unknown => line.duties.map(({ regime, amount }) => [regime, amount]);
    // $1,000.00 x 12.5% = $125.00; $1,000.00 x 25% = $250.00 (9903.80.01; Proclamation 9705).
    expect(duties(createCalculator({ tables: [mine] }).assess(shipment))).toEqual([['mine', '125.00']]);
    expect(duties(createCalculator({ with: [mine] }).assess(shipment))).toEqual([
      ['us-base', '0.00'],
      ['mine', '125.00'],
      ['us-232-steel', '250.00'],
    ]);
    expect(createCalculator({ with: [mine] }).assess(shipment).problems).toMatchObject([{ code: 'rests-on-overlay' }]);
  });

  test('takes several tables, amendments among them', () => {
    const free = {
      name: 'free.json',
      json: '{"amends":"mine","title":"Free","changes":[{"add":{"id":"free","goods":["7208"],"origins":["IN"],"rates":[{"rate":"Free"}]}}]}',
    };
    const calculator = createCalculator({ tables: [mine], with: [free] });
    expect(calculator.assess({ ...coil, value: '1000' }).totals?.duty).toBe('125.00');
    expect(calculator.assess({ ...coil, value: '1000', origin: 'IN' }).totals?.duty).toBe('0.00');
  });

  test('can be strict about days past the documented ones', () => {
    const profile = { hts: '7606.12.30.91', origin: 'RU', date: '2026-10-08', value: '1000' };
    const loose = createCalculator().assess(profile);
    expect(loose.status).toBe('assessed');
    expect(loose.problems).toContainEqual(expect.objectContaining({ code: 'outside-documented', severity: 'warning' }));
    expect(createCalculator({ strict: true }).assess(profile)).toMatchObject({ status: 'unknown', totals: null });
  });

  test('converts values at a rate that is given, and rounds them where it is asked to', () => {
    const shipment = { ...coil, quota_tier: 'over-quota', mode: 'air', value: '1000.10', currency: 'EUR' };
    const answer = createCalculator({ fx: ['EUR=1.1302'], wholeValues: true }).assess(shipment);
    // 1,000.10 × 1.1302 = 1,130.31302, entered as 1,130; × 25% = 282.50
    expect([answer.enteredValue, answer.totals?.duty]).toEqual(['1130.00', '282.50']);
    expect(createCalculator().assess(shipment)).toMatchObject({
      status: 'invalid',
      problems: [{ code: 'no-exchange-rate' }],
    });
    expect(() => createCalculator({ fx: ['euro=1'] })).toThrow(/not the code of a currency/);
  });

  test('applies the law of another territory', () => {
    const corn = { hts: '0710.40.00', origin: 'US', date: '2019-03-01', value: '1000' };
    expect(createCalculator({ jurisdiction: 'eu' }).assess(corn).totals?.duty).toBe('250.00');
    expect(() => createCalculator({ jurisdiction: 'uk' })).toThrow(/not a customs territory on hand/);
  });

  test('knows columns by their other names, and facts of tables of its own', () => {
    const table = {
      name: 'boiled.json',
      json: JSON.stringify({
        regime: 'boiling',
        facts: { boiled: { type: 'yes-no', question: 'Were they boiled?' } },
        measures: [
          { id: 'raw', goods: 'all', rates: [{ rate: '5%' }] },
          { id: 'boiled', goods: 'all', when: { boiled: true }, rates: [{ rate: '1%' }] },
        ],
      }),
    };
    const shipment = {
      HTSUS: '7208390030',
      'Country of Origin': 'India',
      'Entry Date': '2022-01-03',
      'Entered Value': '$1,000.00',
      Boiled: 'yes',
    };
    expect(createCalculator({ tables: [table] }).assess(shipment).totals?.duty).toBe('10.00');
  });

  test('says what is wrong with a shipment instead of throwing', () => {
    const calculator = createCalculator();
    expect(calculator.assess({})).toMatchObject({ status: 'invalid', totals: null });
    expect(calculator.assess({}).problems.map(({ code, column }) => `${code} ${column}`)).toEqual([
      'missing-field hts',
      'missing-field origin',
      'missing-field date',
      'missing-field value',
    ]);
    const wrong = calculator.assess({ ...coil, origin: 'Germny', weight: undefined });
    expect(wrong.problems).toMatchObject([{ code: 'bad-field', column: 'origin', hint: 'Germany (DE)?' }]);
  });

  test('never throws for what callers without types hand in', () => {
    const calculator = createCalculator();
    const assess = (untyped: unknown): OutputLine => calculator.assess(untyped as Shipment);
    // $1,000.00 x 25% = $250.00 (9903.80.01; Proclamation 9705).
    expect(assess({ ...coil, origin: 'IN', hts: 7208390030, value: 1000, weight: null }).totals?.duty).toBe('250.00');
    expect(assess({ ...coil, value: Number.NaN })).toMatchObject({
      status: 'invalid',
      problems: [{ column: 'value' }],
    });
    expect(assess({ ...coil, value: 1e21 })).toMatchObject({ status: 'invalid', problems: [{ column: 'value' }] });
    expect(assess({ ...coil, date: new Date(0) })).toMatchObject({ status: 'invalid', problems: [{ column: 'date' }] });
    for (const nothing of [null, undefined, 5, 'coil', []]) expect(assess(nothing).status).toBe('invalid');
  });

  test('names what is no column of a shipment', () => {
    const { status, problems } = createCalculator().assess({
      ...coil,
      mode: 'air',
      quota_tier: 'in-quota',
      wieght: '5 t',
    });
    expect([status, problems.map(({ code, severity, column }) => [code, severity, column])]).toEqual([
      'assessed',
      [['column-not-read', 'warning', 'wieght']],
    ]);
  });
});

describe('what cannot be used', () => {
  const problemsOf = (options: Parameters<typeof createCalculator>[0]): readonly string[] => {
    try {
      createCalculator(options);
      return [];
    } catch (error) {
      if (!(error instanceof UnusableTables)) throw error;
      expect(error.name).toBe('UnusableTables');
      for (const { message } of error.problems) expect(error.message).toContain(message);
      return error.problems.map(({ code, file, column }) => [code, file, column].join(' '));
    }
  };
  // Plain JavaScript knows no types.
  const misspelt: object = { regime: ['us-base'] };
  const broken = (name: string, table: object): { name: string; json: string } => ({
    name,
    json: JSON.stringify(table),
  });

  test.each([
    ['no JSON', { tables: [{ name: 'a.json', json: '{' }] }, ['bad-table a.json ']],
    [
      'a rate that is none',
      { tables: [broken('a.json', { regime: 'a', measures: [{ goods: ['72'], rates: [{ rate: 'lots' }] }] })] },
      ['bad-table a.json measures[0].rates[0].rate'],
    ],
    [
      'two mistakes in two files',
      { tables: [broken('a.json', { regime: 'a' }), broken('b.json', { regime: 'b' })] },
      ['bad-table a.json measures', 'bad-table b.json measures'],
    ],
    [
      'an amendment of nothing',
      { with: [broken('w.json', { amends: 'x', title: 'X', changes: [{ end: 'y', from: '2022-01-01' }] })] },
      ['unknown-name w.json amends'],
    ],
    ['an option that is misspelt', misspelt, ['unknown-name  regime']],
    ['a balance of nothing', { balances: ['500t'] }, ['bad-balance  --balance']],
    [
      'regimes in a circle',
      {
        tables: ['a', 'b'].map((regime) =>
          broken(`${regime}.json`, {
            regime,
            measures: [{ goods: ['72'], rates: [{ rate: '1%' }] }],
            yields: [{ to: [regime === 'a' ? 'b' : 'a'], extent: 'whole' }],
          }),
        ),
      },
      ['yield-circle a.json yields'],
    ],
  ])('%s is thrown with every reason', (_, options, expected) => expect(problemsOf(options)).toEqual(expected));
});

describe('data/schema/ describes', () => {
  const schema = (name: string): ValidateFunction =>
    new Ajv2020({ allowUnionTypes: true, formats: { uri: URL.canParse } }).compile(
      JSON.parse(readFileSync(join(root, 'data', 'schema', `${name}.v1.schema.json`), 'utf8')) as object,
    );
  const lineSchema = schema('output-line');
  const command = (...args: readonly string[]): string =>
    spawnSync(process.execPath, [join(root, 'bin', 'tariff.js'), ...args], { cwd: root, encoding: 'utf8' }).stdout;

  test.each<readonly [string, Shipment]>([
    ['assessed', { ...coil, quota_tier: 'in-quota' }],
    ['unknown', coil],
    ['refused', { ...coil, hts: '7221.00.0017', origin: 'KR', date: '2018-05-02' }],
    ['invalid', { ...coil, value: '-5' }],
  ])('a line that is %s', (status, shipment) => {
    const line = createCalculator().assess(shipment);
    expect(line.status).toBe(status);
    expect([lineSchema(line), lineSchema.errors]).toEqual([true, null]);
    expect(lineSchema({ ...line, colour: 'red' })).toBe(false);
  });

  test.each([
    ['the example', ['examples/shipments.csv']],
    ['the example with an overlay', ['examples/shipments.csv', '--with', 'examples/what-if-japan.json']],
    ['sums', ['examples/shipments.csv', '--summary', 'regime,origin']],
    ['one shipment', ['--hts', '7208.10.15.00', '--origin', 'DE', '--value', '100000', '--date', '2021-11-12']],
    ['a file beside it that cannot be read', ['examples/shipments.csv', 'package.json']],
  ])('%s as JSON', (_, args) => {
    const validate = schema('output');
    expect([validate(JSON.parse(command('calc', ...args, '--format', 'json'))), validate.errors]).toEqual([true, null]);
  });

  test('every line of NDJSON', () => {
    const lines = command('calc', 'examples/shipments.csv', '--format', 'ndjson').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(40);
    for (const line of lines) expect([lineSchema(JSON.parse(line)), lineSchema.errors]).toEqual([true, null]);
  });
});
