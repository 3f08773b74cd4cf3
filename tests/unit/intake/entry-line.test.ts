import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/customs/problem.ts';
import { entryContext } from '../../../src/intake/entry-context.ts';
import { parseEntryLine } from '../../../src/intake/entry-line.ts';
import { law } from './law.ts';

const context = entryContext(law);
const place = { file: 'a.csv', line: 7, nameOf: (column: string) => `their ${column}` };
const least = { hts: '7208.10.15.00', origin: 'Germany', date: '2022-02-03', value: '$100,000.00' };

function read(columns: Readonly<Record<string, string>>): ReturnType<typeof parseEntryLine> {
  return parseEntryLine(new Map(Object.entries({ ...least, ...columns })), place, context);
}

function problems(columns: Readonly<Record<string, string>>): readonly Problem[] {
  const line = read(columns);
  return line.ok ? [] : line.error;
}

describe('a line', () => {
  test('of the least that is needed', () => {
    const line = read({});
    expect(line).toMatchObject({
      ok: true,
      value: {
        where: { file: 'a.csv', line: 7 },
        id: null,
        entryNumber: null,
        entryLine: null,
        presentedAt: null,
        quotaTier: null,
        goods: { kind: 'number', code: '7208101500' },
        origin: 'DE',
        date: '2022-02-03',
        weightKg: null,
        facts: new Map(),
      },
    });
    expect(line.ok && line.value.value.toFixed()).toBe('100000');
  });

  test('of all columns', () => {
    const line = read({
      id: ' A-1 ',
      entry_number: '123-4567890-1',
      entry_line: '002',
      presented_at: '2022-02-03 08:30',
      currency: 'usd',
      weight_kg: '50 t',
      spi: 'kr',
      quota_tier: 'In Quota',
      melt_pour_country: 'unknown',
      steel_content_value: '60000',
      aluminum_content_value: '40,000',
      steel_weight_kg: '110231 lb',
      us_metal_share: '95%',
      certificate_of_origin: 'Y',
      exclusion: 'STL-1',
      loaded_on: '2021-12-31',
      mode: 'Vessel',
    });
    if (!line.ok) throw new Error(JSON.stringify(line.error));
    const { weightKg, facts, ...rest } = line.value;
    expect(rest).toMatchObject({
      id: 'A-1',
      entryNumber: '123-4567890-1',
      entryLine: '002',
      presentedAt: '2022-02-03T08:30',
      quotaTier: 'in-quota',
    });
    expect(weightKg?.toFixed()).toBe('50000');
    expect(
      Object.fromEntries(
        [...facts].map(([name, fact]) => [name, 'amount' in fact ? `${fact.type} ${fact.amount.toFixed()}` : fact]),
      ),
    ).toEqual({
      spi: { type: 'text', text: 'KR' },
      melt_pour_country: { type: 'country', text: 'unknown' },
      steel_content_value: 'money 60000',
      aluminum_content_value: 'money 40000',
      steel_weight_kg: 'quantity 49999.94053747',
      us_metal_share: 'percent 95',
      certificate_of_origin: { type: 'yes-no', yes: true },
      exclusion: { type: 'text', text: 'STL-1' },
      loaded_on: { type: 'date', date: '2021-12-31' },
      mode: { type: 'choice', text: 'vessel' },
    });
  });

  test('empty cells declare nothing', () => {
    const line = read({ weight_kg: '', quota_tier: ' ', melt_pour_country: '', spi: '', presented_at: "'" });
    expect(
      line.ok && { weight: line.value.weightKg, tier: line.value.quotaTier, facts: line.value.facts.size },
    ).toEqual({
      weight: null,
      tier: null,
      facts: 0,
    });
  });

  test('a class of goods instead of a number', () => {
    expect(read({ hts: '', goods: 'Steel' })).toMatchObject({
      ok: true,
      value: { goods: { kind: 'class', name: 'steel' } },
    });
  });
});

describe('a line that cannot be read', () => {
  test('says all that is wrong, each at its column and as written', () => {
    const bad = {
      hts: '101210000',
      origin: 'Germny',
      date: '02/03/2022',
      currency: 'euros',
      value: '-5',
      presented_at: 'noon',
      weight_kg: '50 ton',
      quota_tier: 'none',
      melt_pour_country: 'XX',
      us_metal_share: '120%',
      certificate_of_origin: 'maybe',
      mode: 'bus',
      loaded_on: '1/1/22',
    };
    const found = problems(bad);
    expect(found.map(({ column }) => column)).toEqual(Object.keys(bad).map((column) => `their ${column}`));
    expect(found.map(({ value }) => value)).toEqual(Object.values(bad));
    for (const { code, severity, file, line } of found) {
      expect({ code, severity, file, line }).toEqual({ code: 'bad-field', severity: 'error', file: 'a.csv', line: 7 });
    }
  });

  test('names what is missing', () => {
    const found = problems({ hts: '', origin: ' ', date: '', value: '' });
    expect(found.map(({ code, column, message, value }) => ({ code, column, message, value }))).toEqual([
      { code: 'missing-field', column: 'their hts', message: 'is missing', value: null },
      { code: 'missing-field', column: 'their origin', message: 'is missing', value: ' '.trim() },
      { code: 'missing-field', column: 'their date', message: 'is missing', value: null },
      { code: 'missing-field', column: 'their value', message: 'is missing', value: null },
    ]);
  });

  test('shortens a long value', () => {
    expect(problems({ value: '1'.repeat(400) })[0]?.value).toBe(`${'1'.repeat(59)}…`);
  });

  test('takes either a number or a class of goods', () => {
    expect(problems({ goods: 'steel' })).toMatchObject([
      { column: 'their goods', message: 'a class of goods stands in for an HTS number; both are given' },
    ]);
    expect(problems({ hts: '', goods: 'stele' })).toMatchObject([
      { message: '"stele" is not one of: steel, aluminum', hint: 'steel?' },
    ]);
  });

  test('has flags for columns when it was given by flags', () => {
    const flags = { file: null, line: null, nameOf: (column: string) => `--${column}` };
    const line = parseEntryLine(new Map([['origin', 'DE']]), flags, context);
    expect(line.ok ? [] : line.error.map(({ file, line: at, column }) => [file, at, column])).toEqual([
      [null, null, '--hts'],
      [null, null, '--date'],
      [null, null, '--value'],
    ]);
  });
});

describe('contents', () => {
  test.each([
    [{ value: '100', steel_content_value: '100' }, []],
    [{ value: '100', steel_content_value: '60', aluminum_content_value: '40' }, []],
    [
      { value: '100', steel_content_value: '100.01' },
      [['their steel_content_value', '100.01 is more than the entered value of 100']],
    ],
    [
      { value: '100', steel_content_value: '101', aluminum_content_value: '102' },
      [
        ['their steel_content_value', '101 is more than the entered value of 100'],
        ['their aluminum_content_value', '102 is more than the entered value of 100'],
      ],
    ],
    [
      { value: '100', steel_content_value: '60', aluminum_content_value: '40.01' },
      [
        [
          'their aluminum_content_value',
          'the contents 60 + 40.01 add up to 100.01, more than the entered value of 100',
        ],
      ],
    ],
  ])('%j', (columns, expected) => {
    expect(problems(columns).map(({ code, column, message }) => [code, column, message])).toEqual(
      expected.map((some) => ['content-over-value', ...some]),
    );
  });
});
