import { type IsoDate, isoDate } from '../exact/iso-date.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The days a text may mean that is not written YYYY-MM-DD, for a hint: month first, then day first. Empty where it means none. */
export function readingsOfDate(text: string): IsoDate[] {
  const day = text.replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?$/i, '');
  return [...new Set(candidates(day).flatMap((candidate) => isoDate(candidate) ?? []))];
}

function candidates(text: string): string[] {
  const yearFirst = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(text);
  if (yearFirst) return [compose(yearFirst[1], yearFirst[2], yearFirst[3])];
  const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(text);
  if (yearLast) {
    const [, first, second, year] = yearLast;
    return [compose(year, first, second), compose(year, second, first)];
  }
  const named = /^(?:(\d{1,2})[-. ]*)?([a-z]{3})[a-z]*[-,. ]*(?:(\d{1,2})(?:st|nd|rd|th)?[-,. ]+)?(\d{4}|\d{2})$/i.exec(
    text,
  );
  if (named) {
    const month = months.indexOf((named[2] ?? '').toLowerCase()) + 1;
    return [compose(named[4], String(month), named[1] ?? named[3])];
  }
  return /^[1-9]\d{4}$/.test(text) ? [fromSpreadsheet(Number(text))] : [];
}

function compose(year = '', month = '', day = ''): string {
  return `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Spreadsheets count days from 1899-12-30. Years of March to February keep the leap day last. */
function fromSpreadsheet(count: number): string {
  const days = count + 693_899; // since 0000-03-01
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return compose(String(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), String(month), String(day));
}
