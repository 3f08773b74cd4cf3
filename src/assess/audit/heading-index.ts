import type { Role } from '../../customs/table.ts';
import type { Law } from '../law.ts';

/** Which regime a heading is of, by its digits. */
export type HeadingIndex = ReadonlyMap<
  string,
  { readonly regime: string; readonly title: string; readonly role: Role; readonly heading: string }
>;

/** Every heading that a table on hand reports; of two regimes that share one, the first by name. */
export function headingIndex({ regimes, fees }: Law): HeadingIndex {
  const found = new Map<string, { regime: string; title: string; role: Role; heading: string }>();
  for (const { table } of [...regimes, ...fees])
    for (const heading of [
      ...table.measures.flatMap(({ rates }) => rates.flatMap((rate) => rate.headings)),
      ...table.yields.flatMap((one) => one.heading ?? []),
    ]) {
      const number = heading.replaceAll(/\D/g, '');
      const { regime, title, role } = table;
      if (!found.has(number)) found.set(number, { regime, title, role, heading });
    }
  return found;
}
