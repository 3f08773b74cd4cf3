import { describe, expect, test } from 'vitest';
import { type HeaderPlan, mapHeader } from '../../../src/intake/header.ts';
import type { Problem } from '../../../src/customs/problem.ts';
import type { Result } from '../../../src/exact/result.ts';
import { facts } from './law.ts';

function map(header: string, byHand: Readonly<Record<string, string>> = {}): Result<HeaderPlan, Problem[]> {
  return mapHeader(header.split(','), {
    file: 'a.csv',
    line: 1,
    map: new Map(Object.entries(byHand)),
    facts,
    currency: 'USD',
  });
}

/** Our column → their header. */
function fed(header: string, byHand: Readonly<Record<string, string>> = {}): Record<string, string> {
  const plan = map(header, byHand);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return Object.fromEntries([...plan.value.fields].map(([column, index]) => [column, plan.value.headers[index] ?? '']));
}

function problems(header: string, byHand: Readonly<Record<string, string>> = {}): string[] {
  const plan = map(header, byHand);
  return (plan.ok ? plan.value.problems : plan.error).map(
    ({ code, column, message, hint }) => `${code}: ${column === null ? '' : `${column}: `}${message} | ${hint ?? ''}`,
  );
}

describe('names', () => {
  test('of the documentation', () => {
    const header =
      'id,entry_number,entry_line,hts,origin,date,presented_at,value,currency,weight_kg,spi,quota_tier,melt_pour_country';
    expect(fed(header)).toEqual(Object.fromEntries(header.split(',').map((name) => [name, name])));
  });

  test.each([
    ['hts', 'HTSUS'],
    ['hts', 'hts_number'],
    ['hts', 'HTS No.'],
    ['hts', 'Tariff Number'],
    ['hts', 'commodity code'],
    ['hts', 'HtsCode'],
    ['origin', 'Country of Origin'],
    ['origin', 'COO'],
    ['origin', 'origin country'],
    ['origin', 'CountryOfOrigin'],
    ['date', 'Entry Date'],
    ['date', 'import_date'],
    ['date', 'Date (entry)'],
    ['value', 'entered_value'],
    ['value', 'value_usd'],
    ['value', 'Entered Value (USD)'],
    ['value', 'customs value'],
    ['weight_kg', 'weight'],
    ['weight_kg', 'Net Weight (kg)'],
    ['weight_kg', 'quantity_kg'],
    ['id', 'shipment_id'],
    ['id', 'Line ID'],
    ['entry_number', 'entry_no'],
    ['entry_line', 'Entry Line No.'],
    ['presented_at', 'presentation time'],
    ['quota_tier', 'Quota Tier'],
    ['melt_pour_country', 'Country of Melt and Pour'],
    ['melt_pour_country', 'melt & pour country'],
    ['steel_weight_kg', 'Steel weight'],
    ['steel_content_value', 'steel-content-value'],
  ])('%s is also %j', (column, header) => {
    const rest = ['hts', 'origin', 'date', 'value'].filter((name) => name !== column);
    expect(fed([...rest, header].join(','))[column]).toBe(header);
  });

  test.each([
    'country',
    'country of export',
    'gross weight',
    'amount',
    'invoice date',
    'weight_lb',
    'value_eur',
    'line',
    'quantity',
  ])('%j may mean something else, and is carried along', (header) => {
    expect(fed(`hts,origin,date,value,${header}`)).toEqual({
      hts: 'hts',
      origin: 'origin',
      date: 'date',
      value: 'value',
    });
  });

  test('a class of goods stands in for a number', () => {
    expect(fed('goods,origin,date,value')).toMatchObject({ goods: 'goods' });
  });
});

describe('--map', () => {
  test('goes before names, and settles two headers that mean one column', () => {
    expect(fed('hts,Ctry,date,value,entry date', { ctry: 'origin', date: 'date' })).toMatchObject({
      origin: 'Ctry',
      date: 'date',
    });
  });

  test('takes an alias for the target', () => {
    expect(fed('hts,from,date,value', { from: 'country of origin' })).toMatchObject({ origin: 'from' });
  });

  test('a header can be taken from the column its name says', () => {
    expect(fed('hts,origin,date,value,old value', { 'old value': 'value' })).toMatchObject({ value: 'old value' });
  });

  test.each([
    [{ cuontry: 'origin' }, 'bad-usage: --map: the file has no column "cuontry" | Did you mean "country"?'],
    [{ country: 'orgin' }, 'bad-usage: --map: "orgin" is not one of our columns | Did you mean "origin"?'],
    [{ country: 'nonsense' }, 'bad-usage: --map: "nonsense" is not one of our columns | '],
    [{ country: 'origin', origin: 'origin' }, 'bad-usage: --map: origin is already fed by "country" | '],
  ])('%j is wrong, and why', (byHand, problem) => {
    expect(problems('hts,origin,date,value,country', byHand)).toContain(problem);
  });
});

describe('a header that cannot be used', () => {
  test.each([
    [
      'hts,origin,date',
      ['missing-column: value: is missing from the header | If it has another name: --map "THEIRS=value"'],
    ],
    [
      'description,orgin,date,amount',
      [
        'missing-column: hts or goods: is missing from the header | If it has another name: --map "THEIRS=hts"',
        'missing-column: origin: is missing from the header | Is it "orgin"? Then add --map "orgin=origin"',
        'missing-column: value: is missing from the header | Is it "amount"? Then add --map "amount=value"',
      ],
    ],
    [
      'hts,country,date,value',
      ['missing-column: origin: is missing from the header | Is it "country"? Then add --map "country=origin"'],
    ],
    ['hts,origin,date,value,,note', ['bad-header: column 5 has no name | Name it, or delete the column.']],
    ['hts,origin,date,value,note,note', ['bad-header: columns 5 and 6 are both named "note" | Rename one of them.']],
    ['hts,hts,origin,date,value', ['bad-header: columns 1 and 2 are both named "hts" | Rename one of them.']],
    [
      'hts,origin,date,value,entered value',
      [
        'bad-header: "value" and "entered value" both mean value | Say which is meant: --map "value=value" or --map "entered value=value"',
      ],
    ],
  ])('%s', (header, expected) => {
    expect(problems(header)).toEqual(expected);
  });

  test('says every reason at once', () => {
    expect(problems(',origin,origin').map((text) => text.split(':')[0])).toEqual([
      'bad-header',
      'bad-header',
      'missing-column',
      'missing-column',
      'missing-column',
    ]);
  });
});

describe('columns carried along', () => {
  test.each([
    [
      'melt_pour_contry',
      'Did you mean melt_pour_country? Then rename it, or add --map "melt_pour_contry=melt_pour_country"',
    ],
    ['quota_teir', 'Did you mean quota_tier? Then rename it, or add --map "quota_teir=quota_tier"'],
    ['weight_lb', 'Write the unit in its cells (110231 lb) and add --map "weight_lb=weight_kg"'],
    ['Net weight (t)', 'Write the unit in its cells (110231 lb) and add --map "Net weight (t)=weight_kg"'],
  ])('%j looks like one of ours', (header, hint) => {
    expect(problems(`hts,origin,date,value,${header}`)).toEqual([
      `column-not-read: ${header}: is not read, only carried along | ${hint}`,
    ]);
  });

  test.each(['note', 'rate', 'supplier', 'buyer', 'value_cad', 'gross weight', '__proto__', 'constructor'])(
    '%j does not',
    (header) => {
      expect(problems(`hts,origin,date,value,${header}`)).toEqual([]);
    },
  );
});
