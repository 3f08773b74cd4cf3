import type { Finding } from '../customs/imported-schedule.ts';

const columns = ['what', 'detail', 'file', 'line', 'row', 'number', 'column', 'text', 'became'] as const;

/** Every finding of an import as CSV, in the order of the rows. Texts stand as they were, line breaks and all. */
export function importReport(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => columns.map((column) => quoted(String(finding[column]))).join(','));
  return [columns.join(','), ...rows, ''].join('\n');
}

function quoted(field: string): string {
  return /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
