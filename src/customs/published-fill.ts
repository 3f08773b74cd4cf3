import { type Decimal, type DecimalText, decimal, plainText } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';

/** How full customs says a quota period is, at the end of a day: a quantity, or a part of what it holds. Exactly one is given. */
export interface FillFigure {
  readonly quota: string;
  readonly asOf: IsoDate;
  readonly quantity: DecimalText | null;
  readonly percent: DecimalText | null;
  readonly unit: string;
  /** Where the figure was published; null: not said. */
  readonly source: string | null;
}

/** A figure as a ledger keeps it. Figures are numbered together with drawdowns, and never changed: a later one of a day corrects it. */
export interface FillRecord extends FillFigure {
  readonly kind: 'fill';
  readonly number: number;
  /** When it was recorded, in UTC. */
  readonly at: string;
}

/** The figure in force for a quota period, and what the ledger's own lines had drawn by then: that is part of it. */
export interface PublishedFill extends FillFigure {
  readonly own: Decimal;
}

/** What was drawn by all importers together; null: a part of a limit that is not known. */
export function publishedQuantity({ quantity, percent }: FillFigure, limit: Decimal | null): Decimal | null {
  if (quantity !== null) return decimal(quantity);
  return limit === null || percent === null ? null : limit.times(decimal(percent)).div(100);
}

/** Whether a line presented at a moment is part of what a figure tells of. */
export function isTold({ asOf }: Pick<FillFigure, 'asOf'>, presented: string): boolean {
  return presented.slice(0, asOf.length) <= asOf;
}

/** Which of two figures of a quota is in force: that of the later day; of one day the one recorded last. */
export function isNewer(fill: FillFigure, known: FillFigure | undefined): boolean {
  return known === undefined || fill.asOf >= known.asOf;
}

export function isSameFigure(a: FillFigure, b: FillFigure): boolean {
  return (
    a.quota === b.quota &&
    a.asOf === b.asOf &&
    a.quantity === b.quantity &&
    a.percent === b.percent &&
    a.source === b.source
  );
}

/** "87% full at the end of 2022-02-14 (CBP weekly report)", "40000 kg drawn …" */
export function figureWords({ quantity, percent, unit, asOf, source }: FillFigure): string {
  const what = percent === null ? `${quantity ?? ''} ${unit} drawn` : `${plainText(decimal(percent))}% full`;
  return `${what} at the end of ${asOf}${source === null ? '' : ` (${source})`}`;
}
