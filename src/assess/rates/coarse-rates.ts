import { type Problem, problem } from '../../customs/problem.ts';
import type { RateDue, RateWay, RatesDue, RatesQuestion } from '../../customs/rates-due.ts';
import { codesText, nameOf } from '../coarse.ts';
import type { Law } from '../law.ts';
import { numbersAlike } from '../numbers-alike.ts';
import { waysKey } from './ways-key.ts';

/** Answers that are told apart in a problem; more would not be read. */
const mostNamed = 6;

/**
 * Goods named by fewer digits than an entry needs, or by a class: answered as long as every full number below has the same rates.
 * Each kind of number is asked about once.
 */
export function coarseRates(
  question: RatesQuestion,
  law: Law,
  ofNumber: (code: string, how: 'ways' | 'all') => RatesDue,
): RatesDue {
  const answers = new Map<string, { readonly codes: string[]; readonly dues: RatesDue[] }>();
  const regimes = law.regimes.filter(({ table }) => table.role !== 'base' || question.goods.kind === 'number');
  for (const [index, codes] of numbersAlike(question, regimes, law).entries()) {
    const due = ofNumber(codes[0], index === 0 ? 'all' : 'ways');
    const key = due.status === 'invalid' ? `invalid ${due.problems[0]?.code}` : waysKey(due.ways, 'loosely');
    const same = answers.get(key);
    if (same) {
      same.codes.push(...codes);
      same.dues.push(due);
    } else answers.set(key, { codes: [...codes], dues: [due] });
  }
  const [only, ...others] = answers.values();
  const [first] = only?.dues ?? [];
  if (only && first && others.length === 0) return together(first, only.dues, enough(question, law));
  const list = [...answers.values()]
    .slice(0, mostNamed)
    .map(({ codes, dues }) => `${codesText(codes, law)}: ${dues[0] ? waysText(dues[0].ways) : ''}`);
  if (answers.size > mostNamed) list.push(`and ${answers.size - mostNamed} more answers`);
  const name = nameOf(question, law);
  const message =
    answers.size === 0
      ? `no number below ${name} is known`
      : `the numbers below ${name} have different rates: ${list.join('; ')}`;
  const { label, full } = law.schedule.jurisdiction.code;
  const differs = about(question, 'differs-below', 'error', message, `Give the ${label} of ${full} digits.`);
  return {
    kind: 'rates',
    question,
    status: 'unknown',
    ways: [],
    conditional: [],
    silent: [],
    notCovered: first?.notCovered ?? [],
    problems: [differs],
  };
}

function enough(question: RatesQuestion, law: Law): Problem {
  const { label, full } = law.schedule.jurisdiction.code;
  const message = `${nameOf(question, law)} is enough for this answer; an entry needs the ${label} of ${full} digits`;
  return about(question, 'coarse-goods', 'notice', message, null);
}

function about(
  { where }: RatesQuestion,
  code: 'differs-below' | 'coarse-goods',
  severity: Problem['severity'],
  message: string,
  hint: string | null,
): Problem {
  return problem(code, severity, message, { ...where, column: 'hts', hint });
}

/** One answer for all of them: where their headings in a quota differ, all headings are named. */
function together(first: RatesDue, all: readonly RatesDue[], note: Problem): RatesDue {
  const ways = first.ways.map((way, index): RateWay => {
    const others = all.map((due) => due.ways[index]?.rates ?? []);
    const rates = way.rates.map((rate, place): RateDue => {
      const headings = new Set(others.flatMap((own) => own[place]?.headings ?? []));
      return headings.size <= rate.headings.length ? rate : { ...rate, headings: spanOf([...headings].toSorted()) };
    });
    return { ...way, rates };
  });
  return { ...first, ways, problems: [...first.problems, note] };
}

/** "9903.80.65 … 9903.81.19" */
function spanOf(headings: readonly string[]): readonly string[] {
  const [first = '', last = ''] = [headings[0], headings.at(-1)];
  return [headings.length > 2 ? `${first} … ${last}` : `${first}, ${last}`];
}

/** "Free + 25%; in-quota Free" */
function waysText(ways: readonly RateWay[]): string {
  const texts = ways.map(({ tier, status, rates }) => {
    const sum = rates
      .map(({ headings, rate, basis }) => [headings.join(' + '), rateWords(rate, basis)].filter(Boolean).join(' '))
      .join(' + ');
    const said = status === 'due' ? sum || 'no duty' : status;
    return tier === 'in-quota' ? `${said} in quota` : said;
  });
  return [...new Set(texts)].join(' or ');
}

/** "50% on steel_content_value" */
function rateWords(rate: string, basis: string): string {
  return basis === 'entered-value' ? rate : `${rate} on ${basis}`;
}
