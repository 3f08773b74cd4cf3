import type { AuditSum, AuditTotals, AuditedLine, Finding, FindingKind } from '../../customs/audit.ts';
import type { Problem } from '../../customs/problem.ts';
import { groupedText } from '../../exact/decimal.ts';
import { printedMoney } from '../amounts.ts';
import { lineCells } from '../cells.ts';
import { changeText } from '../diff/diff-words.ts';
import type { RunInfo, Style } from '../rendering.ts';
import { safeText } from '../safe-text.ts';

/** What is known of an audit before its first line. */
export type AuditInfo = Pick<RunInfo, 'tables' | 'settings' | 'toolVersion'> & {
  /** Ids of the regimes that are looked at; null: all. */
  readonly only: readonly string[] | null;
};

export interface AuditEnd {
  readonly totals: AuditTotals;
  readonly sums: readonly AuditSum[];
  readonly problems: readonly Problem[];
}

/** Text for the beginning, for each batch, and for the end. */
export interface AuditRenderer {
  readonly head: () => string;
  readonly lines: (batch: readonly AuditedLine[]) => string;
  readonly tail: (end: AuditEnd) => string;
}

export type MakeAuditRenderer = (info: AuditInfo, style: Style) => AuditRenderer;

/** How many rows a table shows; the sums hold all of them. */
export const mostAudited = 1000;

const words = {
  match: 'matches',
  underpaid: 'paid too little',
  overpaid: 'paid too much',
  missing: 'heading missing',
  superfluous: 'heading not owed',
  heading: 'another heading',
  rate: 'another rate',
} satisfies Record<FindingKind, string>;

export const findingColumns = [
  'Line',
  'Goods',
  'Regime, heading',
  'Rate',
  'Declared',
  'Owed',
  'Difference',
  'Finding',
] as const;

/** A row for each regime of a line that does not match, or one that says why the line could not be checked. All text is safe. */
export function findingRows(audited: AuditedLine, style: Style): readonly (readonly string[])[] {
  const { line, id, goods } = lineCells(audited.line, style);
  const place = id === '' ? [line, goods] : [line, `${goods}\n${id}`];
  if (audited.status === 'match') return [];
  const rows = audited.findings
    .filter(({ kind }) => kind !== 'match')
    .map((finding) => [...place, ...findingCells(finding, style)]);
  if (audited.status === 'mismatch') return rows;
  const why = audited.problems.find(({ severity }) => severity === 'error') ?? audited.problems.at(-1);
  return [[...place, safeText(why?.message ?? audited.line.status), '', '', '', '', 'not checked']];
}

function findingCells(finding: Finding, style: Style): readonly string[] {
  const { title, headings, declaredRate, owedRate, declared, owed, difference, kind } = finding;
  const money = printedMoney(style);
  const rates =
    declaredRate === null || declaredRate === owedRate ? (owedRate ?? '') : `${declaredRate} → ${owedRate ?? 'none'}`;
  return [
    safeText([title, headings.join(' + ')].filter((text) => text !== '').join('\n')),
    safeText(rates),
    declared === null ? '' : money(declared),
    money(owed),
    difference === null ? '' : changeText(difference, style),
    words[kind],
  ];
}

/** Sums by regime, for any layout. */
export function auditSumRows(sums: readonly AuditSum[], style: Style): readonly (readonly string[])[] {
  const money = printedMoney(style);
  return sums.map(({ title, lines, declared, owed, overpaid, underpaid }) => [
    safeText(title),
    groupedText(String(lines)),
    money(declared),
    money(owed),
    money(overpaid),
    money(underpaid),
  ]);
}

export const auditSumColumns = ['Regime', 'Lines', 'Declared', 'Owed', 'Paid too much', 'Paid too little'] as const;

/** What it comes to, in words. */
export function auditTotalsWords(
  { declared, owed, overpaid, underpaid, refundable, counts }: AuditTotals,
  style: Style,
): readonly string[] {
  const money = printedMoney(style);
  return [
    `Declared ${money(declared)}, owed ${money(owed)}: ${money(overpaid)} too much, ${money(underpaid)} too little`,
    ...(refundable.isZero() ? [] : [`Of what was owed, ${money(refundable)} may have to be paid back`]),
    `${groupedText(String(counts.match))} match, ${groupedText(String(counts.mismatch))} do not, ${groupedText(String(counts.unchecked))} could not be checked`,
  ];
}
