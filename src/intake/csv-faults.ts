import { type Problem, problem } from '../customs/problem.ts';
import type { Stray } from './record-scanner.ts';
import { separatorName, separators } from './delimiter.ts';
import { shorten } from './shorten.ts';

const saveAsCsv = 'Save it as "CSV UTF-8 (comma delimited)".';

/** First bytes that say the file is no UTF-8 text, and what it is instead. */
const aliens: readonly {
  readonly bytes: readonly number[];
  readonly what: string;
  readonly code: 'encoding' | 'bad-csv';
}[] = [
  { bytes: [0xff, 0xfe], what: 'is UTF-16 text; CSV is read as UTF-8', code: 'encoding' },
  { bytes: [0xfe, 0xff], what: 'is UTF-16 text; CSV is read as UTF-8', code: 'encoding' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'is a spreadsheet workbook or a ZIP archive, not CSV', code: 'bad-csv' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'is an old spreadsheet workbook, not CSV', code: 'bad-csv' },
  { bytes: [0x1f, 0x8b], what: 'is compressed, not CSV', code: 'bad-csv' },
];

/** A file that begins like something else than CSV in UTF-8. */
export function alienBytes(head: Uint8Array, file: string): Problem | undefined {
  const alien = aliens.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  return alien && problem(alien.code, 'error', alien.what, { file, hint: saveAsCsv });
}

export function emptyFile(file: string): Problem {
  return problem('bad-csv', 'error', 'the file is empty; its first row must name the columns', {
    file,
    hint: 'Such as: id,hts,origin,date,value,weight_kg',
  });
}

/** Bytes that are not UTF-8 arrive as U+FFFD; NUL never stands in text. */
export function damagedText(text: string, file: string, line: number): Problem | undefined {
  const nul = text.includes('\0');
  if (!nul && !text.includes('\uFFFD')) return undefined;
  const what = nul ? 'NUL bytes: the row is not text' : 'bytes that are not UTF-8 text';
  const hint = nul ? saveAsCsv : `${saveAsCsv} If it comes from an older Windows program: --encoding windows-1252.`;
  return problem('encoding', 'error', `the row holds ${what}`, { file, line, value: shorten(text), hint });
}

/** Where a record begins and ends in the file. */
export interface Span {
  readonly line: number;
  readonly lastLine: number;
}

export function strayQuote(stray: Stray, text: string, file: string, { line, lastLine }: Span): Problem {
  const what =
    stray.where === 'inside'
      ? `field ${stray.field} holds a quotation mark but does not begin with one`
      : `field ${stray.field} goes on after its closing quotation mark`;
  const span = lastLine > line ? `; lines ${line} to ${lastLine} were taken for one row` : '';
  return problem('bad-row', 'error', what + span, {
    file,
    line,
    value: shorten(text),
    hint: 'Put the whole field in quotation marks, without spaces around them, and double those inside: "5"" pipe".',
  });
}

/** Without a header nothing can be read: what was wrong with one row is wrong with the file. */
export function unreadableHeader(found: Problem): Problem {
  const code = found.code === 'encoding' ? 'encoding' : 'bad-csv';
  const message = found.message.replace(/^the row holds/, 'the first row, which names the columns, holds');
  return {
    ...found,
    code,
    message: message === found.message ? `the first row names the columns, but ${message}` : message,
  };
}

/** A header in which another separator stands more often than the one that is read. */
export function otherSeparator(
  text: string,
  fields: number,
  delimiter: string,
  at: { readonly file: string; readonly line: number },
): Problem | undefined {
  const found = separators.find(({ sign }) => sign !== delimiter && text.split(sign).length > fields);
  return (
    found &&
    problem(
      'bad-csv',
      'error',
      `the columns seem to be separated by ${found.name}; ${separatorName(delimiter)} are read`,
      {
        ...at,
        value: shorten(text),
        hint: `If they are: --delimiter ${found.sign === '\t' ? 'tab' : `'${found.sign}'`}. Or put names that hold one in quotation marks.`,
      },
    )
  );
}

/** From `line` on, nothing was read. */
export function unreadRest(file: string, line: number, open: boolean, limit: number): Problem {
  const what = open
    ? 'a quotation mark opens on this line and is never closed'
    : `the row is longer than ${limit / 1024 / 1024} MiB`;
  return problem('bad-csv', 'error', `${what}; from here on nothing was read`, {
    file,
    line,
    hint: open ? 'Close it, or double it if it is meant as it stands: "5"" pipe".' : null,
  });
}
