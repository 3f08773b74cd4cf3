import type { Brand } from './brand.ts';

/** "2026-03-01". Fixed width, so `<` on the text is `<` on the calendar. */
export type IsoDate = Brand<string, 'IsoDate'>;

/** Earlier than any law: where a table gives no first day. */
export const firstDay = '0001-01-01' as IsoDate;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const longMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (longMonths[month - 1] ?? 0);
}

/** Undefined unless the text is a day of the calendar, written YYYY-MM-DD: "2022-02-30" is not. */
export function isoDate(text: string): IsoDate | undefined {
  const parts = shape.exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return text as IsoDate;
}

/** The day before; used to walk the boundaries of law. */
export function dayBefore(date: IsoDate): IsoDate {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  if (day > 1) return compose(year, month, day - 1);
  if (month > 1) return compose(year, month - 1, daysIn(year, month - 1));
  return compose(year - 1, 12, 31);
}

/** The day after; the last day of a table is followed by days it says nothing of. */
export function dayAfter(date: IsoDate): IsoDate {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  if (day < daysIn(year, month)) return compose(year, month, day + 1);
  return month < 12 ? compose(year, month + 1, 1) : compose(year + 1, 1, 1);
}

/** Days from an ancient day on: differences are days between. */
export function dayNumber(date: IsoDate): number {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  let inYear = day;
  for (let earlier = 1; earlier < month; earlier++) inYear += daysIn(year, earlier);
  return before * 365 + leapDays + inYear;
}

/** The first day of a month that `ahead` months lie after the month of a day. */
export function monthStart(date: IsoDate, ahead: number): IsoDate {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + ahead;
  return compose(Math.floor(months / 12), (months % 12) + 1, 1);
}

function compose(year: number, month: number, day: number): IsoDate {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate;
}

/** From its first day on, and before the day that ends it; null: no end. */
export interface Days {
  readonly from: IsoDate;
  readonly before: IsoDate | null;
}

export function holdsOn(days: Days, date: IsoDate): boolean {
  return days.from <= date && (days.before === null || date < days.before);
}

/** From the first day of any of them to the last, gaps included; undefined: of none. */
export function spanOf([first, ...others]: readonly Days[]): Days | undefined {
  return (
    first &&
    others.reduce(
      (span, { from, before }) => ({
        from: from < span.from ? from : span.from,
        before: span.before === null || before === null ? null : before > span.before ? before : span.before,
      }),
      { from: first.from, before: first.before },
    )
  );
}
