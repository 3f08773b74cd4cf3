import type { AuditSum, AuditTotals, AuditedLine, AuditedStatus, Finding } from '../../customs/audit.ts';
import { type Decimal, zero } from '../../exact/decimal.ts';

/** Sums of an audit; memory grows with the regimes, not with the lines. */
export interface AuditSums {
  readonly add: (lines: readonly AuditedLine[]) => void;
  readonly totals: () => AuditTotals;
  readonly rows: () => readonly AuditSum[];
}

interface Amounts {
  declared: Decimal;
  owed: Decimal;
  overpaid: Decimal;
  underpaid: Decimal;
}

const none = (): Amounts => ({ declared: zero, owed: zero, overpaid: zero, underpaid: zero });

export function startAuditSums(): AuditSums {
  const counts: Record<AuditedStatus, number> = { match: 0, mismatch: 0, unchecked: 0 };
  const all = none();
  let refundable = zero;
  const groups = new Map<string, Amounts & { regime: string | null; title: string; lines: number }>();
  const addFinding = (finding: Finding): void => {
    const { regime, title } = finding;
    const key = regime ?? title;
    const group = groups.get(key) ?? { ...none(), regime, title, lines: 0 };
    group.lines += 1;
    count(group, finding);
    count(all, finding);
    groups.set(key, group);
    for (const { refund, amount } of finding.duties) if (refund !== null) refundable = refundable.plus(amount);
  };
  return {
    add: (lines) => {
      for (const { status, findings } of lines) {
        counts[status] += 1;
        findings.forEach(addFinding);
      }
    },
    totals: () => ({ ...all, refundable, counts }),
    rows: () => [...groups.values()].toSorted((a, b) => (a.title < b.title ? -1 : 1)),
  };
}

/** What has no amount declared is in no sum. */
function count(sums: Amounts, { declared, owed, difference, kind }: Finding): void {
  if (declared === null || difference === null) return;
  sums.declared = sums.declared.plus(declared);
  sums.owed = sums.owed.plus(owed);
  if (kind === 'match') return;
  if (difference.gt(0)) sums.overpaid = sums.overpaid.plus(difference);
  else sums.underpaid = sums.underpaid.minus(difference);
}
