import type { DutyLine } from '../../customs/assessment.ts';
import type { QuotaTier } from '../../customs/entry-line.ts';
import type { Basis } from '../../customs/measure.ts';
import type { ConditionalRate, RateDue, RateWay, RatesQuestion } from '../../customs/rates-due.ts';
import { baseRateFact } from '../../customs/supplied-fact.ts';
import { firstDay } from '../../exact/iso-date.ts';
import { type Answer, type Considered, answerFor } from '../answer.ts';
import type { Branch } from '../branch.ts';
import type { Candidate } from '../candidate.ts';
import { alternatives, decide, questionAbout } from '../decide.ts';
import type { Law } from '../law.ts';
import { untouched } from '../balances.ts';
import type { Regime } from '../regime.ts';
import { describeSupposition } from '../suppositions.ts';
import { type Amounts, notionalLine } from './notional.ts';
import { isOnRest, percentOf, totalOf } from './rate-total.ts';

/** The answer to a notional shipment, and every regime that was considered for it. */
export interface Asked {
  readonly question: RatesQuestion;
  readonly code: string;
  readonly tier: QuotaTier | null;
  readonly answer: Answer;
  readonly considered: readonly Considered[];
  /** Facts that give the rate of a regime where no table does, by its id. */
  readonly rateFacts: ReadonlyMap<string, string>;
}

export function ask(
  question: RatesQuestion,
  code: string,
  law: Law,
  tier: QuotaTier | null,
  counted: Parameters<typeof notionalLine>[2],
  amounts: Amounts,
): Asked {
  const considered: Considered[] = [];
  const line = notionalLine(question, tier, counted, amounts);
  const answer = answerFor(line, code, law, untouched, (one) => void considered.push(one));
  const rateFacts = new Map(law.declared.map(({ declared }) => [declared.id, declared.rate]));
  return { question, code, tier, answer, considered, rateFacts };
}

/** Whether a quota may take the goods, so that they have to be asked about in it and over it. */
export function meetsQuota({ considered, question, code }: Asked): boolean {
  return considered.some(
    ({ regime, laid }) =>
      laid.length > 0 &&
      regime.docket(code, question.origin, question.date).candidates.some(({ quota }) => quota !== null),
  );
}

/** Whether goods that customs accepted in quota would pay the rate of one. */
export function isInQuota({ answer }: Asked): boolean {
  return answer.branches.some(({ duties }) => duties.some(({ tier }) => tier === 'in-quota'));
}

/** Every way the answer may turn out, as rates. */
export function waysIn(asked: Asked, tier: QuotaTier | null): readonly RateWay[] {
  const { branches, problems } = asked.answer;
  const unlisted = problems.find(({ code }) => code === 'not-listed');
  return branches.map((branch): RateWay => {
    const when = branch.when.join(' and ');
    if (branch.refused) return { tier, when, status: 'refused', rates: [], total: noTotal('the goods are refused') };
    const isLeftKnown = branch.duties.every((duty) => candidateOf(duty, asked)?.rate.basis.kind !== 'declared');
    const laid = branch.duties.map((duty) => rateOf(duty, asked, isLeftKnown));
    const rates = branch.blocked && branches.length === 1 ? withOthers(laid, asked, branch) : laid;
    if (!branch.blocked && !unlisted) return { tier, when, status: 'due', rates, total: totalOf(rates) };
    const error = unlisted ?? branch.problems.find(({ severity }) => severity === 'error');
    return { tier, when, status: 'unknown', rates, total: noTotal(error?.message ?? 'it is not known') };
  });
}

function noTotal(why: string): RateWay['total'] {
  return { percent: null, why };
}

function rateOf(duty: DutyLine, asked: Asked, isLeftKnown: boolean): RateDue {
  const candidate = candidateOf(duty, asked);
  const basis: Basis = candidate?.rate.basis ?? { kind: 'entered-value' };
  const fact = duty.role === 'base' ? baseRateFact : asked.rateFacts.get(duty.regime);
  const declared = fact === undefined ? undefined : asked.question.facts.get(fact);
  const own = declared?.type === 'rate' ? declared.printed.rate : null;
  // What is reported where a regime gives way is no rate of a table, and nothing is due by it.
  const form = candidate?.rate.charge.printed.rate ?? own ?? (duty.exact.isZero() ? { form: 'free' as const } : null);
  return {
    regime: duty.regime,
    regimeTitle: duty.regimeTitle,
    role: duty.role,
    measure: duty.measure,
    measureTitle: duty.measureTitle,
    headings: duty.headings,
    tier: duty.tier,
    rate: duty.rate,
    charge: duty.charge,
    basis: candidate && form?.form !== 'free' && isOnRest(duty, basis) ? 'value-left' : basisName(basis),
    percent: form && percentOf(duty, form, basis, { program: programOf(asked), isLeftKnown }),
    asks: null,
    from: candidate?.rate.from ?? firstDay,
    before: candidate?.rate.before ?? null,
    citation: duty.citation,
    refund: duty.refund,
    overlay: duty.overlay,
  };
}

function programOf({ question }: Asked): string | null {
  const program = question.facts.get('spi');
  return program && 'text' in program ? program.text : null;
}

/** The rate of the law behind a duty; undefined: the line itself declared it. */
function candidateOf(duty: DutyLine, { considered, question, code }: Asked): Candidate | undefined {
  const regime = considered.find((one) => one.regime.table.regime === duty.regime)?.regime;
  return regime
    ?.docket(code, question.origin, question.date)
    .candidates.find(({ measure, rate }) => measure.id === duty.measure && rate.charge.printed.text === duty.rate);
}

/** "entered-value", "steel_content_value", "entered-value less us_content_share". */
function basisName(basis: Basis): string {
  if (basis.kind === 'entered-value') return basis.kind;
  return basis.kind === 'declared' ? basis.fact : `entered-value less ${basis.fact}`;
}

/** Those that gave a number and those that gave none, in the order in which they are laid. */
function withOthers(laid: readonly RateDue[], asked: Asked, branch: Branch): readonly RateDue[] {
  const all = [...laid, ...ratesWithoutNumber(asked, branch)];
  return asked.considered.flatMap(({ regime }) => all.filter((one) => one.regime === regime.table.regime));
}

/** Rates that apply and give no number, such as one that is not known: their words are law all the same. */
function ratesWithoutNumber(asked: Asked, branch: Branch): readonly RateDue[] {
  return asked.considered.flatMap(({ regime, laid }): readonly RateDue[] => {
    const [first] = laid;
    const isLaid = branch.duties.some((duty) => duty.regime === regime.table.regime);
    if (!first || isLaid || !first.after.some(({ blocked }) => blocked) || first.before.blocked) return [];
    const { code, line } = first.context;
    const docket = regime.docket(code, line.origin, line.date);
    const decision = decide(docket, questionAbout(line, docket, regime.groups));
    return decision.kind === 'applies' ? [withoutNumber(regime, decision.candidate)] : [];
  });
}

function withoutNumber(regime: Regime, candidate: Candidate): RateDue {
  const { measure, rate } = candidate;
  return {
    ...named(regime, candidate),
    role: regime.table.role,
    tier: null,
    charge: rate.charge.kind,
    basis: basisName(rate.basis),
    percent: null,
    asks: null,
    refund: rate.refund,
    overlay: measure.overlay,
  };
}

function named(
  { table }: Regime,
  { measure, rate, quota }: Candidate,
): Pick<
  RateDue,
  'regime' | 'regimeTitle' | 'measure' | 'measureTitle' | 'headings' | 'rate' | 'from' | 'before' | 'citation'
> {
  const heading = quota?.categories[0]?.heading;
  return {
    regime: table.regime,
    regimeTitle: table.title,
    measure: measure.id,
    measureTitle: measure.title,
    headings: rate.headings.length > 0 || heading === undefined ? rate.headings : [heading],
    rate: rate.charge.printed.text,
    from: rate.from,
    before: rate.before,
    citation: rate.citation,
  };
}

/** Rates that declaring facts would bring, each once, under the fewest conditions. */
export function conditionalRates({ considered }: Asked): readonly ConditionalRate[] {
  return considered.flatMap(({ regime, laid }) => {
    const [first] = laid;
    if (!first) return [];
    const { code, line } = first.context;
    const docket = regime.docket(code, line.origin, line.date);
    const found = new Map<Candidate, ConditionalRate>();
    for (const { candidate, suppositions } of alternatives(docket, questionAbout(line, docket, regime.groups))) {
      const known = found.get(candidate);
      const facts = [...new Set(suppositions.flatMap(({ test }) => test.facts))];
      if (known && known.facts.length <= facts.length) continue;
      const when = suppositions.map(describeSupposition).join(' and ');
      found.set(candidate, { ...named(regime, candidate), inQuota: candidate.quota !== null, when, facts });
    }
    return [...found.values()];
  });
}
