import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeDuty } from '../../src/assess/duty.ts';
import type { DutyBasis } from '../../src/assess/duty-terms.ts';
import { Decimal } from '../../src/exact/decimal.ts';
import { cleanRateText } from '../../src/intake/rate-clean.ts';
import { parseRate, parseRateText } from '../../src/intake/rate-text.ts';
import { printRate } from '../../src/present/rate-words.ts';

const rows = parse<{ readonly text_json: string }>(
  readFileSync(join(import.meta.dirname, '../fixtures/hts-rate-texts.csv'), 'utf8'),
  {
    columns: true,
  },
);
const real = rows.map((row) => JSON.parse(row.text_json) as string);

const scraps = fc.constantFrom(
  ...[
    '+',
    ' + ',
    '-',
    '%',
    '¢',
    '$',
    '/',
    '/kg',
    ' each',
    '(',
    ')',
    '(A)',
    '(A+,AU)',
    '<',
    '>',
    '<b',
    '&amp;',
    '&#60;',
  ],
  ...[
    '&',
    ';',
    ' on ',
    ' of ',
    ' the ',
    'case',
    ' and ',
    ' MIN ',
    ' MAX ',
    ' but not less than ',
    ' minus ',
    '1/3',
    '1,000',
  ],
  ...[
    'EUR',
    'Free',
    'See ',
    'The duty provided in ',
    'A duty ',
    '\n',
    '\u00A0',
    '\u00AD',
    '- ',
    '.',
    ',',
    '0',
    '9',
    ' 1/',
  ],
);

/** Anything; scraps of rates in any order; real texts cut, joined and with scraps thrown in. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(scraps, { maxLength: 30 }).map((some) => some.join('')),
  fc
    .tuple(fc.constantFrom(...real), fc.constantFrom(...real), fc.nat(200), fc.nat(200), scraps)
    .map(([a, b, end, start, scrap]) => `${a.slice(0, end)}${scrap}${b.slice(start)}`),
  fc
    .tuple(fc.constantFrom(...real), fc.nat(200), scraps)
    .map(([text, at, scrap]) => `${text.slice(0, at)}${scrap}${text.slice(at + 1)}`),
);

describe('a text', () => {
  test('of any kind is a rate or none, and a rate is printed as it is read', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const rate = parseRate(text);
        if (rate === undefined) return;
        expect(parseRate(printRate(rate))).toEqual(rate);
        const duty = computeDuty(rate, basis({}));
        if (duty instanceof Decimal) expect(duty.isFinite() && duty.gte(0)).toBe(true);
      }),
      { numRuns: 3000 },
    ));

  test('once clean stays as it is', () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanRateText(text);
        expect(clean && cleanRateText(clean.text)).toEqual(clean && { text: clean.text, cleaned: [] });
      }),
      { numRuns: 3000 },
    ));

  test('of 100,000 characters is given up without a look, one just short enough is read to its end', () => {
    for (const piece of [
      '1',
      ' ',
      '<',
      '<b',
      '&amp;',
      '(A,',
      '1/3 ',
      ' + ',
      '5% + ',
      ' and ',
      ' MAX ',
      '+'.repeat(3),
      '- ',
      '\n',
    ]) {
      expect(parseRateText(piece.repeat(100_000))).toEqual({ rate: undefined, cleaned: [] });
      parseRateText(piece.repeat(4000 / piece.length));
      parseRateText(`5% on ${piece.repeat(3900 / piece.length)}`);
      parseRateText(`$5/${piece.repeat(3900 / piece.length)}%`);
    }
  });
});

function basis(declared: Readonly<Record<string, string>>, rest: Partial<DutyBasis> = {}): DutyBasis {
  return {
    amount: new Decimal(1000),
    currency: 'USD',
    currencySign: '$',
    declared: (fact) => (declared[fact] === undefined ? null : new Decimal(declared[fact])),
    baseDuty: new Decimal(0),
    program: null,
    ...rest,
  };
}

/** Exact fractions of whole numbers, as a check by other means. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

function fraction(text: string): Fraction {
  const [whole = '', decimals = ''] = text.split('.');
  return { over: BigInt(whole + decimals), under: 10n ** BigInt(decimals.length) };
}

function times(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}

function plus(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}

/** Half a cent goes up. */
function cents({ over, under }: Fraction): string {
  const rounded = (200n * over + under) / (2n * under);
  return `${rounded / 100n}.${String(rounded % 100n).padStart(2, '0')}`;
}

const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => {
    const padded = String(digits).padStart(places + 1, '0');
    return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
  });

/** A term as text, and its duty as a fraction of (value, quantities by column). */
const smallNumber = fc.tuple(fc.nat(99_999), fc.nat(3)).map(([n, places]) => {
  const padded = String(n).padStart(places + 1, '0');
  return places === 0 ? padded : `${padded.slice(0, -places)}.${padded.slice(-places)}`;
});

type Reckon = (value: Fraction, quantity: (fact: string) => Fraction) => Fraction;

const percentTerm = smallNumber.map((percent) => ({
  text: `${percent}%`,
  duty: ((value) => times(times(value, fraction(percent)), { over: 1n, under: 100n })) as Reckon,
}));

const thirdsTerm = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 98 }), fc.integer({ min: 2, max: 99 }))
  .filter(([, over, under]) => over < under)
  .map(([whole, over, under]) => ({
    text: `${whole} ${over}/${under}%`,
    duty: ((value) => times(value, { over: BigInt(whole * under + over), under: BigInt(under * 100) })) as Reckon,
  }));

const perUnit = fc.constantFrom(
  { text: '/kg', fact: 'weight_kg', per: '1' },
  { text: '/100 kg', fact: 'weight_kg', per: '100' },
  { text: '/t', fact: 'weight_kg', per: '1000' },
  { text: '/lb', fact: 'weight_kg', per: '0.45359237' },
  { text: ' each', fact: 'quantity_no', per: '1' },
  { text: '/doz.', fact: 'quantity_no', per: '12' },
  { text: '/gross', fact: 'quantity_no', per: '144' },
  { text: '/1,000', fact: 'quantity_no', per: '1000' },
  { text: '/liter', fact: 'quantity_liter', per: '1' },
  { text: '/kg on drained weight', fact: 'drained_weight_kg', per: '1' },
);

const specificTerm = fc.tuple(smallNumber, fc.boolean(), perUnit).map(([money, inCents, per]) => ({
  text: inCents ? `${money}¢${per.text}` : `$${money}${per.text}`,
  duty: ((_value, quantity) => {
    const { over, under } = fraction(per.per);
    const laid = times(times(quantity(per.fact), fraction(money)), { over: under, under: over });
    return inCents ? times(laid, { over: 1n, under: 100n }) : laid;
  }) as Reckon,
}));

describe('a compound rate', () => {
  test('gives the cents that whole-number fractions give', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(percentTerm, thirdsTerm, specificTerm), { minLength: 1, maxLength: 4 }),
        amount,
        fc.tuple(amount, amount, amount, amount),
        (terms, value, [weight, pieces, liters, drained]) => {
          const declared: Readonly<Record<string, string>> = {
            weight_kg: weight,
            quantity_no: pieces,
            quantity_liter: liters,
            drained_weight_kg: drained,
          };
          const rate = parseRate(terms.map((term) => term.text).join(' + '));
          expect(rate).toBeDefined();
          if (rate === undefined) return;
          const duty = computeDuty(rate, basis(declared, { amount: new Decimal(value) }));
          const expected = terms
            .map((term) => term.duty(fraction(value), (fact) => fraction(declared[fact] ?? '0')))
            .reduce(plus, { over: 0n, under: 1n });
          expect(duty instanceof Decimal && duty.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)).toBe(
            cents(expected),
          );
        },
      ),
      { numRuns: 2000 },
    ));

  test('within bounds is never outside them', () =>
    fc.assert(
      fc.property(smallNumber, smallNumber, smallNumber, amount, amount, (a, b, c, value, weight) => {
        const on = basis({ weight_kg: weight }, { amount: new Decimal(value) });
        const duty = (text: string): Decimal => {
          const rate = parseRate(text);
          const found = rate && computeDuty(rate, on);
          if (!(found instanceof Decimal)) throw new Error(`no duty: ${text}`);
          return found;
        };
        expect(duty(`${a}% but not less than ${b}¢/kg`).eq(Decimal.max(duty(`${a}%`), duty(`${b}¢/kg`)))).toBe(true);
        expect(duty(`${a}% + ${b}¢/kg MAX ${c}%`).eq(Decimal.min(duty(`${a}% + ${b}¢/kg`), duty(`${c}%`)))).toBe(true);
      }),
    ));
});
