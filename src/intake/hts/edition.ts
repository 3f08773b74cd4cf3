import type { CodeRule } from '../../customs/jurisdiction.ts';
import type { Edition, FindingPlace } from '../../customs/imported-schedule.ts';
import type { IsoDate } from '../../exact/iso-date.ts';
import { CellReader } from './cells.ts';
import type { ExportRow } from './export-row.ts';
import type { Findings } from './findings.ts';
import { inherit } from './inherit.ts';
import { type LineContext, type ScheduleLine, digitsOf, readLine } from './lines.ts';

/** What an import asks for. `chapters`: first two digits, ascending. */
export interface ImportScope {
  readonly code: CodeRule;
  readonly chapters: readonly string[];
}

/** Makes an edition of the rows of one export. Whatever is wrong is told in `findings`. */
export function readEdition(
  rows: readonly ExportRow[],
  source: { readonly file: string; readonly effective: IsoDate | null },
  { code, chapters }: ImportScope,
  findings: Findings,
): Edition {
  const { file, effective } = source;
  const context = { file, code, findings, cells: new CellReader(findings) };
  const asked = new Set(chapters);
  const lines = new Map<string, ScheduleLine>();
  const leftOut = new Map<string, number>();
  let [unnumbered, repeated] = [0, 0];
  for (const row of rows) {
    const number = digitsOf(row, context);
    if (number === undefined) continue;
    const chapter = number.slice(0, 2);
    if (number === '') unnumbered++;
    else if (!asked.has(chapter)) {
      leftOut.set(chapter, (leftOut.get(chapter) ?? 0) + 1);
      findings.note('left out', 'a chapter that was not asked for', placeOf(row, file), row.cells.join(' | '));
    } else if (!addLine(lines, readLine(row, number, context), context)) repeated++;
  }
  const { lines: kept, headings, statistical } = inherit(lines, code, findings);
  const counts = { read: rows.length, kept: kept.size, unnumbered, headings, statistical, repeated, leftOut };
  const found = new Set([...lines.keys()].map((number) => number.slice(0, 2)));
  return { file, effective, counts, absent: chapters.filter((one) => !found.has(one)), lines: kept };
}

/** False, and told, where the number is there already. */
function addLine(lines: Map<string, ScheduleLine>, line: ScheduleLine, { findings }: LineContext): boolean {
  const earlier = lines.get(line.number);
  lines.set(line.number, earlier ?? line);
  if (!earlier) return true;
  const same = JSON.stringify([earlier.cells, earlier.units]) === JSON.stringify([line.cells, line.units]);
  const where = `rows ${earlier.place.row} (line ${earlier.place.line}) and ${line.place.row} (line ${line.place.line})`;
  const message = `${line.place.number} is there twice, in ${where}, ${same ? 'with the same rates' : 'with different rates'}`;
  const texts = (one: ScheduleLine): string => one.cells.join(' | ');
  const text = same ? texts(line) : `${texts(earlier)} <> ${texts(line)}`;
  findings.problem('duplicate-number', same ? 'warning' : 'error', message, line.place, text);
  return false;
}

function placeOf({ line, row, number }: ExportRow, file: string): FindingPlace {
  return { file, line, row, number, column: '' };
}
