import { z } from 'zod';
import type { ReportLayout } from '../customs/report-layout.ts';
import { type Problem, problem } from '../customs/problem.ts';
import { type Result, fail, ok } from '../exact/result.ts';

/** The file of a layout. */
export const reportLayoutShape = z.strictObject({
  $schema: z.string().optional(),
  layout: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  note: z.string().optional(),
  citation: z.strictObject({ source: z.string(), confidence: z.string(), url: z.string().optional() }).optional(),
  columns: z
    .record(z.string(), z.array(z.string()).min(1))
    .describe('Our columns, each with its names in the report; number, rate and duty are those of one row.'),
  required: z.array(z.string()),
  dates: z
    .enum(['month-first', 'day-first'])
    .optional()
    .describe('How the report writes 04/05/2025; left out: such a day is refused.'),
  headings: z.array(z.string().regex(/^\d+$/)).describe("First digits of numbers that stand beside the goods' own."),
});

/** Reads a layout; fails with the first thing that is wrong with it. */
export function parseLayout(text: string, file: string): Result<ReportLayout, Problem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(problem('bad-table', 'error', 'is not JSON', { file }));
  }
  const read = reportLayoutShape.safeParse(value);
  if (!read.success) {
    const [first] = read.error.issues;
    return fail(
      problem('bad-table', 'error', first?.message ?? 'is no layout of a report', {
        file,
        column: first?.path.join('.') ?? null,
      }),
    );
  }
  const { layout, title, columns, required, headings, dates } = read.data;
  return ok({ layout, title, columns, required, headings, dates: dates ?? null });
}
