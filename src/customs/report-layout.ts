/** How a report that others write names its columns: a line of it may be several rows, one for each number that was declared. */
export interface ReportLayout {
  readonly layout: string;
  readonly title: string;
  /** Our columns, each with the names it has in the report. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Columns that every report of this layout has. */
  readonly required: readonly string[];
  /** First digits of numbers that are reported beside the goods' own. */
  readonly headings: readonly string[];
  /** How the report writes 04/05/2025; null: it does not, and such a day is refused. */
  readonly dates: 'month-first' | 'day-first' | null;
}
