import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteNames } from '../../../src/intake/byte-names.ts';
import { KeyTable } from '../../../src/exact/key-table.ts';
import { RecordScanner } from '../../../src/intake/record-scanner.ts';
import { RowBytes } from '../../../src/intake/row-bytes.ts';

const encoder = new TextEncoder();

test('each different text has one number, however many there are', () =>
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 3000 }), (texts) => {
      const names = new ByteNames();
      const known = new Map<string, number>();
      for (const text of texts) {
        const bytes = encoder.encode(`,${text},`);
        const key = new TextDecoder().decode(bytes);
        const name = names.nameOf(bytes, 1, bytes.length - 1);
        expect(name).toBe(known.get(key) ?? known.size);
        known.set(key, name);
      }
      expect(names.count).toBe(known.size);
    }),
    { numRuns: 60 },
  ));

test('a table of keys holds what was set last, and nothing else', () =>
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(300), fc.nat(2 ** 30), fc.nat(2 ** 30)), { maxLength: 3000 }),
      (entries) => {
        const table = new KeyTable();
        const known = new Map<string, number>();
        for (const [a, b, c, d, value] of entries) {
          expect(table.get(a, b, c, d)).toBe(known.get([a, b, c, d].join()) ?? -1);
          table.set(a, b, c, d, value);
          known.set([a, b, c, d].join(), value);
        }
        expect(table.count).toBe(known.size);
        for (const [key, value] of known) {
          const [a = 0, b = 0, c = 0, d = 0] = key.split(',').map(Number);
          expect(table.get(a, b, c, d)).toBe(value);
        }
      },
    ),
    { numRuns: 60 },
  ));

describe('the bytes of a row', () => {
  const headers = ['id', 'hts', 'origin', 'date', 'value', 'weight_kg', 'melt', 'spi', 'entry_number'];
  const columns = ['id', 'hts', 'origin', 'date', 'value', 'weight_kg', 'melt_pour_country', 'spi', 'entry_number'];
  const plan = { file: 'a.csv', headers, fields: new Map(columns.map((name, at) => [name, at])), problems: [] };
  const facts = { melt_pour_country: { type: 'country', question: '', choices: [] } } as const;

  function read(row: string): RowBytes | null {
    const bytes = new RowBytes(plan, facts, { claims: ['spi'], untold: [] });
    const block = encoder.encode(row);
    const scanner = new RecordScanner();
    scanner.scan(block, 0, block.length, true);
    return bytes.read(block, scanner, 0) ? bytes : null;
  }

  test.each([
    ['7208,DE,2022-01-03,100,5', 10_000, 5000],
    ['7208,DE,2022-01-03,100.5,5.125', 10_050, 5125],
    ['7208,DE,2022-01-03,"100.05",', 10_005, -1],
    ['7208,DE,2022-01-03,000000.01,0', 1, 0],
    ['7208,DE,2022-01-03,999999999999.99,99999999999', 99_999_999_999_999, 99_999_999_999_000],
  ])('hold amounts: %s', (row, value, weight) => {
    expect(read(`x,${row},,,`)).toMatchObject({ value, weight });
  });

  test.each([
    ['a value of nothing', 'x,7208,DE,2022-01-03,0,5,,,'],
    ['a value that is missing', 'x,7208,DE,2022-01-03,,5,,,'],
    ['decimals beyond the cent', 'x,7208,DE,2022-01-03,1.005,5,,,'],
    ['a point without decimals', 'x,7208,DE,2022-01-03,1.,5,,,'],
    ['a sign', 'x,7208,DE,2022-01-03,-1,5,,,'],
    ['thousands', 'x,7208,DE,2022-01-03,"1,000",5,,,'],
    ['a unit', 'x,7208,DE,2022-01-03,1,5t,,,'],
    ['too many digits', 'x,7208,DE,2022-01-03,1234567890123,5,,,'],
    ['doubled marks in a column that counts', 'x,"72""08",DE,2022-01-03,1,5,,,'],
    ['a field too few', 'x,7208,DE,2022-01-03,1,5,,'],
    ['text after a closing mark', '"x"y,7208,DE,2022-01-03,1,5,,,'],
    ['NUL', 'x\0,7208,DE,2022-01-03,1,5,,,'],
    ['damaged text', 'x\uFFFD,7208,DE,2022-01-03,1,5,,,'],
  ])('are left to those who read text: %s', (_, row) => {
    expect(read(row)).toBeNull();
  });

  test('say that lines belong together, and that a program is claimed', () => {
    expect(read('x,7208,DE,2022-01-03,1,5,,KR,')?.hasClaim).toBe(true);
    expect(read('x,7208,DE,2022-01-03,1,5,DE,,')?.hasClaim).toBe(false);
    const bytes = new RowBytes(plan, facts, { claims: [], untold: [] });
    const block = encoder.encode('x,7208,DE,2022-01-03,1,5,,,E1');
    const scanner = new RecordScanner();
    scanner.scan(block, 0, block.length, true);
    expect(bytes.read(block, scanner, 0)).toBe(false);
    expect(bytes.isJoined).toBe(true);
  });
});
