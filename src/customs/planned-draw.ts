import type { Decimal } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { Money } from '../exact/money.ts';
import type { EntryLine } from './entry-line.ts';

/** `unknown`: nobody can say whether there is room. */
export type PlannedOutcome = 'fits' | 'splits' | 'over' | 'refused' | 'unknown';

/** What a planned line would get of a quota period, and what that costs. Money is null where it is not known. */
export interface PlannedDraw {
  readonly line: EntryLine;
  readonly quota: string;
  readonly unit: string;
  readonly outcome: PlannedOutcome;
  readonly requested: Decimal;
  /** Null: not known. */
  readonly drawn: Decimal | null;
  /** Duty of the whole line as it would come out. */
  readonly duty: Money | null;
  /** What the line pays more than if all of it were in quota; where the outcome is unknown, what it may pay more. */
  readonly atStake: Money | null;
  /** The first day of the next period; null: there is none. */
  readonly next: IsoDate | null;
  /**
   * What the line would draw there and pay less, if it were entered then behind the planned lines of that period and those above it that found no
   * room either; null: not known.
   */
  readonly nextDrawn: Decimal | null;
  readonly saves: Money | null;
}
