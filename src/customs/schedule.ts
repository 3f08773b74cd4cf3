import type { IsoDate } from '../exact/iso-date.ts';
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
  /** The first day of any duty beside base duty, also of tables that were left out since the lines do not need them; left out: of these tables. */
  readonly begins?: IsoDate;
}
