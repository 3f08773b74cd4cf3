import { z } from 'zod';
import { changeReasons, comparedKeys } from '../customs/comparison.ts';
import { roles } from '../customs/table.ts';
import { amount, citation, day, outputLineShape, problem, table, toolVersion, settings } from './output-schema.ts';

/** The JSON that `tariff diff --format json` prints, version 1. */

const side = z.strictObject({
  files: z.array(z.string()),
  label: z.string().nullable().describe('What the side is called, if --label says.'),
  at: day.nullable().describe('The day on which all lines are taken; null: as declared.'),
  knownOn: day.nullable().describe('Only what was public on this day counts; null: all that is on hand.'),
  given: z.array(z.string()).describe('Which tables were given, as they were.'),
  tables: z.array(table),
});

const difference = z.strictObject({
  before: amount,
  after: amount,
  change: amount,
  percent: amount.nullable().describe('Of what it was before, to two decimals; null where that is nothing.'),
});

const count = z.number().int();

export const diffDocumentShape = z.strictObject({
  version: z.literal(1),
  toolVersion,
  before: side,
  after: side,
  settings,
  lines: z.array(
    z.strictObject({
      kind: z
        .enum(['changed', 'unchanged', 'added', 'removed', 'open'])
        .describe('open: a side has no answer, so there is no difference to tell.'),
      duty: difference.nullable(),
      reasons: z.array(z.enum(changeReasons)),
      regimes: z
        .array(
          z.strictObject({
            regime: z.string(),
            role: z.enum(roles),
            before: amount,
            after: amount,
            change: amount,
            reasons: z.array(z.enum(changeReasons)),
            words: z.string().nullable().describe('Why it lays nothing on the other side. Words may change.'),
            citation: citation.nullable(),
          }),
        )
        .describe('Only regimes that lay something else than before.'),
      before: outputLineShape.nullable().describe('Null: the file of this side does not have the line.'),
      after: outputLineShape.nullable(),
    }),
  ),
  sums: z.array(
    z.strictObject({
      by: z.enum(comparedKeys),
      key: z.string(),
      changed: count.describe('Lines whose duty changed.'),
      before: amount,
      after: amount,
      change: amount,
    }),
  ),
  totals: z
    .strictObject({
      duty: difference,
      fees: difference.nullable().describe('Of lines whose fees are known on both sides; null: of none.'),
    })
    .describe('Lines that are open are not in them.'),
  counts: z.strictObject({ changed: count, unchanged: count, added: count, removed: count, open: count }),
  problems: z.array(problem),
  limits: z.array(z.string()).describe('Each limit that was met, in words. Words may change.'),
});
