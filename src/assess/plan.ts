import type { EntryLine } from '../customs/entry-line.ts';
import type { Quota } from '../customs/quota.ts';
import { baseRateFact } from '../customs/supplied-fact.ts';
import { type IsoDate, dayAfter } from '../exact/iso-date.ts';
import { numbered } from '../exact/numbered.ts';
import { isMute } from './assess-regime.ts';
import { type Law, givesWay } from './law.ts';
import { potDays } from './pots.ts';
import { type Regime, everHasRate } from './regime.ts';

/** What is asked about a line. */
export interface Plan {
  /** Regimes that may have something to say, in the order in which they are decided. */
  readonly regimes: readonly Regime[];
  /** Those among them whose charges bear on what others charge, or turn on facts that others ask for as well. */
  readonly entangled: () => ReadonlySet<Regime>;
  /** Whether any regime ever names such goods of such an origin. */
  readonly listed: boolean;
}

/** Why a regime has nothing to say of a line. */
export type PassedOver = 'other-goods' | 'not-yet' | 'replaced' | 'ended';

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
  const plans = new Map<string, Plan>();
  return (line, code) => {
    const declared = line.facts.has(baseRateFact) ? '+' : '';
    const key = `${code}|${line.origin}|${stretchOf(line.date)}|${line.goods.kind}${declared}`;
    let plan = plans.get(key);
    if (!plan) {
      if (plans.size >= mostRemembered) plans.clear();
      plan = drawUpPlan(line, code, law);
      plans.set(key, plan);
    }
    return plan;
  };
}

function drawUpPlan(line: EntryLine, code: string, law: Law): Plan {
  const regimes = law
    .regimesOn(line.date)
    .filter((regime) => whyPassedOver(line, code, regime, law) === null && !isMute(regime, line, code));
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

/** Most regimes have no rate for the goods of a line, or not yet, or not any more. */
export function whyPassedOver(line: EntryLine, code: string, regime: Regime, law: Law): PassedOver | null {
  // A class of goods has no base duty of its own: it differs from number to number.
  if (regime.table.role === 'base' && line.goods.kind === 'class') return 'other-goods';
  const reach = regime.reach(code);
  if (!reach) return regime.schedule !== null && line.facts.has(baseRateFact) ? null : 'other-goods';
  if (line.date < reach.from && regime.table.role !== 'base') {
    // Of a day before all law the first regime tells; those that came later have nothing to add.
    const isBeforeLaw = law.begins !== undefined && line.date < law.begins;
    if (!isBeforeLaw || law.firstDue(code, line.origin) !== reach.from) return 'not-yet';
  }
  const { ended } = regime.table;
  if (ended !== null && line.date >= ended.from) return 'ended';
  return law.isReplaced(regime, line.date) ? 'replaced' : null;
}

/** A number for each stretch of days on which nothing in the law changes. */
function stretches(law: Law): (date: IsoDate) => number {
  return stretchesBetween([
    ...law.regimes.flatMap((regime) => [...regime.days, ...boundsOf(regime)]),
    ...(law.begins ? [law.begins] : []),
  ]);
}

/** A number for each stretch of days that none of the given ones parts; found once for a day. */
export function stretchesBetween(given: readonly IsoDate[]): (date: IsoDate) => number {
  const days = [...new Set(given)].toSorted();
  return foundOnce((date) => days.findLastIndex((day) => day <= date));
}

/** What is found for a day, found once. */
export function foundOnce(find: (date: IsoDate) => number): (date: IsoDate) => number {
  const known = new Map<IsoDate, number>();
  return (date) => {
    const found = known.get(date) ?? find(date);
    known.set(date, found);
    return found;
  };
}

/** The same, where the pots that lines draw on are told apart as well: a new year is another stretch. */
export function stretchesWithPots(given: readonly IsoDate[], quotas: readonly Quota[]): (date: IsoDate) => number {
  const stretchOf = stretchesBetween(given);
  const potsOf = potDays(quotas);
  const numberOf = numbered();
  return foundOnce((date) => numberOf(`${stretchOf(date)}/${potsOf(date)}`));
}

/** Days on which a regime as a whole begins, ends, or gives way to others. */
export function boundsOf({ table }: Regime): readonly IsoDate[] {
  const { documentedFrom, documentedThrough, ended, replaced, yields, unsaid = [] } = table;
  const bounds = yields.flatMap(({ from, before }) => [from, before]);
  const others = [
    documentedFrom,
    documentedThrough && dayAfter(documentedThrough),
    ended?.from,
    replaced?.from,
    ...bounds,
    ...unsaid.map(({ from }) => from),
  ];
  return others.filter((day) => day !== undefined && day !== null);
}
