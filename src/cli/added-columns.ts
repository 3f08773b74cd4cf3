import { closest } from '../exact/suggest.ts';
import { type AddedColumn, type ColumnName, columnNames, defaultColumns } from '../present/csv-columns.ts';
import { keepsColumns } from './read-shipments.ts';
import { usage } from './stop.ts';

/** `--columns`: what csv, xlsx and parquet add to the columns of the input. Throws a usage error that names what is wrong. */
export function addedColumns(asked: string | undefined, format: string): readonly AddedColumn[] {
  if (asked === undefined) return defaultColumns;
  if (!keepsColumns(format))
    throw usage(`${format} has no columns of its own`, '--columns', 'Use it with --format csv, xlsx or parquet.');
  const columns = asked.split(',').map((one): AddedColumn => {
    const [, title = one, what = one] = /^([^=]*)=(.*)$/.exec(one) ?? [];
    return { title: title.trim(), what: columnNamed(what.trim()) };
  });
  const twice = columns.find(({ title }, index) => columns.findIndex((one) => one.title === title) < index);
  if (twice) throw usage(`two columns would be called "${twice.title}"`, '--columns', 'Give one of them another name.');
  if (columns.some(({ title }) => title === ''))
    throw usage('a column has no name', '--columns', 'NAME=COLUMN, for instance rule=tariff_measures', asked);
  return columns;
}

function columnNamed(name: string): ColumnName {
  const found = columnNames.find((one) => one === name.toLowerCase());
  if (found) return found;
  const near = closest(name, columnNames);
  const hint = near === undefined ? `One or several of ${columnNames.join(', ')}` : `Did you mean ${near}?`;
  throw usage(`"${name}" is no column that csv adds`, '--columns', hint, name);
}

/** An added column takes no name that the input uses for something else. */
export function checkAdded(added: readonly AddedColumn[], columns: readonly string[]): void {
  const taken = added.find(({ title, what }) => title !== what && columns.includes(title));
  if (taken)
    throw usage(
      `the input has a column "${taken.title}" of its own`,
      '--columns',
      `Give ${taken.what} another name.`,
      taken.title,
    );
}
