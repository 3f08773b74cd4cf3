import { safeText } from './safe-text.ts';
import type { Source } from './sources.ts';

/** Text that stands for itself in Markdown: nothing in it starts a table cell, emphasis, a link or HTML. */
export function escaped(text: string): string {
  return safeText(text).replaceAll(/[\\`*_{}[\]<>|~]/g, (sign) => `\\${sign}`);
}

export interface MarkdownColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
}

export function leftColumn(title: string): MarkdownColumn {
  return { title, align: 'left' };
}

export function rightColumn(title: string): MarkdownColumn {
  return { title, align: 'right' };
}

/** The two lines above the rows. */
export function tableHead(columns: readonly MarkdownColumn[]): string {
  return `${tableRow(columns.map(({ title }) => title))}${tableRow(columns.map(({ align }) => (align === 'left' ? '---' : '---:')))}`;
}

/** Cells are escaped already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** "- **Law:** …"; empty for no text. */
export function labelled(label: string, text: string): string {
  return text === '' ? '' : `- **${label}:** ${text}\n`;
}

/** The source of what rests on it. */
export function lawMarkdown({ rests, words, url }: Source): string {
  return labelled(`Law, ${rests.map(escaped).join(', ')}`, linked(words, url));
}

function linked(text: string, url: string | null): string {
  return url !== null && /^https?:\/\/[^\s()<>]+$/.test(url) ? `[${escaped(text)}](${url})` : escaped(text);
}
