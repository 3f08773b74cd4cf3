import type { FoundAct, FoundGoods, FoundHeading, Listed, SearchAnswer } from '../../customs/search.ts';
import { type IsoDate, firstDay } from '../../exact/iso-date.ts';
import { list, tableJson } from '../json.ts';
import { jsonText } from '../json-text.ts';
import { citationJson } from '../trace-json.ts';
import type { SearchInfo } from './search-info.ts';
import type { OutputFoundAct, OutputFoundGoods, OutputFoundHeading, SearchDocument } from './search-shape.ts';

/** One document; each item on a line of its own. */
export function searchJson(answer: SearchAnswer, info: SearchInfo): string {
  const { question, goods, regimes, headings, acts } = answer;
  const document: SearchDocument = {
    version: 1,
    toolVersion: info.toolVersion,
    query: question.text,
    date: question.date,
    tables: info.tables.map(tableJson),
    taken: answer.taken,
    totals: { goods: goods.total, regimes: regimes.total, headings: headings.total, acts: acts.total },
    goods: goods.items.map(goodsJson),
    regimes: regimes.items.map(({ from, ...rest }) => ({ ...rest, from: dayJson(from) })),
    headings: headings.items.map(headingJson),
    acts: acts.items.map(actJson),
    nearest: answer.nearest,
  };
  const fields = Object.entries(document).map(([name, value]: [string, unknown]) => {
    const text = Array.isArray(value) ? list(value.map((one) => jsonText(one))) : jsonText(value);
    return `  ${jsonText(name)}: ${text}`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}

type Item<Found> = Listed<Found>['items'][number];

function goodsJson({ number, words, also, from, regimes, match }: Item<FoundGoods>): OutputFoundGoods {
  const [own = null, ...above] = words;
  return { match, number, words: own, above, also, source: from, regimes };
}

function headingJson({ heading, uses, match }: Item<FoundHeading>): OutputFoundHeading {
  return {
    match,
    heading,
    uses: uses.map(({ charge, citation, from, ...use }) => ({
      ...use,
      ...(charge === 'up-to' ? { charge } : {}),
      from: dayJson(from),
      citation: citation && citationJson(citation),
    })),
  };
}

function actJson({ rests, ...act }: Item<FoundAct>): OutputFoundAct {
  return { ...act, rests: rests.map(({ from, ...rest }) => ({ ...rest, from: dayJson(from) })) };
}

/** What holds since ever has no first day. */
function dayJson(day: IsoDate | null): string | null {
  return day === firstDay ? null : day;
}
