import type { AssessedLine, DutyLine } from '../../customs/assessment.ts';
import {
  type ComparedKey,
  type ComparedKind,
  type ComparedLine,
  type ComparedSum,
  type ComparedTotals,
  type Difference,
  comparedKeys,
} from '../../customs/comparison.ts';
import { byText } from '../../exact/by-text.ts';
import { type Money, nothing, sum } from '../../exact/money.ts';

/** Sums of comparisons; memory grows with the regimes, origins and headings, not with the lines. */
export interface ComparedSums {
  readonly add: (lines: readonly ComparedLine[]) => void;
  readonly totals: () => ComparedTotals;
  /** By regime, then origin, then heading; the largest change of each first. */
  readonly rows: () => readonly ComparedSum[];
}

interface Group {
  readonly by: ComparedKey;
  readonly key: string;
  readonly title: string;
  changed: number;
  before: Money;
  after: Money;
}

export function startComparedSums(): ComparedSums {
  const counts: Record<ComparedKind, number> = { changed: 0, unchanged: 0, added: 0, removed: 0, open: 0 };
  const groups = new Map<string, Group>();
  let duty = noDifference;
  let fees: Difference | null = null;
  const addLine = (line: ComparedLine): void => {
    counts[line.kind] += 1;
    if (line.change === null) return;
    duty = plus(duty, line.change);
    const fee = feesOf(line);
    if (fee) fees = plus(fees ?? noDifference, fee);
    for (const [name, part] of partsOf(line)) {
      const group = groups.get(name) ?? { ...part, changed: 0, before: nothing, after: nothing };
      group.before = sum([group.before, part.before]);
      group.after = sum([group.after, part.after]);
      if (!part.before.eq(part.after)) group.changed += 1;
      groups.set(name, group);
    }
  };
  return {
    add: (lines) => lines.forEach(addLine),
    totals: () => ({ duty, fees, counts }),
    rows: () => [...groups.values()].map(summed).toSorted(inOrder),
  };
}

const noDifference: Difference = { before: nothing, after: nothing, change: nothing };

function plus(a: Difference, b: Difference): Difference {
  const [before, after] = [sum([a.before, b.before]), sum([a.after, b.after])];
  return { before, after, change: after.minus(before) };
}

/** Undefined where a side that has the line does not know them. */
function feesOf({ before, after }: ComparedLine): Difference | undefined {
  const [was, is] = [feeOf(before), feeOf(after)];
  return was && is && { before: was, after: is, change: is.minus(was) };
}

function feeOf(line: ComparedLine['before']): Money | undefined {
  if (line === null) return nothing;
  return (line.kind === 'line' && line.totals?.fees) || undefined;
}

type Part = Omit<Group, 'changed'>;

/** What one line brings to each group, by the name of the group. */
function partsOf({ before, after }: ComparedLine): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const side of ['before', 'after'] as const) {
    const line = side === 'before' ? before : after;
    if (line?.kind !== 'line') continue;
    for (const duty of line.duties)
      for (const by of comparedKeys) {
        const { key, title } = keyOf(by, line, duty);
        const name = `${by}\n${key}`;
        const part = parts.get(name) ?? { by, key, title, before: nothing, after: nothing };
        part[side] = sum([part[side], duty.amount]);
        parts.set(name, part);
      }
  }
  return parts;
}

function keyOf(
  by: ComparedKey,
  { line }: AssessedLine,
  duty: DutyLine,
): { readonly key: string; readonly title: string } {
  if (by === 'regime') return { key: duty.regime, title: duty.regimeTitle };
  if (by === 'origin') return { key: line.origin, title: line.origin };
  const key = duty.headings.join('+') || (duty.role === 'base' ? 'base' : '');
  return { key, title: key };
}

function summed({ by, key, title, changed, before, after }: Group): ComparedSum {
  return { by, key, title, changed, before, after, change: after.minus(before) };
}

function inOrder(a: ComparedSum, b: ComparedSum): number {
  return (
    comparedKeys.indexOf(a.by) - comparedKeys.indexOf(b.by) ||
    b.change.abs().cmp(a.change.abs()) ||
    byText(a.key, b.key)
  );
}
