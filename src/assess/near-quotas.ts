import { nearest } from '../exact/suggest.ts';
import type { Law } from './law.ts';
import { daysOf, potsOn } from './law-quotas.ts';

/** Quota periods that a misspelt one may stand for, the nearest first: of those asked for by lines, and of all that the law opens to its origin in its year. */
export function nearQuotas(law: Law, id: string, asked: Iterable<string>): readonly string[] {
  const parts = id.split('/');
  const origin = parts.length === 3 ? (parts[1] ?? '') : '';
  const year = /^\d{4}/.exec(parts.at(-1) ?? '')?.[0];
  const opened =
    year === undefined
      ? []
      : daysOf(law, year).flatMap((day) =>
          potsOn(law, day, origin).flatMap(({ pot }) => [pot.id, ...(pot.year === null ? [] : [pot.year.id])]),
        );
  const known = new Set([...asked, ...opened]);
  return known.has(id) ? [] : nearest(id, known, 3);
}
