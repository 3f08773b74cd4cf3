import type { Test } from '../customs/measure.ts';
import type { Facts, Truth } from './facts.ts';
import { testFacts } from './facts.ts';
import type { Groups } from './origins.ts';
import type { Candidate, Docket } from './regime.ts';

/** Which candidate applies. `tied`: two fit equally well and nothing says which goes first. */
export type Decision =
  | { readonly kind: 'none' }
  | { readonly kind: 'applies'; readonly candidate: Candidate }
  | { readonly kind: 'tied'; readonly candidates: readonly [Candidate, Candidate] };

/** What is supposed of tests whose fact was not declared and whose table says to ask. */
export type Suppositions = ReadonlyMap<Test, boolean>;

export interface Question {
  readonly facts: Facts;
  readonly groups: Groups;
  readonly suppositions: Suppositions;
  /** Candidates that are out of the question: a quota without room, a tier that customs refused. */
  readonly without: readonly Candidate[];
  /** Customs accepted the line in quota, so whatever the quota's tests ask was shown to it. */
  readonly acceptedInQuota: boolean;
}

/** The narrowest of the candidates whose tests hold. */
export function decide(docket: Docket, question: Question): Decision {
  return narrowest(docket, docket.candidates.filter((one) => !question.without.includes(one) && holds(one, docket, question)));
}

export function holds(candidate: Candidate, docket: Docket, question: Question): boolean {
  return candidate.rate.when.every((test) => {
    const truth = testFacts(test, question.facts, docket.date, question.groups);
    return truth === 'undeclared' ? supposed(test, candidate, question) : truth === 'met';
  });
}

function supposed(test: Test, candidate: Candidate, question: Question): boolean {
  if (question.acceptedInQuota && candidate.quota) return true;
  return question.suppositions.get(test) ?? test.ifUndeclared === 'met';
}

/** The one that nothing else beats. */
export function narrowest(docket: Docket, fitting: readonly Candidate[]): Decision {
  const unbeaten = fitting.filter((one) => !fitting.some((other) => other !== one && docket.beats(other, one)));
  const [first, second] = unbeaten.length > 0 ? unbeaten : fitting;
  if (first === undefined) return { kind: 'none' };
  return second === undefined ? { kind: 'applies', candidate: first } : { kind: 'tied', candidates: [first, second] };
}

/** Tests on undeclared facts whose table says to ask; each may hold or not. */
export function openQuestions(docket: Docket, question: Question): readonly Test[] {
  const open = new Set<Test>();
  for (const { rate, quota } of docket.candidates) {
    if (question.acceptedInQuota && quota) continue;
    for (const test of rate.when) {
      if (test.ifUndeclared === 'ask' && testFacts(test, question.facts, docket.date, question.groups) === 'undeclared') open.add(test);
    }
  }
  return [...open];
}

/** Candidates with tests on undeclared facts, and those tests: what declaring them could change. */
export function undeclaredTests(docket: Docket, question: Question): readonly { readonly candidate: Candidate; readonly tests: readonly Test[] }[] {
  const found: { candidate: Candidate; tests: readonly Test[] }[] = [];
  for (const candidate of docket.candidates) {
    const truths = candidate.rate.when.map((test): readonly [Test, Truth] => [test, testFacts(test, question.facts, docket.date, question.groups)]);
    const tests = truths.filter(([test, truth]) => truth === 'undeclared' && test.ifUndeclared !== 'ask').map(([test]) => test);
    if (tests.length > 0 && truths.every(([, truth]) => truth !== 'not-met')) found.push({ candidate, tests });
  }
  return found;
}
