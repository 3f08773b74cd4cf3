import type { Edition, ImportedLine, ImportedRow } from '../../customs/imported-schedule.ts';
import { byText } from '../../exact/by-text.ts';
import type { IsoDate } from '../../exact/iso-date.ts';

/**
 * Editions in the order of their first days become dated rows, ascending by number and day. A row runs as long as its texts, units and
 * suffixes stay; a number that vanishes ends, one that appears begins. Descriptions are those of the last edition.
 */
export function mergeEditions(editions: readonly Edition[]): readonly ImportedRow[] {
  const done: ImportedRow[] = [];
  const open = new Map<string, ImportedRow>();
  for (const { effective, lines } of editions) {
    for (const [number, row] of open) {
      if (isSame(row, lines.get(number))) continue;
      done.push({ ...row, before: effective });
      open.delete(number);
    }
    for (const [number, line] of lines) open.set(number, begun(line, open.get(number), effective));
  }
  return [...done, ...open.values()].toSorted(
    (a, b) => byText(a.number, b.number) || byText(a.from ?? '', b.from ?? ''),
  );
}

function begun(line: ImportedLine, running: ImportedRow | undefined, effective: IsoDate | null): ImportedRow {
  return { ...line, from: running ? running.from : effective, before: null };
}

function isSame(row: ImportedLine, line: ImportedLine | undefined): boolean {
  const said = ({ cells, units, suffixes }: ImportedLine): string => JSON.stringify([cells, units, suffixes]);
  return line !== undefined && said(row) === said(line);
}
