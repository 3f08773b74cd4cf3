import type { EntryLine } from '../customs/entry-line.ts';
import type { Jurisdiction } from '../customs/jurisdiction.ts';
import type { Problem } from '../customs/problem.ts';
import { about } from './charge.ts';

/**
 * What a line claims of that which no table on hand holds: said, since the claim changes nothing and the duty may be another. `ids`: what
 * is not covered for the line.
 */
export function claimsNotCovered(
  line: EntryLine,
  ids: readonly string[],
  { notCovered }: Jurisdiction,
): readonly Problem[] {
  return notCovered
    .filter(({ id, claimedBy }) => claimedBy !== null && ids.includes(id) && isClaimed(line, claimedBy))
    .map(({ title, claimedBy }) =>
      about(
        { line },
        'claim-not-covered',
        'warning',
        `declared, but in no table on hand, and left out of the answer: ${title}`,
        claimedBy,
        'The line may owe another amount. A table of your own can hold it (--with).',
      ),
    );
}

function isClaimed({ facts }: EntryLine, fact: string): boolean {
  const value = facts.get(fact);
  return value?.type === 'yes-no' && value.yes;
}
