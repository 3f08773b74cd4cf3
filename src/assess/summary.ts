import type { AssessedLine, DutyLine, ResultLine } from '../customs/assessment.ts';
import type { SummaryKey, SummaryRow } from '../customs/summary.ts';
import { Decimal, greatest } from '../exact/decimal.ts';
import { type Money, sum } from '../exact/money.ts';

/** Sums by the asked keys; memory grows with the number of groups, not of lines. */
export interface Summary {
  readonly add: (lines: readonly ResultLine[]) => void;
  readonly rows: () => readonly SummaryRow[];
}

interface Group {
  readonly keys: Readonly<Partial<Record<SummaryKey, string>>>;
  lines: number;
  enteredValue: Decimal;
  duty: Money;
}

/** What one line brings to a group: its duty, and its value regime by regime, since each regime is laid on all of it. */
interface Part {
  readonly keys: Group['keys'];
  readonly values: Map<string, Decimal>;
  duty: Money;
}

/** Keys that are said of a duty, not of a line: a line of two regimes stands in the row of each. */
const ofDuty: ReadonlySet<SummaryKey> = new Set(['regime', 'heading', 'tier']);

export function startSummary(by: readonly SummaryKey[]): Summary {
  const groups = new Map<string, Group>();
  const byDuty = by.some((key) => ofDuty.has(key));
  const addLine = (line: ResultLine): void => {
    const parts = new Map<string, Part>();
    const duties: readonly (DutyLine | null)[] =
      byDuty && line.kind === 'line' && line.duties.length > 0 ? line.duties : [null];
    for (const duty of duties) {
      const keys = Object.fromEntries(by.map((key) => [key, keyOf(key, line, duty)])) as Group['keys'];
      const name = JSON.stringify(keys);
      const part = parts.get(name) ?? { keys, duty: sum([]), values: new Map<string, Decimal>() };
      const regime = duty?.regime ?? '';
      part.duty = sum([part.duty, dutyOf(line, duty)]);
      part.values.set(regime, (part.values.get(regime) ?? new Decimal(0)).plus(valueOf(line, duty)));
      parts.set(name, part);
    }
    for (const [name, part] of parts) {
      const group = groups.get(name) ?? { keys: part.keys, lines: 0, enteredValue: new Decimal(0), duty: sum([]) };
      group.lines += 1;
      group.enteredValue = group.enteredValue.plus(greatest(new Decimal(0), ...part.values.values()));
      group.duty = sum([group.duty, part.duty]);
      groups.set(name, group);
    }
  };
  return {
    add: (lines) => lines.forEach(addLine),
    rows: () => [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group),
  };
}

/** A line split at a quota's edge brings the value of each portion to its tier and heading. */
function valueOf(line: ResultLine, duty: DutyLine | null): Decimal {
  if (line.kind !== 'line' || line.totals === null) return new Decimal(0);
  return duty === null || duty.tier === null ? line.line.value : duty.basisAmount;
}

/** Only assessed lines bring money. */
function dutyOf(line: ResultLine, duty: DutyLine | null): Money {
  if (line.kind !== 'line' || line.totals === null) return sum([]);
  return duty === null ? line.totals.duty : duty.amount;
}

function keyOf(key: SummaryKey, line: ResultLine, duty: DutyLine | null): string {
  if (key === 'status') return line.status;
  if (key === 'file') return (line.kind === 'line' ? line.line.where.file : line.file) ?? '';
  if (line.kind !== 'line') return '';
  return declaredKey(key, line, duty);
}

function declaredKey(
  key: Exclude<SummaryKey, 'status' | 'file'>,
  { line }: AssessedLine,
  duty: DutyLine | null,
): string {
  switch (key) {
    case 'regime':
      return duty?.regime ?? '';
    case 'heading':
      return duty?.headings.join('+') ?? '';
    case 'tier':
      return duty?.tier ?? '';
    case 'origin':
      return line.origin;
    case 'month':
      return line.date.slice(0, 7);
    default:
      return line.goods.kind === 'number' ? line.goods.code.slice(0, 2) : line.goods.name;
  }
}
