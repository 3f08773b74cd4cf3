import { type FillFigure, publishedQuantity } from '../customs/published-fill.ts';
import { type Decimal, decimal, greatest, zero } from '../exact/decimal.ts';
import { type Balances, type Figures, wholeOf } from './balances.ts';
import type { Pot } from './pots.ts';

/** A published quantity that cannot be, and the limit that it exceeds; `quantity`: together with that of other periods, where the limit is the year's. */
export interface Excess {
  readonly id: string;
  readonly limit: Decimal;
  readonly quantity: Decimal;
}

/** Whether a figure says that more was drawn than its period, or the year, can hold; undefined: it does not, or no limit is known. */
export function excessOf(figure: FillFigure, pot: Pot, published: Figures): Excess | undefined {
  const balances: Balances = { given: new Map(), drawn: new Map(), presented: new Map(), published };
  const quantity = publishedQuantity(figure, wholeOf(pot, balances));
  if (quantity === null || pot.capacity === null) return undefined;
  const limit = mostIn(pot, pot.capacity);
  if (quantity.gt(limit)) return { id: pot.id, limit, quantity };
  const { year } = pot;
  if (!year || year.id === pot.id || figure.quantity === null) return undefined;
  const others = year.periods().reduce<Decimal>((sum, { id, capacity }) => {
    const last = id === pot.id ? undefined : published.get(id)?.at(-1);
    return sum.plus((last && publishedQuantity(last, capacity)) ?? zero);
  }, zero);
  const all = quantity.plus(others);
  return all.gt(year.capacity) ? { id: year.id, limit: year.capacity, quantity: all } : undefined;
}

/** With all that earlier periods may have left to it. */
function mostIn(pot: Pot, capacity: Decimal): Decimal {
  return pot
    .carried()
    .reduce<Decimal>((sum, { atMost, capacity: source }) => sum.plus(greatest(zero, atMost ?? source)), capacity);
}

/** What the lines of a ledger drew by the day of a figure, where it is more than all importers are said to have drawn; undefined: it is not. */
export function ownBeyond(figure: FillFigure, pot: Pot, own: Decimal, published: Figures): Decimal | undefined {
  const balances: Balances = { given: new Map(), drawn: new Map(), presented: new Map(), published };
  const all = figure.quantity === null ? publishedQuantity(figure, wholeOf(pot, balances)) : decimal(figure.quantity);
  return all && own.gt(all) ? all : undefined;
}
