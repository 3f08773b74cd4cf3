import type { DutyLine } from '../customs/assessment.ts';
import type { Citation } from '../customs/citation.ts';
import type { EntryLine } from '../customs/entry-line.ts';
import type { Filing } from '../customs/filing.ts';
import type { FilingStep } from '../customs/jurisdiction.ts';

/** A heading that is to be reported, and its place in the order: that of its regime. */
interface Reported {
  readonly heading: string;
  readonly place: number;
}

const nothing: readonly Filing[] = [];

/**
 * What the entry reports for an assessed line: each tier of it is an entry line of its own. Regimes that the order does not name come after
 * those it names, in the order of their duties. Nothing for goods without a number, and where no duty has a heading.
 */
export function filingsOf(
  line: EntryLine,
  duties: readonly DutyLine[],
  order: readonly FilingStep[],
): readonly Filing[] {
  if (line.goods.kind !== 'number' || duties.every(({ headings }) => headings.length === 0)) return nothing;
  const { code } = line.goods;
  const tiers = [...new Set(duties.flatMap(({ tier }) => tier ?? []))];
  return (tiers.length > 1 ? tiers : [null]).map((tier) => {
    const own = duties.filter((duty) => tier === null || duty.tier === null || duty.tier === tier);
    const reported = own.flatMap((duty) => duty.headings.map((heading) => ({ heading, place: placeOf(duty, order) })));
    const numbers = [...new Set(reported.toSorted((a, b) => a.place - b.place).map(({ heading }) => heading))];
    return { tier, numbers: [...numbers, code], sources: sourcesOf(reported, order) };
  });
}

function placeOf({ regime }: DutyLine, order: readonly FilingStep[]): number {
  const place = order.findIndex(({ regimes }) => regimes.includes(regime));
  return place === -1 ? order.length : place;
}

/** The texts that put the steps in order, each once. */
function sourcesOf(reported: readonly Reported[], order: readonly FilingStep[]): readonly Citation[] {
  const places = [...new Set(reported.map(({ place }) => place))].toSorted((a, b) => a - b);
  if (places.length < 2) return [];
  const found = new Map<string, Citation>();
  for (const place of places) {
    const citation = order[place]?.citation ?? undrawn;
    found.set(citation.source, citation);
  }
  return [...found.values()];
}

/** For regimes that the order does not name. */
const undrawn: Citation = { source: 'no source names the place of the last of them', confidence: 'unverified' };
