/**
 * The candidate a misspelt word most likely stands for; undefined if none is near. Case is ignored; one slip (a letter
 * added, dropped, changed, or two swapped) is forgiven in three to five letters, two in six to nine, three beyond.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestAlike(word, candidates)[0];
}

/** The candidates a misspelt word may stand for, with as few slips as any; none if none is near. */
export function nearestAlike(word: string, candidates: Iterable<string>): readonly string[] {
  const sought = word.toLowerCase();
  let least = allowedSlips(sought.length);
  let found: string[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - sought.length) > least) continue;
    const slips = countSlips(sought, candidate.toLowerCase());
    if (slips > least) continue;
    if (slips < least) found = [];
    least = slips;
    found.push(candidate);
  }
  return found;
}

/** The candidates that a part of a name begins, two and more of its letters; else the one it is most likely a slip of, if any. */
export function meantBy(word: string, candidates: readonly string[]): readonly string[] {
  const begin = word.toLowerCase();
  const begun = begin.length < 2 ? [] : candidates.filter((one) => one.toLowerCase().startsWith(begin));
  return begun.length > 0 ? begun : [closest(word, candidates) ?? []].flat();
}

/** Up to `most` candidates that a misspelt word may stand for, nearest first; of equals those that begin like it. */
export function nearest(word: string, candidates: Iterable<string>, most: number): readonly string[] {
  const sought = word.toLowerCase();
  return [...candidates]
    .map((candidate) => ({ candidate, slips: countSlips(sought, candidate.toLowerCase()) }))
    .filter(({ slips }) => slips <= allowedSlips(sought.length))
    .toSorted((a, b) => a.slips - b.slips || alike(b.candidate, word) - alike(a.candidate, word))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** How many letters two words begin with in common. */
function alike(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}

function allowedSlips(length: number): number {
  if (length < 3) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/** How many slips turn one word into the other: letters added, dropped, changed, or neighbours swapped. */
export function countSlips(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let slips = Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) slips = Math.min(slips, at(before, column - 2) + 1);
      current.push(slips);
    }
    before = above;
    above = current;
  }
  return at(above, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
