import { describe, expect, test } from 'vitest';
import { parseDate, parseMoment } from '../../../src/intake/date-field.ts';
import type { Field } from '../../../src/intake/field.ts';

function told(field: Field<string>): string {
  return field.ok ? field.value : `${field.error.message} | ${field.error.hint ?? ''}`;
}

describe('a date', () => {
  test.each(['2022-02-03', ' 2022-02-03 ', '2024-02-29', '2000-02-29', "'2022-02-03"])('%j is read', (text) => {
    expect(told(parseDate(text))).toBe(text.replaceAll(/[ ']/g, ''));
  });

  test.each(['2022-02-03T00:00:00', '2022-02-03 00:00', '2022-02-03 00:00:00.000'])(
    '%j is the day it begins',
    (text) => {
      expect(told(parseDate(text))).toBe('2022-02-03');
    },
  );

  test.each([
    ['2022-02-30', '"2022-02-30" is not a day of the calendar | '],
    ['2023-02-29', '"2023-02-29" is not a day of the calendar | '],
    ['1900-02-29', '"1900-02-29" is not a day of the calendar | '],
    ['2022-13-01', '"2022-13-01" is not a day of the calendar | '],
    ['2022-00-10', '"2022-00-10" is not a day of the calendar | '],
    ['02/03/2022', '"02/03/2022" can be read as more than one day | 2022-02-03 or 2022-03-02? Write YYYY-MM-DD.'],
    ['2.3.2022', '"2.3.2022" can be read as more than one day | 2022-02-03 or 2022-03-02? Write YYYY-MM-DD.'],
    ['03/03/2022', '"03/03/2022" is not a date as YYYY-MM-DD | 2022-03-03? Write YYYY-MM-DD.'],
    ['31/12/2022', '"31/12/2022" is not a date as YYYY-MM-DD | 2022-12-31? Write YYYY-MM-DD.'],
    ['12/31/2022', '"12/31/2022" is not a date as YYYY-MM-DD | 2022-12-31? Write YYYY-MM-DD.'],
    ['12/31/22', '"12/31/22" is not a date as YYYY-MM-DD | 2022-12-31? Write YYYY-MM-DD.'],
    ['20220203', '"20220203" is not a date as YYYY-MM-DD | 2022-02-03? Write YYYY-MM-DD.'],
    ['2022-2-3', '"2022-2-3" is not a date as YYYY-MM-DD | 2022-02-03? Write YYYY-MM-DD.'],
    ['2022/02/03', '"2022/02/03" is not a date as YYYY-MM-DD | 2022-02-03? Write YYYY-MM-DD.'],
    ['2022-02-03 08:30', '"2022-02-03 08:30" is not a date as YYYY-MM-DD | 2022-02-03? Write YYYY-MM-DD.'],
    ['3 Feb 2022', '"3 Feb 2022" is not a date as YYYY-MM-DD | 2022-02-03? Write YYYY-MM-DD.'],
    ['Feb 3, 2022', '"Feb 3, 2022" is not a date as YYYY-MM-DD | 2022-02-03? Write YYYY-MM-DD.'],
    ['03-Feb-22', '"03-Feb-22" is not a date as YYYY-MM-DD | 2022-02-03? Write YYYY-MM-DD.'],
    ['February 3rd 2022', '"February 3rd 2022" is not a date as YYYY-MM-DD | 2022-02-03? Write YYYY-MM-DD.'],
    ['44595', '"44595" looks like a spreadsheet\'s count of days | 2022-02-03? Write YYYY-MM-DD.'],
    ['45351', '"45351" looks like a spreadsheet\'s count of days | 2024-02-29? Write YYYY-MM-DD.'],
    ['36526', '"36526" looks like a spreadsheet\'s count of days | 2000-01-01? Write YYYY-MM-DD.'],
    ['2022', '"2022" is not a date as YYYY-MM-DD | Such as 2022-02-03 for 3 February 2022.'],
    ['today', '"today" is not a date as YYYY-MM-DD | Such as 2022-02-03 for 3 February 2022.'],
    ['99/99/2022', '"99/99/2022" is not a date as YYYY-MM-DD | Such as 2022-02-03 for 3 February 2022.'],
    ['０2022-02-03', '"０2022-02-03" is not a date as YYYY-MM-DD | Such as 2022-02-03 for 3 February 2022.'],
  ])('%j is refused, and why', (text, why) => {
    expect(told(parseDate(text))).toBe(why);
  });
});

describe('a moment of presentation', () => {
  test.each([
    ['2022-01-03T08:30', '2022-01-03T08:30'],
    ['2022-01-03 08:30', '2022-01-03T08:30'],
    ['2022-01-03t08:30', '2022-01-03T08:30'],
    ['2022-01-03T08:30:00', '2022-01-03T08:30'],
    ['2022-01-03T08:30:15', '2022-01-03T08:30:15'],
    ['2022-01-03T00:00', '2022-01-03T00:00'],
    ['2022-01-03T23:59:59', '2022-01-03T23:59:59'],
    ['2022-01-03', '2022-01-03'],
  ])('%j is %s', (text, moment) => {
    expect(told(parseMoment(text))).toBe(moment);
  });

  test.each([
    ['2022-02-30T08:30', /not on a day of the calendar/],
    ['2022-01-03T24:00', /not a time of the day/],
    ['2022-01-03T08:60', /not a time of the day/],
    ['2022-01-03T08:30Z', /time zone.*local time of the port/],
    ['2022-01-03T08:30:00+01:00', /time zone/],
    ['2022-01-03T08:30:00.123', /not a time as YYYY-MM-DDThh:mm/],
    ['08:30', /not a time as/],
    ['3 January 2022', /not a time as/],
  ])('%j is refused, and why', (text, why) => {
    expect(told(parseMoment(text))).toMatch(why);
  });
});
