import type { ResultLine } from '../customs/assessment.ts';
import { answerFor } from './answer.ts';
import { answerText } from './answer-text.ts';
import { inkFor } from './ink.ts';
import type { MakeRenderer, Renderer, RunInfo, Style } from './rendering.ts';

/** For people at a terminal: one shipment's answer in full, or many lines in a table and what they come to. */
export async function tableFor(info: RunInfo): Promise<MakeRenderer> {
  if (info.single && info.summaryBy.length === 0) return oneAnswer;
  return (await import('./run-text.ts')).runTextRenderer;
}

/** The answer once all is known about it; there is one line. */
function oneAnswer(info: RunInfo, style: Style): Renderer {
  const ink = inkFor(style);
  const lines: ResultLine[] = [];
  return {
    head: () => '',
    lines: (batch) => {
      lines.push(...batch);
      return '';
    },
    tail: ({ fileProblems }) =>
      lines.map((line) => answerText(answerFor(line, fileProblems, info, style), style.width, ink)).join('\n'),
  };
}
