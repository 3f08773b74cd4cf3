import { z } from 'zod';

import { citationShape, days, goodsText, memberText, words } from './shape-parts.ts';

const monthDay = z.string().regex(/^\d{2}-\d{2}$/, 'a day of the year as MM-DD');

export const quotaShape = z.strictObject({
  title: words,
  unit: z.literal('kg').describe('The unit of every amount.'),
  cell: z
    .array(z.enum(['category', 'origin']))
    .optional()
    .describe('Who shares a pot: each category, each origin, or both (default).'),
  periods: z
    .array(
      z.strictObject({
        name: words,
        begins: monthDay,
        share: words.optional().describe('A fixed part of the year: "25%"; or "unknown".'),
        atMost: words.optional().describe('At most this part of the year, as long as the year has it: "30%".'),
        orIfMore: words.optional().describe('… or so many units, whichever is more.'),
        ...days,
      }),
    )
    .optional()
    .describe('Parts of the year. Without share or atMost a period holds what is left of the year.'),
  rollover: z.array(z.strictObject({ leftIn: words, goesTo: words, atMost: words.optional() })).optional(),
  openings: z
    .array(
      z.strictObject({ at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/), citation: citationShape.optional() }),
    )
    .optional()
    .describe('Moments at which periods opened, in local time: what was presented before counts then, together.'),
  limits: z
    .array(
      z.strictObject({
        category: words.optional().describe('A heading, or a range "HEADING to HEADING": one joint pot.'),
        origin: memberText.optional(),
        amount: words.describe('Units, or "unknown".'),
        per: z.enum(['year', 'period', 'its days']).optional(),
        ...days,
        citation: citationShape.optional(),
        note: words.optional(),
      }),
    )
    .optional(),
  categories: z
    .record(
      words,
      z.strictObject({
        title: words.optional(),
        goods: z.array(goodsText).min(1, 'at least one entry'),
        note: words.optional(),
      }),
    )
    .optional()
    .describe('Heading → goods.'),
  citation: citationShape.optional(),
  note: words.optional(),
});

export type RawQuota = z.infer<typeof quotaShape>;
