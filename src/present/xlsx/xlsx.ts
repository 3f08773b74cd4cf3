import { plainText } from '../../exact/decimal.ts';
import { openWords } from '../closing-words.ts';
import { type ColumnKind, type Renderer, type RunEnd, type RunInfo, TooLarge } from '../rendering.ts';
import { type Cell, textCell, typedRows } from '../typed-row.ts';
import { disclaimer } from '../words.ts';
import { headerRow, rowXml, sheetEnd, sheetStart, stylesXml } from './sheet-xml.ts';
import { startArchive } from './zip.ts';

/** A sheet has room for so many rows, its header among them. */
const mostRows = 1_048_576;

/**
 * A workbook (Office Open XML): a sheet of lines, or of sums, and one about the run. It is written as the lines come, so memory does not grow;
 * amounts keep their digits, since they are never made floating numbers here. Throws {@link TooLarge} beyond what a sheet has room for.
 */
export function xlsxRenderer(info: RunInfo): Renderer<Uint8Array> {
  const isRaw = info.raw === true;
  const archive = startArchive();
  const sheet = info.summaryBy.length > 0 ? sumsSheet(info) : linesSheet(info);
  let file: ReturnType<typeof archive.open> | undefined;
  let row = 1;
  const write = (rows: readonly (readonly Cell[])[]): void => {
    if (rows.length === 0) return;
    if (row + rows.length > mostRows)
      throw new TooLarge(`an XLSX sheet has room for ${mostRows - 1} lines below its header`);
    file?.write(rows.map((cells) => rowXml((row += 1), cells, isRaw)).join(''));
  };
  return {
    head: () => {
      for (const [name, text] of Object.entries(frame)) archive.add(name, text);
      file = archive.open('xl/worksheets/sheet1.xml');
      file.write(sheetStart(sheet.kinds) + headerRow(sheet.names));
      return archive.take();
    },
    lines: (batch) => {
      write(sheet.rows(batch));
      return archive.take();
    },
    tail: (end) => {
      write(sheet.last(end));
      file?.write(sheetEnd(sheet.names.length, row));
      file?.end();
      archive.add('xl/worksheets/sheet2.xml', aboutSheet(info, end, isRaw));
      archive.close();
      return archive.take();
    },
  };
}

interface SheetOf {
  readonly names: readonly string[];
  readonly kinds: readonly ColumnKind[];
  readonly rows: (batch: Parameters<Renderer['lines']>[0]) => readonly (readonly Cell[])[];
  /** Rows that only the end knows. */
  readonly last: (end: RunEnd) => readonly (readonly Cell[])[];
}

function linesSheet(info: RunInfo): SheetOf {
  const { names, kinds, cells } = typedRows(info);
  return { names, kinds, rows: (batch) => batch.map(cells), last: () => [] };
}

function sumsSheet({ summaryBy }: RunInfo): SheetOf {
  return {
    names: [...summaryBy, 'lines', 'entered_value', 'duty'],
    kinds: [...summaryBy.map(() => 'text' as const), 'number', 'amount', 'amount'],
    rows: () => [],
    last: ({ summary }) =>
      (summary ?? []).map(({ keys, lines, enteredValue, duty }) => [
        ...summaryBy.map((key) => textCell(keys[key] ?? '')),
        { kind: 'number', digits: String(lines) },
        { kind: 'amount', digits: plainText(enteredValue) },
        { kind: 'amount', digits: plainText(duty) },
      ]),
  };
}

/** What the figures rest on, for whoever is sent the file. */
function aboutSheet({ tables, toolVersion }: RunInfo, { totals }: RunEnd, isRaw: boolean): string {
  const amount = (digits: string): Cell => ({ kind: 'amount', digits });
  const open = openWords(totals.counts);
  const rows: readonly (readonly Cell[])[] = [
    [textCell('Entered value'), amount(plainText(totals.enteredValue))],
    [textCell('Duty'), amount(plainText(totals.duty))],
    ...(totals.fees === null ? [] : [[textCell('Fees'), amount(plainText(totals.fees))]]),
    [textCell('Lines assessed'), { kind: 'number', digits: String(totals.counts.assessed) }],
    ...(open === '' ? [] : [[textCell('Not in the totals'), textCell(open)]]),
    ...tables.map(({ id, title, documentedThrough, overlays }) => [
      textCell(`Table ${id}`),
      textCell([title, ...overlays.map((overlay) => `with ${overlay}`)].join(', ')),
      textCell(documentedThrough === null ? '' : `documented through ${documentedThrough}`),
    ]),
    [textCell('Computed by'), textCell(`tariff ${toolVersion}`)],
    [textCell(disclaimer)],
  ];
  const body = rows.map((cells, index) => rowXml(index + 2, cells, isRaw)).join('');
  const kinds = ['text', 'text', 'text'] as const;
  return sheetStart(kinds) + headerRow(['What', 'Value', 'Remark']) + body + sheetEnd(kinds.length, rows.length + 1);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const parts = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const kindsOfRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The files of every workbook. */
const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${parts}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${parts}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${parts}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${parts}.styles+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${kindsOfRelation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${kindsOfRelation}"><sheets><sheet name="Duties" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${kindsOfRelation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${kindsOfRelation}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${kindsOfRelation}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': stylesXml,
};
