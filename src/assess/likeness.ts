import type { Candidate, Docket } from './candidate.ts';
import type { Law } from './law.ts';
import type { Regime } from './regime.ts';
import { numbered } from '../exact/numbered.ts';

/** The order among more candidates is not compared. */
const mostCompared = 8;

/** Finds a text for a docket, once, that is equal for those of the regime that say the same of lines which claim no program. */
export function keepLikeness(regime: Regime, law: Law): (docket: Docket) => string {
  const known = new WeakMap<Docket, string>();
  const numberOf = numbered();
  const isAsked = keepProgramsAsked(law, regime);
  return (docket) => {
    const found = known.get(docket) ?? `${numberOf(describe(docket, regime, law, isAsked))}`;
    known.set(docket, found);
    return found;
  };
}

/** What candidates are, and which of them go before others: how narrow they are says nothing else. */
function describe(
  { id, candidates, ended, beats, members }: Docket,
  regime: Regime,
  { claims }: Law,
  isAsked: (symbol: string) => boolean,
): string {
  const told = regime.schedule ? candidates.filter((one) => !isIdle(one, candidates, claims, isAsked)) : candidates;
  if (ended.length > 0 || told.length > mostCompared) return `${id}`;
  const order = told.flatMap((one) => told.map((other) => (one !== other && beats(one, other) ? '1' : '0')));
  return [...told.map((one) => textOf(one, regime)), order.join(''), members].join('\n');
}

/** Candidates of a schedule are made anew for each row; rows differ in days that nobody tells. */
function textOf({ measure, rate, quota }: Candidate, { table }: Regime): string {
  const place = table.measures.indexOf(measure);
  if (place < 0)
    return JSON.stringify([measure.id, measure.title, measure.overlay, rate.charge, rate.when, rate.citation]);
  const categories = quota?.categories.map((one) => quota.quota.categories.indexOf(one)).join('+');
  return `${place}#${measure.rates.indexOf(rate)}:${categories ?? ''}`;
}

/** Whether a rate is for those alone that claim a program for which no other regime asks, and is the same as without the claim. */
function isIdle(
  one: Candidate,
  candidates: readonly Candidate[],
  claims: readonly string[],
  isAsked: (symbol: string) => boolean,
): boolean {
  const isForClaims = one.rate.when.every(
    ({ facts, conditions }) =>
      facts.every((fact) => claims.includes(fact)) &&
      conditions.every((condition) => condition.op === 'in' && !condition.values.some(isAsked)),
  );
  if (one.rate.when.length === 0 || !isForClaims) return false;
  const unclaimed = candidates.filter(({ rate }) => rate.when.length === 0);
  return unclaimed.length > 0 && unclaimed.every((other) => chargeText(other) === chargeText(one));
}

function chargeText({ rate }: Candidate): string {
  return JSON.stringify(rate.charge);
}

/** Finds whether any regime but one asks whether a line claims a program. */
function keepProgramsAsked({ regimes, claims }: Law, but: Regime): (symbol: string) => boolean {
  let symbols: ReadonlySet<string> | 'any' | undefined;
  return (symbol) => {
    symbols ??= programsAsked(
      regimes.filter((one) => one !== but),
      claims,
    );
    return symbols === 'any' || symbols.has(symbol);
  };
}

/** Any: another schedule has rates for those who claim, or somebody asks who does not claim. */
function programsAsked(regimes: readonly Regime[], claims: readonly string[]): ReadonlySet<string> | 'any' {
  const conditions = regimes
    .flatMap(({ table }) => table.measures.flatMap(({ rates }) => rates.flatMap(({ when }) => when)))
    .filter(({ facts }) => facts.some((fact) => claims.includes(fact)))
    .flatMap((test) => test.conditions);
  if (regimes.some(({ schedule }) => schedule !== null) || conditions.some(({ op }) => op !== 'in')) return 'any';
  return new Set(conditions.flatMap((one) => (one.op === 'in' ? one.values : [])));
}
