import type { DutyLine } from '../customs/assessment.ts';
import type { Problem } from '../customs/problem.ts';
import type { Ask, Draw } from './balances.ts';

/**
 * One way a line may turn out. A line with a single branch is decided; several mean that something is not known (a fact,
 * a quota's limit), and each says in words when it holds.
 */
export interface Branch {
  readonly when: readonly string[];
  readonly duties: readonly DutyLine[];
  readonly draws: readonly Draw[];
  /** Pots of which nobody can say whether the line draws on them. */
  readonly undecided: readonly string[];
  /** Pots that it draws on, though nobody can say how much of what it asks they have. */
  readonly asks: readonly Ask[];
  /** An absolute quota had no room, for part of the goods or all. */
  readonly refused: boolean;
  /** No number can be given on this branch; its problems say why. */
  readonly blocked: boolean;
  readonly problems: readonly Problem[];
}

export const emptyBranch: Branch = {
  when: [],
  duties: [],
  draws: [],
  undecided: [],
  asks: [],
  refused: false,
  blocked: false,
  problems: [],
};

export function blockedBy(...problems: readonly Problem[]): Branch {
  return { ...emptyBranch, blocked: true, problems };
}

/** Both hold: the duties add up. */
export function join(a: Branch, b: Branch): Branch {
  if (a === emptyBranch) return b;
  if (b === emptyBranch) return a;
  return {
    when: [...a.when, ...b.when],
    duties: [...a.duties, ...b.duties],
    draws: [...a.draws, ...b.draws],
    undecided: [...a.undecided, ...b.undecided],
    asks: [...a.asks, ...b.asks],
    refused: a.refused || b.refused,
    blocked: a.blocked || b.blocked,
    problems: [...a.problems, ...b.problems],
  };
}

/** Branches that turn out alike are one; if all do, what was not known does not matter. */
export function merge(branches: readonly Branch[]): readonly Branch[] {
  if (branches.length < 2) return branches;
  const groups: Branch[][] = [];
  for (const branch of branches) {
    const alike = groups.find(([first = emptyBranch]) => isAlike(first, branch));
    if (alike) alike.push(branch);
    else groups.push([branch]);
  }
  return groups.map(([head = emptyBranch, ...others]) => {
    const first = { ...head, asks: askedByAll([head, ...others]) };
    if (groups.length === 1) return { ...first, when: [] };
    const ways = [first, ...others].map((branch) => branch.when.join(' and ')).filter((way) => way !== '');
    return { ...first, when: ways.length === 0 ? [] : [[...new Set(ways)].join('; or ')] };
  });
}

/** What is drawn upon whichever way it turns out. */
export function askedByAll([first, ...others]: readonly Branch[]): readonly Ask[] {
  const asks = first?.asks ?? [];
  return asks.filter(({ pot }) => others.every((other) => other.asks.some((one) => one.pot.id === pot.id)));
}

/** Whether both have the same charges. */
export function isAlike(one: Branch, other: Branch): boolean {
  // Amounts last, as numbers and no texts: what amounts decide is told by how they compare.
  return (
    chargesText(one) === chargesText(other) &&
    one.duties.every(({ amount }, place) => other.duties[place]?.amount.eq(amount))
  );
}

/** Equal for branches with the same charges, their amounts aside. */
function chargesText(branch: Branch): string {
  const duties = branch.duties.map((duty) =>
    [duty.regime, duty.headings.join('+'), duty.tier, duty.rate, duty.basis, duty.quota?.id].join('|'),
  );
  return [
    branch.refused,
    branch.blocked,
    ...duties,
    ...(branch.blocked ? branch.problems.map((one) => one.code) : []),
  ].join('\n');
}
