import { describe, expect, test } from 'vitest';
import type { DutyBasis } from '../../../src/assess/duty-terms.ts';
import { type NoDuty, computeDuty } from '../../../src/assess/duty.ts';
import { Decimal } from '../../../src/exact/decimal.ts';
import { parseRate } from '../../../src/intake/rate-text.ts';

type Declared = Readonly<Record<string, string>>;

function basis(value: string, declared: Declared, rest: Partial<DutyBasis> = {}): DutyBasis {
  return {
    amount: new Decimal(value),
    currency: 'USD',
    currencySign: '$',
    declared: (fact) => (declared[fact] === undefined ? null : new Decimal(declared[fact])),
    baseDuty: null,
    program: null,
    ...rest,
  };
}

function duty(text: string, value: string, declared: Declared = {}, rest: Partial<DutyBasis> = {}): Decimal | NoDuty {
  const rate = parseRate(text);
  if (rate === undefined) throw new Error(`no rate: ${text}`);
  return computeDuty(rate, basis(value, declared, rest));
}

function cents(found: Decimal | NoDuty): unknown {
  return found instanceof Decimal ? found.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2) : found;
}

describe('the duty of each kind of rate', () => {
  // Texts of the US schedule's 2025 and 2026 editions, but where said otherwise; sums worked out by hand.
  test.each<[string, string, Declared, string]>([
    ['Free', '2000', {}, '0.00'],
    ['Free, under bond', '2000', {}, '0.00'],
    ['No additional duty', '2000', {}, '0.00'],
    ['6.5%', '2000', {}, '130.00'],
    ['33 1/3%', '100', {}, '33.33'],
    ['33 1/3%', '300', {}, '100.00'],
    // A sixth of a percent of 3.00 is 0.005, half a cent to the digit: it goes up.
    ['7-2/3%', '3000', {}, '230.00'],
    ['1/6%', '3', {}, '0.01'],
    // 1,000 x 3.4 cents, and 2.5% of 2,000.
    ['3.4¢/kg + 2.5%', '2000', { weight_kg: '1000' }, '84.00'],
    // HTSUS 2402.20.80: 100 x 1.05, and 2.3% of 2,000.
    ['$1.05/kg + 2.3%', '2000', { weight_kg: '100' }, '151.00'],
    ['74¢/t', '2000', { weight_kg: '12500' }, '9.25'],
    ['10.6¢/g', '2000', { weight_kg: '0.25' }, '26.50'],
    // A carat is 0.2 g.
    ['10¢/carat', '2000', { weight_kg: '0.001' }, '0.50'],
    ['8.3¢/liter', '2000', { quantity_liter: '900' }, '74.70'],
    ['$1.13/m3', '2000', { quantity_liter: '2500' }, '2.83'],
    ['4.4¢/liter + 31.4¢/pf. liter', '2000', { quantity_liter: '1000', quantity_proof_liter: '240' }, '119.36'],
    [
      '3.1¢/liter + 22.1¢/pf. liter on ethyl alcohol content',
      '2000',
      { quantity_liter: '1000', quantity_proof_liter: '240' },
      '84.04',
    ],
    ['8¢ each + 45%', '2000', { quantity_no: '250' }, '920.00'],
    ['68¢/head', '2000', { quantity_no: '30' }, '20.40'],
    // 1,000 pieces are 83 1/3 dozen: 34 cents each, and 3.4%.
    ['34¢/doz. + 3.4%', '2000', { quantity_no: '1000' }, '96.33'],
    ['34¢/doz. + 3.4%', '2000', { quantity_doz: '90' }, '98.60'],
    // 1,000 / 144 x 0.288 = 2, and 4.6%.
    ['28.8¢/gross + 4.6%', '2000', { quantity_no: '1000' }, '94.00'],
    ['90¢/pr. + 20%', '2000', { quantity_pr: '100' }, '490.00'],
    ['$1.58/pr. + 35%', '2000', { quantity_doz_pr: '10' }, '889.60'],
    ['14.5¢/m2 + 0.4%', '2000', { quantity_m2: '1000' }, '153.00'],
    ['10¢/m', '2000', { quantity_m: '75' }, '7.50'],
    ['$1.34/1000', '2000', { quantity_no: '20000' }, '26.80'],
    ['20¢/thousand + 3.5%', '2000', { quantity_thousand: '20' }, '74.00'],
    ['10.5¢/bbl', '2000', { quantity_bbl: '800' }, '84.00'],
    ['18.7¢/clean kg', '2000', { quantity_clean_kg: '640', weight_kg: '1000' }, '119.68'],
    ['0.3¢/line/ gross + 4.6%', '2000', { quantity_gross_line: '1000' }, '95.00'],
    ['10¢/pack + 20%', '2000', { quantity_pack: '150' }, '415.00'],
    ['36¢ each + 5.6% + 2¢/jewel', '2000', { quantity_no: '100', quantity_jewel: '1700' }, '182.00'],
    // What the jewels over 7 of each piece come to is declared: 100 pieces of 17 have 1,000.
    [
      '43¢ each + 2.8¢/jewel over 7 + 3.7% on the case',
      '2000',
      { quantity_no: '100', quantity_jewel_over: '1000', case_value: '300' },
      '82.10',
    ],
    ['5.9¢/kg on drained weight', '2000', { weight_kg: '1000', drained_weight_kg: '640' }, '37.76'],
    ['5¢/kg on contents and container', '2000', { contents_and_container_weight_kg: '1100' }, '55.00'],
    ['$1.32/t, including weight of container', '2000', { contents_and_container_weight_kg: '1100' }, '1.45'],
    ['16.9¢/kg of total sugars + 5.1%', '2000', { total_sugars_weight_kg: '400' }, '169.60'],
    [
      '0.7¢/kg on copper content + 0.7¢/kg on lead content',
      '2000',
      { copper_weight_kg: '300', lead_weight_kg: '50' },
      '2.45',
    ],
    ['9.1¢/kg on molybdenum content + 1.2%', '2000', { molybdenum_weight_kg: '200' }, '42.20'],
    ['20¢/gross of immediate containers', '2000', { immediate_containers_no: '720' }, '1.00'],
    ['86.1¢/m2 of recording surface', '2000', { recording_surface_m2: '50' }, '43.05'],
    ['2.5% on the value of the lead content', '2000', { lead_content_value: '400' }, '10.00'],
    ['6.5% on the entire set', '2000', {}, '130.00'],
    ['36¢ each + 5.3% on the battery', '2000', { quantity_no: '100', battery_value: '50' }, '38.65'],
    [
      '51¢ each + 6.25% on the case and strap, band or bracelet + 5.3% on the battery',
      '2000',
      { quantity_no: '100', case_value: '600', strap_value: '200', battery_value: '50' },
      '103.65',
    ],
    [
      '4.7% on the value of the rifle + 20% on the value of the telescopic sight, if any',
      '2000',
      { rifle_value: '1500', telescopic_sight_value: '500' },
      '170.50',
    ],
    ['3 percent of the fair retail value', '2000', { fair_retail_value: '2500' }, '75.00'],
  ])('%j on $%s with %o is $%s', (text, value, declared, expected) => {
    expect(cents(duty(text, value, declared))).toBe(expected);
  });

  // HTSUS 1701.14.50, general: 3.6606 cents less 2 x 0.020668 = 3.619264 cents at 98 degrees; 3.143854 at 75 and below.
  test.each([
    ['100', '36.61'],
    ['98', '36.19'],
    ['97.5', '36.09'],
    ['75', '31.44'],
    ['10', '31.44'],
    ['101', '36.61'],
  ])('of raw sugar at %s degrees, 1,000 kg, is $%s', (degrees, expected) => {
    const text =
      '3.6606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in proportion) but not less than 3.143854¢/kg';
    expect(cents(duty(text, '500', { weight_kg: '1000', sugar_degrees: degrees }))).toBe(expected);
  });

  // 8% of 2,000 and 35.10 per 100 kg; 18.9% of 2,000 is 378, 5% is 100.
  test.each([
    ['500', '335.50'],
    ['621', '377.97'],
    ['1000', '378.00'],
  ])('within bounds, for %s kg, is EUR %s', (weight, expected) => {
    const text = '8.00% + 35.10 EUR / 100 kg MAX 18.90%';
    expect(cents(duty(text, '2000', { weight_kg: weight }, { currency: 'EUR' }))).toBe(expected);
    expect(cents(duty('5% MIN 10 EUR/100 kg', '2000', { weight_kg: '2000' }, { currency: 'EUR' }))).toBe('200.00');
    expect(cents(duty('5% MIN 10 EUR/100 kg', '2000', { weight_kg: '200' }, { currency: 'EUR' }))).toBe('100.00');
  });

  test('that takes something off is not below zero', () => {
    expect(cents(duty('8.00% - 1.20 EUR / 100 kg', '2000', { weight_kg: '1000' }, { currency: 'EUR' }))).toBe('148.00');
    expect(cents(duty('1% - 9 EUR / 100 kg', '2000', { weight_kg: '1000' }, { currency: 'EUR' }))).toBe('0.00');
  });
});

describe('a rate that rests on the base duty', () => {
  const baseDuty = new Decimal('64.40');

  test.each([
    ['The duty provided in the applicable subheading', '64.40'],
    ['No change', '64.40'],
    ['The duty provided in the applicable subheading + 25%', '564.40'],
    ['The duty rate provided in such subheading minus 0.5%', '54.40'],
    ['The duty rate provided in such subheading minus 50%', '0.00'],
  ])('%j: base 64.40 and $2,000 give %s', (text, expected) => {
    expect(cents(duty(text, '2000', {}, { baseDuty }))).toBe(expected);
  });

  test('on the value of a part alone', () => {
    const text = 'The duty provided in the applicable subheading + a duty of 25% upon the value of the steel content.';
    expect(cents(duty(text, '2000', { steel_content_value: '800' }, { baseDuty }))).toBe('264.40');
  });

  test('asks for it', () => {
    expect(duty('The duty provided in the applicable subheading + 25%', '2000')).toEqual({
      code: 'undeclared',
      needs: [{ code: 'fact-undeclared', fact: 'base_rate', what: 'the base duty' }],
    });
  });
});

describe('no duty', () => {
  test('without each thing the rate needs, and all of them are told', () => {
    expect(duty('$2.25 each + 15¢/jewel over 7 + 60% on the case + 3¢/kg', '2000')).toEqual({
      code: 'undeclared',
      needs: [
        { code: 'missing-quantity', fact: 'quantity_no', what: 'the quantity in pieces' },
        { code: 'missing-quantity', fact: 'quantity_jewel_over', what: 'the number of jewels over 7 in each' },
        { code: 'fact-undeclared', fact: 'case_value', what: 'the value of the case' },
        { code: 'missing-quantity', fact: 'weight_kg', what: 'the weight' },
      ],
    });
  });

  test.each([
    ['8.3¢/liter', 'quantity_liter', 'the quantity in liters'],
    ['$1.20/doz. + 5%', 'quantity_doz', 'the quantity in dozens'],
    ['74¢/t', 'weight_kg', 'the weight'],
    ['5.9¢/kg on drained weight', 'drained_weight_kg', 'the drained weight in kilograms'],
    ['20¢/gross of immediate containers', 'immediate_containers_no', 'the immediate containers in pieces'],
  ])('of %j without %s', (text, fact, what) => {
    expect(duty(text, '2000')).toEqual({ code: 'undeclared', needs: [{ code: 'missing-quantity', fact, what }] });
  });

  test('of proof liters out of liters, or clean kilograms out of kilograms', () => {
    expect(duty('$1.32/pf. liter', '2000', { quantity_liter: '1000' })).toMatchObject({ code: 'undeclared' });
    expect(duty('18.7¢/clean kg', '2000', { weight_kg: '1000' })).toMatchObject({ code: 'undeclared' });
  });

  test('in a currency that is not converted', () => {
    expect(duty('35.10 EUR / 100 kg', '2000', { weight_kg: '100' })).toEqual({
      code: 'unsupported-rate',
      reason: 'it is in EUR, and amounts are not converted',
    });
  });

  test.each([
    'The rate applicable to each garment in the ensemble if separately entered',
    'See additional U.S. note 1',
    'See 9822.04.25',
    'A duty upon the value of the repairs or alterations (see U.S. note 3 of this subchapter)',
    '6% + 2.3¢/jewel + 0.2¢ for each other piece or part, but if consisting in part of a plate or a set of plates the total duty shall not exceed the duty for the complete movement',
    '$5/widget',
    'Free, except on Sundays',
  ])('of %j', (text) => {
    expect(duty(text, '2000', { weight_kg: '1', quantity_jewel: '1' })).toMatchObject({ code: 'unsupported-rate' });
  });

  test('of a rate that is not known', () => {
    expect(duty('unknown', '2000')).toEqual({ code: 'rate-unknown' });
  });
});

describe('a special column', () => {
  const text = 'Free (A+,AU) 3.1¢/kg (PA) See 9822.04.25 (S+)';

  test.each([
    ['AU', '0.00'],
    ['PA', '31.00'],
  ])('gives the program %s its rate', (program, expected) => {
    expect(cents(duty(text, '2000', { weight_kg: '1000' }, { program }))).toBe(expected);
  });

  test('gives nothing to a program it does not print, or to none', () => {
    expect(duty(text, '2000', {}, { program: 'KR' })).toMatchObject({ code: 'unsupported-rate' });
    expect(duty(text, '2000', {}, { program: 'S+' })).toMatchObject({ code: 'unsupported-rate' });
    expect(duty(text, '2000')).toMatchObject({ code: 'undeclared', needs: [{ fact: 'spi' }] });
  });
});

test('in dollars is not computed where the sign of the currency is another', () => {
  const euros = { currency: 'EUR', currencySign: '€' };
  expect(duty('$1/kg', '2000', { weight_kg: '1' }, euros)).toMatchObject({ code: 'unsupported-rate' });
  expect(cents(duty('1 EUR/kg', '2000', { weight_kg: '1' }, euros))).toBe('1.00');
});
