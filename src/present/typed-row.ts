import type { ResultLine, Row } from '../customs/assessment.ts';
import { plainText } from '../exact/decimal.ts';
import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import { carriedColumns } from './csv.ts';
import { type AddedColumn, answerCells, defaultColumns } from './csv-columns.ts';
import type { ColumnKind, RunInfo } from './rendering.ts';

/** A cell of a table whose cells have types. Digits are plain, as they were written or reckoned. Null: empty. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount' | 'number'; readonly digits: string }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | null;

/** Lines as rows of cells, in the columns that CSV has: those of the input, then ours. */
export interface TypedRows {
  readonly names: readonly string[];
  readonly kinds: readonly ColumnKind[];
  readonly cells: (line: ResultLine) => readonly Cell[];
}

const declaredKinds: readonly ColumnKind[] = ['text', 'text', 'text', 'date', 'amount'];

/** How a spreadsheet would like them: each field of the input by itself, typed where nothing is lost by it. */
export function typedRows(info: RunInfo): TypedRows {
  const { added = defaultColumns } = info;
  const carried = carriedColumns(info, plainText);
  const kinds =
    info.columns.length === 0 ? declaredKinds : carried.kept.map((index) => info.kinds?.[index] ?? ('text' as const));
  return {
    names: [...carried.names, ...added.map(({ title }) => title)],
    kinds: [...kinds, ...added.map((column) => (isMoney(column) ? ('amount' as const) : ('text' as const)))],
    cells: (line) => [
      ...carried.fields(line).map((text, index) => cellOf(text, kinds[index] ?? 'text', line.row)),
      ...typedAnswer(line, added),
    ],
  };
}

/** Whether an added column holds an amount of money. */
export function isMoney({ what }: AddedColumn): boolean {
  return what === 'tariff_duty' || what === 'tariff_fees' || what === 'tariff_total';
}

/** What CSV says in the added columns, amounts as such. */
export function typedAnswer(line: ResultLine, added: readonly AddedColumn[]): readonly Cell[] {
  return answerCells(line, added, plainText).map((text, index) => {
    const column = added[index];
    return column && isMoney(column) && text !== '' ? { kind: 'amount', digits: text } : textCell(text);
  });
}

export function textCell(text: string): Cell {
  return text === '' ? null : { kind: 'text', text };
}

/** A spreadsheet keeps no more significant digits of a number. */
const mostDigits = 15;

/** A number with more digits than a spreadsheet keeps, with zeros in front, or with decimals behind a comma stays text. */
function cellOf(text: string, kind: ColumnKind, row: Row | null): Cell {
  if (kind === 'date') {
    const date = isoDate(text);
    return date ? { kind, date } : textCell(text);
  }
  const isPlain = kind !== 'text' && row?.decimals === undefined && /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
  return isPlain && text.replace('.', '').length <= mostDigits ? { kind, digits: text } : textCell(text);
}
