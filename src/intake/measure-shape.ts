import { z } from 'zod';

import {
  basisShape,
  citationShape,
  days,
  day,
  enactmentShape,
  goodsShape,
  memberText,
  name,
  originsShape,
  refundShape,
  whenShape,
  words,
} from './shape-parts.ts';

const headingShape = z
  .union([words, z.array(words).min(1, 'at least one heading')])
  .describe('The number or numbers to report on the entry.');

const rateShape = z
  .strictObject({
    ...days,
    published: day.optional().describe('The day the act became public; left out: that of the acts its citation names.'),
    ending: enactmentShape.optional().describe('The act that set its end, if another than the one that laid it.'),
    heading: headingShape.optional(),
    rate: words.optional().describe('As the law prints it: "25%", "Free", "3.4¢/kg + 2.5%"; or "unknown".'),
    total: words.optional().describe('Lifts base duty plus this one to so much: "15%".'),
    min: words.optional().describe('The least a fee comes to, once for an entry: "$33.58".'),
    max: words.optional().describe('The most a fee comes to, once for an entry.'),
    when: whenShape.optional(),
    basis: basisShape.optional(),
    citation: citationShape.optional(),
    refund: refundShape.optional(),
    note: words.optional(),
  })
  .refine((row) => (row.rate === undefined) !== (row.total === undefined), '"rate" or "total", one of the two');

export const measureShape = z.strictObject({
  id: name.optional(),
  title: words.optional(),
  goods: goodsShape.optional().describe('May be left out where a quota with categories says which goods.'),
  origins: originsShape.optional(),
  exceptOrigins: z.array(memberText).optional(),
  when: whenShape.optional(),
  quota: name.optional().describe('The quota this measure holds within.'),
  whenFull: z
    .enum(['next', 'refused', 'admitted'])
    .optional()
    .describe('Beyond the quota: decided as if this measure did not exist (default); refused; admitted all the same.'),
  basis: basisShape.optional(),
  citation: citationShape.optional(),
  note: words.optional(),
  rates: z.array(rateShape).min(1, 'at least one rate'),
});

export type RawMeasure = z.infer<typeof measureShape>;
