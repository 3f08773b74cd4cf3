import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ResultLine } from '../../../src/customs/assessment.ts';
import { problem } from '../../../src/customs/problem.ts';
import { addedColumns } from '../../../src/present/csv-columns.ts';
import { replacedColumns } from '../../../src/present/csv.ts';
import { type RunInfo, rendererFor } from '../../../src/present/renderer.ts';
import { refused, split, unknown } from '../../support/answers.ts';
import { assessedLine, dutyLine, entryLine, invalidLine, money, runInfo, style, totals } from '../../support/nouns.ts';

async function render(lines: readonly ResultLine[], info: Partial<RunInfo>): Promise<string> {
  const renderer = await rendererFor('csv', runInfo(info), style());
  return renderer.head() + renderer.lines(lines) + renderer.tail({ totals: totals(), fileProblems: [], summary: null });
}

function parsed(text: string): readonly Readonly<Record<string, string>>[] {
  return parse(text, { columns: true });
}

describe('csv', () => {
  test('keeps the columns and adds ours', async () => {
    const columns = ['PO', 'hts', 'remark'];
    const text = await render([assessedLine({ row: { fields: ['1', '7208.10.15.00', 'say "hi", twice'] } })], {
      columns,
    });
    expect(text).toBe(
      'PO,hts,remark,tariff_status,tariff_duty,tariff_fees,tariff_total,tariff_headings,tariff_rates,tariff_quota,tariff_problems,tariff_not_covered\n' +
        '1,7208.10.15.00,"say ""hi"", twice",assessed,25000.00,0.00,25000.00,9903.80.01,25%,,,base-duty;fees\n',
    );
  });

  test('begins with what was declared where there was no file', async () => {
    const line = assessedLine({ line: entryLine({ id: 'PO-1' }) });
    expect(await render([line], {})).toBe(
      'id,hts,origin,date,value,tariff_status,tariff_duty,tariff_fees,tariff_total,tariff_headings,tariff_rates,tariff_quota,tariff_problems,tariff_not_covered\n' +
        'PO-1,7208101500,DE,2022-02-01,100000.00,assessed,25000.00,0.00,25000.00,9903.80.01,25%,,,base-duty;fees\n',
    );
  });

  test('lists are joined by semicolons, item for item', async () => {
    expect(parsed(await render([split], {}))[0]).toMatchObject({
      tariff_headings: '9903.80.67;9903.80.01',
      tariff_rates: 'Free;25%',
      tariff_quota: '9903.80.67/DE/2022-Q1=40000kg',
      tariff_problems:
        'over-quota: 9903.80.67/DE/2022-Q1 has 40,000 kg left: 10,000 kg of 50,000 kg is the part over quota',
    });
    const odd = assessedLine({
      duties: [dutyLine({ headings: [] }), dutyLine({ headings: ['1', '2'], rate: 'a; b' })],
    });
    expect(parsed(await render([odd], {}))[0]).toMatchObject({ tariff_headings: ';1+2', tariff_rates: '25%;a, b' });
  });

  test('unknown, refused and invalid have no amount and a reason', async () => {
    const none = { tariff_duty: '', tariff_fees: '', tariff_total: '' };
    expect(parsed(await render([unknown, refused, invalidLine()], {}))).toMatchObject([
      {
        ...none,
        tariff_status: 'unknown',
        tariff_problems: 'limit-unknown: what 9903.80.67/DE/2022-Q1 holds is not known',
      },
      {
        ...none,
        tariff_status: 'refused',
        tariff_problems: 'quota-full: 9903.80.05/BR/2022-Q1 has no room for 50,000 kg',
      },
      {
        ...none,
        hts: '101210000',
        tariff_status: 'invalid',
        tariff_problems: 'bad-field: hts: "101210000" has 9 digits, a leading zero may have been lost in a spreadsheet',
      },
    ]);
  });

  test('a message holds no control sequence; the fields are as they were', async () => {
    const hostile = 'a\u001b[2Jb';
    const line = invalidLine({ row: { fields: [hostile] }, problems: [problem('bad-field', 'error', hostile)] });
    const [row] = parsed(await render([line], { columns: ['x'] }));
    expect(row).toMatchObject({ x: hostile, tariff_problems: 'bad-field: ab' });
  });

  test('our columns in the input give way', async () => {
    const columns = ['id', 'tariff_duty', 'Tariff_Status ', 'note'];
    expect(replacedColumns(columns)).toEqual(['tariff_duty', 'Tariff_Status ']);
    const text = await render([assessedLine({ row: { fields: ['1', 'old', 'old', 'n'] } })], { columns });
    expect(text).not.toContain('old');
    expect(Object.keys(parsed(text)[0] ?? {})).toEqual(['id', 'note', ...addedColumns]);
  });

  test('a short row is filled up; the surplus of a long one stays in its last column', async () => {
    const rows = [['1'], ['1', '2', '3', '4']].map((fields) => invalidLine({ row: { fields } }));
    expect(parsed(await render(rows, { columns: ['a', 'b'] }))).toMatchObject([
      { a: '1', b: '' },
      { a: '1', b: '2,3,4' },
    ]);
  });

  test('any fields come back as they were from a raw run', async () => {
    const field = fc.string({
      unit: fc.oneof(fc.constantFrom('"', ',', '\n', '\r', ';', ' '), fc.string({ unit: 'binary', maxLength: 1 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field)), async (rows) => {
        const lines = rows.map((fields) => assessedLine({ row: { fields } }));
        const [, ...records] = parse(await render(lines, { columns: ['a', 'b'], raw: true }), { bom: false });
        expect(records.map((record) => record.slice(0, 2))).toEqual(rows);
        for (const record of records) expect(record).toHaveLength(2 + addedColumns.length);
      }),
    );
  });

  test('what a spreadsheet would run is marked as text, in names and in fields', async () => {
    const row = { fields: ['=1+1', '-5.00'] };
    expect((await render([assessedLine({ row })], { columns: ['@a', 'b'] })).replaceAll(/(?<=5\.00|,b),.*/g, '')).toBe(
      "'@a,b\n'=1+1,-5.00\n",
    );
  });

  test('a summary takes the place of the lines', async () => {
    const renderer = await rendererFor('csv', runInfo({ summaryBy: ['origin', 'status'] }), style());
    const summary = [
      { keys: { origin: 'DE', status: 'assessed' }, lines: 1200, enteredValue: money('1000'), duty: money('250') },
    ];
    const text =
      renderer.head() + renderer.lines([split]) + renderer.tail({ totals: totals(), fileProblems: [], summary });
    expect(text).toBe('origin,status,lines,entered_value,duty\nDE,assessed,1200,1000.00,250.00\n');
  });
});
