import { Decimal, plainText } from '../exact/decimal.ts';

/** A spreadsheet computes with binary fractions and shows no more than this many significant digits. */
const shownDigits = 15;

/** What a cell holds, as CSV would have it. Numbers are given as the digits the file has. */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (isMoment(cell)) return dayText(cell);
  if (typeof cell === 'string') return cell;
  return JSON.stringify(cell);
}

/**
 * The number of a cell, exact: 1.1 is saved as "1.1000000000000001", which is the binary fraction nearest to it, and is shown, and was meant,
 * as 1.1. Undefined where the text is no number.
 */
export function cellNumber(saved: string): string | undefined {
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(saved)) return undefined;
  return plainText(new Decimal(saved).toSignificantDigits(shownDigits));
}

/** The library gives dates as objects of the language; text is made of them at once. */
interface Moment {
  readonly getTime: () => number;
  readonly setTime: (milliseconds: number) => number;
  readonly toISOString: () => string;
}

function isMoment(cell: unknown): cell is Moment {
  return typeof cell === 'object' && cell !== null && 'toISOString' in cell;
}

/** A day, and the time of day where there is one, to the second. */
function dayText(moment: Moment): string {
  moment.setTime(Math.round(moment.getTime() / 1000) * 1000);
  const [day = '', time = ''] = moment.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, time.startsWith('00', 6) ? 5 : 8)}`;
}
