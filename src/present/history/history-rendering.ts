import type { DeclaredGoods, EntryLine } from '../../customs/entry-line.ts';
import type { RateHistory } from '../../customs/rates-due.ts';
import type { Setting } from '../../customs/setting.ts';
import type { IsoDate } from '../../exact/iso-date.ts';
import type { RunTable, Style } from '../rendering.ts';

/** The rate on some goods over time, from one origin or several. */
export interface HistoryAnswer {
  readonly toolVersion: string;
  readonly goods: DeclaredGoods;
  readonly facts: EntryLine['facts'];
  readonly from: IsoDate;
  /** The last day. */
  readonly until: IsoDate;
  readonly histories: readonly RateHistory[];
  readonly tables: readonly RunTable[];
  /** As in a run of shipments. */
  readonly settings: readonly Setting[];
  readonly notCoveredTitles: Readonly<Record<string, string>>;
  /** Columns of the terminal, also where they are too few for anything else; `Infinity`: no limit. */
  readonly columns: number;
}

export type RenderHistory = (answer: HistoryAnswer, style: Style) => string;
