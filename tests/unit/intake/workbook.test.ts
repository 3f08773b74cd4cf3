import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellNumber } from '../../../src/intake/cell-text.ts';
import { type WorkbookRows, readWorkbook } from '../../../src/intake/workbook.ts';

interface Contents {
  readonly sheets?: readonly { readonly name: string; readonly cells: string; readonly state?: string }[];
  readonly formats?: string;
  readonly epoch?: string;
}

/** A workbook of the parts a reader looks at. Style 1 is a date, style 2 the format that is given. */
function workbook({ sheets = [], formats = '0.00', epoch = '' }: Contents): Uint8Array {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}">${epoch}<sheets>${sheets
      .map(
        ({ name, state = 'visible' }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}<Relationship Id="rIdS" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="${formats}"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const [at, { cells }] of sheets.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] = `<worksheet ${main}><sheetData>${cells}</sheetData></worksheet>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(head + text)])));
}

/** `text('A1', 'id')` and the like. */
const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (at: string, value: string, style = 0): string => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const row = (at: number, ...cells: readonly string[]): string => `<row r="${at}">${cells.join('')}</row>`;
const header = row(1, text('A1', 'id'), text('B1', 'value'), text('C1', 'date'));

async function read(contents: Contents, sheet: string | null = null): Promise<WorkbookRows> {
  return readWorkbook(workbook(contents), { file: 'a.xlsx', sheet, currencySign: '$' });
}

function told({ events, notes }: WorkbookRows): string[] {
  const rows = events.flat().map((event) => {
    if (event.kind === 'fatal') return `!! ${event.problem.message}`;
    if (event.kind === 'broken') return `${event.line}! ${event.problem.message}`;
    return `${event.line}: ${event.fields.join('|')}`;
  });
  return [...rows, ...notes.map(({ severity, message }) => `${severity}: ${message}`)];
}

describe('a sheet', () => {
  test('gives dates as days, numbers as they are shown, and its own row numbers', async () => {
    const cells =
      header +
      row(2, text('A2', 'A'), number('B2', '1.1000000000000001'), number('C2', '44564', 1)) +
      row(5, text('A5', 'B'), number('B5', '0.30000000000000004'), number('C5', '44564.354166666664', 1)) +
      row(6, number('A6', '7208390030'), number('B6', '1E-2'), text('C6', '2022-01-03'));
    expect(told(await read({ sheets: [{ name: 'S', cells }] }))).toEqual([
      '1: id|value|date',
      '2: A|1.1|2022-01-03',
      '3: ||',
      '4: ||',
      '5: B|0.3|2022-01-03T08:30',
      '6: 7208390030|0.01|2022-01-03',
    ]);
  });

  test('may count its days from 1904', async () => {
    const cells = header + row(2, text('A2', 'A'), number('B2', '5'), number('C2', '43102', 1));
    const epoch = '<workbookPr date1904="1"/>';
    expect(told(await read({ sheets: [{ name: 'S', cells }], epoch }))[1]).toBe('2: A|5|2022-01-03');
  });

  test('may begin further down and to the right', async () => {
    const cells = row(3, text('C3', 'id'), text('D3', 'value')) + row(4, text('C4', 'A'), number('D4', '5'));
    expect(told(await read({ sheets: [{ name: 'S', cells }] }))).toEqual(['3: id|value', '4: A|5']);
  });

  test('tells cells that would read as nothing', async () => {
    const cells =
      header +
      row(2, text('A2', 'A'), '<c r="B2"><f>A1*2</f></c>', text('C2', '2022-01-03')) +
      row(3, text('A3', 'B'), '<c r="B3"><f>A1*2</f><v>12</v></c>', '<c r="C3" t="str"><f>""</f><v></v></c>') +
      row(4, '<c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c>');
    expect(told(await read({ sheets: [{ name: 'S', cells }] })).slice(1)).toEqual([
      '2! cell B2 holds a formula whose result was not saved',
      '3: B|12|',
      '4! cell A4 holds the error #DIV/0!',
    ]);
  });

  test('is the first that is not hidden, or the one that is named', async () => {
    const sheets = [
      { name: 'Cover', cells: row(1, text('A1', 'x')), state: 'hidden' },
      { name: 'Jan &amp; Feb', cells: row(1, text('A1', 'y')) },
    ];
    expect(told(await read({ sheets }))).toEqual(['1: y', 'notice: of 2 sheets, "Jan & Feb" was read']);
    expect(told(await read({ sheets }, 'Cover'))).toEqual(['1: x']);
    expect(told(await read({ sheets }, 'Covr'))).toEqual(['!! the workbook has no sheet "Covr"']);
  });

  test('in another currency is told', async () => {
    const cells = header + row(2, number('B2', '5', 2));
    const notes = told(await read({ sheets: [{ name: 'S', cells }], formats: '#,##0.00\\ &quot;€&quot;' }));
    expect(notes.at(-1)).toBe('warning: cells are formatted in €; the sign is not read');
    expect(told(await read({ sheets: [{ name: 'S', cells }], formats: '&quot;$&quot;#,##0.00' })).at(-1)).toBe(
      '2: |5|',
    );
  });

  test('that is empty, or no workbook at all, is an error', async () => {
    expect(told(await read({ sheets: [{ name: 'S', cells: '' }] }))).toEqual([
      '!! the sheet is empty; its first row must name the columns',
    ]);
    const other = zipSync({ 'a.txt': strToU8('a') });
    const how = { file: 'a.xlsx', sheet: null, currencySign: '$' };
    const message = '!! is a ZIP archive that holds no workbook, or is damaged';
    expect(told(await readWorkbook(other, how))).toEqual([message]);
    expect(told(await readWorkbook(other.subarray(0, 20), how))).toEqual([message]);
  });
});

test.each([
  ['5', '5'],
  ['1.1000000000000001', '1.1'],
  ['4.3499999999999996', '4.35'],
  ['123456789012.34', '123456789012.34'],
  ['1E+3', '1000'],
  ['1.0000000000000001E-5', '0.00001'],
  ['-2.5', '-2.5'],
  ['#N/A', undefined],
])('the number saved as %s is %s', (saved, meant) => expect(cellNumber(saved)).toBe(meant));
