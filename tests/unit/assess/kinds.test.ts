import { describe, expect, test } from 'vitest';
import { indexKinds, prefixesOf } from '../../../src/assess/kinds.ts';

function numbers(width: number): readonly string[] {
  return Array.from({ length: 10 ** width }, (_, number) => String(number).padStart(width, '0'));
}

describe('the prefixes of a range', () => {
  test.each([1, 2])(
    'of %i digits reach exactly its numbers, each once, and are as few as can be: every range',
    (width) => {
      const all = numbers(width);
      for (const [at, first] of all.entries()) {
        for (const last of all.slice(at)) {
          const prefixes = [...prefixesOf(first, last)];
          const reached = all.filter((number) => prefixes.some((prefix) => number.startsWith(prefix)));
          expect(reached).toEqual(all.slice(at, all.indexOf(last) + 1));
          for (const prefix of prefixes) {
            expect(prefixes.filter((other) => other !== prefix && other.startsWith(prefix))).toEqual([]);
            // Fewest: no ten prefixes that one shorter prefix could stand for.
            const above = prefix.slice(0, -1);
            const siblings = prefixes.filter((other) => other.length === prefix.length && other.startsWith(above));
            expect(siblings.length).toBeLessThan(10);
          }
        }
      }
    },
  );

  test('of three digits reach exactly its numbers: a range between any two tens and hundreds', () => {
    const all = numbers(3);
    const edges = all.filter((number) => /(?:0|1|9|5)$/.test(number) && /^.[0159]/.test(number));
    for (const first of edges) {
      for (const last of edges.filter((number) => number >= first)) {
        const prefixes = [...prefixesOf(first, last)];
        const count = prefixes.reduce((sum, prefix) => sum + 10 ** (3 - prefix.length), 0);
        const span = Number(last) - Number(first) + 1;
        expect(prefixes.every((prefix) => prefix.padEnd(3, '0') >= first && prefix.padEnd(3, '9') <= last)).toBe(true);
        expect(count).toBe(span);
      }
    }
  });

  test.each([
    ['720610', '720799', ['72061', '72062', '72063', '72064', '72065', '72066', '72067', '72068', '72069', '7207']],
    ['7208', '7208', ['7208']],
    ['7200', '7299', ['72']],
    ['0000', '9999', ['']],
    ['7601', '7603', ['7601', '7602', '7603']],
  ])('%s to %s', (first, last, expected) => expect([...prefixesOf(first, last)]).toEqual(expected));
});

describe('kinds', () => {
  const { kindOf, prefixes } = indexKinds([
    { first: '7208', last: '7208' },
    { first: '720839', last: '720839' },
    { first: '7209', last: '7211' },
    { first: '7208', last: '7208' },
  ]);

  test('codes that the same ranges reach are of one', () => {
    expect(kindOf('7208390030')).toBe(kindOf('7208399999'));
    expect(kindOf('7209170060')).toBe(kindOf('7211140030'));
    expect(kindOf('0101210000')).toBe(kindOf('9999999999'));
  });

  test('codes that other ranges reach are of others', () => {
    const codes = ['7208390030', '7208403030', '7209170060', '0101210000'];
    expect(new Set(codes.map(kindOf)).size).toBe(codes.length);
  });

  test('prefixes tell them apart', () => {
    expect(prefixes()).toEqual(['7208', '720839', '7209', '7210', '7211']);
  });
});
