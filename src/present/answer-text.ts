import type { Severity } from '../customs/problem.ts';
import type { Answer, Breakdown } from './answer.ts';
import { breakdownText } from './breakdown-text.ts';
import type { Ink } from './ink.ts';
import { type Note, lawNote, notCoveredNote, noteText, tablesNote } from './notes-text.ts';
import { wrap } from './text-width.ts';
import { disclaimer } from './words.ts';

/** One shipment's answer on a terminal: what was asked, what is due, what it leaves out, and the law it rests on. */
export function answerText(answer: Answer, width: number, ink: Ink): string {
  const sections = [
    [...wrap(answer.title, width).map((line) => ink.strong(line)), ...declaredText(answer.declared, width)],
    answer.verdict === null ? [] : wrap(answer.verdict, width).map((line) => ink.strong(ink.warning(line))),
    ...answer.breakdowns.map((breakdown) => [...whenText(breakdown, width, ink), ...bodyText(breakdown, width, ink)]),
    notes(answer).flatMap((note) => noteText(note, width, ink)),
    wrap(disclaimer, width).map((line) => ink.quiet(line)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** Parts on one line as far as they fit; none is torn apart needlessly. */
function declaredText(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + part.length + 2 <= width) lines[lines.length - 1] = `${line}, ${part}`;
    else lines.push(part);
  }
  return lines.flatMap((line, index) => wrap(index < lines.length - 1 ? `${line},` : line, width));
}

function whenText({ when }: Breakdown, width: number, ink: Ink): readonly string[] {
  return when === null ? [] : wrap(`If ${when}:`, width).map((line) => ink.strong(line));
}

function bodyText(breakdown: Breakdown, width: number, ink: Ink): readonly string[] {
  if (!breakdown.refused) return breakdownText(breakdown, width, ink);
  const refused = wrap('refused; the goods cannot be entered', width - 2).map((line) => `  ${ink.warning(line)}`);
  return [...breakdownText(breakdown, width, ink), ...refused];
}

const labels = { error: 'Why', warning: 'Warning', notice: 'Note' } satisfies Record<Severity, string>;

function notes(answer: Answer): readonly Note[] {
  return [
    notCoveredNote(answer.notCovered),
    { label: 'Quota', paragraphs: answer.quotas },
    ...answer.remarks.map(({ severity, text, hint }) => ({
      label: labels[severity],
      severity,
      paragraphs: hint === null ? [text] : [text, hint],
    })),
    lawNote(answer.sources),
    tablesNote(answer.tables),
  ];
}
