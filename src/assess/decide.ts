import type { EntryLine, FactValue } from '../customs/entry-line.ts';
import type { Test } from '../customs/measure.ts';
import type { Facts, Truth } from './facts.ts';
import { describeTest, testFacts } from './facts.ts';
import type { Groups } from './origins.ts';
import type { Candidate, Docket } from './candidate.ts';
import { type Suppositions, follows } from './suppositions.ts';

/** Which candidate applies. `tied`: several fit equally well, and nothing says which goes first, unless the law lets the declarant choose. */
export type Decision =
  | { readonly kind: 'none' }
  | { readonly kind: 'applies'; readonly candidate: Candidate }
  | { readonly kind: 'tied'; readonly candidates: readonly [Candidate, Candidate, ...Candidate[]] };

/** What is asked of a docket. Lines that declare the same of what it asks share one question, and what was found for it. */
export interface Question {
  readonly facts: Facts;
  readonly groups: Groups;
  readonly suppositions: Suppositions;
  /** Candidates that are out of the question: a quota without room, a tier that customs refused. */
  readonly without: readonly Candidate[];
  /** Customs accepted the line in quota, so whatever the quota's tests ask was shown to it. */
  readonly acceptedInQuota: boolean;
  /** Findings with nothing supposed, by what was looked for. */
  readonly found: Map<string, unknown>;
}

const mostRemembered = 10_000;

/** The question a line puts, with nothing supposed. */
export function questionAbout(line: EntryLine, docket: Docket, groups: Groups): Question {
  const acceptedInQuota = line.quotaTier === 'in-quota';
  let key = acceptedInQuota ? '+' : '-';
  for (const fact of docket.facts) key += `${factText(line.facts.get(fact))}\u0000`;
  const known = docket.memory.get(key) as Question | undefined;
  if (known) return known;
  if (docket.memory.size >= mostRemembered) docket.memory.clear();
  const question: Question = {
    facts: line.facts,
    groups,
    suppositions: [],
    without: [],
    acceptedInQuota,
    found: new Map(),
  };
  docket.memory.set(key, question);
  return question;
}

/** Equal for facts that say the same. */
export function factText(value: FactValue | undefined): string {
  if (value === undefined) return '';
  if ('text' in value) return value.text;
  if ('amount' in value) return value.amount.toFixed();
  if ('printed' in value) return value.printed.text;
  return 'date' in value ? value.date : String(value.yes);
}

/** What `find` finds, found once for lines that agree in the facts. */
function remembered<Found>(question: Question, what: string, find: () => Found): Found {
  const known = question.found.get(what);
  if (known !== undefined) return known as Found;
  const found = find();
  question.found.set(what, found);
  return found;
}

/** The narrowest of the candidates whose tests hold. */
export function decide(docket: Docket, question: Question): Decision {
  const find = (): Decision =>
    narrowest(
      docket,
      docket.candidates.filter((one) => !question.without.includes(one) && holds(one, docket, question)),
    );
  if (question.suppositions.length > 0) return find();
  if (question.without.length === 0) return remembered(question, 'decision', find);
  return remembered(question, question.without.map((one) => docket.candidates.indexOf(one)).join(), find);
}

export function holds(candidate: Candidate, docket: Docket, question: Question): boolean {
  return candidate.rate.when.every((test) => {
    const truth = testFacts(test, question.facts, docket.date, question.groups);
    return truth === 'undeclared' ? supposed(test, candidate, docket, question) : truth === 'met';
  });
}

function supposed(test: Test, candidate: Candidate, docket: Docket, question: Question): boolean {
  if (question.acceptedInQuota && candidate.quota) return true;
  return follows(test, question.suppositions, docket.date, question.groups) ?? test.ifUndeclared === 'met';
}

/** The one that nothing else beats. */
export function narrowest(docket: Docket, fitting: readonly Candidate[]): Decision {
  const unbeaten = fitting.filter((one) => !fitting.some((other) => other !== one && docket.beats(other, one)));
  const [first, second, ...others] = unbeaten.length > 0 ? unbeaten : fitting;
  if (first === undefined) return { kind: 'none' };
  return second === undefined
    ? { kind: 'applies', candidate: first }
    : { kind: 'tied', candidates: [first, second, ...others] };
}

/** Title of the overlay without which another rate would have gone before this one. */
export function endedOverlay(docket: Docket, question: Question, winner: Candidate): string | null {
  const lost = docket.ended.find((one) => holds(one, docket, question) && !docket.beats(winner, one));
  return lost?.rate.endedBy ?? null;
}

/** Tests on undeclared facts whose table says to ask; each may hold or not. A candidate that fails for another reason asks nothing. */
export function openQuestions(docket: Docket, question: Question): readonly Test[] {
  return remembered(question, 'open', () => {
    const open = new Map<string, Test>();
    for (const candidate of docket.candidates) {
      const undecided = candidate.rate.when.filter((test) => isOpen(test, candidate, docket, question));
      const answered = undecided.map((test) => ({ test, holds: true }));
      const supposing = { ...question, suppositions: [...question.suppositions, ...answered] };
      if (undecided.length > 0 && holds(candidate, docket, supposing))
        for (const test of undecided) open.set(describeTest(test), test);
    }
    return [...open.values()];
  });
}

function isOpen(test: Test, candidate: Candidate, docket: Docket, question: Question): boolean {
  if (test.ifUndeclared !== 'ask' || (question.acceptedInQuota && candidate.quota)) return false;
  if (testFacts(test, question.facts, docket.date, question.groups) !== 'undeclared') return false;
  return follows(test, question.suppositions, docket.date, question.groups) === undefined;
}

/** A candidate that would apply if undeclared facts were as supposed. */
export interface Alternative {
  readonly candidate: Candidate;
  readonly suppositions: Suppositions;
  /** It would be one of several to choose from: it applies only if it is lower. */
  readonly chosen: boolean;
}

/** What declaring a fact could change: what would apply if a candidate's undeclared tests held, or if one that holds by silence did not. */
export function alternatives(docket: Docket, question: Question): readonly Alternative[] {
  return remembered(question, 'alternatives', () => {
    const now = decide(docket, question);
    const found: Alternative[] = [];
    for (const suppositions of worthSupposing(docket, question)) {
      const then = decide(docket, { ...question, suppositions });
      const before = now.kind === 'none' ? [] : now.kind === 'applies' ? [now.candidate] : now.candidates;
      const after = then.kind === 'none' ? [] : then.kind === 'applies' ? [then.candidate] : then.candidates;
      const chosen = then.kind === 'tied';
      for (const candidate of after) if (!before.includes(candidate)) found.push({ candidate, suppositions, chosen });
    }
    return found;
  });
}

function worthSupposing(docket: Docket, question: Question): readonly Suppositions[] {
  return docket.candidates.flatMap((candidate): readonly Suppositions[] => {
    const truths = candidate.rate.when.map((test): readonly [Test, Truth] => [
      test,
      testFacts(test, question.facts, docket.date, question.groups),
    ]);
    if (truths.some(([, truth]) => truth === 'not-met')) return [];
    const tests = truths
      .filter(([test, truth]) => truth === 'undeclared' && test.ifUndeclared !== 'ask')
      .map(([test]) => test);
    if (tests.length === 0) return [];
    const bySilence = tests.every(({ ifUndeclared }) => ifUndeclared === 'met');
    return bySilence ? tests.map((test) => [{ test, holds: false }]) : [tests.map((test) => ({ test, holds: true }))];
  });
}
