import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactValue } from '../../../src/customs/entry-line.ts';
import { Decimal } from '../../../src/exact/decimal.ts';
import { type IsoDate, isoDate } from '../../../src/exact/iso-date.ts';
import { type ValueRule, customsValue } from '../../../src/intake/customs-value.ts';
import { exchangeOf, parseExchange, parseExchangeRows } from '../../../src/intake/exchange.ts';
import { rounding } from '../../support/nouns.ts';

const day = (text: string): IsoDate => isoDate(text) ?? expect.fail(text);
const date = day('2026-03-02');
const euro = { currency: 'EUR', from: null, rate: new Decimal('1.0842'), words: '--fx' };
const rule: ValueRule = {
  currency: { currency: 'USD', currencySign: '$' },
  rounding,
  adds: [],
  whole: null,
  exchange: exchangeOf([euro]),
};
const whole: ValueRule['whole'] = {
  to: '1' as ValueRule['rounding']['to'],
  how: 'half up',
  citation: { source: '19 CFR 159.3(a)', confidence: 'documented' },
};

function value(
  text: string,
  currency: string | null,
  rest: Partial<ValueRule> = {},
  money: Record<string, string> = {},
) {
  const facts = new Map<string, FactValue>(
    Object.entries(money).map(([name, amount]) => [name, { type: 'money', amount: new Decimal(amount) }]),
  );
  return customsValue({ value: new Decimal(text), facts }, currency, date, { ...rule, ...rest });
}

describe('the value that duties are laid upon', () => {
  test.each([
    ['as declared', '100.10', null, {}, '100.1', []],
    ['in the own currency by name', '100.10', 'USD', {}, '100.1', []],
    ['converted, and not rounded', '100.10', 'EUR', {}, '108.52842', ['EUR 100.1 at 1.0842 (--fx) is $108.52842']],
    ['49 cents are dropped', '100.49', null, { whole }, '100', ['$100.49 is entered as $100.00 (19 CFR 159.3(a))']],
    ['50 cents are a dollar', '100.50', null, { whole }, '101', ['$100.50 is entered as $101.00 (19 CFR 159.3(a))']],
    ['under 50 cents is nothing', '0.49', null, { whole }, '0', ['$0.49 is entered as $0.00 (19 CFR 159.3(a))']],
    ['whole already', '100.00', null, { whole }, '100', []],
    [
      'first converted, then rounded',
      '100.10',
      'EUR',
      { whole },
      '109',
      ['EUR 100.1 at 1.0842 (--fx) is $108.52842', '$108.52842 is entered as $109.00 (19 CFR 159.3(a))'],
    ],
  ])('%s', (_, text, currency, rest, expected, notes) => {
    const found = value(text, currency, rest);
    expect([found?.value.toFixed(), found?.notes]).toEqual([expected, notes]);
  });

  test('with freight and insurance where the basis is CIF', () => {
    const found = value('1000', null, { adds: ['freight', 'insurance'] }, { freight: '90.5', insurance: '9.5' });
    expect(found?.value.toFixed()).toBe('1100');
    expect(found?.notes).toEqual(['$1,000.00 + freight $90.50 + insurance $9.50 is $1,100.00']);
  });

  test('contents are in the currency of the value, and are rounded with it', () => {
    const content = value('100', 'EUR', { whole }, { steel_content_value: '50' })?.facts.get('steel_content_value');
    // 50 × 1.0842 = 54.21
    expect(content).toEqual({ type: 'money', amount: new Decimal(54) });
  });

  test('a currency without a rate has none', () => {
    expect(value('100', 'GBP')).toBeUndefined();
  });

  test('is never more than half a unit from what was declared', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (cents) => {
        const declared = new Decimal(cents).div(100);
        const found = value(declared.toFixed(), null, { whole })?.value ?? new Decimal(-1);
        expect(found.decimalPlaces()).toBe(0);
        expect(found.minus(declared).abs().lte('0.5')).toBe(true);
      }),
    );
  });
});

describe('rates of exchange', () => {
  const rows = (...lines: readonly string[]): ReturnType<typeof parseExchangeRows> =>
    parseExchangeRows(
      lines.map((line, index) =>
        index === 0
          ? { kind: 'header', line: 1, fields: line.split(',') }
          : { kind: 'record', line: index + 1, fields: line.split(',') },
      ),
      'rates.csv',
    );

  test('each holds from its day until the next of its currency', () => {
    const read = rows(
      'currency,date,rate,source',
      'EUR,2026-01-01,1.10,CBP',
      'GBP,2026-01-01,1.3',
      'EUR,2026-03-02,1.08',
    );
    const exchange = exchangeOf(read.ok ? read.value : []);
    const at = (currency: string, text: string): string | undefined => {
      const found = exchange(currency, day(text));
      return found && `${found.rate.toFixed()} ${found.words}`;
    };
    expect(at('EUR', '2025-12-31')).toBeUndefined();
    expect(at('EUR', '2026-01-01')).toBe('1.1 rate of 2026-01-01, CBP');
    expect(at('EUR', '2026-03-01')).toBe('1.1 rate of 2026-01-01, CBP');
    expect(at('EUR', '2026-03-02')).toBe('1.08 rate of 2026-03-02');
    expect(at('JPY', '2026-03-02')).toBeUndefined();
  });

  test.each([
    ['EUR,02/03/2026,1.08', '"02/03/2026" is not a day'],
    ['EUX,2026-03-02,1.08', '"EUX" is not the code of a currency'],
    ['EUR,2026-03-02,0', 'EUR: a rate of zero would make every value nothing'],
    ['EUR,2026-03-02,1.0.8', 'EUR: "1.0.8" is not a number'],
  ])('%s is refused with its place', (line, message) => {
    const read = rows('currency,date,rate', line);
    expect(read.ok ? [] : read.error).toMatchObject([
      { code: 'bad-exchange-rate', file: 'rates.csv', line: 2, message },
    ]);
  });

  test.each(['EUR', 'EUR=', '=1', 'EUR=-1', 'EUR=1e3', 'euro=1'])('--fx %s is refused', (text) => {
    expect(parseExchange(text)).toMatchObject({
      ok: false,
      error: { code: 'bad-exchange-rate', column: '--fx', value: text },
    });
  });
});
