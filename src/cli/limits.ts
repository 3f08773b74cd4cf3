import { type Watch, type WatchedLine, startWatch } from '../assess/thresholds.ts';
import type { ResultLine, Totals } from '../customs/assessment.ts';
import type { ComparedLine, ComparedTotals } from '../customs/comparison.ts';
import { problem } from '../customs/problem.ts';
import { type Breach, type Figures, type Threshold, answerMeasures, comparisonMeasures } from '../customs/threshold.ts';
import type { Field } from '../intake/field.ts';
import { parseCondition, parseLimit } from '../intake/threshold-text.ts';
import { limitAnnotation } from '../present/annotations.ts';
import type { Style } from '../present/renderer.ts';
import { breachWords } from '../present/threshold-words.ts';
import type { LimitOptions } from './limit-options.ts';
import { Stop } from './stop.ts';
import { sayTo } from './talk.ts';
import { type ExitCode, type World, exit } from './world.ts';

/** Watches the lines of a run and what they come to. */
export interface Limits<Line, End> {
  readonly add: (lines: readonly Line[]) => void;
  /** Which limits were met and by how much, in words; none: all is well. */
  readonly met: (end: End) => readonly MetLimit[];
}

/** One sentence, and where the line stands that met the limit. */
export interface MetLimit {
  readonly words: string;
  readonly place: Breach['place'];
}

/** Says on standard error which limits were met. */
export async function tellLimits(met: readonly MetLimit[], annotates: boolean, world: World): Promise<ExitCode> {
  if (met.length === 0) return exit.done;
  const lines = met.map(({ words, place }) => (annotates ? limitAnnotation(words, place) : `${words}\n`));
  await sayTo(world)(lines.join(''));
  return exit.checkFailed;
}

/** Limits on what lines have to pay. */
export function answerLimits(options: LimitOptions, style: Style): Limits<ResultLine, Totals> {
  const watch = startWatch(thresholdsIn(options, 'duty', answerMeasures));
  return {
    add: (lines) => {
      for (const line of lines)
        if (line.kind === 'line' && line.totals)
          watch.line(watchedLine(line), figuresOf({ ...line.totals, enteredValue: line.line.value }));
    },
    met: (totals) => {
      watch.run(figuresOf(totals));
      return metOf(watch, style);
    },
  };
}

function figuresOf({ duty, fees, total, enteredValue }: Omit<Totals, 'counts' | 'refundable'>): Figures {
  return { amounts: { duty, fees, total, value: enteredValue }, whole: enteredValue };
}

/** Limits on what changed. */
export function comparisonLimits(options: LimitOptions, style: Style): Limits<ComparedLine, ComparedTotals> {
  const watch = startWatch(thresholdsIn(options, 'change', comparisonMeasures));
  const figures = ({ before, after, change }: ComparedTotals['duty']): Figures => ({
    amounts: { before, after, change },
    whole: before,
  });
  return {
    add: (lines) => {
      for (const { before, after, change } of lines) {
        const line = after ?? before;
        if (line && change) watch.line(watchedLine(line), figures(change));
      }
    },
    met: ({ duty }) => {
      watch.run(figures(duty));
      return metOf(watch, style);
    },
  };
}

/** "shipments.csv:14 (S-1014)", as much of it as there is. */
function watchedLine(line: ResultLine): WatchedLine {
  const { file, lineNumber, id } =
    line.kind === 'line'
      ? { file: line.line.where.file, lineNumber: line.line.where.line, id: line.line.id }
      : { file: line.file, lineNumber: line.lineNumber, id: line.echo.id };
  const place = file === null ? '' : lineNumber === null ? file : `${file}:${lineNumber}`;
  const name = [place, id === null ? '' : `(${id})`].filter((part) => part !== '').join(' ') || 'the shipment';
  return { name, place: file === null ? null : { file, line: lineNumber } };
}

function metOf(watch: Watch, style: Style): readonly MetLimit[] {
  return watch.breaches().map((breach) => ({ words: breachWords(breach, style), place: breach.place }));
}

/** Every limit that was asked for; stops with all that cannot be read. */
function thresholdsIn(
  { failOver = [], failUnder = [], failIf = [] }: LimitOptions,
  measure: Threshold['measure'],
  measures: readonly Threshold['measure'][],
): readonly Threshold[] {
  const read: readonly (readonly [flag: string, text: string, Field<Threshold>])[] = [
    ...failOver.map((text) => ['--fail-over', text, parseLimit(text, `--fail-over ${text}`, measure, '>')] as const),
    ...failUnder.map((text) => ['--fail-under', text, parseLimit(text, `--fail-under ${text}`, measure, '<')] as const),
    ...failIf.map((text) => ['--fail-if', text, parseCondition(text, `--fail-if '${text}'`, measures)] as const),
  ];
  const wrong = read.flatMap(([column, value, field]) =>
    field.ok ? [] : [problem('bad-usage', 'error', field.error.message, { column, value, hint: field.error.hint })],
  );
  if (wrong.length > 0) throw new Stop(exit.usage, wrong);
  return read.flatMap(([, , field]) => (field.ok ? [field.value] : []));
}
