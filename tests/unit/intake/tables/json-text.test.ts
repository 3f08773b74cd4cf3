import { describe, expect, test } from 'vitest';
import { parseJson, printPath } from '../../../../src/intake/json-text.ts';

function mistake(text: string): readonly (string | number | null)[] {
  const read = parseJson(text, 'a.json');
  if (read.ok) return [];
  const [first] = read.error;
  return first ? [first.line, first.column, first.value] : [];
}

describe('JSON', () => {
  test.each([
    ['{"a": 1,}', 1],
    ['{"a": 1\n"b": 2}', 2],
    ['{\n  "a": 1,\n  // two\n  "b": 2 }', 3],
    ["{\n'a': 1}", 2],
    ['{"a": [1, 2}', 1],
    ['{"a": 01}', 1],
    ['{"a": NaN}', 1],
    ['{"a": 1} {"b": 2}', 1],
    ['{"a": "one\ntwo"}', 1],
    ['', 1],
    ['\n\n', 1],
    ['regime: mine', 1],
  ])('%j is none, and where is said', (text, line) => {
    expect(mistake(text)[0]).toBe(line);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  test.each([
    ['{"a": 1, "a": 2}', [1, 'a', 'a']],
    ['{"a": 1,\n "a": 1}', [2, 'a', 'a']],
    ['{"list": [{"x": 1}, {"x": 1,\n\n"x": 2}]}', [3, 'list[1].x', 'x']],
    ['{"a": 1, "\\u0061": 2}', [1, 'a', 'a']],
    ['{"__proto__": {}}', [1, '__proto__', '__proto__']],
    ['{"deep": {"__proto__": {}}}', [1, 'deep.__proto__', '__proto__']],
  ])('%s is read by others in silence, and refused here', (text, place) => {
    expect(mistake(text)).toEqual(place);
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  test('every doubled key is named, not only the first', () => {
    const read = parseJson('{"a": 1, "a": 2, "b": {"c": 1, "c": 2}}', 'a.json');
    expect(read.ok ? [] : read.error.map(({ column }) => column)).toEqual(['a', 'b.c']);
  });

  test('keeps the line of each value', () => {
    const read = parseJson('\uFEFF{\r\n  "a": [\r\n    1,\r\n    { "b": 2 }\r\n  ]\r\n}', 'a.json');
    if (!read.ok) throw new Error('is JSON');
    const { lineOf, value } = read.value;
    expect(value).toEqual({ a: [1, { b: 2 }] });
    expect([[], ['a'], ['a', 0], ['a', 1, 'b'], ['a', 1, 'c'], ['z']].map(lineOf)).toEqual([1, 2, 3, 4, 4, 1]);
  });

  test('ten thousand brackets are told, not a stack overflow', () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(mistake(text)).toHaveLength(3);
  });
});

test.each([
  [['measures', 0, 'rates', 1, 'rate'], 'measures[0].rates[1].rate'],
  [['quotas', 'eu-steel', 'categories', '9903.80.65', 'goods', 0], 'quotas.eu-steel.categories["9903.80.65"].goods[0]'],
  [['when', 'a or b'], 'when["a or b"]'],
  [[], ''],
])('%j is printed as %s', (path, text) => expect(printPath(path)).toBe(text));
