import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { rank } from '../../../src/assess/search/rank.ts';
import { searchLaw } from '../../../src/assess/search/search-law.ts';
import { termReader } from '../../../src/assess/search/terms.ts';
import type { SearchAnswer } from '../../../src/customs/search.ts';
import { readGoodsWords } from '../../../src/intake/goods-words.ts';
import { bundledGoods } from '../../../src/io/bundled-law.ts';
import { searchJson } from '../../../src/present/search/search-json.ts';
import { searchText } from '../../../src/present/search/search-text.ts';
import { displayWidth } from '../../../src/present/text-width.ts';
import { codeRule, date, runInfo, style } from '../../support/nouns.ts';
import { wholeLaw } from '../../support/rates.ts';

const { schedule } = wholeLaw().law;

function search(text: string, day = '2025-07-01', limit = 10): SearchAnswer {
  return searchLaw({ text, date: date(day), limit }, schedule, bundledGoods());
}

describe('terms', () => {
  const read = termReader([['aluminum', 'aluminium']]);

  test.each([
    ['Aluminium sheets', ['aluminum', 'sheet']],
    ['cold-rolled coils', ['cold', 'rolled', 'coil']],
    ['7208.10.15.00 9903.81.91', ['7208101500', '99038191']],
    ['Stainless brass', ['stainless', 'brass']],
    ['alloys boxes', ['alloy', 'box']],
    ['Côte d’Ivoire', ['cote', 'd', 'ivoire']],
    ['0.25% carbon.', ['0.25', 'carbon']],
    ['', []],
  ])('of %j are %j', (text, terms) => {
    expect(read(text)).toEqual(terms);
  });
});

describe('goods', () => {
  test.each([
    ['rebar', ['721310', '721420', '722100', '722211', '722220', '722790', '722830']],
    ['stainless rebar', ['722100', '722211', '722220']],
    ['cold rolled coil stainless', ['721931', '721932', '721933', '721934', '721935', '722020']],
    ['copper nails', ['7415', '741510']],
    ['angle bar', ['7222', '7228', '7216', '721650', '722240', '722870', '721621', '721640']],
    ['Schrott aus Edelstahl', ['720421']],
    ['copper scrap', ['7404', '740400']],
    ['aluminium foil', ['7607', '760711', '760719', '760720']],
    ['ALUMINUM FOILS', ['7607', '760711', '760719', '760720']],
    ['foil of aluminum, not backed', ['760711', '760719']],
    ['barbed wire', ['7313', '731300']],
    ['galvalume', ['721061']],
    ['7213', ['7213', '721310', '721320', '721391', '721399']],
    ['7213.1', ['7213', '721310']],
    ['7208.10.15.00', ['7208101500', '720810', '7208']],
    ['72081015', ['72081015', '720810', '7208', '7208101500']],
    ['7208 10-15', ['72081015', '720810', '7208', '7208101500']],
    ['7208 10 1500', ['7208101500', '720810', '7208']],
    ['heading 7313', ['7313', '731300']],
    ['8544.42', ['854442', '85444210', '85444220', '85444290']],
    ['7208.99', ['7208']],
    ['7213.10 Japan', ['721310']],
  ])('%s: %j', (text, numbers) => {
    expect(search(text).goods.items.map(({ number }) => number)).toEqual(numbers);
  });

  test('more words go before fewer, whole words before the beginnings of others, rarer words before common ones', () => {
    const entries = ['wired steel', 'steel rod', 'steel wire', 'copper wire', 'copper', 'steel wires of copper'].map(
      (words) => ({ item: words, terms: words.split(' '), beside: [] }),
    );
    const order = (...terms: readonly string[]): readonly string[] =>
      rank(
        entries,
        terms.map((term) => ({ term, word: term, as: [term] })),
      ).map(({ item }) => item);
    expect(order('wire')).toEqual(['steel wire', 'copper wire', 'wired steel', 'steel wires of copper']);
    expect(order('copper', 'wire').slice(0, 2)).toEqual(['copper wire', 'steel wires of copper']);
    expect(order('steel', 'rod').slice(0, 1)).toEqual(['steel rod']);
    expect(order('copper', 'steel').slice(0, 2)).toEqual(['steel wires of copper', 'copper wire']);
  });

  test('where nothing has all words, what has some is given and the rest is told', () => {
    const { goods, taken } = search('copper moonshine');
    expect(new Set(goods.items.map(({ match }) => match))).toEqual(new Set(['some']));
    expect(taken).toEqual([{ word: 'moonshine', as: [] }]);
  });

  test('where nothing has all words and none is left out, that is told', () => {
    const info = { toolVersion: '1.2.3', tables: runInfo().tables };
    const told = (text: string): boolean =>
      searchText(search(text), info, style({ width: 100, code: codeRule })).includes('Nothing has all of these words.');
    expect(['galvanized ferrosilicon', 'stainless bar', 'copper moonshine'].map(told)).toEqual([true, false, false]);
  });

  test.each([
    ['washing machine', 'washing'],
    ['beer cans', 'beer'],
  ])('%s: a word is not taken for one that is too far from it', (text, word) => {
    const { taken, regimes } = search(text);
    expect(taken).toEqual([{ word, as: [] }]);
    expect(regimes.items).toEqual([]);
  });

  test.each([
    ['couper wire', 'couper', ['copper']],
    ['stanless bar', 'stanless', ['stainless']],
  ])('%s: a slip is forgiven, and told', (text, word, as) => {
    const { taken, goods } = search(text);
    expect(taken).toEqual([{ word, as }]);
    expect(goods.items[0]?.match).toBe('all');
  });

  // Proclamations 9705 and 10895 in 2025 (copper from 2025-08-01, Proclamation 10962), one law for the metals from 2026-04-06.
  test.each([
    ['7208.10.15.00', '2019-01-01', 'us-232-steel', true],
    ['7208.10.15.00', '2017-01-01', 'us-232-steel', false],
    ['7208.10.15.00', '2026-05-01', 'us-232-steel', false],
    ['7208.10.15.00', '2026-05-01', 'us-232-metals', true],
    ['7601.10', '2025-07-01', 'us-232-aluminum', true],
    ['7601.10', '2025-07-01', 'us-232-steel', false],
    ['7410', '2025-07-31', 'us-232-copper', false],
    ['7410', '2025-08-01', 'us-232-copper', true],
    ['7404.00', '2025-09-01', 'us-ieepa-reciprocal', true],
    ['7404.00', '2026-06-01', 'us-ieepa-reciprocal', false],
  ])('%s on %s: %s %s', (text, day, regime, isLaid) => {
    const [goods] = search(text, day).goods.items;
    expect(goods?.regimes.some((one) => one.regime === regime)).toBe(isLaid);
  });
});

describe('regimes, headings and acts', () => {
  test.each([
    ['chapter 99', '9903'],
    ['9903.8', '9903.8'],
    ['990381', '9903.81'],
  ])('headings that begin with the number: %s', (text, begin) => {
    const { headings, goods } = search(text, '2025-07-01', 1000);
    expect(headings.items.length).toBeGreaterThan(50);
    expect(headings.items.filter(({ heading }) => !heading.startsWith(begin))).toEqual([]);
    expect(goods.items).toEqual([]);
  });

  test('a chapter is goods, not whatever has its digits', () => {
    const { goods, regimes, headings, acts } = search('chapter 72');
    expect([goods.items[0]?.number, regimes.total, headings.total, acts.total]).toEqual(['72', 0, 0, 0]);
  });

  test('a regime, with its days', () => {
    const [found] = search('copper 232').regimes.items;
    expect(found).toMatchObject({ regime: 'us-232-copper', from: '2025-08-01', replacedBy: 'us-232-metals' });
  });

  test('a heading, with every rate and its days: Proclamation 10896, doubled by Proclamation 10947', () => {
    const { headings } = search('9903.81.91');
    expect(headings.items.map(({ heading }) => heading)).toEqual(['9903.81.91']);
    expect(headings.items[0]?.uses.map(({ rate, from, before }) => [rate, from, before])).toEqual([
      ['25%', '2025-03-12', '2025-06-04'],
      ['50%', '2025-06-04', '2026-04-06'],
    ]);
  });

  test('a heading of a quota category', () => {
    const { uses = [] } = search('9903.80.67').headings.items[0] ?? {};
    expect(uses[0]).toMatchObject({ regime: 'us-232-steel', rate: 'Free', from: '2022-01-01' });
    expect(uses[0]?.what).toContain('European Union, in quota');
  });

  test.each([
    ['10896', 'Proclamation 10896', ['us-232-steel']],
    ['Proclamation 10896', 'Proclamation 10896', ['us-232-steel']],
    ['90 FR 11251', '90 FR 11251', ['us-232-aluminum']],
    ['EO 14323', 'EO 14323', ['us-ieepa-brazil']],
    ['Proclamation 10908', 'Proclamation 10908', ['us-232-vehicles']],
    ['90FR11251', '90 FR 11251', ['us-232-aluminum']],
    ['E.O. 14323', 'EO 14323', ['us-ieepa-brazil']],
    ['EO14323', 'EO 14323', ['us-ieepa-brazil']],
    ['Executive Order 14323', 'EO 14323', ['us-ieepa-brazil']],
    ['Proclamation 11047', '91 FR 46640', ['us-338-canada']],
  ])('%s: %s', (text, name, regimes) => {
    const { acts, goods } = search(text);
    const act = acts.items.find((one) => one.name === name);
    expect(act?.match).toBe('all');
    expect([...new Set(act?.rests.map(({ regime }) => regime))]).toEqual(regimes);
    expect(goods.items).toEqual([]);
  });
});

test.each([
  ['xyzzy', []],
  ['9903.81.00', ['9903.81.01', '9903.81.02', '9903.81.03']],
  ['7299', ['7229']],
  ['7299.00.00', ['7229']],
  ['Proclamation 1089', ['Proclamation 10895', 'Proclamation 10896', 'Proclamation 9693']],
  ['EO 99999', ['EO 14389', 'EO 14384', 'EO 14357']],
  ['CSMS 123', ['CSMS 19-000257', 'CSMS 18-000477', 'CSMS 43511668']],
])('nothing is found for %s; nearest %j', (text, nearest) => {
  const answer = search(text);
  expect([answer.goods, answer.regimes, answer.headings, answer.acts].map(({ total }) => total)).toEqual([0, 0, 0, 0]);
  expect(answer.nearest).toEqual(nearest);
});

describe('what is printed', () => {
  const questions = ['stainless bar', '9903.81.91', '10896', 'xyzzy', 'brazil', '7208.10.15.00', '8544.42', 'couper'];
  const info = { toolVersion: '1.2.3', tables: runInfo().tables };

  test.each(questions)('%s as JSON is as the schema says', (text) => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../data/schema/search.v1.schema.json'), 'utf8'),
    ) as object;
    const validate = new Ajv2020().compile(schema);
    validate(JSON.parse(searchJson(search(text), info)));
    expect(validate.errors).toBeNull();
  });

  test.each(questions)('%s as text fits in 40 columns, words whole', (text) => {
    const lines = searchText(search(text), info, style({ width: 40, code: codeRule })).split('\n');
    expect(lines.filter((line) => displayWidth(line) > 40)).toEqual([]);
  });

  test('says how many more there are', () => {
    const { goods } = search('steel', '2025-07-01', 3);
    expect(goods.items).toHaveLength(3);
    expect(searchText(search('steel', '2025-07-01', 3), info, style({ width: 100 }))).toContain(
      `… ${goods.total - 3} more: --limit ${goods.total}\n`,
    );
  });
});

describe('the file of descriptions', () => {
  const file = (goods: unknown): string =>
    JSON.stringify({ title: 'Goods', citation: 'a text', same: [], goods }, null, 1);

  test.each([
    ['a number that is none', [['72081', 'Sheet']], /"72081" a chapter \(72\)|chapter/],
    ['a number twice', [['7208', 'Sheet'], ['7208', 'Plate']], /described twice/], // prettier-ignore
    ['no words', [['7208', '']], /some text/],
    ['a key nobody knows', [['7208', 'Sheet', { aslo: ['x'] }]], /aslo/],
  ])('%s is refused with its place', (_, goods, message) => {
    const read = readGoodsWords(file(goods), 'goods.json');
    expect(
      read.ok ? 'read' : read.error.map((one) => `${one.line}: ${one.message} ${one.hint ?? ''}`).join('\n'),
    ).toMatch(message);
  });
});
