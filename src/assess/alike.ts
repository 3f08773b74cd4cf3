import type { EntryLine, FactValue } from '../customs/entry-line.ts';
import type { Role } from '../customs/table.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { isCoarse } from './coarse.ts';
import { factText } from './decide.ts';
import type { Law } from './law.ts';
import { boundsOf, planFor, stretchesBetween } from './plan.ts';
import { sharedMoment } from './presented.ts';

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
   * The same for lines of which the law says the same, whatever their goods, origins and days: each regime that has anything to say of them
   * has the same candidates. Undefined: the line is one of its own.
   */
  readonly situationOf: (line: EntryLine) => string | undefined;
}

/** `tellsNotCovered`: whether what is not covered is part of the answer. */
export function alikeUnder(law: Law, { tellsNotCovered }: { readonly tellsNotCovered: boolean }): Alike {
  const { notCovered, programs } = law.schedule.jurisdiction;
  const others = [...notCovered, ...Object.values(programs)].flatMap(({ from, before }) => [from, before]);
  const stretch = stretchesBetween([
    ...others.filter((day) => day !== null),
    ...law.regimes.flatMap((regime) => [...regime.days, ...boundsOf(regime)]),
    ...(law.begins ? [law.begins] : []),
  ]);
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
  const situations = keepSituations(law, goodsOf, originsOf);
  return {
    stretchOf: (date) => (momentOf({ date, presentedAt: null }) === null ? stretch(date) + 1 : -1),
    goodsOf,
    originsOf,
    situationOf: (line) => {
      // Programs are open to origins that no duty tells apart.
      if (line.goods.kind === 'class' || isCoarse(line, law) || law.claims.some((fact) => line.facts.has(fact)))
        return undefined;
      if (law.aboutNumber(line, line.goods.code).length > 0) return undefined;
      const open = tellsNotCovered ? [base, none].map((roles) => law.notCoveredBy(line, roles).join()).join('/') : '';
      return `${situations(line, line.goods.code)}|${open}`;
    },
  };
}

const base: ReadonlySet<Role> = new Set(['base']);
const none: ReadonlySet<Role> = new Set();

/** What the facts of a line are, as far as anybody asked. */
export function factsText(facts: ReadonlyMap<string, FactValue>, asked: Iterable<string>): string {
  let text = '';
  for (const fact of asked) text += `${factText(facts.get(fact))}\u0000`;
  return text;
}

const mostRemembered = 20_000;

/** Found once for kinds of goods, classes of origins, and days between which no docket of theirs changes. */
function keepSituations(
  law: Law,
  goods: (code: string) => number,
  origins: (origin: string) => number,
): (line: EntryLine, code: string) => string {
  const bounds = law.regimes.map((regime) => stretchesBetween(boundsOf(regime)));
  const allBounds = [...law.regimes.flatMap(boundsOf), ...(law.begins ? [law.begins] : [])];
  const within = new Map<string, readonly IsoDate[]>();
  const names = shortNames((text) => text);
  const known = new Map<string, string>();
  const place = new Map(law.regimes.map((regime, index) => [regime, index]));
  return (line, code) => {
    const pair = `${goods(code)}|${origins(line.origin)}`;
    let days = within.get(pair);
    if (!days) {
      if (within.size >= mostRemembered) within.clear();
      const own = law.regimes.flatMap((one) => one.docketDays(code, line.origin));
      days = [...new Set([...own, ...allBounds])].toSorted();
      within.set(pair, days);
    }
    const stretch = days.findLastIndex((day) => day <= line.date);
    const key = `${pair}|${stretch}|${line.facts.has(baseRateFact)}`;
    let found = known.get(key);
    if (found === undefined) {
      if (known.size >= mostRemembered) known.clear();
      const plan = planFor(line, code, law);
      found = String(
        names(
          [
            ...plan.regimes.map((regime) => {
              const index = place.get(regime) ?? 0;
              const docket = regime.docket(code, line.origin, line.date);
              // Where there are no candidates, what is said may turn on other days.
              const said = docket.candidates.length === 0 ? `${pair}|${stretch}` : docket.id;
              return `${index}:${said}:${bounds[index]?.(line.date)}:${regime.reach(code)?.from}`;
            }),
            plan.listed,
          ].join(';'),
        ),
      );
      known.set(key, found);
    }
    return found;
  };
}

/** A short name for each text that `describe` gives; found once for what is described. */
function shortNames(describe: (what: string) => string): (what: string) => number {
  const known = new Map<string, number>();
  const named = new Map<string, number>();
  return (what) => {
    let name = known.get(what);
    if (name === undefined) {
      const text = describe(what);
      name = named.get(text) ?? named.size;
      named.set(text, name);
      known.set(what, name);
    }
    return name;
  };
}
