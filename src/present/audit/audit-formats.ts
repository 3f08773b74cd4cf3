import type { Style } from '../rendering.ts';
import type { AuditInfo, AuditRenderer, MakeAuditRenderer } from './audit-rendering.ts';

/** Every format of `tariff audit`. */
const formats = {
  table: async () => (await import('./audit-text.ts')).auditText,
  json: async () => (await import('./audit-json.ts')).auditJson,
  csv: async () => (await import('./audit-csv.ts')).auditCsv,
  markdown: async () => (await import('./audit-markdown.ts')).auditMarkdown,
} satisfies Record<string, () => Promise<MakeAuditRenderer>>;

export type AuditFormat = keyof typeof formats;

export const auditFormats = Object.keys(formats) as readonly AuditFormat[];

export async function auditRendererFor(format: AuditFormat, info: AuditInfo, style: Style): Promise<AuditRenderer> {
  return (await formats[format]())(info, style);
}
