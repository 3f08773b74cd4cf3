import type { Edition } from '../../customs/imported-schedule.ts';
import { type Problem, problem } from '../../customs/problem.ts';

/** More than this share of an edition's rates does not vanish in a revision. */
const mostVanished = 0.05;

/**
 * What shows that an export is not all of a schedule: it begins late or ends early among the chapters asked for, lacks one that
 * the edition before has, or much of it. The rows that are missing would look like numbers that do not exist.
 */
export function checkWhole(editions: readonly Edition[], chapters: readonly string[]): readonly Problem[] {
  return editions.flatMap((edition, index) => {
    const before = editions[index - 1];
    return [...endsEarly(edition, chapters), ...(before ? shrinks(edition, before) : [])];
  });
}

function endsEarly({ file, absent }: Edition, chapters: readonly string[]): readonly Problem[] {
  const missing = new Set(absent);
  const present = chapters.filter((chapter) => !missing.has(chapter));
  const [first, last] = [present[0], present.at(-1)];
  if (first === undefined || last === undefined)
    return [problem('bad-export', 'error', 'has no number of the chapters asked for', { file })];
  if (first === chapters[0] && last === chapters.at(-1)) return [];
  const from = first === last ? `chapter ${first} alone` : `chapters ${first} to ${last}`;
  const message = `has ${from}; ${chapters[0]} to ${chapters.at(-1)} are asked for`;
  return [
    problem('bad-export', 'error', message, {
      file,
      hint: `Export the whole schedule; or, if a part is meant: --chapters ${first === last ? first : `${first}-${last}`}`,
    }),
  ];
}

function shrinks({ file, absent, lines }: Edition, before: Edition): readonly Problem[] {
  const lost = absent.filter((chapter) => !before.absent.includes(chapter));
  const than = `the edition before (${before.file})`;
  if (lost.length > 0)
    return [problem('bad-export', 'error', `lacks chapter ${lost.join(', ')}, which ${than} has`, { file })];
  const vanished = [...before.lines.keys()].filter((number) => !lines.has(number)).length;
  if (vanished <= before.lines.size * mostVanished) return [];
  const message = `lacks ${vanished} of the ${before.lines.size} rates that ${than} has: are both whole?`;
  return [problem('bad-export', 'warning', message, { file })];
}
