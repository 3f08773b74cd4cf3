import { expect, test } from 'vitest';
import { closest, countSlips } from '../../../src/exact/suggest.ts';

test.each([
  ['', '', 0],
  ['date', 'date', 0],
  ['date', '', 4],
  ['', 'date', 4],
  ['date', 'dates', 1],
  ['date', 'ate', 1],
  ['date', 'rate', 1],
  ['date', 'daet', 1],
  ['kitten', 'sitting', 3],
  ['origin', 'orgiin', 1],
])('from %j to %j: %i slips', (from, to, slips) => {
  expect(countSlips(from, to)).toBe(slips);
});

test.each([
  ['Germny', ['Germany', 'Guernsey'], 'Germany'],
  ['orgin', ['origin', 'entry'], 'origin'],
  ['HTSS', ['hts', 'date'], 'hts'],
  ['meltpourcontry', ['meltpourcountry', 'castcountry'], 'meltpourcountry'],
  ['abc', ['xyz'], undefined],
  ['ab', ['ac'], undefined],
  ['note', ['date'], undefined],
  ['anything', [], undefined],
])('%j among %j is %s', (word, candidates, nearest) => {
  expect(closest(word, candidates)).toBe(nearest);
});
