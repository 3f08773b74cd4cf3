import type { EntryLine } from '../customs/entry-line.ts';
import type { Quota } from '../customs/quota.ts';
import type { Schedule } from '../customs/schedule.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { periodStart } from './pots.ts';

/** From the first day of a period until it opened: lines that were presented in between count together. */
interface Window {
  readonly from: IsoDate;
  readonly day: IsoDate;
  readonly at: string;
}

type Presented = Pick<EntryLine, 'date' | 'presentedAt'>;

/** When a line counts as presented for a quota: at the opening of the period where it came before. CBP QB 22-611. */
export function countedAt(line: Presented, quota: Quota): string {
  const presented = line.presentedAt ?? line.date;
  return windowOf(line, windowsOf(quota))?.at ?? presented;
}

/** Whether a moment lies before another, as exactly as both were declared: a day, or a day and a time. */
export function isBefore(moment: string, other: string): boolean {
  const digits = Math.min(moment.length, other.length);
  return moment.slice(0, digits) < other.slice(0, digits);
}

/** The moment that a line shares with others, for some quota on hand; null: its place in the file says when it came. */
export function sharedMoment(schedule: Schedule): (line: Presented) => string | null {
  const quotas = schedule.tables.flatMap(({ quotas: own }) => Object.values(own));
  if (quotas.length === 0) return () => null;
  const windows = quotas.flatMap(windowsOf);
  return (line) => windowOf(line, windows)?.at ?? (line.presentedAt?.includes('T') === true ? line.presentedAt : null);
}

/** A line of the same day that says no time stands among lines of a moment without parting them. */
export function momentAmong(
  line: Presented,
  moment: string | null,
  momentOf: (line: Presented) => string | null,
): string | null {
  const own = momentOf(line);
  const day = line.presentedAt ?? line.date;
  return own === null && moment?.startsWith(day) === true ? moment : own;
}

/** Found once for a quota: every line that draws on it asks. */
const known = new WeakMap<Quota, readonly Window[]>();

function windowsOf(quota: Quota): readonly Window[] {
  const found =
    known.get(quota) ??
    quota.openings.flatMap(({ day, at }) => {
      const from = periodStart(quota, day);
      return from === undefined ? [] : [{ from, day, at }];
    });
  known.set(quota, found);
  return found;
}

/** A day without a time counts at the opening of that day: whoever waits for a quota to open comes before it does. */
function windowOf({ date, presentedAt }: Presented, windows: readonly Window[]): Window | undefined {
  const presented = presentedAt ?? date;
  return windows.find(({ from, day, at }) => {
    if (date < from || date > day) return false;
    if (presented < from) return false;
    return presented.includes('T') ? presented <= at : presented <= day;
  });
}
