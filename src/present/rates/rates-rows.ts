import type { RateWay, RatesAnswer, RatesDue } from '../../customs/rates-due.ts';
import { goodsText, headingsText, rateText } from '../cells.ts';
import type { Style } from '../rendering.ts';
import { briefText } from '../safe-text.ts';
import { byNumber, groupsOf, originsText } from './rates-groups.ts';
import type { RatesInfo } from './rates-rendering.ts';
import { basisWords, totalCell, wayText } from './rates-words.ts';

/** A row of the table: a number, the origins that fare alike, and one way it may turn out. All text is safe. */
export interface RatesRow {
  /** Empty where it is the one above. */
  readonly goods: string;
  readonly origins: string;
  /** The condition, if there is one, then a heading and its rate each. */
  readonly when: string | null;
  readonly charges: readonly { readonly heading: string; readonly rate: string }[];
  readonly total: string;
}

/** All rows of the answers; with how many rows there are of the least needed: one for each way. */
export function ratesRows(answers: readonly RatesAnswer[], info: RatesInfo, style: Style): readonly RatesRow[] {
  return byNumber(answers).flatMap((own): readonly RatesRow[] => {
    const unread = own.flatMap((one) => (one.kind === 'unread' ? [unreadRow(one.text)] : []));
    const groups = groupsOf(own.filter((one) => one.kind === 'rates'));
    let goods: string | undefined;
    const rows = groups.flatMap((group, index) => {
      const origins = originsText(group, index === groups.length - 1 && groups.length > 1, info, style);
      return waysOf(group.due).map((row, place): RatesRow => {
        const name = goodsText(group.due.question.goods, style);
        const first = goods !== name;
        goods = name;
        return { ...row, goods: first ? name : '', origins: place === 0 ? origins : '' };
      });
    });
    return [...unread, ...rows];
  });
}

function unreadRow(text: string): RatesRow {
  return { goods: briefText(text), origins: '', when: null, charges: [], total: 'invalid' };
}

type WayRow = Pick<RatesRow, 'when' | 'charges' | 'total'>;

function waysOf({ ways, status }: RatesDue): readonly WayRow[] {
  if (ways.length === 0) return [{ when: null, charges: [], total: status }];
  return ways.map((way: RateWay): WayRow => ({
    when: wayText(way, ways),
    charges: way.rates.map((rate) => ({
      heading: headingsText(rate) || '–',
      rate: [rateText(rate), basisWords(rate)].filter((text) => text !== '').join(' '),
    })),
    total: totalCell(way),
  }));
}
