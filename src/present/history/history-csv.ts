import { joined, problemText, record } from '../csv-text.ts';
import { wayColumns, waysFields } from '../rates/rates-csv.ts';
import type { HistoryAnswer } from './history-rendering.ts';

/** New columns are added at the end only. */
const columns = ['hts', 'origin', 'from', 'to', 'status', ...wayColumns, 'undocumented', 'problems'] as const;

/** A row for each origin, step, tier or other condition, and rate. */
export function historyCsv({ goods, histories }: HistoryAnswer): string {
  const number = goods.kind === 'number' ? goods.code : goods.name;
  const rows = histories.flatMap(({ origins, steps }) =>
    origins.flatMap((origin) =>
      steps.flatMap(({ from, to, due, undocumented }) => {
        const problems = joined(due.problems.filter(({ severity }) => severity !== 'notice').map(problemText));
        return waysFields(due.ways).map((fields) =>
          record([number, origin, from, to, due.status, ...fields, joined(undocumented), problems]),
        );
      }),
    ),
  );
  return [record(columns), ...rows].join('');
}
