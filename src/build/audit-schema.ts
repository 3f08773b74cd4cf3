import { z } from 'zod';
import { auditedStatuses, findingKinds } from '../customs/audit.ts';
import { amount, outputLineShape, problem, table, toolVersion, settings } from './output-schema.ts';

/** The JSON that `tariff audit --format json` prints, version 1. */

const count = z.number().int();
const sums = { declared: amount, owed: amount, overpaid: amount, underpaid: amount };

export const auditDocumentShape = z.strictObject({
  version: z.literal(1),
  toolVersion,
  only: z.array(z.string()).nullable().describe('Regimes that were looked at; null: all.'),
  tables: z.array(table),
  settings,
  lines: z.array(
    z.strictObject({
      status: z.enum(auditedStatuses),
      declared: amount.nullable().describe('Null: not known.'),
      owed: amount.nullable(),
      difference: amount.nullable().describe('Declared less owed; above zero: paid too much.'),
      findings: z.array(
        z.strictObject({
          kind: z
            .enum(findingKinds)
            .describe(
              'missing: owed, and its heading not declared; superfluous: declared, and not owed; heading, rate: another one, with an amount that fits.',
            ),
          regime: z.string().nullable().describe('Null: no table on hand has the heading, or only a sum was declared.'),
          title: z.string(),
          headings: z.array(z.string()),
          declaredRate: z.string().nullable(),
          owedRate: z.string().nullable(),
          declared: amount.nullable(),
          owed: amount,
          difference: amount.nullable(),
        }),
      ),
      problems: z.array(problem).describe('Why it could not be checked, beside the problems of the line.'),
      line: outputLineShape,
    }),
  ),
  sums: z.array(z.strictObject({ regime: z.string().nullable(), title: z.string(), lines: count, ...sums })),
  totals: z.strictObject({
    ...sums,
    refundable: amount.describe('The part of what was owed that may have to be paid back.'),
  }),
  counts: z.strictObject({ match: count, mismatch: count, unchecked: count }),
  problems: z.array(problem),
});
