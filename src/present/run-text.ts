import type { ResultLine } from '../customs/assessment.ts';
import { groupedText } from '../exact/decimal.ts';
import { type LineCells, lineCells } from './cells.ts';
import { type Ink, inkFor } from './ink.ts';
import { lineTable } from './line-table.ts';
import { lawNote, notCoveredNote, noteText, tablesNote } from './notes-text.ts';
import { renderDigest } from './problems.ts';
import type { RunEnd, RunInfo, Renderer, Style } from './rendering.ts';
import { type RunNotes, mostLines, noteTaker } from './run-notes.ts';
import { summaryCells } from './summary-cells.ts';
import { summaryTable } from './summary-table.ts';
import { padLeft, padRight, widest, wrap } from './text-width.ts';
import { disclaimer } from './words.ts';

/** A table of up to a thousand lines, or the summary; then what is wrong, what it comes to, and the law. All at the end. */
export function runTextRenderer(info: RunInfo, style: Style): Renderer {
  const ink = inkFor(style);
  const taker = noteTaker(info, style);
  const summed = info.summaryBy.length > 0;
  const kept: LineCells[] = [];
  const keep = (batch: readonly ResultLine[]): void => {
    taker.add(batch);
    if (summed || taker.lineCount() > mostLines) kept.length = 0;
    else kept.push(...batch.map((line) => lineCells(line, style)));
  };
  const body = ({ summary }: RunEnd): readonly string[] => {
    if (kept.length > 0) return [lineTable(kept, style.code.label, style.width, ink)];
    const rows =
      summary && summary.length > 0
        ? [summaryTable(summaryCells(summary, info.summaryBy, style), style.width, ink)]
        : [];
    return summed || taker.lineCount() <= mostLines ? rows : [...rows, tooMany(style, ink)];
  };
  return {
    head: () => '',
    lines: (batch) => {
      keep(batch);
      return '';
    },
    tail: (end) => {
      const notes = taker.notes(end);
      const sections = [
        ...body(end),
        renderDigest(notes.problems, style),
        totals(notes, style, ink),
        law(notes, style, ink),
      ];
      return sections.filter((section) => section !== '').join('\n');
    },
  };
}

function tooMany({ width }: Style, ink: Ink): string {
  const text = `More than ${groupedText(String(mostLines))} lines are not listed here. To have each of them: --format csv (or ndjson) -o FILE`;
  return lines(wrap(text, width).map((line) => ink.quiet(line)));
}

function totals({ totals: sums, counts, notCovered }: RunNotes, { width }: Style, ink: Ink): string {
  const label = widest(sums.map(([name]) => name));
  const amount = widest(sums.map(([, sum]) => sum));
  const rows = sums.map(([name, sum]) => `${padRight(name, label)}  ${padLeft(sum, amount)}`);
  return lines([
    ...rows.map((row) => ink.strong(row)),
    ...wrap(counts, width),
    ...noteText(notCoveredNote(notCovered), width, ink),
  ]);
}

function law({ sources, tables }: RunNotes, { width }: Style, ink: Ink): string {
  const notes = [lawNote(sources.map((source) => ({ ...source, url: null }))), tablesNote(tables)].flatMap((note) =>
    noteText(note, width, ink),
  );
  return [lines(notes), lines(wrap(disclaimer, width).map((line) => ink.quiet(line)))]
    .filter((text) => text !== '')
    .join('\n');
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
