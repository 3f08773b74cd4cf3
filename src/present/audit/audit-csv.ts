import type { AuditedLine, Finding } from '../../customs/audit.ts';
import { plainMoney } from '../amounts.ts';
import { lineCells } from '../cells.ts';
import { joined, problemText, record } from '../csv-text.ts';
import type { Style } from '../rendering.ts';
import type { AuditInfo, AuditRenderer } from './audit-rendering.ts';

/** New columns are added at the end only. */
const columns = [
  'file',
  'line',
  'id',
  'entry_number',
  'entry_line',
  'hts',
  'origin',
  'date',
  'status',
  'regime',
  'headings',
  'declared_rate',
  'owed_rate',
  'declared',
  'owed',
  'difference',
  'finding',
  'problems',
] as const;

/** A row for each regime of a line, those that match too; one for a line that could not be checked. */
export function auditCsv(_info: AuditInfo, style: Style): AuditRenderer {
  return {
    head: () => record(columns),
    lines: (batch) => batch.flatMap((line) => rowsOf(line, style)).join(''),
    tail: () => '',
  };
}

function rowsOf({ line, status, findings, problems }: AuditedLine, style: Style): readonly string[] {
  const { file, line: number, id, date, origin } = lineCells(line, style);
  const entry = line.kind === 'line' ? [line.line.entryNumber, line.line.entryLine] : [line.entryNumber, null];
  const hts =
    line.kind === 'line' ? (line.line.goods.kind === 'number' ? line.line.goods.code : '') : (line.echo.hts ?? '');
  const place = [file, number, id, ...entry.map((text) => text ?? ''), hts, origin, date, status];
  const why = joined(problems.filter(({ severity }) => severity !== 'notice').map(problemText));
  const found: readonly (Finding | null)[] = findings.length === 0 ? [null] : findings;
  return found.map((finding) => record([...place, ...fieldsOf(finding, style), why]));
}

function fieldsOf(finding: Finding | null, { rounding }: Style): readonly string[] {
  if (finding === null) return ['', '', '', '', '', '', '', ''];
  const money = plainMoney(rounding);
  const { regime, headings, declaredRate, owedRate, declared, owed, difference, kind } = finding;
  return [
    regime ?? '',
    joined(headings),
    declaredRate ?? '',
    owedRate ?? '',
    declared === null ? '' : money(declared),
    money(owed),
    difference === null ? '' : money(difference),
    kind,
  ];
}
