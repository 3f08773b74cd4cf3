import type { Breach, Figures, Threshold } from '../customs/threshold.ts';
import type { Decimal } from '../exact/decimal.ts';

/** Watches figures go by; remembers of each threshold the first line that met it, and how many did. */
export interface Watch {
  readonly line: (line: WatchedLine, figures: Figures) => void;
  readonly run: (figures: Figures) => void;
  readonly breaches: () => readonly Breach[];
}

/** How a line is called, and where it stands. */
export interface WatchedLine {
  readonly name: string;
  readonly place: Breach['place'];
}

export function startWatch(thresholds: readonly Threshold[]): Watch {
  const found = new Map<Threshold, Breach>();
  const look = (per: Threshold['per'], line: WatchedLine | null, figures: Figures): void => {
    for (const threshold of thresholds) {
      const breach = threshold.per === per ? breachOf(threshold, line, figures) : undefined;
      if (!breach) continue;
      const first = found.get(threshold);
      found.set(threshold, first ? { ...first, others: first.others + 1 } : breach);
    }
  };
  return {
    line: (line, figures) => look('line', line, figures),
    run: (figures) => look('run', null, figures),
    breaches: () => thresholds.flatMap((threshold) => found.get(threshold) ?? []),
  };
}

/** A figure that is not known meets no threshold: the run says itself that lines are open. */
function breachOf(threshold: Threshold, line: WatchedLine | null, { amounts, whole }: Figures): Breach | undefined {
  const amount = amounts[threshold.measure] ?? null;
  if (amount === null) return undefined;
  const limit = threshold.unit === 'amount' ? threshold.limit : whole?.times(threshold.limit).div(100);
  if (!limit || !holds(amount, threshold.relation, limit)) return undefined;
  return { threshold, name: line?.name ?? null, place: line?.place ?? null, amount, limit, others: 0 };
}

function holds(amount: Decimal, relation: Threshold['relation'], limit: Decimal): boolean {
  const order = amount.cmp(limit);
  switch (relation) {
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    default:
      return order === 0;
  }
}
