import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assessStack } from './stack.ts';

/** Every country rate of the reciprocal duty, as its heading prints it: EO 14257, Annex I, and EO 14259 for China; EO 14326, Annex I, EO 14345. */

type Printed = readonly [heading: string, rate: string, origins: string];

const april: readonly Printed[] = [
  ['9903.01.43', '11%', 'CD CM'],
  ['9903.01.44', '13%', 'GQ TD'],
  ['9903.01.45', '14%', 'NG'],
  ['9903.01.46', '15%', 'NO VE'],
  ['9903.01.47', '16%', 'MZ'],
  ['9903.01.48', '17%', 'IL MW PH ZM'],
  ['9903.01.49', '18%', 'NI ZW'],
  ['9903.01.50', '20%', 'EU-27 JO'],
  ['9903.01.51', '21%', 'CI NA'],
  ['9903.01.52', '22%', 'VU'],
  ['9903.01.53', '24%', 'BN JP MY'],
  ['9903.01.54', '25%', 'KR'],
  ['9903.01.55', '26%', 'IN'],
  ['9903.01.56', '27%', 'KZ'],
  ['9903.01.57', '28%', 'TN'],
  ['9903.01.58', '29%', 'PK'],
  ['9903.01.59', '30%', 'DZ NR ZA'],
  ['9903.01.60', '31%', 'CH LY MD'],
  ['9903.01.61', '32%', 'AO FJ ID TW'],
  ['9903.01.62', '33%', 'MK'],
  ['9903.01.64', '35%', 'BA'],
  ['9903.01.65', '36%', 'TH'],
  ['9903.01.66', '37%', 'BD BW LI RS'],
  ['9903.01.67', '38%', 'GY'],
  ['9903.01.68', '39%', 'IQ'],
  ['9903.01.69', '40%', 'MU'],
  ['9903.01.70', '41%', 'FK SY'],
  ['9903.01.71', '44%', 'LK MM'],
  ['9903.01.72', '46%', 'VN'],
  ['9903.01.73', '47%', 'MG'],
  ['9903.01.74', '48%', 'LA'],
  ['9903.01.75', '49%', 'KH'],
  ['9903.01.76', '50%', 'LS'],
  ['9903.01.63', '84%', 'CN HK MO'],
];

const august: readonly Printed[] = [
  ['9903.02.02', '15%', 'AF'],
  ['9903.02.03', '30%', 'DZ'],
  ['9903.02.04', '15%', 'AO'],
  ['9903.02.05', '20%', 'BD'],
  ['9903.02.06', '15%', 'BO'],
  ['9903.02.07', '30%', 'BA'],
  ['9903.02.08', '15%', 'BW'],
  ['9903.02.09', '10%', 'BR'],
  ['9903.02.10', '25%', 'BN'],
  ['9903.02.11', '19%', 'KH'],
  ['9903.02.12', '15%', 'CM'],
  ['9903.02.13', '15%', 'TD'],
  ['9903.02.14', '15%', 'CR'],
  ['9903.02.15', '15%', 'CI'],
  ['9903.02.16', '15%', 'CD'],
  ['9903.02.17', '15%', 'EC'],
  ['9903.02.18', '15%', 'GQ'],
  ['9903.02.21', '10%', 'FK'],
  ['9903.02.22', '15%', 'FJ'],
  ['9903.02.23', '15%', 'GH'],
  ['9903.02.24', '15%', 'GY'],
  ['9903.02.25', '15%', 'IS'],
  ['9903.02.26', '25%', 'IN'],
  ['9903.02.27', '19%', 'ID'],
  ['9903.02.28', '35%', 'IQ'],
  ['9903.02.29', '15%', 'IL'],
  ['9903.02.31', '15%', 'JO'],
  ['9903.02.32', '25%', 'KZ'],
  ['9903.02.33', '40%', 'LA'],
  ['9903.02.34', '15%', 'LS'],
  ['9903.02.35', '30%', 'LY'],
  ['9903.02.36', '15%', 'LI'],
  ['9903.02.37', '15%', 'MG'],
  ['9903.02.38', '15%', 'MW'],
  ['9903.02.39', '19%', 'MY'],
  ['9903.02.40', '15%', 'MU'],
  ['9903.02.41', '25%', 'MD'],
  ['9903.02.42', '15%', 'MZ'],
  ['9903.02.43', '40%', 'MM'],
  ['9903.02.44', '15%', 'NA'],
  ['9903.02.45', '15%', 'NR'],
  ['9903.02.46', '15%', 'NZ'],
  ['9903.02.47', '18%', 'NI'],
  ['9903.02.48', '15%', 'NG'],
  ['9903.02.49', '15%', 'MK'],
  ['9903.02.50', '15%', 'NO'],
  ['9903.02.51', '19%', 'PK'],
  ['9903.02.52', '15%', 'PG'],
  ['9903.02.53', '19%', 'PH'],
  ['9903.02.54', '35%', 'RS'],
  ['9903.02.55', '30%', 'ZA'],
  ['9903.02.56', '15%', 'KR'],
  ['9903.02.57', '20%', 'LK'],
  ['9903.02.58', '39%', 'CH'],
  ['9903.02.59', '41%', 'SY'],
  ['9903.02.60', '20%', 'TW'],
  ['9903.02.61', '19%', 'TH'],
  ['9903.02.62', '15%', 'TT'],
  ['9903.02.63', '25%', 'TN'],
  ['9903.02.64', '15%', 'TR'],
  ['9903.02.65', '15%', 'UG'],
  ['9903.02.66', '10%', 'GB'],
  ['9903.02.67', '15%', 'VU'],
  ['9903.02.68', '15%', 'VE'],
  ['9903.02.69', '20%', 'VN'],
  ['9903.02.70', '15%', 'ZM'],
  ['9903.02.71', '15%', 'ZW'],
  ['9903.02.20', '15%', 'EU-27'],
  ['9903.02.73', '15%', 'JP'],
];

const members: Readonly<Record<string, string>> = {
  'EU-27': 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK',
};
const outside = new Set(['CA', 'MX', 'BY', 'CU', 'KP', 'RU']);
const { codes } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'data', 'countries.json'), 'utf8')) as {
  readonly codes: readonly string[];
};

function byOrigin(printed: readonly Printed[]): Map<string, string> {
  return new Map(
    printed.flatMap(([heading, rate, origins]) =>
      origins
        .split(' ')
        .flatMap((one) => (members[one] ?? one).split(' '))
        .map((origin): [string, string] => [origin, `${heading} ${rate}`]),
    ),
  );
}

/** Of every origin: heading and rate that gray iron, which pays no Section 232 and no base duty, owes on a day. */
function owedOn(date: string): string[] {
  return codes
    .filter((origin) => !outside.has(origin))
    .map((origin) => {
      const answer = assessStack({ hts: '7325.10.0080', value: '10000.00', origin, date });
      const own = answer.duties.filter(({ regime }) => regime === 'us-ieepa-reciprocal');
      return [origin, ...own.map(({ heading, rate, basisAmount }) => `${String(heading)} ${rate} ${basisAmount}`)].join(
        ' ',
      );
    });
}

function expectedOf(own: ReadonlyMap<string, string>): string[] {
  return codes
    .filter((origin) => !outside.has(origin))
    .map((origin) => `${origin} ${own.get(origin) ?? '9903.01.25 10%'} 10000.00`);
}

const china = (text: string): Map<string, string> => new Map(['CN', 'HK', 'MO'].map((origin) => [origin, text]));

describe('the reciprocal duty of every origin', () => {
  test.each([
    ['2025-04-05', new Map<string, string>()],
    ['2025-04-08', new Map<string, string>()],
    ['2025-04-09', byOrigin(april)],
    ['2025-04-10', china('9903.01.63 125%')],
    ['2025-05-13', china('9903.01.63 125%')],
    ['2025-05-14', new Map<string, string>()],
    ['2025-08-06', new Map<string, string>()],
    ['2025-08-07', byOrigin(august)],
    ['2025-11-13', byOrigin(august)],
    [
      '2025-11-14',
      byOrigin([...august, ['9903.02.80', '15%', 'KR'], ['9903.02.83', '15%', 'CH'], ['9903.02.88', '15%', 'LI']]),
    ],
    [
      '2026-02-23',
      byOrigin([...august, ['9903.02.80', '15%', 'KR'], ['9903.02.83', '15%', 'CH'], ['9903.02.88', '15%', 'LI']]),
    ],
  ])('on %s', (date, own) => {
    expect(owedOn(date)).toEqual(expectedOf(own));
  });

  test.each(['2025-04-04', '2026-02-24'])('is none on %s', (date) => {
    expect(owedOn(date)).toEqual(codes.filter((origin) => !outside.has(origin)));
  });
});
