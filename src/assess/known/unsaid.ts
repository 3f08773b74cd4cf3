import type { EntryLine } from '../../customs/entry-line.ts';
import type { Problem } from '../../customs/problem.ts';
import { goodsWidth, outside } from '../goods.ts';
import { about } from '../charge.ts';
import { type Regime, everHasRate } from '../regime.ts';

/** Words for an act that counts on a line of a regime's goods, and of which nobody can say whether it was public; undefined: there is none. */
export function unsaidOf({ table }: Regime, code: string, line: Pick<EntryLine, 'date'>): string | undefined {
  return table.unsaid?.find(
    ({ goods, from }) =>
      from <= line.date && (goods === null || goodsWidth(goods, code, line.date, table.lists) !== outside),
  )?.words;
}

/** The same, of goods and an origin that the regime ever reaches. */
export function unsaidOn(regime: Regime, code: string, line: EntryLine): string | undefined {
  const words = unsaidOf(regime, code, line);
  return words !== undefined && everHasRate(regime, code, line.origin) ? words : undefined;
}

/** Why a line has no answer as of the day that was asked about. */
export function publicationUnknown(context: Parameters<typeof about>[0], title: string, words: string): Problem {
  return about(
    context,
    'publication-unknown',
    'error',
    `${title} rests on an act whose day of publication is not on hand: ${words}`,
    null,
    'Its day of publication goes into "published" of the table, or into "acts" of the territory.',
  );
}
