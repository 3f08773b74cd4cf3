import type { ResultLine } from '../../customs/assessment.ts';
import { nothing, type Money } from '../../exact/money.ts';

/** Lines of a run, as many as a page bears. */
export interface PickedLines<Row> {
  readonly rows: readonly Row[];
  /** Of the lines without an answer, and of those with one: how many there are, and how many are among the rows. */
  readonly open: Picked;
  readonly assessed: Picked;
}

export interface Picked {
  readonly all: number;
  readonly listed: number;
}

export interface LinePicker<Row> {
  readonly add: (lines: readonly ResultLine[]) => void;
  readonly picked: () => PickedLines<Row>;
}

interface Kept<Row> {
  readonly row: Row;
  readonly duty: Money;
  /** The how manieth it is. */
  readonly place: number;
}

/**
 * All lines in their order, if there are no more than `limit`. Else first those without an answer, up to half of the limit (or more, if few others are
 * there): the refused and the invalid, then the unknown, as they come. Then those with the greatest duty. No more than four times the limit are held.
 */
export function pickLines<Row>(limit: number, rowOf: (line: ResultLine) => Row): LinePicker<Row> {
  const wrong: Kept<Row>[] = [];
  const unknown: Kept<Row>[] = [];
  let assessed: Kept<Row>[] = [];
  const counts = { open: 0, assessed: 0 };
  /** Less than this is not among the greatest. */
  let least: Money | null = null;
  const add = (line: ResultLine): void => {
    const place = counts.open + counts.assessed;
    if (line.status !== 'assessed') {
      counts.open += 1;
      const open = line.status === 'unknown' ? unknown : wrong;
      if (open.length < limit) open.push({ row: rowOf(line), duty: nothing, place });
      return;
    }
    counts.assessed += 1;
    const duty = (line.kind === 'line' ? line.totals?.duty : null) ?? nothing;
    if (least && !duty.gt(least)) return;
    assessed.push({ row: rowOf(line), duty, place });
    if (assessed.length < limit * 2) return;
    assessed = greatest(assessed, limit);
    least = assessed.at(-1)?.duty ?? null;
  };
  return {
    add: (lines) => lines.forEach(add),
    picked: () => {
      const isWhole = counts.open + counts.assessed <= limit;
      const open = [...wrong, ...unknown];
      const top = greatest(assessed, limit);
      const openListed = Math.min(open.length, Math.max(Math.floor(limit / 2), limit - top.length));
      const rows = isWhole
        ? [...open, ...assessed].toSorted((a, b) => a.place - b.place)
        : [...open.slice(0, openListed), ...top.slice(0, limit - openListed)];
      return {
        rows: rows.map(({ row }) => row),
        open: { all: counts.open, listed: openListed },
        assessed: { all: counts.assessed, listed: rows.length - openListed },
      };
    },
  };
}

function greatest<Row>(lines: readonly Kept<Row>[], limit: number): Kept<Row>[] {
  return lines.toSorted((a, b) => b.duty.cmp(a.duty) || a.place - b.place).slice(0, limit);
}
