import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { RatesAnswer } from '../../../src/customs/rates-due.ts';
import { problem } from '../../../src/customs/problem.ts';
import { ratesRendererFor } from '../../../src/present/rates/rates-formats.ts';
import type { RatesInfo } from '../../../src/present/rates/rates-rendering.ts';
import type { FormatName, Style } from '../../../src/present/renderer.ts';
import { displayWidth } from '../../../src/present/text-width.ts';
import { ratesOf, wholeLaw } from '../../support/rates.ts';
import { date, runInfo, style } from '../../support/nouns.ts';

/** Base duty and Section 232; other programmes have tests of their own. */
const bundled = wholeLaw(['us-base', 'us-232-steel', 'us-232-aluminum', 'us-232-copper', 'us-232-metals']);
const day = '2022-02-01';
const info: RatesInfo = {
  ...runInfo(),
  date: date(day),
  single: false,
  everyOrigin: false,
  groups: [{ name: 'EU', members: new Set(['AT', 'BE', 'DE', 'FR', 'IT']) }],
};

const unread: RatesAnswer = {
  kind: 'unread',
  where: { file: 'numbers.csv', line: 3 },
  text: '72O8\u001B[31m',
  problems: [
    problem('bad-field', 'error', '"72O8" is not an HTS number', {
      file: 'numbers.csv',
      line: 3,
      column: 'hts',
      value: '72O8',
    }),
  ],
};

function rates(hts: string, ...origins: readonly string[]): readonly RatesAnswer[] {
  return origins.map((origin) => ratesOf(bundled, { hts, origin, date: day }));
}

/** Every kind of answer: a quota, a refusal, column 2, numbers that differ, goods no table names, facts that do not fit. */
const everyKind: readonly RatesAnswer[] = [
  ...rates('7208.10.15.00', 'DE', 'KR', 'CU', 'JP', 'UA'),
  ...rates('7616', 'DE'),
  ...rates('0101.21.00.10', 'DE'),
  ratesOf(bundled, { hts: '7601.20.30.00', origin: 'DE', date: '2026-05-01', spi: 'KR' }),
  ratesOf(bundled, { hts: '7318.15.20', origin: 'DE', date: '2025-07-01' }),
  ratesOf(bundled, { hts: '7208.10.15.00', origin: 'MX', date: '2024-08-01' }),
  unread,
];

async function render(
  format: FormatName,
  answers: readonly RatesAnswer[],
  more: Partial<RatesInfo> = {},
  look: Partial<Style> = {},
): Promise<string> {
  const renderer = await ratesRendererFor(format, { ...info, ...more }, style(look));
  return renderer.head() + renderer.answers(answers) + renderer.tail([]);
}

describe('rates as JSON', () => {
  test.each([false, true])('fit the schema (single: %s)', async (single) => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../data/schema/rates.v1.schema.json'), 'utf8'),
    ) as object;
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    const document: unknown = JSON.parse(await render('json', single ? everyKind.slice(0, 1) : everyKind, { single }));
    expect(validate(document) ? [] : validate.errors).toEqual([]);
  });

  test('are the same, one on each line, as NDJSON', async () => {
    const document = JSON.parse(await render('json', everyKind)) as {
      readonly toolVersion: string;
      readonly answers: readonly object[];
    };
    const lines = (await render('ndjson', everyKind)).trim().split('\n');
    const run = { toolVersion: document.toolVersion };
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(document.answers.map((one) => ({ ...one, run })));
  });
});

describe('rates as CSV', () => {
  test('have a row for each tier and regime, and lose no number', async () => {
    const [head = '', ...rows] = (await render('csv', [...rates('7208.10.15.00', 'DE', 'KR'), unread]))
      .trim()
      .split('\n');
    const columns = head.split(',');
    const cells = rows.map((row) => Object.fromEntries(row.split(',').map((cell, index) => [columns[index], cell])));
    expect(cells.map(({ origin, tier, regime, together }) => [origin, tier, regime, together].join(' '))).toEqual([
      'DE in-quota us-base 0',
      'DE in-quota us-232-steel 0',
      'DE over-quota us-base 25',
      'DE over-quota us-232-steel 25',
      'KR in-quota us-base 0',
      'KR in-quota us-232-steel 0',
      'KR over-quota  refused',
      '   ',
    ]);
  });
});

describe('a table of rates', () => {
  test('puts origins that fare alike in a row, the widest group last', async () => {
    const text = await render(
      'table',
      rates('7208.10.15.00', 'AT', 'BE', 'CA', 'DE', 'FR', 'IT', 'CN', 'IN', 'JP', 'TR', 'VN', 'ZA', 'CH'),
      { everyOrigin: true },
    );
    expect(
      text
        .split('\n')
        .filter((line) => /^\S/.test(line))
        .slice(3, 6)
        .map((line) => line.split(/ {2,}/)[0]),
    ).toEqual(['CA', 'EU (5)', 'all other origins (7)']);
  });

  test.each([40, 60, 80, 100, 200])('is no wider than %i columns', async (width) => {
    for (const single of [false, true]) {
      const text = await render('table', single ? everyKind.slice(0, 1) : everyKind, { single }, { width });
      expect(text.split('\n').filter((line) => displayWidth(line) > width)).toEqual([]);
      expect(text).not.toContain('\u001B');
    }
  });

  test('never shows an amount of the shipment that was asked about', async () => {
    for (const format of ['table', 'json', 'csv', 'markdown'] as const)
      expect(await render(format, everyKind)).not.toMatch(/\$\d|\d{10}000/);
  });
});
