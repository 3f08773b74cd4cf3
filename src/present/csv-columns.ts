import type { AssessedLine, DutyLine, ResultLine } from '../customs/assessment.ts';
import type { Decimal } from '../exact/decimal.ts';
import { joined, problemText } from './csv-text.ts';
import { baseHeading } from './base-heading.ts';
import { ratePrinted } from './rate-printed.ts';

/** A column that is added to those of the input: what it holds, and how it is called there. */
export interface AddedColumn {
  readonly what: ColumnName;
  readonly title: string;
}

/** Writes an amount of money. */
export type MoneyText = (amount: Decimal) => string;

/** What a column holds of a line that could be read; null: nothing. */
type Cell = (line: AssessedLine, money: MoneyText) => string | null;

const cells = {
  tariff_status: ({ status }) => status,
  tariff_duty: ({ totals }, money) => totals && money(totals.duty),
  tariff_fees: ({ totals }, money) => (totals?.fees ? money(totals.fees) : null),
  tariff_total: ({ totals }, money) => totals && money(totals.total),
  tariff_headings: ({ duties }) =>
    joined(duties.map(({ headings, role }) => headings.join('+') || (role === 'base' ? baseHeading : ''))),
  tariff_rates: ({ duties }) => joined(duties.map(ratePrinted)),
  tariff_quota: ({ duties }) => quotaText(duties),
  tariff_problems: ({ problems }) => joined(problems.map(problemText)),
  tariff_not_covered: ({ notCovered }) => joined(notCovered),
  tariff_regimes: ({ duties }) => joined(duties.map(({ regime }) => regime)),
  tariff_measures: ({ duties }) => joined(duties.map(({ measure }) => measure)),
} satisfies Record<string, Cell>;

export type ColumnName = keyof typeof cells;

/** All columns there are. */
export const columnNames = Object.keys(cells) as readonly ColumnName[];

/** Columns that are added where nothing else was asked for. New ones are added at the end only. */
export const addedColumns = columnNames.filter((name) => name !== 'tariff_regimes' && name !== 'tariff_measures');

export const defaultColumns: readonly AddedColumn[] = addedColumns.map((name) => ({ what: name, title: name }));

/** The cells that are added to a row, as text. Of a row that is no line there is only what is wrong with it. */
export function answerCells(line: ResultLine, columns: readonly AddedColumn[], money: MoneyText): readonly string[] {
  return columns.map(({ what }) => {
    const cell: Cell = cells[what];
    if (line.kind === 'line') return cell(line, money) ?? '';
    if (what === 'tariff_status') return line.status;
    return what === 'tariff_problems' ? joined(line.problems.map(problemText)) : '';
  });
}

/** "9903.80.67/DE/2022-Q1=50000kg", as `--balance` takes it: what was drawn. */
function quotaText(duties: readonly DutyLine[]): string {
  const draws = duties.flatMap(({ quota }) => (quota ? [`${quota.id}=${quota.drawn}${quota.unit}`] : []));
  return joined([...new Set(draws)]);
}
