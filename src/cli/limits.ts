import { type Watch, startWatch } from '../assess/thresholds.ts';
import type { ResultLine, Totals } from '../customs/assessment.ts';
import type { ComparedLine, ComparedTotals } from '../customs/comparison.ts';
import { problem } from '../customs/problem.ts';
import { type Figures, type Threshold, answerMeasures, comparisonMeasures } from '../customs/threshold.ts';
import type { Field } from '../intake/field.ts';
import { parseCondition, parseLimit } from '../intake/threshold-text.ts';
import type { Style } from '../present/renderer.ts';
import { breachWords } from '../present/threshold-words.ts';
import type { LimitOptions } from './limit-options.ts';
import { Stop } from './stop.ts';
import { sayTo } from './talk.ts';
import { type ExitCode, type World, exit } from './world.ts';

/** Watches the lines of a run and what they come to. */
export interface Limits<Line, End> {
  readonly add: (lines: readonly Line[]) => void;
  /** Says on standard error which limit was met and by how much. */
  readonly end: (end: End) => Promise<ExitCode>;
}

/** Limits on what lines have to pay. */
export function answerLimits(options: LimitOptions, style: Style, world: World): Limits<ResultLine, Totals> {
  const watch = startWatch(thresholdsIn(options, 'duty', answerMeasures));
  return {
    add: (lines) => {
      for (const line of lines)
        if (line.kind === 'line' && line.totals)
          watch.line(nameOf(line), figuresOf({ ...line.totals, enteredValue: line.line.value }));
    },
    end: (totals) => {
      watch.run(figuresOf(totals));
      return told(watch, style, world);
    },
  };
}

function figuresOf({ duty, fees, total, enteredValue }: Omit<Totals, 'counts' | 'refundable'>): Figures {
  return { amounts: { duty, fees, total, value: enteredValue }, whole: enteredValue };
}

/** Limits on what changed. */
export function comparisonLimits(
  options: LimitOptions,
  style: Style,
  world: World,
): Limits<ComparedLine, ComparedTotals> {
  const watch = startWatch(thresholdsIn(options, 'change', comparisonMeasures));
  const figures = ({ before, after, change }: ComparedTotals['duty']): Figures => ({
    amounts: { before, after, change },
    whole: before,
  });
  return {
    add: (lines) => {
      for (const { before, after, change } of lines) {
        const line = after ?? before;
        if (line && change) watch.line(nameOf(line), figures(change));
      }
    },
    end: ({ duty }) => {
      watch.run(figures(duty));
      return told(watch, style, world);
    },
  };
}

/** "shipments.csv:14 (S-1014)", as much of it as there is. */
function nameOf(line: ResultLine): string {
  const { file, lineNumber, id } =
    line.kind === 'line'
      ? { file: line.line.where.file, lineNumber: line.line.where.line, id: line.line.id }
      : { file: line.file, lineNumber: line.lineNumber, id: line.echo.id };
  const place = file === null ? '' : lineNumber === null ? file : `${file}:${lineNumber}`;
  return [place, id === null ? '' : `(${id})`].filter((part) => part !== '').join(' ') || 'the shipment';
}

async function told(watch: Watch, style: Style, world: World): Promise<ExitCode> {
  const breaches = watch.breaches();
  if (breaches.length === 0) return exit.done;
  await sayTo(world)(breaches.map((breach) => `${breachWords(breach, style)}\n`).join(''));
  return exit.checkFailed;
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
