import type { Problem, Severity } from '../customs/problem.ts';
import { type Ink, inkFor } from './ink.ts';
import { type ProblemDigest, type ProblemGroup, problemList } from './problem-list.ts';
import { safeText } from './safe-text.ts';
import { displayWidth, padRight, wrap } from './text-width.ts';

/** As much of the style as a message needs; that of the stream it goes to. */
export interface MessageStyle {
  readonly color: boolean;
  readonly width: number;
}

/** Where, what, the code; and the way out below. Ends with a line break. */
export function renderProblem(problem: Problem, style: MessageStyle): string {
  return renderGroup({ problem, lines: [problem.line], count: 1 }, style, inkFor(style));
}

/** Errors first; the same words about several lines once; after `limit` of them only counts. Empty for none. */
export function renderProblems(problems: readonly Problem[], style: MessageStyle, limit = Infinity): string {
  const list = problemList(Infinity);
  list.add(problems);
  return renderDigest(list.digest(limit), style);
}

export function renderDigest({ groups, leftOut }: ProblemDigest, style: MessageStyle): string {
  const ink = inkFor(style);
  const texts = groups.map((group) => renderGroup(group, style, ink));
  if (leftOut.size > 0) texts.push(`${wrap(leftOutText({ groups, leftOut }), style.width).join('\n')}\n`);
  return texts.join('');
}

/** "… and 15 more (12 bad-field, 3 missing-field)" */
export function leftOutText({ leftOut }: ProblemDigest): string {
  const counts = [...leftOut].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const all = counts.reduce((total, [, count]) => total + count, 0);
  return `… and ${all} more (${counts.map(([code, count]) => `${count} ${code}`).join(', ')})`;
}

/** "shipments.csv:14, 15 and 3 more: hts: " */
export function whereText({ problem, lines, count }: ProblemGroup): string {
  const numbers = lines.filter((line) => line !== null);
  const more = count > lines.length ? ` and ${count - lines.length} more` : '';
  const place = problem.file === null ? '' : safeText(problem.file);
  const rows = numbers.length === 0 ? '' : `${place === '' ? 'line ' : ':'}${numbers.join(', ')}${more}`;
  const where = place + rows;
  return [where, problem.column === null ? '' : safeText(problem.column)]
    .filter((part) => part !== '')
    .map((part) => `${part}: `)
    .join('');
}

const labels = { error: '', warning: 'warning: ', notice: 'note: ' } satisfies Record<Severity, string>;
const codeEdge = 110;
const narrowest = 50;

function renderGroup(group: ProblemGroup, style: MessageStyle, ink: Ink): string {
  const { code, severity, message, hint } = group.problem;
  const where = whereText(group);
  const [first = '', ...rest] = withCode(`${where}${labels[severity]}${safeText(message)}`, `[${code}]`, style.width);
  const lines = [emphasize(first, where, severity, ink), ...rest.map((line) => `  ${line}`)];
  if (hint !== null) lines.push(...hintLines(safeText(hint), style.width).map((line) => ink.quiet(line)));
  return lines.map((line) => `${line}\n`).join('');
}

/** The code stands at the right of the first line, or after the last word where that would leave the text no room. */
function withCode(text: string, code: string, width: number): readonly string[] {
  const edge = Math.min(width, codeEdge);
  const length = displayWidth(text) + 2;
  if (length + code.length <= width) return [padRight(text, Math.max(length, edge - code.length)) + code];
  const beside = edge - code.length - 2;
  if (beside < narrowest) return wrap(`${text} ${code}`, width - 2);
  const [first = '', ...rest] = wrap(text, beside);
  return [`${padRight(first, beside)}  ${code}`, ...rest];
}

function hintLines(hint: string, width: number): readonly string[] {
  return wrap(hint, width - 8).map((line, index) => `${index === 0 ? '  hint: ' : '        '}${line}`);
}

/** The place strong, the kind in its colour. */
function emphasize(line: string, where: string, severity: Severity, ink: Ink): string {
  const place = line.startsWith(where) ? where : '';
  const label = line.startsWith(place + labels[severity]) ? labels[severity] : '';
  const kind = severity === 'warning' ? ink.warning : ink.quiet;
  return ink.strong(place) + kind(label) + line.slice(place.length + label.length);
}
