import type { EntryLine } from '../customs/entry-line.ts';
import type { Law } from './law.ts';
import { codesOfClass } from './not-covered.ts';

/** Known full numbers below; where none is known, the numbers that tables tell apart, and the rest of the prefix. */
export function codesBelow(line: Pick<EntryLine, 'goods'>, law: Law): readonly string[] {
  const { schedule } = law;
  if (line.goods.kind === 'class') return codesOfClass(schedule, line.goods.name);
  const { code } = line.goods;
  const known = schedule.numbersBelow(code);
  if (known.length > 0) return known;
  // A number that ends in zeros stands for a shorter one that is not divided further.
  const undivided = code.padEnd(schedule.jurisdiction.code.full, '0');
  if (law.regimes.some((regime) => regime.kinds.prefixes().includes(undivided))) return [undivided];
  return [
    code,
    ...new Set(
      law.regimes.flatMap((regime) =>
        regime.kinds.prefixes().filter((prefix) => prefix.startsWith(code) && prefix !== code),
      ),
    ),
  ];
}
