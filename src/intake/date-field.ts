import { type IsoDate, isoDate } from '../exact/iso-date.ts';
import { ok } from '../exact/result.ts';
import { type Field, fault, trimField } from './field.ts';
import { readingsOfDate } from './date-readings.ts';

/** A day of the calendar, YYYY-MM-DD and nothing else: other ways of writing are answered with what they may mean. */
export function parseDate(text: string): Field<IsoDate> {
  const trimmed = trimField(text);
  // Spreadsheets and databases write a day with the midnight it begins at.
  const date = isoDate(trimmed.replace(/[ T]00:00(?::00(?:\.0+)?)?$/, ''));
  if (date !== undefined) return ok(date);
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return fault(text, 'is not a day of the calendar', null);
  const readings = readingsOfDate(trimmed);
  if (readings.length > 1)
    return fault(text, 'can be read as more than one day', `${readings.join(' or ')}? Write YYYY-MM-DD.`);
  const what =
    /^\d{5}$/.test(trimmed) && readings.length > 0
      ? "looks like a spreadsheet's count of days"
      : 'is not a date as YYYY-MM-DD';
  return fault(
    text,
    what,
    readings[0] === undefined ? 'Such as 2022-02-03 for 3 February 2022.' : `${readings[0]}? Write YYYY-MM-DD.`,
  );
}

/**
 * The moment a line was presented, in local time: `2022-01-03T08:30`, with or without seconds; a blank may stand for the T.
 * Seconds of zero are dropped, so that texts of one moment are equal.
 */
export function parseMoment(text: string): Field<string> {
  const trimmed = trimField(text);
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/i.exec(trimmed);
  if (parts === null) {
    if (isoDate(trimmed) !== undefined) return ok(trimmed);
    if (/^\d{4}-\d{2}-\d{2}[T ][\d:.]+ ?(?:Z|[+-]\d{2}:?\d{2})$/i.test(trimmed)) {
      return fault(
        text,
        'has a time zone; lines are ordered by the local time of the port',
        'Leave the zone out: 2022-01-03T08:30',
      );
    }
    return fault(text, 'is not a time as YYYY-MM-DDThh:mm', 'Such as 2022-01-03T08:30');
  }
  const [, day = '', hour = '', minute = '', second = '00'] = parts;
  if (isoDate(day) === undefined) return fault(text, 'is not on a day of the calendar');
  if (hour > '23' || minute > '59' || second > '59')
    return fault(text, 'is not a time of the day', 'From 00:00 to 23:59.');
  return ok(`${day}T${hour}:${minute}${second === '00' ? '' : `:${second}`}`);
}
