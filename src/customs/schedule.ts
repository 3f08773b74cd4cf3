import type { CountryList } from './country.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import type { Table } from './table.ts';

/** All the law a run works with: one jurisdiction and its tables, in any order; order never decides a duty. */
export interface Schedule {
  readonly jurisdiction: Jurisdiction;
  readonly tables: readonly Table[];
  readonly countries: CountryList;
  /** Known full numbers that begin with a coarse one, in ascending order; empty where none is known. */
  readonly numbersBelow: (prefix: string) => readonly string[];
}
