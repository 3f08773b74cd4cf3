import type { EntryLine } from '../customs/entry-line.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { isMute } from './assess-regime.ts';
import { type Law, givesWay } from './law.ts';
import { whyPassedOver } from './passed-over.ts';
import { type Regime, everHasRate } from './regime.ts';
import { keepHeard } from './regime-words.ts';
import { boundsOf, stretchesBetween } from './stretches.ts';

/** What is asked about a line. */
export interface Plan {
  /** Regimes that may have something to say, in the order in which they are decided. */
  readonly regimes: readonly Regime[];
  /** Those among them whose charges bear on what others charge, or turn on facts that others ask for as well. */
  readonly entangled: () => ReadonlySet<Regime>;
  /** Whether any regime ever names such goods of such an origin. */
  readonly listed: boolean;
}

const mostRemembered = 50_000;

/** Plans by law; a law is used for many lines. */
const kept = new WeakMap<Law, (line: EntryLine, code: string) => Plan>();

/** Found once for a number, an origin and a stretch of days on which nothing in the law changes. */
export function planFor(line: EntryLine, code: string, law: Law): Plan {
  let plans = kept.get(law);
  if (!plans) {
    plans = keepPlans(law);
    kept.set(law, plans);
  }
  return plans(line, code);
}

function keepPlans(law: Law): (line: EntryLine, code: string) => Plan {
  const stretchOf = stretches(law);
  const heard = keepHeard(law);
  const plans = new Map<string, Plan>();
  return (line, code) => {
    const declared = line.facts.has(baseRateFact) ? '+' : '';
    const key = `${code}|${line.origin}|${stretchOf(line.date)}|${line.goods.kind}${declared}`;
    let plan = plans.get(key);
    if (!plan) {
      if (plans.size >= mostRemembered) plans.clear();
      plan = drawUpPlan(line, code, law, heard);
      plans.set(key, plan);
    }
    return plan;
  };
}

function drawUpPlan(line: EntryLine, code: string, law: Law, heard: ReturnType<typeof keepHeard>): Plan {
  const isEarly = law.begins !== undefined && line.date < law.begins;
  const regimes = isEarly
    ? law
        .regimesOn(line.date)
        .filter((regime) => whyPassedOver(line, code, regime, law) === null && !isMute(regime, line, code))
    : heard(line, code);
  return {
    regimes,
    entangled: entangledAmong(regimes, { code, origin: line.origin, date: line.date }),
    listed: isListed(line, code, law),
  };
}

/** Whether any regime ever names such goods of such an origin, or their base duty is declared. */
export function isListed(line: EntryLine, code: string, law: Law): boolean {
  if (line.facts.has(baseRateFact) && law.regimes.some(({ schedule }) => schedule !== null)) return true;
  return law.regimes.some(
    (regime) =>
      regime.reach(code) !== undefined && (regime.table.role === 'base' || everHasRate(regime, code, line.origin)),
  );
}

/** Without the line itself: a plan outlives it. */
function entangledAmong(regimes: readonly Regime[], goods: Goods): Plan['entangled'] {
  return once(
    () => new Set(regimes.filter((one) => regimes.some((other) => other !== one && bearsOn(one, other, goods)))),
  );
}

/** Goods of an origin on a day. */
interface Goods {
  readonly code: string;
  readonly origin: string;
  readonly date: IsoDate;
}

/** Found when it is first asked for: most lines leave no question open. */
function once<Found>(find: () => Found): () => Found {
  let found: { readonly value: Found } | undefined;
  return () => (found ??= { value: find() }).value;
}

/** Whether a regime's charge on such goods may change what another one charges, or a fact may change both. */
function bearsOn(one: Regime, other: Regime, { code, origin, date }: Goods): boolean {
  if (givesWay(other, one, date)) return true;
  const docket = other.docket(code, origin, date);
  const { facts } = one.docket(code, origin, date);
  if (facts.some((fact) => docket.facts.includes(fact))) return true;
  if (one.table.role !== 'base') return false;
  return other.asksFor.length > 0 || docket.candidates.some(({ rate }) => rate.charge.kind === 'up-to');
}

/** A number for each stretch of days on which nothing in the law changes. */
function stretches(law: Law): (date: IsoDate) => number {
  return stretchesBetween([
    ...law.regimes.flatMap((regime) => [...regime.days, ...boundsOf(regime)]),
    ...(law.begins ? [law.begins] : []),
  ]);
}
