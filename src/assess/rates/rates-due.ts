import { type Problem, problem } from '../../customs/problem.ts';
import type {
  ConditionalRate,
  RateWay,
  RatesDue,
  RatesQuestion,
  RatesStatus,
  SilentRegime,
} from '../../customs/rates-due.ts';
import { baseRateFact } from '../../customs/supplied-fact.ts';
import { answeredRoles } from '../assess-line.ts';
import { isCoarse } from '../coarse.ts';
import { explain } from '../explain.ts';
import type { Law } from '../law.ts';
import { coarseRates } from './coarse-rates.ts';
import { type Amounts, factsCounted } from './notional.ts';
import { type Asked, ask, conditionalRates, isInQuota, meetsQuota, waysIn } from './rate-ways.ts';
import { waysKey } from './ways-key.ts';

/** Which rates apply to goods from an origin on a day, by the engine that assesses shipments. Pure. */
export function ratesDue(question: RatesQuestion, law: Law): RatesDue {
  if (isCoarse(question, law))
    return coarseRates(question, law, (code, how) => ratesOfNumber(question, code, law, how));
  return ratesOfNumber(question, question.goods.kind === 'number' ? question.goods.code : '', law, 'all');
}

/** `ways`: without what is said of all numbers alike. */
function ratesOfNumber(question: RatesQuestion, code: string, law: Law, how: 'ways' | 'all'): RatesDue {
  const counted = factsCounted(question, code, law);
  const asked = (amounts: Amounts): readonly Asked[] => {
    const plain = ask(question, code, law, null, counted, amounts);
    if (plain.answer.status === 'invalid' || !meetsQuota(plain)) return [plain];
    const inside = ask(question, code, law, 'in-quota', counted, amounts);
    if (!isInQuota(inside)) return [plain];
    return [plain, inside, ask(question, code, law, 'over-quota', counted, amounts)];
  };
  const few = asked('few');
  const [plain, inside, over] = few;
  if (!plain) throw new Error('nothing was asked');
  const conditions = conditionalRates(plain);
  const ways = withQuantityInDoubt(code, law, waysOf(few), () => waysOf(asked('many')));
  const isInvalid = plain.answer.status === 'invalid';
  const told = isInvalid ? [] : ways.map((way) => withQuotaConditions(way, conditions));
  return {
    kind: 'rates',
    question,
    status: isInvalid ? 'invalid' : statusOf(told),
    ways: told,
    conditional: isInvalid ? [] : conditions.filter((one) => !isQuotaOf(one, told)),
    silent: how === 'ways' ? [] : silentIn(plain, law),
    notCovered: how === 'ways' ? [] : law.notCoveredBy(question, answeredRoles(plain.answer.branches)),
    problems: problemsOf(inside && over ? over : plain),
  };
}

function waysOf([plain, inside, over]: readonly Asked[]): readonly RateWay[] {
  if (!plain) return [];
  return inside && over ? [...waysIn(inside, 'in-quota'), ...waysIn(over, 'over-quota')] : waysIn(plain, null);
}

/**
 * A rate may ask what base duty comes to in percent of the value, what a kilogram is worth, or how much there is: that turns on the
 * shipment. Asked about little and about much of the goods, the answers then differ.
 */
function withQuantityInDoubt(
  code: string,
  law: Law,
  few: readonly RateWay[],
  many: () => readonly RateWay[],
): readonly RateWay[] {
  const isPercentage = few.every(({ rates }) =>
    rates.every(({ role, percent }) => role !== 'base' || percent !== null),
  );
  const asks = law.regimes.some(
    ({ asksFor, reach }) => asksFor.some((fact) => fact !== baseRateFact || !isPercentage) && reach(code) !== undefined,
  );
  if (!asks) return few;
  const other = many();
  if (waysKey(few) === waysKey(other)) return few;
  const under = (words: string, way: RateWay): RateWay => ({
    ...way,
    when: [way.when, words].filter(Boolean).join(' and '),
  });
  return [
    ...few.map((way) => under('the value is high for the quantity', way)),
    ...other.map((way) => under('the value is low for the quantity', way)),
  ];
}

function statusOf(ways: readonly RateWay[]): RatesStatus {
  if (ways.length === 0 || ways.some(({ status }) => status === 'unknown')) return 'unknown';
  return ways.some(({ when }) => when !== '') ? 'depends' : 'known';
}

/** A quota's rate says what the quota asks for. */
function withQuotaConditions(way: RateWay, conditions: readonly ConditionalRate[]): RateWay {
  if (way.tier !== 'in-quota') return way;
  const rates = way.rates.map((rate) => {
    const condition = conditions.find((one) => one.regime === rate.regime && one.measure === rate.measure);
    return condition && rate.tier === 'in-quota' ? { ...rate, asks: condition.when } : rate;
  });
  return { ...way, rates };
}

/** Whether the ways tell of it already. */
function isQuotaOf({ inQuota, regime, measure }: ConditionalRate, ways: readonly RateWay[]): boolean {
  return inQuota && ways.some(({ rates }) => rates.some((one) => one.regime === regime && one.measure === measure));
}

function silentIn({ considered, question, code }: Asked, law: Law): readonly SilentRegime[] {
  return considered.flatMap((one): readonly SilentRegime[] => {
    const { regime, title, outcome, words } = explain(one, { code, origin: question.origin, date: question.date }, law);
    const lays = outcome === 'charged' || outcome === 'free' || outcome === 'undecided' || outcome === 'other-goods';
    // What gives way to others on goods it would not reach is not worth a word.
    const { docket } = one.regime;
    const isIdle = outcome === 'gives-way' && docket(code, question.origin, question.date).candidates.length === 0;
    return lays || isIdle ? [] : [{ regime, title, outcome, words }];
  });
}

/** Of a shipment that nobody made: what it declared, its place in a quota, what its duty would come to. */
const ofShipments: ReadonlySet<string> = new Set(['no-quota', 'over-quota', 'quota-full', 'quota-shared']);

function problemsOf({ answer, considered }: Asked): readonly Problem[] {
  return answer.problems
    .filter(({ code, severity }) => !ofShipments.has(code) && !(code === 'fact-undeclared' && severity !== 'error'))
    .map((one) => (one.code === 'differs-from-schedule' ? withoutAmounts(one, considered) : one));
}

/** The same without the amounts. */
function withoutAmounts(one: Problem, considered: Asked['considered']): Problem {
  const laid = considered.flatMap(({ laid: ways }) =>
    ways.flatMap(({ after }) => after.flatMap(({ duties }) => duties)),
  );
  const rate = laid.find(({ role }) => role === 'base')?.rate ?? '';
  return problem(
    one.code,
    one.severity,
    `the declared base rate is not that of the schedule on hand, which was used: ${rate}`,
    {
      ...one,
      hint: one.hint,
    },
  );
}
