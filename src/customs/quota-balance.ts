import type { Decimal } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { Citation } from './citation.ts';
import type { FillFigure } from './published-fill.ts';

/** What a quota period holds: its limit, or a balance that was given, less what is recorded. Null: not known. */
export interface QuotaBalance {
  readonly quota: string;
  readonly title: string;
  readonly unit: string;
  readonly limit: Decimal | null;
  /** The limit is a balance that was given for this run: that much was left, at the end of a day or, without one, at the outset. Null: it is not. */
  readonly given: { readonly amount: Decimal; readonly asOf: IsoDate | null } | null;
  /** What counts on it: drawn, and requested where no limit was known. */
  readonly drawn: Decimal;
  /** What customs published of it; null: nothing, or a given balance goes before it. */
  readonly published: PublishedBalance | null;
  /** What earlier periods are known to have left to it, part of the limit; null: they may have, and it is not known. */
  readonly carried: Decimal | null;
  readonly left: Decimal | null;
  /** What counts beyond the limit: customs accepted it, or it was asked for before the limit was known. Null: no limit is known. */
  readonly beyond: Decimal | null;
  /** The year that the period belongs to, where it may only take what the year still has. */
  readonly year: { readonly quota: string; readonly limit: Decimal; readonly drawn: Decimal } | null;
  readonly citation: Citation | null;
  /** Draws that were not reversed. */
  readonly draws: number;
  /** When the last of them was presented. */
  readonly presented: string | null;
}

/** `quantity`: drawn by all importers; null: a part of a limit that is not known. */
export interface PublishedBalance {
  readonly figure: FillFigure;
  readonly quantity: Decimal | null;
  /** It leaves less than the ledger's own lines would. */
  readonly binds: boolean;
  /** Days since the day it tells of. */
  readonly age: number;
}
