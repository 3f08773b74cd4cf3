import type { Origins } from '../customs/measure.ts';
import type { GroupMember } from '../customs/table.ts';
import type { IsoDate } from '../exact/iso-date.ts';

export type Groups = Readonly<Record<string, readonly GroupMember[]>>;

/** Every country; the widest set there is. */
export const everyOrigin = 'all';
export type OriginSet = ReadonlySet<string> | typeof everyOrigin;

/** The countries that codes and groups stand for on a day; groups may hold groups. */
export function membersOn(
  names: readonly string[],
  date: IsoDate,
  groups: Groups,
  seen: readonly string[] = [],
): Set<string> {
  const members = new Set<string>();
  for (const name of names) {
    const group = seen.includes(name) ? undefined : groups[name];
    if (!group) {
      members.add(name);
      continue;
    }
    const inForce = group.filter(
      (one) => (one.from === null || one.from <= date) && (one.before === null || date < one.before),
    );
    for (const country of membersOn(
      inForce.map((one) => one.member),
      date,
      groups,
      [...seen, name],
    ))
      members.add(country);
  }
  return members;
}

/** The origins a measure reaches on a day, out of all countries where it takes some out. */
export function originsOn(origins: Origins, date: IsoDate, groups: Groups, countries: readonly string[]): OriginSet {
  if (origins.of === null && origins.except.length === 0) return everyOrigin;
  const members = origins.of === null ? new Set(countries) : membersOn(origins.of, date, groups);
  for (const country of membersOn(origins.except, date, groups)) members.delete(country);
  return members;
}

/** Whether a measure reaches one origin on a day; quicker than finding all that it reaches. */
export function reachesOrigin(origins: Origins, origin: string, date: IsoDate, groups: Groups): boolean {
  const named = (names: readonly string[], seen: readonly string[]): boolean =>
    names.some((name) => {
      const group = seen.includes(name) ? undefined : groups[name];
      if (!group) return name === origin;
      return group.some(
        ({ member, from, before }) =>
          (from === null || from <= date) &&
          (before === null || date < before) &&
          (member === origin || (groups[member] !== undefined && named([member], [...seen, name]))),
      );
    });
  return (origins.of === null || named(origins.of, [])) && !named(origins.except, []);
}

export function hasOrigin(origins: OriginSet, country: string): boolean {
  return origins === everyOrigin || origins.has(country);
}
