import { dayNumber } from '../../exact/iso-date.ts';
import type { ColumnKind } from '../rendering.ts';
import { wouldRun } from '../formula-safe.ts';
import type { Cell } from '../typed-row.ts';
import { xmlText } from './xml.ts';

/** Places of the formats in the list of styles. */
const style = { plain: 0, header: 1, date: 2, amount: 3, text: 4 } as const;

/** No cell holds more, in characters. */
const longestText = 32_767;

/**
 * Spreadsheets count days from the 30th of December 1899 on, which is day 693,594 of the calendar. The days before day 61 are a day off: they
 * believe that 1900 had a leap day.
 */
const dayZero = 693_594;
const firstSureDay = 61;

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0.00########"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" quotePrefix="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const widths = { text: 16, date: 11, amount: 16, number: 12 } satisfies Record<ColumnKind, number>;

/** The beginning of a sheet, up to its first row: the header stays in sight. */
export function sheetStart(kinds: readonly ColumnKind[]): string {
  const columns = kinds
    .map((kind, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths[kind]}" customWidth="1"/>`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>`;
}

/** The end of a sheet of so many columns and rows; its header can be filtered by. */
export function sheetEnd(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${rows}"/></worksheet>`;
}

export function headerRow(names: readonly string[]): string {
  return `<row r="1">${names.map((name, at) => textXml(`${columnName(at)}1`, name, style.header)).join('')}</row>`;
}

/** A row, from 1. `isRaw`: what would run as a formula once somebody edits the cell is not marked as text. */
export function rowXml(row: number, cells: readonly Cell[], isRaw: boolean): string {
  const texts = cells.map((cell, at) => (cell === null ? '' : cellXml(`${columnName(at)}${row}`, cell, isRaw)));
  return `<row r="${row}">${texts.join('')}</row>`;
}

function cellXml(at: string, cell: NonNullable<Cell>, isRaw: boolean): string {
  switch (cell.kind) {
    case 'date': {
      const days = dayNumber(cell.date) - dayZero;
      return days < firstSureDay
        ? textXml(at, cell.date, style.plain)
        : `<c r="${at}" s="${style.date}"><v>${days}</v></c>`;
    }
    case 'amount':
      return `<c r="${at}" s="${style.amount}"><v>${cell.digits}</v></c>`;
    case 'number':
      return `<c r="${at}"><v>${cell.digits}</v></c>`;
    case 'text':
      return textXml(at, cell.text, !isRaw && wouldRun(cell.text) ? style.text : style.plain);
  }
}

function textXml(at: string, text: string, look: number): string {
  const whole = text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
  const space = /^\s|\s$|\n/.test(whole) ? ' xml:space="preserve"' : '';
  return `<c r="${at}"${look === 0 ? '' : ` s="${look}"`} t="inlineStr"><is><t${space}>${xmlText(whole)}</t></is></c>`;
}

const names: string[] = [];

/** 0 → "A", 26 → "AA" */
function columnName(index: number): string {
  for (let next = names.length; next <= index; next += 1)
    names.push((next < 26 ? '' : (names[Math.floor(next / 26) - 1] ?? '')) + String.fromCharCode(65 + (next % 26)));
  return names[index] ?? '';
}
