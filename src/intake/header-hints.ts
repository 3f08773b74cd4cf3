import { type Problem, problem } from '../customs/problem.ts';
import { closest } from '../exact/suggest.ts';
import { type ColumnNames, plain } from './columns.ts';

/** The header among `unread` that most likely is one of `columns`: misspelt, or a name that may also mean something else. */
export function suggestHeader(
  columns: readonly string[],
  unread: readonly string[],
  names: ColumnNames,
): string | undefined {
  const nearly = unread.find((header) => columns.includes(nearest(header, names) ?? ''));
  return nearly ?? unread.find((header) => columns.includes(names.maybe.get(plain(header)) ?? ''));
}

/** Says of a column that is carried along unread that it looks like one of ours: misspelt, or in another unit. */
export function carriedHint(
  header: string,
  fed: ReadonlyMap<string, number>,
  names: ColumnNames,
  { file, line }: { readonly file: string; readonly line: number },
): Problem | undefined {
  const column = inOtherUnit(header, names) ?? nearest(header, names);
  if (column === undefined || fed.has(column)) return undefined;
  const hint = inOtherUnit(header, names)
    ? `Write the unit in its cells (110231 lb) and add --map "${header}=${column}"`
    : `Did you mean ${column}? Then rename it, or add --map "${header}=${column}"`;
  return problem('column-not-read', 'warning', 'is not read, only carried along', {
    file,
    line,
    column: header,
    hint,
  });
}

/** The column a header misspells. A name in another currency or unit is no misspelling. */
function nearest(header: string, names: ColumnNames): string | undefined {
  const last =
    header
      .toUpperCase()
      .split(/[^\p{L}\p{N}]+/u)
      .findLast((word) => word !== '') ?? '';
  if (Intl.supportedValuesOf('currency').includes(last) || inOtherUnit(header, names) !== undefined) return undefined;
  const spelling = closest(plain(header), names.spellings.keys());
  return spelling === undefined ? undefined : names.spellings.get(spelling);
}

const otherUnits = /[\s_(.,-]+(?:lbs?|pounds?|t|mt|g|grams|tonnes?|tons?|(?:short|long|metric)[\s_]tons?)\)?$/i;

/** "weight_lb" is the weight, but not in kilograms. */
function inOtherUnit(header: string, names: ColumnNames): string | undefined {
  if (!otherUnits.test(header)) return undefined;
  const column = names.named(header.replace(otherUnits, ''));
  return column?.endsWith('_kg') ? column : undefined;
}
