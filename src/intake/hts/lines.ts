import { type CodeRule } from '../../customs/jurisdiction.ts';
import { printCode } from '../../customs/commodity-code.ts';
import type { FindingPlace } from '../../customs/imported-schedule.ts';
import type { CellReader } from './cells.ts';
import { type ExportRow, rateColumns } from './export-row.ts';
import type { Findings } from './findings.ts';
import { normalUnits } from './units.ts';
import { plainWords } from './words.ts';

/** The column by whose cells lines claim programs. */
export const claimedColumn = 'special';

/** A row with a number, its texts cleaned, before it inherits. */
export interface ScheduleLine {
  readonly place: FindingPlace;
  /** Digits only. */
  readonly number: string;
  readonly cells: readonly string[];
  readonly units: readonly string[];
  readonly words: string;
}

/** What reading a row needs to know. */
export interface LineContext {
  readonly file: string;
  readonly code: CodeRule;
  readonly cells: CellReader;
  readonly findings: Findings;
}

/** The digits of a row's number; '' where it has none, undefined (and told) where it is no number. */
export function digitsOf(row: ExportRow, { file, code, findings }: LineContext): string | undefined {
  const text = row.number.replaceAll(/\s/g, '');
  const place = { file, line: row.line, row: row.row, number: text, column: '' };
  if (text === '') {
    const printed = row.cells.find((cell) => cell.trim() !== '');
    if (printed === undefined) return '';
    const message = `row ${row.row} prints a rate but has no number`;
    findings.problem('bad-export', 'error', message, place, printed);
    return undefined;
  }
  const digits = text.replaceAll('.', '');
  const isWhole = code.lengths.includes(digits.length) && /^\d{4}(?:\.?\d\d)*$/.test(text);
  if (isWhole) {
    if (text !== row.number) findings.note('cleaned', 'stray spaces', { ...place, column: 'number' }, row.number, text);
    return digits;
  }
  const lost = code.lengths.includes(digits.length + 1) && /^\d+$/.test(digits);
  const hint = lost ? 'A leading zero may have been lost in a spreadsheet: use the export as it was downloaded.' : null;
  findings.problem('bad-export', 'error', `"${text}" of row ${row.row} is no ${code.label}`, place, row.number, hint);
  return undefined;
}

/** A row with a number; its cells read and whatever is wrong with them told. */
export function readLine(row: ExportRow, number: string, { file, code, cells, findings }: LineContext): ScheduleLine {
  const at = (column: string): FindingPlace => ({
    file,
    line: row.line,
    row: row.row,
    number: printCode(number, code),
    column,
  });
  const words = plainWords(row.description);
  if (/<\/?[a-z][^<>]*>|&[a-z]+;|[\n\r\u00A0\u00AD]/i.test(row.description))
    findings.note('cleaned', 'descriptions', at('description'), row.description, words);
  return {
    place: at(''),
    number,
    cells: rateColumns.map(({ id }, index) => cells.read(row.cells[index] ?? '', id === claimedColumn, at(id))),
    units: normalUnits(row.units),
    words,
  };
}
