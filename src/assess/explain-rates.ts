import type { DutyLine } from '../customs/assessment.ts';
import type { FactValue } from '../customs/entry-line.ts';
import type { Test } from '../customs/measure.ts';
import { columnsFor } from '../customs/supplied-fact.ts';
import type { RateTrace } from '../customs/trace.ts';
import { plainText, zero } from '../exact/decimal.ts';
import type { Laid } from './lay.ts';
import { valueLeft } from './assess-regime.ts';
import { chargeRate, moneyWords, wholeOf } from './charge.ts';
import type { Candidate, Docket } from './candidate.ts';
import { type Question, holds, questionAbout } from './decide.ts';
import { choiceBetween, isNarrower } from './docket.ts';
import { describeTest, testFacts } from './facts.ts';
import type { Stake } from './stakes.ts';

type Found = Pick<RateTrace, 'outcome' | 'words' | 'facts' | 'stake'>;

/** Every rate that fits goods, origin and day, those that apply first, and why the others do not. */
export function ratesConsidered(
  laid: Laid,
  stakes: readonly Stake[],
  mayBeDeclared: (test: Test) => Test,
): readonly RateTrace[] {
  const { context } = laid;
  const { line, regime } = context;
  const docket = regime.docket(context.code, line.origin, line.date);
  const question = questionAbout(line, docket, regime.groups);
  const traces = docket.candidates.map((candidate) => ({
    ...aboutRate(candidate),
    ...findingOn(candidate, { laid, docket, question, stakes, mayBeDeclared }),
  }));
  const rank = ({ outcome }: RateTrace): number => (outcome === 'applies' || outcome === 'may-apply' ? 0 : 1);
  return traces.toSorted((a, b) => rank(a) - rank(b));
}

function aboutRate({ measure, rate, quota }: Candidate): Omit<RateTrace, keyof Found> {
  const heading = quota?.categories[0]?.heading;
  const { text } = rate.charge.printed;
  return {
    measure: measure.id,
    title: measure.title,
    headings: rate.headings.length > 0 || heading === undefined ? rate.headings : [heading],
    rate: rate.charge.kind === 'up-to' ? `up to ${text} with base duty` : text,
    from: rate.from,
    before: rate.before,
    citation: rate.citation,
  };
}

interface Around {
  readonly laid: Laid;
  readonly docket: Docket;
  readonly question: Question;
  readonly stakes: readonly Stake[];
  /** What is left of a test without values that the line may not declare. */
  readonly mayBeDeclared: (test: Test) => Test;
}

function findingOn(candidate: Candidate, around: Around): Found {
  const { laid, docket, question } = around;
  const { context, after } = laid;
  const without = { facts: [], stake: null };
  const ways = after.filter(({ duties }) => duties.some((duty) => isOf(duty, candidate, context.regime.table.regime)));
  if (ways.length > 0) {
    if (after.length === 1) return { ...without, outcome: 'applies', words: conditionsOf(candidate, around) };
    return {
      ...without,
      outcome: 'may-apply',
      words: `if ${ways.map(({ when }) => when.join(' and ')).join('; or ')}`,
    };
  }
  const date = docket.date;
  const failing = candidate.rate.when.find(
    (test) => testFacts(test, question.facts, date, question.groups) === 'not-met',
  );
  if (failing) {
    const words = `asks that ${describeTest(failing)}; ${declaredWords(failing, context.line.facts)}`;
    return { ...without, outcome: 'not-met', words };
  }
  const stake = around.stakes.find((one) => one.candidate === candidate);
  if (!holds(candidate, docket, question)) return undeclared(candidate, stake, around);
  const chosen = after[0]?.duties.find((duty) => duty.regime === context.regime.table.regime);
  const choice = choiceBetween([candidate], context.regime.table);
  if (choice && chosen && choice.of.includes(chosen.measure)) return notChosen(candidate, chosen, around);
  return { ...without, ...beaten(candidate, around) };
}

function isOf(
  duty: { readonly regime: string; readonly measure: string; readonly rate: string },
  { measure, rate }: Candidate,
  regime: string,
): boolean {
  return duty.regime === regime && duty.measure === measure.id && duty.rate === rate.charge.printed.text;
}

/** The conditions that a rate which applies has met. */
function conditionsOf({ rate }: Candidate, { docket, question }: Around): string | null {
  const met = rate.when.filter((test) => testFacts(test, question.facts, docket.date, question.groups) === 'met');
  return met.length === 0 ? null : met.map(describeTest).join(' and ');
}

function undeclared({ rate }: Candidate, stake: Stake | undefined, { docket, question, mayBeDeclared }: Around): Found {
  const open = rate.when.filter(
    (test) => testFacts(test, question.facts, docket.date, question.groups) === 'undeclared',
  );
  const left = open.map(mayBeDeclared);
  const shut = open.find((_, index) =>
    left[index]?.conditions.some((one) => 'values' in one && one.values.length === 0),
  );
  if (shut)
    return {
      outcome: 'not-met',
      words: `asks that ${describeTest(shut)}, which these goods may not claim`,
      facts: [],
      stake: null,
    };
  return {
    outcome: 'undeclared',
    words: `asks that ${left.map(describeTest).join(' and ')}`,
    facts: [...new Set(open.flatMap(({ facts }) => facts.flatMap(columnsFor)))],
    stake: stake?.change ?? null,
  };
}

/** The law lets the declarant choose, and another one comes to less. */
function notChosen(candidate: Candidate, chosen: DutyLine, { laid: { context, before } }: Around): Found {
  const left = valueLeft(context, before.duties) ?? zero;
  const charged = chargeRate({ ...context, valueLeft: left }, candidate, wholeOf(context.line), null, null);
  const [duty] = charged.duties;
  const none = { outcome: 'not-chosen', facts: [], stake: null } as const;
  if (!duty) return { ...none, words: 'the declarant may choose; this one gives no number' };
  const words = `the declarant may choose; this one comes to ${moneyWords(duty.amount, context.jurisdiction)}`;
  return { ...none, words, stake: duty.amount.minus(chosen.amount) };
}

/** It fits in every way, and did not apply. */
function beaten(candidate: Candidate, { laid, docket, question }: Around): Pick<Found, 'outcome' | 'words'> {
  const first = docket.candidates.find(
    (one) => one !== candidate && holds(one, docket, question) && docket.beats(one, candidate),
  );
  if (first) {
    const narrower = isNarrower(first, candidate, docket.date, question.groups) === true;
    const why = narrower ? 'is narrower' : 'goes before it in the order of the table';
    return { outcome: 'goes-second', words: `${nameOf(first, candidate)} ${why}` };
  }
  if (laid.after.some(({ blocked }) => blocked && !laid.before.blocked))
    return { outcome: 'may-apply', words: `gives no number: ${whyBlocked(laid)}` };
  if (candidate.quota === null) return { outcome: 'goes-second', words: null };
  const words =
    laid.context.line.quotaTier === 'over-quota' ? 'accepted over quota' : 'its quota has no room for these goods';
  return { outcome: 'no-room', words };
}

function whyBlocked({ before, after }: Laid): string {
  const errors = after.flatMap(({ problems }) =>
    problems.filter((one) => one.severity === 'error' && !before.problems.includes(one)),
  );
  return errors[0]?.message ?? 'something is not known';
}

/** By its heading, unless the other has the same. */
function nameOf(candidate: Candidate, other: Candidate): string {
  const { measure } = candidate;
  const heading = headingOf(candidate);
  return heading === undefined || heading === headingOf(other) ? `"${measure.title ?? measure.id}"` : heading;
}

function headingOf({ rate, quota }: Candidate): string | undefined {
  return rate.headings[0] ?? quota?.categories[0]?.heading;
}

/** "CN was declared" */
function declaredWords(test: Test, facts: ReadonlyMap<string, FactValue>): string {
  const declared = test.facts.flatMap((fact) => {
    const value = facts.get(fact);
    return value === undefined ? [] : [`${test.facts.length > 1 ? `${fact} ` : ''}${valueWords(value)}`];
  });
  return `declared: ${declared.join(', ')}`;
}

function valueWords(value: FactValue): string {
  if ('text' in value) return value.text;
  if ('amount' in value) return value.type === 'percent' ? `${plainText(value.amount)}%` : plainText(value.amount);
  if ('printed' in value) return value.printed.text;
  return 'date' in value ? value.date : value.yes ? 'yes' : 'no';
}
