import type { Edition, Finding, ImportedRow, RowCounts } from '../customs/imported-schedule.ts';
import { safeText } from './safe-text.ts';
import { wrap } from './text-width.ts';

/** What an import did, for people: each export's rows add up to those read; then what the table holds, and what was cleaned. */
export function importSummary(
  editions: readonly Edition[],
  rows: readonly ImportedRow[],
  findings: readonly Finding[],
  width: number,
): string {
  const numbers = new Set(rows.flatMap(({ number, suffixes }) => suffixes.map((suffix) => number + suffix)));
  for (const { number, suffixes } of rows) if (suffixes.length === 0) numbers.add(number);
  const rates = new Set(rows.flatMap(({ cells }) => cells.filter((text) => text !== '')));
  const lines = [
    ...editions.flatMap(editionLines),
    `Table: ${[
      counted(rows.length, 'rows', 'row'),
      counted(new Set(rows.map(({ number }) => number)).size, 'rate lines', 'rate line'),
      counted(numbers.size, 'numbers', 'number'),
      counted(rates.size, 'different rate texts', 'rate text'),
    ].join(', ')}`,
    ...kindLines('Cleaned', 'cleaned', findings, true),
    ...kindLines('Unsupported rates', 'unsupported', findings, false),
  ];
  return lines.map((line) => `${wrap(line, width).join('\n  ')}\n`).join('');
}

function editionLines({ file, effective, counts, absent }: Edition): readonly string[] {
  const from = effective === null ? '' : ` from ${effective}`;
  const none = absent.length === 0 ? '' : `; no row of chapter ${absent.join(', ')}`;
  return [`${safeText(file)}${from}: ${counted(counts.read, 'rows', 'row')} read = ${sum(counts)}${none}`];
}

function sum(counts: RowCounts): string {
  const parts: readonly (readonly [rows: number, what: string, one?: string])[] = [
    [counts.kept, 'kept'],
    [counts.statistical, 'full numbers that inherit their rates', 'full number that inherits its rates'],
    [counts.headings, 'headings without a rate', 'heading without a rate'],
    [counts.unnumbered, 'without a number'],
    [counts.repeated, 'repeated'],
    ...[...counts.leftOut].map(([chapter, rows]) => [rows, `of chapter ${chapter} left out`] as const),
  ];
  return parts
    .filter(([rows]) => rows > 0)
    .map(([rows, what, one]) => counted(rows, what, one))
    .join(' + ');
}

/** `Cleaned: stray spaces 1,204 ("6.5% " → "6.5%")`, the most frequent first. */
function kindLines(
  title: string,
  what: Finding['what'],
  findings: readonly Finding[],
  withExample: boolean,
): readonly string[] {
  const kinds = new Map<string, { first: Finding; times: number }>();
  for (const finding of findings) {
    if (finding.what !== what) continue;
    const known = kinds.get(finding.detail);
    if (known) known.times++;
    else kinds.set(finding.detail, { first: finding, times: 1 });
  }
  const told = [...kinds].toSorted(([a, m], [b, n]) => n.times - m.times || (a < b ? -1 : 1));
  const parts = told.map(([kind, { first, times }]) => `${kind} ${count(times)}${withExample ? example(first) : ''}`);
  return parts.length === 0 ? [] : [`${title}: ${parts.join(', ')}`];
}

/** The place where it changed, with a little around it. */
function example({ text, became }: Finding): string {
  let at = 0;
  while (at < text.length && text[at] === became[at]) at++;
  const around = (whole: string): string => JSON.stringify(whole.slice(Math.max(0, at - 8), at + 10));
  return ` (${around(text)} → ${around(became)})`;
}

function counted(number: number, many: string, one = many): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

function count(number: number): string {
  return String(number).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
}
