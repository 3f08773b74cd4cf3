import { expect, test } from 'vitest';
import { firstRow, separatorOf } from '../../../src/intake/delimiter.ts';

test.each([
  ['id,hts', ','],
  ['id;hts;origin', ';'],
  ['id\thts', '\t'],
  ['id|hts', '|'],
  ['id;"value, in USD";origin', ';'],
  ['"a;b","c"', ','],
  ['id', null],
  ['id;value, in USD', null],
  ['id\thts;origin', null],
  ['"a ""b; c""",d', ','],
])('%j is separated by %j', (header, sign) => expect(separatorOf(header)).toBe(sign));

test.each([
  ['a;b\n1;2', 'a;b'],
  ['\r\n\na;b\r\n', 'a;b'],
  ['"a\nb";c\n', '"a\nb";c'],
  ['a;b', undefined],
  ['"a\nb', undefined],
  ['\n\n', undefined],
])('the first row of %j is %j', (text, row) => expect(firstRow(text)).toBe(row));
