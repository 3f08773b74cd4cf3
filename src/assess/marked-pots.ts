import type { EntryLine } from '../customs/entry-line.ts';
import { nameMark } from '../exact/worksheet.ts';
import { type FindPot, type Pot, namePotsBy } from './pots.ts';

/** A pot whose name is a mark in an answer that is kept for other lines. */
export interface MarkedPot {
  readonly id: string;
  readonly shape: string;
  /** All ways in which the law leads to it: for another line they may lead to different ones. */
  readonly finders: readonly FindPot[];
}

/** Pots that are met while an answer is worked out, with marks in place of their names. */
export class MarkedPots {
  readonly marked: (MarkedPot & { readonly finders: FindPot[] })[] = [];

  /** Puts marks in place of the names of pots while the work is done. */
  marking<Result>(work: () => Result): Result {
    namePotsBy((pot, find) => this.mark(pot, find));
    try {
      return work();
    } finally {
      namePotsBy(null);
    }
  }

  private mark(pot: Pot, find: FindPot): string {
    const known = this.marked.findIndex(({ id }) => id === pot.id);
    if (known >= 0) this.marked[known]?.finders.push(find);
    else this.marked.push({ id: pot.id, shape: potShape(pot), finders: [find] });
    return nameMark(known >= 0 ? known : this.marked.length - 1);
  }
}

/** Names that look the same in any cell, whatever stands around them. */
const plainName = /^\w[\w./-]*$/;

/**
 * The names of the pots that a line draws on or asks where another one, in the same place of the law, draws on or asks the marked ones.
 * Null: what is said of those is not said of these.
 */
export function potNames(
  marked: readonly MarkedPot[],
  line: Pick<EntryLine, 'origin' | 'date'>,
): readonly string[] | null {
  const names: string[] = [];
  for (const { shape, finders } of marked) {
    const [own, ...others] = finders.map((find) => find(line));
    if (!own || others.some(({ id }) => id !== own.id) || potShape(own) !== shape) return null;
    if (names.includes(own.id) || !plainName.test(own.id)) return null;
    names.push(own.id);
  }
  return names;
}

/** Equal for pots of which the same is said, their names aside, as long as nobody knows what they hold. */
export function potShape({ capacity, year, mayHoldMore, isSteady }: Pot): string {
  return [capacity === null, year === null, mayHoldMore, isSteady()].join();
}
