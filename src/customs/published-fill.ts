import { type Decimal, type DecimalText, decimal, groupedText, plainText } from '../exact/decimal.ts';
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

/** A figure that is to be recorded, or one that is to be taken back: then with the number of its record, and why. */
export interface NewFill extends FillFigure {
  readonly kind: 'fill' | 'fill-reversal';
  readonly reverses: number | null;
  readonly reason: string | null;
}

/** A figure as a ledger keeps it. Figures are numbered together with drawdowns, and never changed: a later one of a day corrects it. */
export interface FillRecord extends NewFill {
  readonly number: number;
  /** When it was recorded, in UTC. */
  readonly at: string;
}

/** A figure in force for a quota period, and what the ledger's own lines had drawn by then: that is part of it. */
export interface PublishedFill extends FillFigure {
  readonly own: Decimal;
}

/** What was drawn by all importers together; null: a part of a limit that is not known. */
export function publishedQuantity({ quantity, percent }: FillFigure, limit: Decimal | null): Decimal | null {
  if (quantity !== null) return decimal(quantity);
  return limit === null || percent === null ? null : limit.times(decimal(percent)).div(100);
}

/** Whether nothing was left; null: a quantity of a limit that is not known. */
export function isFull({ quantity, percent }: FillFigure, limit: Decimal | null): boolean | null {
  if (percent !== null) return decimal(percent).gte(100);
  return quantity === null || limit === null ? null : decimal(quantity).gte(limit);
}

/** Whether a line presented at a moment is part of what a figure of the end of a day tells of. */
export function isTold({ asOf }: { readonly asOf: string }, presented: string): boolean {
  return presented.slice(0, asOf.length) <= asOf;
}

/** The figures that stand: what was taken back aside, and of a quota and a day the one recorded last. In order of their days. */
export function figuresInForce(records: Iterable<FillRecord>): readonly FillRecord[] {
  const standing = new Map<number, FillRecord>();
  for (const record of records)
    if (record.reverses === null) standing.set(record.number, record);
    else standing.delete(record.reverses);
  const byDay = new Map([...standing.values()].map((record) => [`${record.asOf} ${record.quota}`, record]));
  return [...byDay.values()].toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
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

/** "87% full at the end of 2022-02-14 (CBP weekly report)", "filled by 40,000 kg …" */
export function figureWords({ quantity, percent, unit, asOf, source }: FillFigure): string {
  const what =
    percent === null ? `filled by ${groupedText(quantity ?? '')} ${unit}` : `${plainText(decimal(percent))}% full`;
  return `${what} at the end of ${asOf}${source === null ? '' : ` (${source})`}`;
}
