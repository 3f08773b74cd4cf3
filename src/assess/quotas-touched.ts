import type { AssessedLine } from '../customs/assessment.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { QuotaBalance } from '../customs/quota-balance.ts';
import { byText } from '../exact/by-text.ts';
import { type Decimal, decimal, zero } from '../exact/decimal.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import type { Batch } from './assess-batch.ts';
import type { Balances } from './balances.ts';
import type { Law } from './law.ts';
import { type NamedPot, potsOn } from './law-quotas.ts';
import type { Pot } from './pots.ts';
import { quotaBalance } from './quota-status.ts';

/** A quota period that lines of a run asked for room in, and how it stands after them. */
export interface TouchedQuota {
  readonly balance: QuotaBalance;
  /** Lines that asked it, those without an answer among them. */
  readonly lines: number;
  /** Lines of which nobody can say whether there was room for them. */
  readonly undecided: number;
  readonly requested: Decimal;
  /** What the lines with an answer took. */
  readonly drawn: Decimal;
}

export interface QuotaGatherer {
  readonly add: (batch: Batch) => void;
  /** In order of their names. `today`: how old published figures are is counted from it. */
  readonly quotas: (balances: Balances, today: IsoDate) => readonly TouchedQuota[];
}

interface Gathered {
  readonly named: NamedPot;
  lines: number;
  undecided: number;
  requested: Decimal;
  drawn: Decimal;
}

/** Gathers the quota periods that a run meets; as many as the law has, however many the lines. */
export function gatherQuotas(law: Law): QuotaGatherer {
  const found = new Map<string, Gathered>();
  const meet = (id: string, line: EntryLine, pot: Pot | null): Gathered | undefined => {
    const known = found.get(id);
    if (known) return known;
    const named = potsOn(law, line.date, line.origin).find((one) => one.pot.id === id) ?? (pot && { pot, title: id });
    if (!named) return undefined;
    const begun: Gathered = { named, lines: 0, undecided: 0, requested: zero, drawn: zero };
    found.set(id, begun);
    return begun;
  };
  const addOpen = (line: AssessedLine, asked: ReadonlySet<string>): void => {
    const draws = (line.outcomes ?? []).flatMap(({ duties }) => duties.flatMap(({ quota }) => quota ?? []));
    for (const [id, requested] of new Map(draws.map((draw) => [draw.id, draw.requested]))) {
      const quota = asked.has(id) ? undefined : meet(id, line.line, null);
      if (!quota) continue;
      quota.lines += 1;
      quota.undecided += 1;
      quota.requested = quota.requested.plus(decimal(requested));
    }
  };
  return {
    add: ({ draws, lines }) => {
      const asked = new Map<EntryLine, Set<string>>();
      for (const draw of draws) {
        const quota = meet(draw.pot.id, draw.line, draw.pot);
        if (!quota) continue;
        asked.set(draw.line, (asked.get(draw.line) ?? new Set()).add(draw.pot.id));
        quota.lines += 1;
        quota.requested = quota.requested.plus(draw.requested);
        if (draw.drawn === null) quota.undecided += 1;
        else quota.drawn = quota.drawn.plus(draw.drawn);
      }
      for (const line of lines) if (line.kind === 'line' && line.outcomes) addOpen(line, asked.get(line.line) ?? none);
    },
    quotas: (balances, today) =>
      [...found.values()]
        .toSorted((a, b) => byText(a.named.pot.id, b.named.pot.id))
        .map(({ named, ...counted }) => ({ ...counted, balance: quotaBalance(named, balances, today) })),
  };
}

const none: ReadonlySet<string> = new Set();
