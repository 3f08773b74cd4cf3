import type { FactValue } from '../customs/entry-line.ts';
import type { Problem } from '../customs/problem.ts';
import type { IsoDate } from '../exact/iso-date.ts';
import { type Result, fail, ok } from '../exact/result.ts';
import type { EntryContext } from './entry-context.ts';
import { parseClass, readFacts } from './entry-line.ts';
import { LineReader, type Place } from './line-reader.ts';

/** What is known of goods that nobody has shipped yet: a day, or days, and facts. */
export interface KnownGoods {
  /** A named class that stands in for a number; null: numbers are given. */
  readonly goodsClass: string | null;
  readonly date: IsoDate | null;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly facts: ReadonlyMap<string, FactValue>;
}

/** Reads it from columns and their text. Fails with every problem it has. */
export function parseKnownGoods(
  columns: ReadonlyMap<string, string>,
  place: Place,
  context: EntryContext,
): Result<KnownGoods, readonly Problem[]> {
  const reader = new LineReader(columns, place);
  const known: KnownGoods = {
    goodsClass: reader.optional('goods', (text) => parseClass(text, context)),
    date: reader.optional('date', context.date),
    from: reader.optional('from', context.date),
    until: reader.optional('until', context.date),
    facts: readFacts(reader, context.amountsIn(null)),
  };
  return reader.problems.length > 0 ? fail(reader.problems) : ok(known);
}
