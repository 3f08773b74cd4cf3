import { escaped, tableHead, tableRow } from '../markdown-text.ts';
import type { Style } from '../rendering.ts';
import { disclaimer } from '../words.ts';
import {
  type AuditInfo,
  type AuditRenderer,
  auditSumColumns,
  auditSumRows,
  auditTotalsWords,
  findingColumns,
  findingRows,
} from './audit-rendering.ts';

/** What it comes to, the sums by regime, and each finding. */
export function auditMarkdown(_info: AuditInfo, style: Style): AuditRenderer {
  const rows: string[] = [];
  const row = (cells: readonly string[]): string =>
    tableRow(cells.map((cell) => cell.split('\n').map(escaped).join('<br>')));
  const head = (titles: readonly string[], left: number): string =>
    tableHead(titles.map((title, index) => ({ title, align: index < left ? 'left' : 'right' })));
  return {
    head: () => '',
    lines: (batch) => {
      for (const line of batch) rows.push(...findingRows(line, style).map(row));
      return '';
    },
    tail: ({ totals, sums }) => {
      const cells = auditSumRows(sums, style);
      const sections = [
        auditTotalsWords(totals, style)
          .map((text) => `- ${escaped(text)}\n`)
          .join(''),
        cells.length === 0 ? '' : head(auditSumColumns, 1) + cells.map(row).join(''),
        rows.length === 0 ? '' : head(findingColumns, findingColumns.length) + rows.join(''),
        `_${disclaimer}_\n`,
      ];
      return sections.filter((section) => section !== '').join('\n');
    },
  };
}
