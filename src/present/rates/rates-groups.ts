import type { RateWay, RatesAnswer, RatesDue } from '../../customs/rates-due.ts';
import { headingsText, rateText } from '../cells.ts';
import type { Style } from '../rendering.ts';
import { safeText } from '../safe-text.ts';
import type { OriginGroup, RatesInfo } from './rates-rendering.ts';

/** Origins with the same answer about one number. */
export interface RatesGroup {
  readonly due: RatesDue;
  readonly origins: readonly string[];
}

/** One group for each answer, the widest last. Answers about one number come together. */
export function groupsOf(dues: readonly RatesDue[]): readonly RatesGroup[] {
  const groups = new Map<string, { readonly due: RatesDue; readonly origins: string[] }>();
  for (const due of dues) {
    const key = [due.status, ...due.ways.map(wayKey), ...errorsOf(due)].join('\n');
    const known = groups.get(key);
    if (known) known.origins.push(due.question.origin);
    else groups.set(key, { due, origins: [due.question.origin] });
  }
  return [...groups.values()].toSorted((a, b) => a.origins.length - b.origins.length);
}

function wayKey({ tier, when, status, rates, total }: RateWay): string {
  const own = rates.map((rate) => `${headingsText(rate)} ${rateText(rate)} ${rate.basis} ${rate.asks}`);
  return [tier, when, status, total.percent ?? total.why, ...own].join(' | ');
}

function errorsOf({ problems }: RatesDue): readonly string[] {
  return problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

const mostNamed = 4;

/** "Canada, Mexico", "EU-27, Japan", "all other origins (212)". */
export function originsText({ origins }: RatesGroup, isLast: boolean, info: RatesInfo, style: Style): string {
  const many = origins.length > mostNamed;
  if (info.everyOrigin && isLast && many) return `all other origins (${origins.length})`;
  const named = many ? groupsWithin(origins, info.groups) : [];
  const rest = origins.filter((origin) => !named.some(({ members }) => members.has(origin)));
  const others = rest.length > mostNamed ? rest : rest.map((origin) => style.countryName(origin));
  return safeText([...named.map(({ name, members }) => `${name} (${members.size})`), ...others].join(', '));
}

/** Groups that stand for most of the origins: the largest first, none within another. */
function groupsWithin(origins: readonly string[], groups: readonly OriginGroup[]): readonly OriginGroup[] {
  const all = new Set(origins);
  const inside = groups
    .filter(({ members }) => members.size * 2 > origins.length && [...members].every((one) => all.has(one)))
    .toSorted((a, b) => b.members.size - a.members.size || (a.name < b.name ? -1 : 1));
  return inside.slice(0, 1);
}

/** Answers about one number after the other. */
export function byNumber(answers: readonly RatesAnswer[]): readonly (readonly RatesAnswer[])[] {
  const numbers = new Map<string, RatesAnswer[]>();
  for (const answer of answers) {
    const key =
      answer.kind === 'unread' ? `${answer.where.file} ${answer.where.line} ${answer.text}` : goodsKey(answer);
    const known = numbers.get(key);
    if (known) known.push(answer);
    else numbers.set(key, [answer]);
  }
  return [...numbers.values()];
}

function goodsKey({ question: { goods } }: RatesDue): string {
  return goods.kind === 'number' ? goods.code : goods.name;
}
