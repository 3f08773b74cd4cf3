import type { Answer, Breakdown, Remark } from './answer.ts';
import { breakdownTables } from './breakdown-text.ts';
import { explanationText } from './explanation-text.ts';
import type { Ink } from './ink.ts';
import { type Note, lawNote, notCoveredNote, noteText, tablesNote } from './notes-text.ts';
import { displayWidth, wrap } from './text-width.ts';
import { disclaimer } from './words.ts';

/** One shipment's answer on a terminal: what was asked, what is due, what it leaves out, and the law it rests on. */
export function answerText(answer: Answer, width: number, ink: Ink): string {
  const sections = [
    [...wrap(answer.title, width).map((line) => ink.strong(line)), ...declaredText(answer.declared, width)],
    [
      ...verdictText(answer.verdict, width, ink),
      ...answer.reasons.flatMap((reason) => noteText(remarkNote(reason), width, ink)),
    ],
    ...breakdownTexts(answer.breakdowns, width, ink),
    explanationText(answer.explanation, width, ink),
    notes(answer).flatMap((note) => noteText(note, width, ink)),
    wrap(disclaimer, width).map((line) => ink.quiet(line)),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** Parts side by side as far as they fit; none is torn apart needlessly. */
export function declaredText(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line !== undefined && displayWidth(line) + displayWidth(part) + 3 <= width) {
      lines[lines.length - 1] = `${line}, ${part}`;
    } else lines.push(part);
  }
  return lines.flatMap((line, index) => wrap(index < lines.length - 1 ? `${line},` : line, width));
}

function verdictText(verdict: string | null, width: number, ink: Ink): readonly string[] {
  return verdict === null ? [] : wrap(verdict, width).map((line) => ink.strong(ink.warning(line)));
}

/** What is charged, or each way it may turn out; refused ones say so instead of a sum. */
function breakdownTexts(breakdowns: readonly Breakdown[], width: number, ink: Ink): readonly (readonly string[])[] {
  const tables = breakdownTables(breakdowns, width, ink);
  return breakdowns.map(({ when, refused }, index) => [
    ...(when === null ? [] : wrap(`If ${when}:`, width).map((line) => ink.strong(line))),
    ...(tables[index] ?? []),
    ...(refused ? wrap('refused; the goods cannot be entered', width - 2).map((line) => `  ${ink.warning(line)}`) : []),
  ]);
}

function notes(answer: Answer): readonly Note[] {
  return [
    { label: 'Report', paragraphs: answer.filings },
    notCoveredNote(answer.notCovered),
    { label: 'Quota', paragraphs: answer.quotas },
    { label: 'Refund', paragraphs: answer.refunds },
    ...answer.remarks.map(remarkNote),
    lawNote(answer.sources),
    tablesNote(answer.tables),
  ];
}

/** A problem beside its label. */
export function remarkNote({ label, severity, text, hint }: Remark): Note {
  return { label, severity, paragraphs: [text], ...(hint !== null && { aside: hint }) };
}
