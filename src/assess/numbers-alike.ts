import type { EntryLine } from '../customs/entry-line.ts';
import { codesBelow } from './numbers-below.ts';
import type { Law } from './law.ts';
import { type Regime, fareKey } from './regime.ts';

/** Numbers that the regimes treat alike, ascending; the first speaks for them. */
type Alike = readonly [string, ...string[]];

const known = new WeakMap<Law, Map<string, readonly Alike[]>>();

/** Full numbers below goods that are named more coarsely, those together that the regimes do not tell apart for the origin and the day. */
export function numbersAlike(
  line: Pick<EntryLine, 'goods' | 'origin' | 'date'>,
  regimes: readonly Regime[],
  law: Law,
): readonly Alike[] {
  return together(kindsBelow(line, regimes, law), ([code]) =>
    regimes.map((regime) => fareKey(regime, code, line.origin, line.date)).join(';'),
  );
}

/** Those that are alike on every day: found once, since a history asks of the same goods again and again. */
function kindsBelow(line: Pick<EntryLine, 'goods'>, regimes: readonly Regime[], law: Law): readonly Alike[] {
  const own = known.get(law) ?? new Map<string, readonly Alike[]>();
  known.set(law, own);
  const { goods } = line;
  const key = `${goods.kind === 'number' ? goods.code : `class ${goods.name}`} ${regimes.length}`;
  const found =
    own.get(key) ??
    together(
      codesBelow(line, law).map((code): Alike => [code]),
      ([code]) => regimes.map((regime) => regime.kinds.kindOf(code)).join(';'),
    );
  own.set(key, found);
  return found;
}

function together(groups: readonly Alike[], keyOf: (group: Alike) => string): readonly Alike[] {
  const found = new Map<string, [string, ...string[]]>();
  for (const group of groups) {
    const key = keyOf(group);
    const same = found.get(key);
    if (same) same.push(...group);
    else found.set(key, [...group]);
  }
  return [...found.values()];
}
