import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { describe, expect, test } from 'vitest';
import type { ResultLine } from '../../../src/customs/assessment.ts';
import { Decimal } from '../../../src/exact/decimal.ts';
import { type RunInfo, TooLarge } from '../../../src/present/rendering.ts';
import { xlsxRenderer } from '../../../src/present/xlsx/xlsx.ts';
import { xmlText } from '../../../src/present/xlsx/xml.ts';
import { assessedLine, entryLine, invalidLine, money, runInfo, style, totals } from '../../support/nouns.ts';

const end = { totals: totals(), fileProblems: [], summary: null };

function workbook(
  batches: readonly (readonly ResultLine[])[],
  info: Partial<RunInfo> = {},
  mostRows?: number,
): Uint8Array {
  const renderer = xlsxRenderer(runInfo(info), style(), mostRows);
  const pieces = [renderer.head(), ...batches.map((batch) => renderer.lines(batch)), renderer.tail(end)];
  return Buffer.concat(pieces);
}

async function cells(bytes: Uint8Array, sheet = 'Duties'): Promise<readonly (readonly unknown[])[]> {
  const plain = (text: string): string => text;
  return readSheet<string>(new Uint8Array(bytes).buffer, sheet, { trim: false, parseNumber: plain });
}

function sheetXml(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
}

const columns = ['id', 'date', 'value', 'weight_kg'];
const kinds = ['text', 'date', 'amount', 'number'] as const;

function row(...fields: readonly string[]): ResultLine {
  return assessedLine({ row: { fields } });
}

describe('a workbook', () => {
  test('has typed cells where nothing is lost by it', async () => {
    const lines = [
      row('007', '2022-01-03', '1000.10', '12.5'),
      row('=1+1', '1850-01-01', '1234567890123456.78', '007'),
      row(' a\n<b>&"_x0041_\u0007', '2022-1-3', '1.000,00', ''),
    ];
    const [header, ...rows] = await cells(workbook([lines], { columns, kinds }));
    expect(header?.slice(0, 5)).toEqual([...columns, 'tariff_status']);
    const read = rows.map((fields) => fields.slice(0, 4));
    expect(read[0]?.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell))).toEqual([
      '007',
      '2022-01-03',
      '1000.10',
      '12.5',
    ]);
    expect(read[0]?.[1]).toBeInstanceOf(Date);
    expect(read[1]).toEqual(['=1+1', '1850-01-01', '1234567890123456.78', '007']);
    expect(read[2]).toEqual([' a\n<b>&"_x0041_\u0007', '2022-1-3', '1.000,00', null]);
  });

  test('keeps text where another sign may stand before decimals', () => {
    const line = assessedLine({ row: { fields: ['A', '2022-01-03', '1.250', '5'], decimals: 'unsure' } });
    expect(sheetXml(workbook([[line]], { columns, kinds }))).toContain('<t>1.250</t>');
  });

  test('has amounts with all their digits, and its header stays in sight', () => {
    const line = assessedLine({
      totals: { duty: money('0.1'), refundable: money('0'), fees: null, total: money('1234567.89') },
    });
    const xml = sheetXml(workbook([[line]], { columns: ['id'] }));
    expect(xml).toContain('<c r="C2" s="3"><v>0.1</v></c><c r="E2" s="3"><v>1234567.89</v></c>');
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(xml).toContain('<autoFilter ref="A1:J2"/>');
  });

  test('marks as text what would run as a formula, unless it is raw; content is not changed', async () => {
    const lines = [[row('=1+1'), row('-5')]];
    const xml = sheetXml(workbook(lines, { columns: ['id'] }));
    expect(xml).toContain('<c r="A2" s="4" t="inlineStr"><is><t>=1+1</t></is></c>');
    expect(xml).toContain('<c r="A3" t="inlineStr"><is><t>-5</t></is></c>');
    expect(sheetXml(workbook(lines, { columns: ['id'], raw: true }))).toContain(
      '<c r="A2" t="inlineStr"><is><t>=1+1</t>',
    );
    expect((await cells(workbook(lines, { columns: ['id'] })))[1]?.[0]).toBe('=1+1');
  });

  test('of a shipment by flags has what was declared; of a row that is none what was said', async () => {
    const line = assessedLine({ line: entryLine({ id: 'A', value: new Decimal('99.5') }) });
    const [, first, second] = await cells(workbook([[line, invalidLine()]]));
    expect(first?.slice(0, 3)).toEqual(['A', '7208101500', 'DE']);
    expect(second).toContain('invalid');
  });

  test('is the same whatever the batches, and each time', () => {
    const lines = [row('a'), row('b'), row('c')];
    const whole = workbook([lines], { columns: ['id'] });
    expect(workbook([lines], { columns: ['id'] })).toEqual(whole);
    const [first = row(''), ...others] = lines;
    expect(sheetXml(workbook([[], [first], others], { columns: ['id'] }))).toBe(sheetXml(whole));
  });

  test('tells what it rests on', async () => {
    const about = await cells(workbook([[row('a')]], { columns: ['id'] }), 'About');
    expect(about).toContainEqual(['Table us-232-steel', 'Section 232 steel', 'documented through 2025-03-11']);
  });

  test('has no room for more rows than a sheet has', () => {
    const lines = [row('a'), row('b'), row('c')];
    expect(() => workbook([lines], { columns: ['id'] }, 4)).not.toThrow();
    expect(() => workbook([lines], { columns: ['id'] }, 3)).toThrow(TooLarge);
    expect(() => workbook([lines], { columns: ['id'] }, 3)).toThrow(
      'an XLSX sheet has room for 2 lines below its header',
    );
  });
});

test.each([
  ['a & <b> "c"', 'a &amp; &lt;b&gt; &quot;c&quot;'],
  ['tab\there', 'tab\there'],
  ['\r\u0000\u001f', '_x000D__x0000__x001F_'],
  ['_x000D_', '_x005F_x000D_'],
  ['\uD800\uFFFF𝄞', '\uFFFD_xFFFF_𝄞'],
])('%j in XML is %j', (text, xml) => expect(xmlText(text)).toBe(xml));
