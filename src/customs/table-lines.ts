import type { GoodsEntry } from './goods.ts';
import type { Measure } from './measure.ts';
import type { Quota } from './quota.ts';
import type { Table } from './table.ts';

/**
 * A table as lines of text, so that one shipment parses no more of it than it may need: first the table without its long parts, then a line
 * for each measure, quota, and chapter of a list. A line begins with what it is for: `M`, its origins and its quota; `Q` and its name; `L`,
 * the list and the chapter. `*` is all.
 */
export function tableLines(table: Table, originsEver: (measure: Measure) => readonly string[] | null): string {
  const names = Object.keys(table.lists);
  const head = { ...table, measures: [], quotas: {}, lists: Object.fromEntries(names.map((name) => [name, []])) };
  const lines = [JSON.stringify(head)];
  for (const measure of table.measures)
    lines.push(line('M', originsEver(measure)?.join() ?? any, measure.quota ?? '', measure));
  for (const [id, quota] of Object.entries(table.quotas)) lines.push(line('Q', id, '', quota));
  for (const [name, list] of Object.entries(table.lists))
    for (const [chapter, entries] of byChapter(list)) lines.push(line('L', name, chapter, entries));
  return lines.join('\n');
}

const any = '*';

function line(kind: string, first: string, second: string, value: unknown): string {
  return `${kind}\t${first}\t${second}\t${JSON.stringify(value)}`;
}

function byChapter(list: readonly GoodsEntry[]): ReadonlyMap<string, readonly GoodsEntry[]> {
  const parts = new Map<string, GoodsEntry[]>();
  for (const entry of list) {
    const { what } = entry;
    const [from, to] = what.kind === 'numbers' ? [what.first.slice(0, 2), what.last.slice(0, 2)] : [any, ''];
    const chapter = from === to ? from : any;
    parts.set(chapter, [...(parts.get(chapter) ?? []), entry]);
  }
  return parts;
}

/** The table again, or of it what goods of these chapters and of this origin may need; undefined: all. */
export function tableOfLines(text: string, chapters?: readonly string[], origin?: string): Table {
  const [head = '', ...lines] = text.split('\n');
  const table = JSON.parse(head) as Table;
  const measures: Measure[] = [];
  const quotas: Record<string, Quota> = {};
  const lists: Record<string, readonly GoodsEntry[]> = { ...table.lists };
  const wanted = new Set<string>();
  for (const one of lines) {
    const [kind, first = '', second = ''] = one.split('\t', 3);
    const value = (): unknown => JSON.parse(one.slice(4 + first.length + second.length));
    if (kind === 'M') {
      if (origin !== undefined && first !== any && !first.split(',').includes(origin)) continue;
      measures.push(value() as Measure);
      wanted.add(second);
    } else if (kind === 'Q') {
      if (wanted.has(first)) quotas[first] = value() as Quota;
    } else if (chapters === undefined || second === any || chapters.includes(second))
      lists[first] = [...(lists[first] ?? []), ...(value() as readonly GoodsEntry[])];
  }
  return { ...table, measures, quotas, lists };
}
