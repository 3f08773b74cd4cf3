import type { EntryLine, FactValue } from '../customs/entry-line.ts';
import type { Role } from '../customs/table.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { KeyTable } from '../exact/key-table.ts';
import { numbered } from '../exact/numbered.ts';
import { isCoarse } from './coarse.ts';
import { factText } from './decide.ts';
import type { Law } from './law.ts';
import { boundsOf, stretchesBetween, stretchesWithPots } from './stretches.ts';
import { sharedMoment } from './presented.ts';
import { Situations, type Standing, drawsOnQuota } from './situations.ts';

/** Which lines have the same answer, their amounts aside. */
export interface Alike {
  /**
   * A number for each stretch of days on which nothing in the law changes. Below zero: a day on which lines share what a quota holds with
   * others that came before it opened, so that none is answered by itself.
   */
  readonly stretchOf: (date: IsoDate) => number;
  /** A number for goods that nothing in the law tells apart, but for their own digits. */
  readonly goodsOf: (code: string) => number;
  /** A number for origins that nothing in the law tells apart, but for the programs that a line may claim. */
  readonly originsOf: (origin: string) => number;
  /**
   * A number, the same for lines of which the law says the same, whatever their goods, origins and days: each regime that has anything to say of them
   * has the same candidates. Undefined: the line is one of its own. Null: what it is answered turns on what other lines left of a quota.
   */
  readonly situationOf: (line: EntryLine) => number | null | undefined;
}

/** `tellsNotCovered`: whether what is not covered is part of the answer. */
export function alikeUnder(law: Law, { tellsNotCovered }: { readonly tellsNotCovered: boolean }): Alike {
  const { notCovered, programs } = law.schedule.jurisdiction;
  const others = [...notCovered, ...Object.values(programs)].flatMap(({ from, before }) => [from, before]);
  const stretch = stretchesWithPots(
    [
      ...others.filter((day) => day !== null),
      ...law.regimes.flatMap((regime) => [...regime.days, ...boundsOf(regime)]),
      ...(law.begins ? [law.begins] : []),
    ],
    law.regimes.flatMap(({ table }) => Object.values(table.quotas)),
  );
  const momentOf = sharedMoment(law.schedule);
  const goodsOf = shortNames((code) => {
    if (code.length < law.schedule.jurisdiction.code.full) return code;
    const kinds = law.regimes.map((regime) => regime.kinds.kindOf(code));
    return [...kinds, law.numberKind(code), tellsNotCovered ? law.notCoveredKinds.kindOf(code) : ''].join(';');
  });
  const originsOf = shortNames((origin) => {
    const classes = law.regimes.map((regime) => regime.originClass(origin));
    return [...classes, tellsNotCovered ? law.notCoveredKinds.classOf(origin) : ''].join(';');
  });
  const situations = new Situations(law);
  const open: ReturnType<typeof keepOpen> = tellsNotCovered ? keepOpen(law) : () => 0;
  const isNumberTold = keepTold(law);
  const pairs = new KeyTable();
  return {
    stretchOf: (date) => (momentOf({ date, presentedAt: null }) === null ? stretch(date) + 1 : -1),
    goodsOf,
    originsOf,
    situationOf: (line) => {
      // Programs are open to origins that no duty tells apart.
      if (line.goods.kind === 'class' || isCoarse(line, law) || law.claims.some((fact) => line.facts.has(fact)))
        return undefined;
      const { code } = line.goods;
      const standing = { goods: goodsOf(code), origin: originsOf(line.origin), stretch: stretch(line.date) + 1 };
      if (isNumberTold(line, code, standing)) return undefined;
      const situation = situations.of(line, code, standing);
      return situation === drawsOnQuota ? null : numberOfPair(pairs, situation, open(line, standing));
    },
  };
}

function numberOfPair(pairs: KeyTable, one: number, other: number): number {
  const known = pairs.get(one, other, 0, 0);
  if (known >= 0) return known;
  pairs.set(one, other, 0, 0, pairs.count);
  return pairs.count - 1;
}

const base: ReadonlySet<Role> = new Set(['base']);
const none: ReadonlySet<Role> = new Set();

/** A number for what is not covered, found once for goods, origins and days that are not told apart there. */
function keepOpen(law: Law): (line: EntryLine, standing: Standing) => number {
  const kindOf = shortNames(law.notCoveredKinds.kindOf);
  const classOf = shortNames(law.notCoveredKinds.classOf);
  const stretchOf = stretchesBetween(law.notCoveredKinds.days);
  const numberOf = numbered();
  const known = new KeyTable();
  const [kinds, classes]: [number[], number[]] = [[], []];
  return (line, standing) => {
    const stretch = stretchOf(line.date) + 1;
    const kind = (kinds[standing.goods] ??= kindOf(line.goods.kind === 'number' ? line.goods.code : ''));
    const own = (classes[standing.origin] ??= classOf(line.origin));
    const found = known.get(kind, own, stretch, 0);
    if (found >= 0) return found;
    const made = numberOf([base, none].map((roles) => law.notCoveredBy(line, roles).join()).join('/'));
    known.set(kind, own, stretch, 0, made);
    return made;
  };
}

/** Whether anything is said of the number itself, found once for goods and days that are not told apart there. */
function keepTold(law: Law): (line: EntryLine, code: string, standing: Standing) => boolean {
  const kindOf = shortNames(law.numberKind);
  const known = new KeyTable();
  return (line, code, { stretch }) => {
    const kind = kindOf(code);
    const found = known.get(kind, stretch, 0, 0);
    if (found >= 0) return found === 1;
    const made = law.aboutNumber(line, code).length > 0;
    known.set(kind, stretch, 0, 0, made ? 1 : 0);
    return made;
  };
}

/** What the facts of a line are, as far as anybody asked. */
export function factsText(facts: ReadonlyMap<string, FactValue>, asked: Iterable<string>): string {
  let text = '';
  for (const fact of asked) text += `${factText(facts.get(fact))}\u0000`;
  return text;
}

/** A number for each text that `describe` gives; found once for what is described. */
function shortNames(describe: (what: string) => string): (what: string) => number {
  const known = new Map<string, number>();
  const numberOf = numbered();
  return (what) => {
    const number = known.get(what) ?? numberOf(describe(what));
    known.set(what, number);
    return number;
  };
}
