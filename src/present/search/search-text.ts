import { printCode } from '../../customs/commodity-code.ts';
import type { CodeRule } from '../../customs/jurisdiction.ts';
import type {
  FoundAct,
  FoundGoods,
  FoundHeading,
  FoundRegime,
  HeadingUse,
  Listed,
  RestsOn,
  SearchAnswer,
} from '../../customs/search.ts';
import { type IsoDate, dayBefore, firstDay } from '../../exact/iso-date.ts';
import type { GridColumn } from '../grid.ts';
import type { MessageStyle } from '../problems.ts';
import { type Listing, listingText } from '../quota/listing.ts';
import { safeText } from '../safe-text.ts';
import { wrap } from '../text-width.ts';
import type { SearchInfo } from './search-info.ts';

/** What was found, a table for each kind; kinds of which nothing was found are left out. */
export function searchText(answer: SearchAnswer, info: SearchInfo, style: MessageStyle & { code: CodeRule }): string {
  const { goods, regimes, headings, acts, question } = answer;
  const parts = [
    goods.total > 0 ? listingText(goodsListing(goods, question.date, style.code), style) + more(goods) : '',
    regimes.total > 0 ? listingText(regimesListing(regimes), style) + more(regimes) : '',
    headings.total > 0 ? listingText(headingsListing(headings), style) + more(headings) : '',
    acts.total > 0 ? listingText(actsListing(acts), style) + more(acts) + namedActs(acts, question.limit, style) : '',
  ];
  const notes = [...takenWords(answer), ...someWords(answer), ...dayNote(answer, info)].flatMap((note) =>
    wrap(safeText(note), style.width),
  );
  return [...parts.filter((part) => part !== ''), notes.map((line) => `${line}\n`).join('')]
    .filter((part) => part !== '')
    .join('\n');
}

function more({ items, total }: Listed<unknown>): string {
  return total > items.length ? `… ${total - items.length} more: --limit ${total}\n` : '';
}

const left = (title: string): GridColumn => ({ title, align: 'left' });

function goodsListing({ items }: Listed<FoundGoods>, date: IsoDate, code: CodeRule): Listing {
  return {
    title: `Goods, and duties on ${date}`,
    none: '',
    keepsWords: true,
    columns: [left('Number'), left('What it is'), left('Duties')],
    rows: items.map(({ number, words: [own = '(no words on hand)'], also, regimes }) => [
      printCode(number, code),
      also.length > 0 ? `${own} (${also.join(', ')})` : own,
      regimes.map(({ regime }) => regime).join(', ') || '–',
    ]),
  };
}

function regimesListing({ items }: Listed<FoundRegime>): Listing {
  return {
    title: 'Regimes',
    none: '',
    keepsWords: true,
    columns: [left('Regime'), left('What it is'), left('From'), left('Documented to'), left('Headings')],
    rows: items.map(({ regime, title, from, documentedThrough, ended, replacedBy, headings }) => [
      regime,
      ended === null
        ? title
        : `${title} (${replacedBy === null ? 'ended' : `replaced by ${replacedBy} from`} ${ended}${replacedBy === null ? '' : ' on'})`,
      day(from),
      documentedThrough ?? '',
      spanWords(headings),
    ]),
  };
}

/** "9903.80.01 to 9903.81.94 (152)" */
function spanWords(headings: readonly string[]): string {
  const [first = '–'] = headings;
  const last = headings.at(-1) ?? first;
  return headings.length <= 2 ? headings.join(', ') || '–' : `${first} to ${last} (${headings.length})`;
}

function headingsListing({ items }: Listed<FoundHeading>): Listing {
  return {
    title: 'Headings',
    none: '',
    keepsWords: true,
    columns: [left('Heading'), left('What it is'), left('Rate'), left('From'), left('To')],
    rows: items.flatMap(({ heading, uses }) =>
      withoutBreaks(uses).map((use, index) => [
        index === 0 ? heading : '',
        `${use.title}${use.what === null ? '' : `: ${use.what}`}`,
        rateWords(use),
        day(use.from),
        lastDay(use.before),
      ]),
    ),
  };
}

/** What goes on at one rate stands on one line, whatever act laid it anew. */
function withoutBreaks(uses: readonly HeadingUse[]): readonly HeadingUse[] {
  const told: HeadingUse[] = [];
  for (const use of uses) {
    const place = told.findIndex(
      (one) => one.before === use.from && one.title === use.title && one.what === use.what && one.rate === use.rate,
    );
    const before = told[place];
    if (before) told[place] = { ...before, before: use.before };
    else told.push(use);
  }
  return told;
}

function rateWords({ rate, charge }: HeadingUse): string {
  return charge === 'up-to' ? `up to ${rate} with base duty` : rate;
}

function actsListing({ items }: Listed<FoundAct>): Listing {
  return {
    title: 'Acts',
    none: '',
    keepsWords: true,
    columns: [left('Act'), left('Published'), left('What rests on it')],
    rows: items.map(({ cited, published, rests }) => [cited, published ?? '', restCounts(rests)]),
  };
}

/** "Section 232 steel: 4 rates, 1 end" */
function restCounts(rests: readonly RestsOn[]): string {
  const titles = [...new Set(rests.map(({ title }) => title))];
  return titles
    .map((title) => {
      const own = rests.filter((one) => one.title === title);
      const kinds = [...new Set(own.map(({ kind }) => kind))];
      const words = kinds.map((kind) => countWords(kind, own.filter((one) => one.kind === kind).length));
      return `${title}: ${words.join(', ')}`;
    })
    .join('; ');
}

function countWords(kind: RestsOn['kind'], count: number): string {
  const [one, many] = kindWords[kind];
  return many === null ? one : `${count} ${count === 1 ? one : many}`;
}

const kindWords: Readonly<Record<RestsOn['kind'], readonly [one: string, many: string | null]>> = {
  rate: ['rate', 'rates'],
  end: ['end of a rate', 'ends of rates'],
  goods: ['change of its goods', 'changes of its goods'],
  quota: ['quota limit', 'quota limits'],
  table: ['the table as a whole', null],
  'not-covered': ['a charge that no table on hand holds', null],
};

/** Where few acts are named by all words, what rests on each of them. */
function namedActs({ items }: Listed<FoundAct>, limit: number, style: MessageStyle): string {
  const named = items.filter(({ match }) => match === 'all');
  if (named.length === 0 || named.length > mostNamed) return '';
  return named.map((act) => `\n${listingText(restsListing(act, limit), style)}${moreRests(act, limit)}`).join('');
}

const mostNamed = 2;

function moreRests({ rests }: FoundAct, limit: number): string {
  return rests.length > limit ? `… ${rests.length - limit} more: --limit ${rests.length}\n` : '';
}

function restsListing({ name, rests }: FoundAct, limit: number): Listing {
  return {
    title: `What rests on ${name}`,
    none: '',
    keepsWords: true,
    columns: [left('Regime'), left('What'), left('Heading'), left('Rate'), left('From'), left('To')],
    rows: rests
      .slice(0, limit)
      .map(({ kind, regime, what, headings, rate, from, before }) => [
        regime,
        kind === 'rate' ? (what ?? '') : [kindWords[kind][0], what].filter((one) => one !== null).join(': '),
        headings.join(', ') || '–',
        rate ?? '–',
        day(from),
        lastDay(before),
      ]),
  };
}

function takenWords({ taken }: SearchAnswer): readonly string[] {
  return taken.map(({ word, as }) =>
    as.length === 0
      ? `Nothing has “${word}”.`
      : `Nothing has “${word}”; ${as.map((one) => `“${one}”`).join(', ')} ${as.length === 1 ? 'was' : 'were'} looked for in its place.`,
  );
}

/** Where each thing found has some of the words only. */
function someWords({ goods, regimes, headings, acts, taken }: SearchAnswer): readonly string[] {
  const items = [goods, regimes, headings, acts].flatMap((kind): Listed<unknown>['items'] => kind.items);
  const isLeftOut = taken.some(({ as }) => as.length === 0);
  return items.length === 0 || isLeftOut || items.some(({ match }) => match === 'all')
    ? []
    : ['Nothing has all of these words.'];
}

/** What is laid on goods past the documented days holds only if the law has not changed. */
function dayNote({ goods, question: { date } }: SearchAnswer, { tables }: SearchInfo): readonly string[] {
  const laying = new Set(goods.items.flatMap(({ regimes }) => regimes.map(({ regime }) => regime)));
  const late = tables.filter(
    ({ id, documentedThrough }) => laying.has(id) && documentedThrough !== null && documentedThrough < date,
  );
  if (goods.total === 0) return [];
  const ends = [...new Set(late.map(({ documentedThrough }) => documentedThrough ?? ''))].toSorted();
  const past = ends.map((end) => {
    const ids = late.filter(({ documentedThrough }) => documentedThrough === end).map(({ id }) => id);
    return `${ids.join(', ')} ${ids.length === 1 ? 'is' : 'are'} documented through ${end}`;
  });
  return [
    ...(past.length > 0 ? [`On ${date} the duties hold only if the law has not changed: ${past.join('; ')}.`] : []),
    'Duties are those beside base duty, laid on any of the goods from any origin, before one gives way to another: tariff rates NUMBER --origin COUNTRY tells which and how much. The words help to find a number; the text of the schedule decides.',
  ];
}

function day(from: IsoDate | null): string {
  return from === null || from === firstDay ? '' : from;
}

function lastDay(before: IsoDate | null): string {
  return before === null ? '' : dayBefore(before);
}

/** In place of an answer where nothing was found: what there is. `described`: the numbers of goods that are described. */
export function nothingFound({ question, nearest }: SearchAnswer, described: readonly string[], width: number): string {
  const chapters = described.filter((number) => number.length === 2);
  const near = nearest.length > 0 ? [...spanOf(question.text, described), `Nearest: ${nearest.join(', ')}.`] : [];
  const words =
    near.length > 0
      ? near.join(' ')
      : `Goods are described for chapters ${chapters.join(', ')}; an imported schedule (--with) has the words of others.`;
  return wrap(safeText(`Nothing was found for “${question.text}”. ${words}`), width).join('\n');
}

/** Where a number of a described chapter does not exist. */
function spanOf(text: string, described: readonly string[]): readonly string[] {
  const [chapter] = /^\d\d(?=[\d.\s-]+$)/.exec(text) ?? [];
  const headings = described.filter((number) => number.length === 4 && number.slice(0, 2) === chapter);
  return headings.length === 0
    ? []
    : [`The headings of chapter ${chapter} on hand are ${headings[0]} to ${headings.at(-1)}.`];
}
