import { type Problem, type ProblemCode, problem } from '../../customs/problem.ts';
import type { Measure } from '../../customs/measure.ts';
import type { Table } from '../../customs/table.ts';

/** A finding about a table: `place` names where in it. */
export type Finding = (
  code: ProblemCode,
  severity: Problem['severity'],
  place: string,
  message: string,
  hint?: string,
) => Problem;

export function findingIn(table: Table): Finding {
  return (code, severity, place, message, hint) =>
    problem(code, severity, message, { file: table.source.file, column: place, hint: hint ?? null });
}

/** Where a measure stands: by its id, or by its place where it has none. */
export function placeOf(measure: Measure): string {
  return measure.id.startsWith('#') ? `measures[${Number(measure.id.slice(1)) - 1}]` : `measures.${measure.id}`;
}
