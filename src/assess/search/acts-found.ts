import type { Citation } from '../../customs/citation.ts';
import type { NotCovered } from '../../customs/jurisdiction.ts';
import type { Schedule } from '../../customs/schedule.ts';
import type { RestsOn } from '../../customs/search.ts';
import type { Table } from '../../customs/table.ts';
import { byText } from '../../exact/by-text.ts';
import type { ActEntry } from './act-numbers.ts';
import type { ReadTerms } from './terms.ts';

/** Every act that a table cites, or a charge that no table holds, with all that rests on it. */
export function actEntries(
  { tables, jurisdiction }: Pick<Schedule, 'tables' | 'jurisdiction'>,
  readTerms: ReadTerms,
): readonly ActEntry[] {
  const known = new Map(jurisdiction.acts.map((act) => [act.name, act]));
  const names = [...known.keys()];
  const found = new Map<string, { words: Set<string>; rests: Map<string, RestsOn> }>();
  for (const { source, rests } of [...tables.flatMap(citedIn), ...jurisdiction.notCovered.flatMap(notCovered)])
    for (const words of source.split(/; */)) {
      const name = nameIn(words, names);
      if (name === undefined) continue;
      const act = found.get(name) ?? { words: new Set(), rests: new Map<string, RestsOn>() };
      found.set(name, act);
      act.words.add(words);
      act.rests.set(JSON.stringify(rests), rests);
    }
  return [...found]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([name, { words, rests }]) => {
      const act = known.get(name);
      const cited = [...words, ...(act?.citation ? [act.citation.source] : [])];
      const cites = [name, ...cited].map(readTerms);
      return {
        item: {
          name,
          cited: fullest(name, cited),
          published: act?.published ?? null,
          rests: [...rests.values()].toSorted(
            (a, b) => byText(a.from ?? '', b.from ?? '') || byText(a.regime, b.regime),
          ),
        },
        terms: readTerms(name),
        beside: [...new Set(cites.flat())],
        cites,
      };
    });
}

/** The longest of the words that begin with the name; else the name with the first of them. */
function fullest(name: string, cited: readonly string[]): string {
  const begin = cited.filter((words) => words.startsWith(name)).toSorted((a, b) => b.length - a.length);
  return begin[0] ?? [name, ...cited.slice(-1)].join(', ');
}

/**
 * The known act that the words name first; else what stands before the day or the first comma: "Proclamation 9980 of 2020-01-24, 85 FR 5281".
 * Undefined where they name nothing: "the order is not written".
 */
function nameIn(words: string, known: readonly string[]): string | undefined {
  const places = known
    .map((name) => ({ name, at: placeIn(words, name) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at || b.name.length - a.name.length);
  if (places[0]) return places[0].name;
  const [head = words] = words.split(/,|:| of (?=\d{4}-)|, clause| \(/);
  const name = /\d/.test(head) ? head.trim() : words.trim();
  return /^[\p{Lu}\d]/u.test(name) && /\d/.test(name) ? name : undefined;
}

/** Where a name stands as whole words; -1: nowhere. */
function placeIn(words: string, name: string): number {
  const at = words.indexOf(name);
  return at >= 0 && !/[\w.]/.test(words[at - 1] ?? ' ') && !/\w/.test(words[at + name.length] ?? ' ') ? at : -1;
}

interface Cited {
  readonly source: string;
  readonly rests: RestsOn;
}

function notCovered({ id, title, citation, from, before }: NotCovered): readonly Cited[] {
  if (citation === null) return [];
  const rests: RestsOn = {
    regime: id,
    title,
    kind: 'not-covered',
    headings: [],
    what: null,
    rate: null,
    from,
    before,
  };
  return [{ source: citation.source, rests }];
}

function citedIn(table: Table): readonly Cited[] {
  const { regime, title } = table;
  const cited = (
    citation: Citation | null,
    kind: RestsOn['kind'],
    what: string | null,
    rest: Partial<RestsOn> = {},
  ): readonly Cited[] =>
    citation === null
      ? []
      : [
          {
            source: citation.source,
            rests: { regime, title, kind, headings: [], what, rate: null, from: null, before: null, ...rest },
          },
        ];
  return [
    ...cited(table.citation, 'table', null),
    ...table.measures.flatMap((measure) =>
      measure.rates.flatMap(({ headings, charge, from, before, citation, ending }) => {
        const rest = { headings, rate: charge.printed.text, from, before };
        return [
          ...cited(citation, 'rate', measure.title, rest),
          ...cited(ending?.citation ?? null, 'end', measure.title, rest),
        ];
      }),
    ),
    ...cited(table.ended?.citation ?? null, 'end', null, { before: table.ended?.from ?? null }),
    ...cited(table.replaced?.citation ?? null, 'end', null, { before: table.replaced?.from ?? null }),
    ...table.endings.flatMap(({ citation, before }) => cited(citation, 'end', null, { before })),
    ...table.amendings.flatMap(({ citation, list, on }) => cited(citation, 'goods', list, { from: on })),
    ...(table.schedule?.columns ?? []).flatMap((column) =>
      cited(column.citation, 'rate', column.title, { from: column.from, before: column.before }),
    ),
    ...Object.values(table.quotas).flatMap((quota) => [
      ...cited(quota.citation, 'quota', quota.title),
      ...quota.limits.flatMap(({ citation, from, before }) => cited(citation, 'quota', quota.title, { from, before })),
    ]),
  ];
}
