import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const data = join(import.meta.dirname, '..', '..', 'data');
const { numbers } = JSON.parse(readFileSync(join(data, 'numbers.json'), 'utf8')) as { readonly numbers: string[] };

/** A stream of numbers from 0 to below 1 that the seed decides. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // A linear congruential generator; its low bits are poor, so the high ones are used.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

const origins = 'CA MX BR KR JP DE FR IT GB RU CN TW IN VN TR UA AR AU CH TH ZA BY KP SE'.split(' ');
const facts = {
  melt_pour_country: ['', '', '', 'US', 'DE', 'RU', 'JP', 'Germany', 'xx'],
  primary_smelt_country: ['', '', '', '', 'RU', 'CA', 'US'],
  cast_country: ['', '', '', '', 'RU', 'GB'],
  steel_content_value: ['', '', '', '', '', '', '100', '0'],
  us_metal_share: ['', '', '', '', '95%', '85', '94.9%'],
  metal_weight_share: ['', '', '', '', '14.9', '15'],
  exclusion: ['', '', '', '', '', 'yes', 'no'],
  civil_aircraft: ['', '', '', '', '', 'yes', 'no'],
  certificate_of_origin: ['', '', '', '', '', 'yes', 'maybe'],
  base_rate: ['', '', '', '', '2.5%', 'Free', '3.4¢/kg + 2%'],
  quota_tier: ['', '', '', '', '', '', 'in-quota', 'over-quota'],
  spi: ['', '', '', '', '', '', 'S', 'KR', 'AU', 'A', 'XX'],
} as const;

export const header = ['id', 'hts', 'origin', 'date', 'value', 'weight_kg', ...Object.keys(facts), 'note'].join(',');

const notes = [
  '',
  '',
  '',
  'plain',
  '"a, b"',
  '"say ""no"""',
  ' edge ',
  'Zürich',
  '"quoted"',
  '=1+1',
  '-5',
  '"two\nlines"',
  'x',
];

/**
 * A row that the rules know well, or that nobody should send: most are sound, in any of the ways in which people write numbers, days and
 * amounts.
 */
export function rowAtRandom(chance: () => number, index: number): string {
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item;
  const seldom = (usual: string, others: readonly string[]): string => (chance() < 0.03 ? one(others) : usual);
  const few = numbers.filter((_, place) => place % 37 === 0);
  const code = one(chance() < 0.8 ? few : numbers);
  const year = 2018 + Math.floor(chance() * 9);
  const month = String(1 + Math.floor(chance() * 12)).padStart(2, '0');
  // Few days, so that rows share stretches with others.
  const date = `${year}-${month}-${one(['01', '04', '12', '23'])}`;
  const cents = Math.floor(10 ** (chance() * 9));
  const value = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  const kilograms = Math.floor(10 ** (chance() * 6));
  const fields = [
    `L${index}`,
    seldom(chance() < 0.5 ? code : `${code.slice(0, 4)}.${code.slice(4, 6)}.${code.slice(6)}`, [
      code.slice(0, 6),
      code.slice(0, 8),
      '',
      'steel',
    ]),
    seldom(one(origins), ['Japan', 'EU', '', 'zz', ' de ']),
    seldom(date, ['2022-02-30', '', '03/02/2022', `${date} 00:00`]),
    seldom(chance() < 0.3 ? String(cents) : value, [
      '0',
      '',
      '1,000.00',
      '"$1,234.56"',
      '12.345',
      '-1',
      '123456789012345.67',
      '0.01',
    ]),
    seldom(String(kilograms), ['', '0', '50t', '1.2345', '110231 lb']),
    ...Object.values(facts).map((values) => (chance() < 0.75 ? '' : one<string>(values))),
    one(notes),
  ];
  const row = fields.map((field) => (chance() < 0.03 && !field.includes('"') ? `"${field}"` : field)).join(',');
  return seldom(row, [row, row, row, `${row},more`, row.replace(/,[^,]*$/, ''), `${row}"`, ',,,']);
}
