import { describe, expect, test } from 'vitest';
import { parseRate, parseRateText } from '../../../src/intake/rate-text.ts';
import { printRate } from '../../../src/present/rate-words.ts';

describe('a rate', () => {
  // Texts of the US schedule as it prints them, and what they mean.
  test.each<[string, unknown]>([
    ['Free', { form: 'free' }],
    ['unknown', { form: 'unknown' }],
    ['25%', { form: 'ad-valorem', percent: '25' }],
    ['2.50 percent', { form: 'ad-valorem', percent: '2.5' }],
    ['33 1/3%', { form: 'ad-valorem', percent: '100', over: '3' }],
    ['7-2/3%', { form: 'ad-valorem', percent: '23', over: '3' }],
    ['12 1/2%', { form: 'ad-valorem', percent: '12.5' }],
    ['8⅓%', { form: 'ad-valorem', percent: '25', over: '3' }],
    ['2.5% on the value of the lead content', { form: 'ad-valorem', percent: '2.5', on: ['lead'] }],
    ['5% on case and strap, band or bracelet', { form: 'ad-valorem', percent: '5', on: ['case', 'strap'] }],
    ['$1.05/kg', { form: 'specific', amount: '1.05', per: '1', unit: 'kg' }],
    ['3.4¢/kg', { form: 'specific', amount: '0.034', per: '1', unit: 'kg' }],
    [
      '6.58170¢/kg of total sugars',
      { form: 'specific', amount: '0.065817', per: '1', unit: 'kg', on: ['total-sugars'] },
    ],
    ['74¢/t', { form: 'specific', amount: '0.74', per: '1', unit: 't' }],
    ['$1.32/pf. liter', { form: 'specific', amount: '1.32', per: '1', unit: 'proof-liter' }],
    ['4¢ each', { form: 'specific', amount: '0.04', per: '1', unit: 'no' }],
    ['10¢/No.', { form: 'specific', amount: '0.1', per: '1', unit: 'no' }],
    ['68¢/head', { form: 'specific', amount: '0.68', per: '1', unit: 'no' }],
    ['$3/doz.', { form: 'specific', amount: '3', per: '1', unit: 'doz' }],
    ['96¢ per dozen pairs', { form: 'specific', amount: '0.96', per: '1', unit: 'doz-pr' }],
    ['$1/1,000 pins', { form: 'specific', amount: '1', per: '1000', unit: 'no' }],
    ['$2.50/thou- sand', { form: 'specific', amount: '2.5', per: '1', unit: 'thousand' }],
    ['1.5¢/line/ gross', { form: 'specific', amount: '0.015', per: '1', unit: 'gross-line' }],
    ['2.8¢/jewel over 7', { form: 'specific', amount: '0.028', per: '1', unit: 'jewel', beyond: '7' }],
    ['$1.50/m²', { form: 'specific', amount: '1.5', per: '1', unit: 'm2' }],
    [
      '20¢/gross of immediate containers',
      { form: 'specific', amount: '0.2', per: '1', unit: 'gross', on: ['immediate-containers'] },
    ],
    ['35.10 EUR / 100 kg', { form: 'specific', amount: '35.1', currency: 'EUR', per: '100', unit: 'kg' }],
    ['€0.50/% vol/hl', { form: 'specific', amount: '0.5', currency: 'EUR', per: '1', unit: 'alcohol-liter' }],
    ['No change.', { form: 'no-change' }],
    ['No additional duty', { form: 'no-additional-duty' }],
    ['Free, under bond', { form: 'conditional-free', condition: 'under bond' }],
    ['The duty provided in the applicable subheading', { form: 'base', where: 'the applicable subheading' }],
  ])('%j', (text, rate) => {
    expect(parseRate(text)).toEqual(rate);
  });

  test('adds its terms, and takes off what stands after a minus', () => {
    expect(parseRate('8¢ each + 45%')).toEqual({ form: 'compound', parts: [parseRate('8¢ each'), parseRate('45%')] });
    expect(parseRate('The duty rate provided in such subheading minus 0.5%')).toEqual({
      form: 'compound',
      parts: [
        { form: 'base', where: 'such subheading' },
        { form: 'ad-valorem', percent: '-0.5' },
      ],
    });
  });

  test('has bounds that may be sums themselves', () => {
    expect(parseRate('8.00% + 35.10 EUR / 100 kg MIN 5.00% MAX 18.90% + 1.20 EUR / 100 kg')).toEqual({
      form: 'bounded',
      rate: parseRate('8% + 35.1 EUR/100 kg'),
      atLeast: parseRate('5%'),
      atMost: parseRate('18.9% + 1.2 EUR/100 kg'),
    });
    expect(parseRate('2%, but not less than 10¢/kg')).toEqual({
      form: 'bounded',
      rate: parseRate('2%'),
      atLeast: parseRate('10¢/kg'),
    });
  });

  test('of a special column names its programs', () => {
    expect(parseRate('Free (A+,AU) 3.1¢/kg (PA) See 9822.04.25 (S+)')).toEqual({
      form: 'programs',
      groups: [
        { programs: ['A+', 'AU'], rate: { form: 'free' } },
        { programs: ['PA'], rate: { form: 'specific', amount: '0.031', per: '1', unit: 'kg' } },
        {
          programs: ['S+'],
          rate: {
            form: 'unsupported',
            why: 'heading',
            reason: 'the rate stands in another heading',
            text: 'See 9822.04.25',
          },
        },
      ],
    });
  });

  test.each([
    ['$5/widget', 'unit'],
    ['5% + $5/widget', 'unit'],
    ['5% on the hat', 'part'],
    ['5% on drained weight', 'part'],
    ['5¢/kg on the case', 'part'],
    ['8.3% + EA MAX 18.7% + AD S/Z', 'component'],
    ['Free, except on Sundays', 'condition'],
    ['See additional U.S. note 1', 'note'],
    ['The rate applicable to each garment in the ensemble if separately entered', 'other-article'],
  ])('that no line could be charged by is said to be one: %j', (text, why) => {
    expect(parseRate(text)).toMatchObject({ form: 'unsupported', why, text });
  });

  // Each of these might have been read as a number by a careless reader.
  test.each([
    '',
    ' ',
    ':',
    '25',
    '$5',
    '-5%',
    '2,5%',
    '1e2%',
    '0x10%',
    'Infinity%',
    '5%%',
    '5 %5',
    '25% fo value',
    'about 5%',
    '5% 6%',
    '5% +',
    '+ 5%',
    '5%, ',
    '5% or 6%',
    '5-10%',
    '$1,05/kg',
    '$1.05/0 kg',
    '1/0%',
    '81/3%',
    '25,000%',
    '35,100 EUR / 100 kg',
    '$1,050/kg',
    '$1 000/kg',
    '12345678901234567890%',
    '5% MAX',
    'MAX 5%',
    '5% MAX 6% MAX 7%',
    'Free (A) 5%',
    'hello',
    'DE',
  ])('is not what %j is', (text) => {
    const { rate } = parseRateText(text);
    if (text === '5%, ') expect(rate).toEqual({ form: 'ad-valorem', percent: '5' });
    else expect(rate).toBeUndefined();
  });
});

describe('dirt', () => {
  test.each([
    ['2.5%<u></u>', '2.5%', ['markup']],
    ['$2.13/m<sup>2</sup> + 5%', '$2.13/m2 + 5%', ['markup']],
    ['&lt;b&gt;25&nbsp;%&lt;/b&gt;', '25%', ['entities', 'spacing', 'markup']],
    ['15.4&cent;/kg', '15.4¢/kg', ['entities']],
    ['25% 1/', '25%', ['footnote marks']],
    ['3¢/kg 2/ + 5%1/', '3¢/kg + 5%', ['footnote marks']],
    ['25%<sup>1</sup>', '25%', ['footnote marks']],
    ['Free¹', 'Free', ['footnote marks']],
    ['8<sup>1</sup>/<sub>3</sub>%', '8 1/3%', ['markup']],
    ['8<sup>1</sup>&frasl;<sub>3</sub>%', '8 1/3%', ['entities', 'markup']],
    ['25％', '25%', ['signs']],
    ['3Â¢/kg', '3¢/kg', ['signs']],
    ['Free\r\n(A,\nAU)', 'Free (A,AU)', ['line breaks']],
    ['\u00A025%\u200B ', '25%', ['stray spaces']],
    ['22¢/kg on drained weght+45%', '22¢/kg on drained weight + 45%', ['misprints', 'spacing']],
    ['Free (A,D,E IL,MA,.OM) 3%(JP)', 'Free (A,D,E,IL,MA,OM) 3% (JP)', ['misprints', 'spacing']],
    ['37% /', '37%', ['stray marks']],
    ['10¢/doz.', '10¢/doz.', []],
    ['8 1/3%', '8 1/3%', []],
  ])('%j is read as %j', (raw, printed, cleaned) => {
    const read = parseRateText(raw);
    expect(read.rate && printRate(read.rate)).toBe(printed);
    expect([...read.cleaned].toSorted()).toEqual(cleaned.toSorted());
  });
});
