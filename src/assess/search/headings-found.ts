import type { Measure } from '../../customs/measure.ts';
import type { FoundHeading, FoundRegime, HeadingUse } from '../../customs/search.ts';
import type { Table } from '../../customs/table.ts';
import { byText } from '../../exact/by-text.ts';
import type { Entry } from './rank.ts';
import type { ReadTerms } from './terms.ts';

/** Every heading under which a rate is reported, with each of its uses by day. */
export function headingEntries(tables: readonly Table[], readTerms: ReadTerms): readonly Entry<FoundHeading>[] {
  const uses = new Map<string, HeadingUse[]>();
  for (const table of tables)
    for (const measure of table.measures)
      for (const [heading, use] of usesOf(table, measure)) uses.set(heading, [...(uses.get(heading) ?? []), use]);
  return [...uses]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([heading, own]) => ({
      item: { heading, uses: own.toSorted((a, b) => byText(a.from, b.from)) },
      terms: [heading.replaceAll('.', ''), ...new Set(own.flatMap(({ what }) => readTerms(what ?? '')))],
      beside: [...new Set(own.flatMap(({ title }) => readTerms(title)))],
    }));
}

/** The headings of its rates; of a rate in quota, those of the quota's categories. */
function usesOf(table: Table, measure: Measure): readonly (readonly [string, HeadingUse])[] {
  const { regime, title } = table;
  const quota = measure.quota === null ? undefined : table.quotas[measure.quota];
  return measure.rates.flatMap((rate) => {
    if (rate.endedBy !== null) return [];
    const use = (what: string | null): HeadingUse => ({
      regime,
      title,
      measure: measure.id,
      what,
      rate: rate.charge.printed.text,
      charge: rate.charge.kind,
      from: rate.from,
      before: rate.before,
      citation: rate.citation,
    });
    const own = rate.headings.map((heading) => [heading, use(measure.title)] as const);
    const categories = own.length > 0 ? [] : (quota?.categories ?? []);
    return [
      ...own,
      ...categories.map((one) => [one.heading, use([measure.title, one.title].filter(Boolean).join(': '))] as const),
    ];
  });
}

/** Every regime with the headings it uses. */
export function regimeEntries(
  tables: readonly Table[],
  headings: readonly Entry<FoundHeading>[],
  readTerms: ReadTerms,
): readonly Entry<FoundRegime>[] {
  return tables
    .map((table) => ({
      item: regimeOf(
        table,
        headings
          .filter(({ item }) => item.uses.some(({ regime }) => regime === table.regime))
          .map(({ item }) => item.heading),
      ),
      terms: [...new Set([table.title, table.regime].flatMap(readTerms))],
      beside: [...new Set(table.measures.flatMap(({ title }) => readTerms(title ?? '')))],
    }))
    .toSorted((a, b) => byText(a.item.regime, b.item.regime));
}

function regimeOf(table: Table, headings: readonly string[]): FoundRegime {
  const { regime, title, role, documentedThrough, ended, replaced, measures } = table;
  const [first = null] = measures.flatMap(({ rates }) => rates.map(({ from }) => from)).toSorted();
  return {
    regime,
    title,
    role,
    from: table.schedule === null ? first : null,
    documentedThrough,
    ended: ended?.from ?? replaced?.from ?? null,
    replacedBy: replaced?.by ?? null,
    headings,
  };
}
