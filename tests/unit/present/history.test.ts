import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { documentedSpan, rateHistories } from '../../../src/assess/rates/rate-history.ts';
import type { CountryCode } from '../../../src/customs/country.ts';
import { type HistoryFormat, renderHistory } from '../../../src/present/history/history-formats.ts';
import { displayWidth } from '../../../src/present/text-width.ts';
import { date, runInfo, style } from '../../support/nouns.ts';
import { questionOf, wholeLaw } from '../../support/rates.ts';

const metals = wholeLaw(['us-232-steel', 'us-232-metals']);

function render(
  format: HistoryFormat,
  origins: readonly string[],
  width = 100,
  hts = '7208.10.15.00',
): Promise<string> {
  const { where, goods, facts } = questionOf(metals, { hts, origin: 'DE', date: '2022-02-01' });
  const span = documentedSpan({ where, goods, facts }, metals.law);
  if (!span) throw new Error('no law');
  const days = { ...span, until: date('2026-12-31') };
  const histories = rateHistories({ where, goods, facts }, origins as readonly CountryCode[], days, metals.law);
  const { toolVersion, tables, settings, notCoveredTitles } = runInfo();
  return renderHistory(
    format,
    { toolVersion, goods, facts, ...days, histories, tables, settings, notCoveredTitles, columns: width },
    style({ width }),
  );
}

const many = ['DE', 'JP', 'GB', 'CN', 'MX', 'KR', 'TR'];

describe('history', () => {
  test.each([['7208.10.15.00'], ['7318.15.20.10']])('of %s as JSON fits the schema', async (hts) => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../data/schema/history.v1.schema.json'), 'utf8'),
    ) as object;
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    expect(validate(JSON.parse(await render('json', many, 100, hts))) ? [] : validate.errors).toEqual([]);
  });

  test.each([40, 60, 80, 100, 200])('is no wider than %i columns', async (width) => {
    for (const hts of ['7208.10.15.00', '7318.15.20.10'])
      for (const origins of [['DE'], many])
        expect(
          (await render('table', origins, width, hts)).split('\n').filter((line) => displayWidth(line) > width),
        ).toEqual([]);
  });

  test('has no chart where it could not be read', async () => {
    expect(await render('table', ['DE'], 39)).not.toContain('┤');
  });

  test('tells a rate on a content apart from a percentage and from what is not known', async () => {
    const text = await render('table', ['DE'], 100, '7318.15.20.10');
    expect(text).toMatch(/^ *\* ┤/m);
    expect(text).toContain('* no percentage of the value; see the list');
  });
});

describe('the picture', () => {
  test('stands alone: no script, nothing from elsewhere, and words for those who do not see it', async () => {
    const svg = await render('svg', many);
    expect(svg).not.toMatch(/<script|href=|url\(|@import|on\w+=/);
    expect(svg.match(/https?:[^"]+/g)).toEqual(['http://www.w3.org/2000/svg']);
    expect(svg).toMatch(/<title id="title">7208\.10\.15\.00 from /);
    expect(svg).toMatch(/<desc id="desc">Germany: 2018-03-23 to 2018-05-31: 0%; /);
    expect(svg).toContain('prefers-color-scheme: dark');
  });

  test('closes what it opens, and has a line for each origin', async () => {
    const svg = await render('svg', many);
    const open: string[] = [];
    for (const [, close, name = '', self] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
      if (close === '/') expect(open.pop()).toBe(name);
      else if (self !== '/') open.push(name);
    }
    expect(open).toEqual([]);
    expect(svg.match(/class="line s\d"/g)).toHaveLength(many.length);
  });

  test('never draws a number that is none', async () => {
    expect(await render('svg', many, 100, '7318.15.20.10')).not.toMatch(/NaN|undefined|Infinity/);
  });
});
