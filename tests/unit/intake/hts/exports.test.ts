import { describe, expect, test } from 'vitest';
import { readExport } from '../../../../src/intake/hts/export-file.ts';
import { normalUnits } from '../../../../src/intake/hts/units.ts';
import { plainWords } from '../../../../src/intake/hts/words.ts';
import { csvExport, jsonExport, madeSchedule } from '../../../support/hts-export.ts';

const json = jsonExport(madeSchedule(1, ['01']));
const csv = csvExport(madeSchedule(1, ['01']));

async function messages(text: string): Promise<readonly string[]> {
  const read = await readExport(text, 'export');
  return read.ok ? [] : read.error.map(({ line, message }) => `${line}: ${message}`);
}

/** Lines of a text with one of them changed; the first is 1. */
function changed(text: string, line: number, to: (line: string) => string): string {
  return text
    .split('\n')
    .map((one, index) => (index === line - 1 ? to(one) : one))
    .join('\n');
}

describe('a sound export', () => {
  test('is the same schedule in JSON and in CSV; rows know their lines', async () => {
    const [a, b] = [await readExport(json, 'a'), await readExport(csv, 'b')];
    if (!a.ok || !b.ok) throw new Error('not read');
    expect(a.value.map(({ line: _, ...row }) => row)).toEqual(b.value.map(({ line: _, ...row }) => row));
    expect(b.value.map(({ line }) => line)).toEqual(b.value.map(({ row }) => row + 1));
    expect(a.value.map(({ line, row }) => [json.split('\n')[line - 1], row])).toEqual(
      a.value.map((_, index) => ['  {', index + 1]),
    );
  });
});

describe('JSON', () => {
  test.each([
    ['cut in a text', json.slice(0, json.indexOf('description') + 20), /^5: the file ends in the middle, .* row 1$/],
    ['cut between rows', json.slice(0, json.indexOf('},\n  {') + 1), /the file ends in the middle/],
    ['without its last bracket', json.trimEnd().slice(0, -1), /the file ends in the middle/],
    ['with text behind', `${json}]`, /^\d+: /],
    ['an object', '{"error":"Not Found"}', /^1: another layout.*an object where the list of rows is expected$/],
    ['an empty list', '[]', /^1: another layout .*: no row$/],
    ['a list of texts', '["0101"]', /^1: another layout .*: a value where a row is expected$/],
    [
      'another service',
      '[{"htsno":"0101","statisticalSuffix":"","description":""}]',
      /^1: another layout.*rows without indent, units, general, special, other \(they have htsno, statisticalSuffix, description\)$/,
    ],
  ])('%s is refused', async (_, text, expected) => {
    const found = await messages(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  test('a key written twice, a number for a text, an indent in words are told with their lines', async () => {
    const twice = changed(json, 8, (line) => `${line}\n    "general": "5%",`);
    expect(await messages(twice)).toEqual(['9: the key "general" is written twice; the first value would be lost']);
    expect(await messages(json.replace('"special": ""', '"special": 5'))).toEqual(['2: special of row 1 is no text']);
    expect(await messages(json.replace('"indent": "0"', '"indent": "-1"'))).toEqual(['2: indent of row 1 is "-1"']);
    expect(await messages(json.replace('"units": []', '"units": [null]'))).toEqual([
      '2: units of row 1 is no list of texts',
    ]);
  });
});

describe('CSV', () => {
  test.each([
    [
      'without a column',
      changed(csv, 1, (line) => line.replace('Special Rate of Duty,', '')),
      /no column Special Rate of Duty$/,
    ],
    ['with a column twice', changed(csv, 1, (line) => `${line},Indent`), /the column Indent is there twice$/],
    [
      'with a short row',
      changed(csv, 3, (line) => line.slice(0, line.lastIndexOf(','))),
      /^3: row 2 has 8 fields; the first row names 9 columns$/,
    ],
    ['cut in a field', csv.slice(0, csv.lastIndexOf('"', csv.length - 4)), /^\d+: /],
    [
      'with units that are no list',
      changed(csv, 2, (line) => line.replace('"","","","","",""', '"[kg","","","","",""')),
      /^2: the units of row 1 are no list: \[kg$/,
    ],
    ['without rows', csv.split('\n')[0] ?? '', /the export has no row$/],
    ['with other separators', csv.replaceAll('","', '";"').replaceAll(',', ';'), /separated by semicolons/],
  ])('%s is refused', async (_, text, expected) => {
    expect((await messages(text))[0]).toMatch(expected);
  });
});

describe('what is no export', () => {
  test.each([
    ['nothing', '', '1: the file is empty'],
    ['blanks', ' \n', '1: the file is empty'],
    ['an error page', '<!DOCTYPE html><title>503</title>', '1: is a web page or XML, not an export'],
  ])('%s is told so', async (_, text, expected) => {
    expect(await messages(text)).toEqual([expected]);
  });
});

describe('units', () => {
  test.each([
    [
      ['No.', 'kg'],
      ['No.', 'kg'],
    ],
    [['<u>kg</u>'], ['kg']],
    [
      ['m<sup>2</sup>', ' kg'],
      ['m2', 'kg'],
    ],
    [
      ['m²', 'kg'],
      ['m2', 'kg'],
    ],
    [['No. and kg'], ['No.', 'kg']],
    [['prs.'], ['pr.']],
    [
      ['doz. prs.', 'kg'],
      ['doz. pr.', 'kg'],
    ],
    [['Dz Pcs'], ['doz.']],
    [['pf.liters'], ['pf. liter']],
    [
      ['Cu kg', 'kg'],
      ['Cu kg', 'kg'],
    ],
    [['', '\n'], []],
  ])('%j are %j', (raw, units) => {
    expect(normalUnits(raw)).toEqual(units);
  });
});

describe('words', () => {
  test.each([
    ['Camels (<i>Camelidae</i>)', 'Camels (Camelidae)'],
    ['Krill (\nEuphausia)\u00A0', 'Krill ( Euphausia)'],
    ['H<sub>2</sub>O &amp; others<br>', 'H2O & others'],
    ['Under 3 mm, < 5 kg', 'Under 3 mm, < 5 kg'],
  ])('%j is %j', (raw, words) => {
    expect(plainWords(raw)).toBe(words);
  });

  test('are cut at a word, at most 120 characters', () => {
    const words = plainWords('whales '.repeat(40));
    expect(words).toHaveLength(119);
    expect(words).toMatch(/ whales…$/);
    expect(plainWords('w'.repeat(300))).toHaveLength(61);
  });
});
