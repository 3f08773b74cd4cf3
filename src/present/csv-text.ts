import type { Problem } from '../customs/problem.ts';
import { formulaSafe } from './formula-safe.ts';
import { safeText } from './safe-text.ts';

/** A row of CSV. RFC 4180, lines end in LF. No field of it runs as a formula. */
export function record(fields: readonly string[]): string {
  return rawRecord(fields.map(formulaSafe));
}

/** The same with its fields as they are, for programs. */
export function rawRecord(fields: readonly string[]): string {
  return `${fields.map(quoted).join(',')}\n`;
}

const special = /[",\n\r]|^[ \t]|[ \t]$/;

/** A field as it stands, or in quotation marks where it needs them. */
export function quoted(field: string): string {
  return special.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Items joined by `;`, which inside an item becomes a comma: so the list can be taken apart again. */
export function joined(items: readonly string[]): string {
  return items.map((item) => item.replaceAll(';', ',')).join(';');
}

/** "bad-field: hts: …" */
export function problemText({ code, column, message }: Problem): string {
  return safeText([code, ...(column === null ? [] : [column]), message].join(': '));
}
