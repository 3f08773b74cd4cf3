import type { Finding, FindingPlace, ImportFindings } from '../../customs/imported-schedule.ts';
import { type ProblemCode, type Problem, type Severity, problem } from '../../customs/problem.ts';
import { shorten } from '../shorten.ts';

/** Gathers what an import has to tell: problems for people, and every single finding for a report. */
export class Findings implements ImportFindings {
  readonly findings: Finding[] = [];
  readonly problems: Problem[] = [];

  note(what: Finding['what'], detail: string, place: FindingPlace, text: string, became = ''): void {
    this.findings.push({ what, detail, ...place, text, became });
  }

  problem(
    code: ProblemCode,
    severity: Severity,
    message: string,
    place: FindingPlace,
    text: string,
    hint: string | null = null,
  ): void {
    const { file, line, column } = place;
    const value = text === '' ? null : shorten(text);
    this.problems.push(problem(code, severity, message, { file, line, column: column || null, value, hint }));
    this.note(severity, message, place, text);
  }
}
